package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"

	"bedside/internal/train/source"
)

const (
	disordersFile   = "reference/statistics/orphanet-prevalence/orpha_index.json"
	prevalencesFile = "reference/statistics/orphanet-prevalence/regional_prevalence_all.tsv"
)

// rarity ranks Orphanet's prevalence classes, the rarest first. Classes that are not here are too common for the table.
var rarity = map[string]int{"<1 / 1 000 000": 0, "1-9 / 1 000 000": 1, "1-9 / 100 000": 2}

const tooCommon = 3

// compileDisorders lists the disorders of Orphanet with their rarity, less those of disorders_drop.txt, which are too common where people read this, or
// an everyday word. Of several classes, by area, the commonest counts; without one a disorder is of the second rarest.
func compileDisorders(shared, own fs.FS) ([]string, error) {
	content, err := fs.ReadFile(shared, disordersFile)
	if err != nil {
		return nil, err
	}
	var index map[string]struct {
		Name string `json:"disease_name"`
	}
	if err := json.Unmarshal(content, &index); err != nil {
		return nil, fmt.Errorf("read %s: %w", disordersFile, err)
	}
	classes, err := readRarities(shared)
	if err != nil {
		return nil, err
	}
	dropped, err := source.Lines(own, "disorders_drop.txt")
	if err != nil {
		return nil, err
	}
	drop := source.SetOf(dropped)
	var lines []string
	for _, d := range index {
		class, ok := classes[d.Name]
		if !ok {
			class = 1
		}
		key := strings.ToLower(d.Name)
		if class < tooCommon && !drop[key] && !isAccident(key) && len(key) > 5 && strings.Count(key, " ") < 7 {
			lines = append(lines, fmt.Sprintf("%s\t%d", d.Name, class))
			if british := britishSpelling.Replace(d.Name); british != d.Name {
				lines = append(lines, fmt.Sprintf("%s\t%d", british, class))
			}
		}
	}
	return sortedUnique(lines), nil
}

// britishSpelling rewrites what is spelt otherwise outside America.
var britishSpelling = strings.NewReplacer("nemia", "naemia", "kemia", "kaemia", "cemia", "caemia", "lemia", "laemia", "demia", "daemia", "temia", "taemia", "idemia", "idaemia", "semia", "saemia",
	"tumor", "tumour", "Tumor", "Tumour", "esophag", "oesophag", "Esophag", "Oesophag", "hemo", "haemo", "Hemo", "Haemo", "hemangi", "haemangi", "pediatric", "paediatric", "edema", "oedema", "Edema", "Oedema")

// isAccident holds for names of what befalls anybody: poisonings, bites.
func isAccident(name string) bool {
	for _, end := range [...]string{" poisoning", " intoxication", " toxicity", " envenomation", " burns", " patients"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// readRarities returns the commonest class of each disorder by name. Records of single cases and families carry no class.
func readRarities(shared fs.FS) (map[string]int, error) {
	file, err := shared.Open(prevalencesFile)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	rows.Comma, rows.LazyQuotes, rows.FieldsPerRecord = '\t', true, -1
	all, err := rows.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", prevalencesFile, err)
	}
	classes := make(map[string]int)
	for _, row := range all {
		if len(row) < 4 || row[3] == "" || row[3] == "Unknown" || row[3] == "class" {
			continue
		}
		class, ok := rarity[row[3]]
		if !ok {
			class = tooCommon
		}
		if known, ok := classes[row[1]]; !ok || class > known {
			classes[row[1]] = class
		}
	}
	return classes, nil
}
