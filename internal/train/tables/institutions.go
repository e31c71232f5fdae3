package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"html"
	"io"
	"io/fs"
	"regexp"
	"strings"

	"bedside/internal/train/source"
)

const (
	hospitalsFile = "reference/statistics/us-hospital-cost-reports/hospital_data.csv"
	schoolsFile   = "reference/statistics/us-university-domains/academic_domains_us_ca_uk.tsv"

	hospital = "hospital"
	school   = "school"
)

// institution is a row of institutions.txt.
type institution struct{ name, kind string }

// compileInstitutions joins the hospitals of the cost reports, the universities and our own list. A name that is in two of them keeps the spelling
// and kind of our own list, else of the first.
func compileInstitutions(shared, own fs.FS, names nameLists, isWord map[string]bool, isPlace map[string]bool) ([]string, error) {
	ours, err := readInstitutions(own)
	if err != nil {
		return nil, err
	}
	hospitals, err := readHospitals(shared)
	if err != nil {
		return nil, err
	}
	schools, err := readSchools(shared)
	if err != nil {
		return nil, err
	}
	seen := make(map[string]bool)
	var lines []string
	for _, list := range [][]institution{ours, hospitals, schools} {
		for _, entry := range list {
			key := strings.ToLower(entry.name)
			if seen[key] {
				continue
			}
			seen[key] = true
			line := entry.name + "\t" + entry.kind
			capitals := entry.name == strings.ToUpper(entry.name)
			alsoName := names.isGiven[key] || names.isLast[key] || isPlace[key]
			if lettersOnly(key) && (isWord[key] || alsoName && !capitals) {
				line += "\tw"
			}
			lines = append(lines, line)
		}
	}
	return sortedUnique(lines), nil
}

// readInstitutions reads lines of the form "kind: name | name".
func readInstitutions(own fs.FS) ([]institution, error) {
	lines, err := source.Lines(own, "institutions_extra.txt")
	if err != nil {
		return nil, err
	}
	var list []institution
	for _, line := range lines {
		kind, names, found := strings.Cut(line, ": ")
		if !found || kind != hospital && kind != school {
			return nil, fmt.Errorf("institutions_extra.txt: want %q or %q before a colon, got %.30q", hospital, school, line)
		}
		for name := range strings.SplitSeq(names, "|") {
			list = append(list, institution{strings.TrimSpace(name), kind})
		}
	}
	return list, nil
}

// genericWords make no name by themselves: "Memorial Hospital" is one in every other town.
var genericWords = source.SetOf(strings.Fields(`the of and at for in a hospital hospitals medical center centre community memorial regional general county city
	university health healthcare care system systems district area surgical specialty rehabilitation children's women's heart orthopedic orthopaedic
	surgery services clinic doctors doctors' doctor's physicians physicians' physician's institute municipal metropolitan central state national north south
	east west northern southern eastern western valley public acute long term recovery behavioral select academic teaching foundation campus inc pediatric
	emergency cancer eye spine joint family first united good our your critical access college school institute technology community junior technical
	academy online international cottage veterans research specialized same day war swing bed unit association network learning activate`))

// distinctive tells whether a name has two words or more, one of which is its own.
func distinctive(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) < 2 {
		return false
	}
	for _, word := range words {
		if word = strings.Trim(word, ".,&-+"); word != "" && !genericWords[word] {
			return true
		}
	}
	return false
}

var (
	brackets   = regexp.MustCompile(`\s*\([^)]*\)?`)
	legalForm  = regexp.MustCompile(`(?i)[\s,.]+(inc|llc|l l c|lp|l p|ltd|corp|corporation|co inc|pllc|pa|the)[.\s]*$`)
	manySpaces = regexp.MustCompile(`\s+`)
)

// readHospitals reads the names of the cost reports; of "Baptist Medical Center - Beaches" both the whole and the part before the dash are names.
func readHospitals(shared fs.FS) ([]institution, error) {
	file, err := shared.Open(hospitalsFile)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	rows.LazyQuotes = true
	rows.FieldsPerRecord = -1
	if _, err := rows.Read(); err != nil {
		return nil, fmt.Errorf("read %s: %w", hospitalsFile, err)
	}
	var list []institution
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", hospitalsFile, err)
		}
		name := legalForm.ReplaceAllString(brackets.ReplaceAllString(strings.Trim(row[0], `" `), ""), "")
		base, _, hasTail := strings.Cut(name, " - ")
		for _, form := range []string{strings.ReplaceAll(name, " - ", " "), base} {
			form = strings.TrimPrefix(source.TitleCase(legalForm.ReplaceAllString(form, "")), "The ")
			if distinctive(form) && !strings.ContainsAny(form, "@\"") {
				list = append(list, institution{form, hospital})
			}
			if !hasTail {
				break
			}
		}
	}
}

var (
	higher    = regexp.MustCompile(`\b(University|Universit[éàä]|Universidad|College|Institute of Technology|Polytechnic|Prifysgol|School of (Medicine|Osteopathic|Nursing|Public Health|Hygiene)|(Medical|Dental|Nursing) (School|Center|Campus)|Health Scien)`)
	lowerDown = regexp.MustCompile(`(?i)\b(high school|school district|schools|primary|elementary|preparatory|prep|k12|sixth form|grammar|sports|academy trust|alumni|former|formerly|faculty|staff|emails?|online|username|campuses)\b`)
)

// readSchools reads universities and colleges; schools for children, districts and notes are left out.
func readSchools(shared fs.FS) ([]institution, error) {
	rows, err := source.Lines(shared, schoolsFile)
	if err != nil {
		return nil, err
	}
	var list []institution
	for _, row := range rows {
		_, name, found := strings.Cut(row, "\t")
		if !found || !higher.MatchString(name) || lowerDown.MatchString(name) {
			continue
		}
		name = brackets.ReplaceAllString(html.UnescapeString(name), "")
		name, _, _ = strings.Cut(name, " - ")
		name, _, _ = strings.Cut(name, ",")
		name = strings.TrimPrefix(strings.Trim(manySpaces.ReplaceAllString(name, " "), " .\""), "The ")
		if distinctive(name) && !strings.ContainsAny(name, "@/") {
			list = append(list, institution{name, school})
		}
	}
	return list, nil
}
