package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"bedside/internal/train/source"
)

// smallest tells from how many people on a place counts, by country. Places of wordsBelow people or fewer count only where their name is no word.
var smallest = map[string]uint64{
	"US": 1_000, "CA": 1_000, "GB": 1_000,
	"IE": 15_000, "AU": 15_000, "NZ": 15_000,
	"IN": 100_000, "NG": 100_000, "ZA": 100_000, "PH": 100_000, "SG": 100_000, "KE": 100_000, "GH": 100_000,
}

const wordsBelow = 15_000

// divisions rewrites GeoNames' codes as the letters that people write.
var divisions = map[string]string{
	"CA01": "AB", "CA02": "BC", "CA03": "MB", "CA04": "NB", "CA05": "NL", "CA07": "NS", "CA08": "ON", "CA09": "PE", "CA10": "QC", "CA11": "SK",
	"CA12": "YT", "CA13": "NT", "CA14": "NU",
	"AU01": "ACT", "AU02": "NSW", "AU03": "NT", "AU04": "QLD", "AU05": "SA", "AU06": "TAS", "AU07": "VIC", "AU08": "WA",
}

// city is a place of places.txt.
type city struct {
	name, country, admin string
	people               uint64
}

// placeMarks tells which places need another sign to be taken for one.
type placeMarks struct {
	names    nameLists
	isWord   map[string]bool
	isMarked map[string]bool // words and the rarer words of rare_words.txt
	isRegion map[string]bool
}

// flag marks a name of places that is also a word, a common given or family name, a state or country, or, if the places are small, anybody's name.
func (m placeMarks) flag(name string, people uint64) string {
	key := strings.ToLower(name)
	if m.isMarked[key] || m.isRegion[key] || m.names.commonGiven[key] || m.names.commonLast[key] {
		return "\tw"
	}
	if people < wordsBelow && (m.names.isGiven[key] || m.names.isLast[key]) {
		return "\tw"
	}
	return ""
}

// compilePlaces chooses places by country and size, adds our own by-names, marks those that are also words or names, and keeps to the size bound by
// dropping the smallest.
func compilePlaces(shared, own fs.FS, marks placeMarks, size sizes) ([]string, error) {
	cities, err := source.Cities(shared)
	if err != nil {
		return nil, err
	}
	chosen := chooseCities(cities, marks.isWord)
	byNames, err := readByNames(own, chosen)
	if err != nil {
		return nil, err
	}
	chosen = append(byNames, chosen...)
	mostPeople := make(map[string]uint64, len(chosen)) // of the places of one name the largest decides, so that all are marked alike
	for _, c := range chosen {
		mostPeople[c.name] = max(mostPeople[c.name], c.people)
	}
	var lines []string
	total := 0
	for _, c := range chosen {
		line := fmt.Sprintf("%s\t%s\t%s\t%d%s", c.name, c.country, c.admin, c.people, marks.flag(c.name, mostPeople[c.name]))
		total += len(line) + 1
		if total > size.placesBytes {
			break
		}
		lines = append(lines, line)
	}
	return sortedUnique(lines), nil
}

// chooseCities returns the places that count, the largest first, one of each name and division.
func chooseCities(cities []source.City, isWord map[string]bool) []city {
	largest := make(map[city]city)
	for _, known := range cities {
		c := city{name: known.Name, country: known.Country, admin: known.Admin, people: known.People}
		c.name, _, _ = strings.Cut(c.name, ",") // "Washington, D.C."
		floor, wanted := smallest[c.country]
		if !wanted || c.people < floor || !plainName(c.name) {
			continue
		}
		if c.people < wordsBelow && isWord[strings.ToLower(c.name)] {
			continue
		}
		if letters, ok := divisions[c.country+c.admin]; ok {
			c.admin = letters
		}
		key := city{name: c.name, country: c.country, admin: c.admin}
		if largest[key].people < c.people {
			largest[key] = c
		}
	}
	chosen := make([]city, 0, len(largest))
	for _, c := range largest {
		chosen = append(chosen, c)
	}
	slices.SortFunc(chosen, func(a, b city) int {
		return cmp.Or(cmp.Compare(b.people, a.people), cmp.Compare(a.name, b.name), cmp.Compare(a.country, b.country), cmp.Compare(a.admin, b.admin))
	})
	return chosen
}

// plainName tells whether a name is written without brackets and slashes, which nobody types.
func plainName(name string) bool {
	return len(name) > 2 && !strings.ContainsAny(name, "()/\t;0123456789")
}

// readByNames reads places_extra.txt: "by-name = name|country|division" takes the people of that place; "name|country|division" has an unknown number of people, unless a fourth part says it.
func readByNames(own fs.FS, chosen []city) ([]city, error) {
	lines, err := source.Lines(own, "places_extra.txt")
	if err != nil {
		return nil, err
	}
	people := make(map[string]uint64, len(chosen))
	known := make(map[[2]string]bool, len(chosen))
	for _, c := range chosen {
		people[c.name+"|"+c.country+"|"+c.admin] = c.people
		known[[2]string{c.name, c.country}] = true
	}
	var byNames []city
	for number, line := range lines {
		name, place, isByName := strings.Cut(line, " = ")
		if !isByName {
			place = line
		}
		parts := strings.Split(place, "|")
		if len(parts) < 3 || len(parts) > 4 {
			return nil, fmt.Errorf("places_extra.txt: entry %d: want name|country|division, got %q", number+1, line)
		}
		c := city{name: parts[0], country: parts[1], admin: parts[2]}
		if len(parts) == 4 {
			if c.people, err = strconv.ParseUint(parts[3], 10, 64); err != nil {
				return nil, fmt.Errorf("places_extra.txt: entry %d: people: %w", number+1, err)
			}
		}
		if isByName {
			found, ok := people[place]
			if !ok {
				return nil, fmt.Errorf("places_extra.txt: entry %d: no place %q", number+1, place)
			}
			c.name, c.people = name, found
		} else if known[[2]string{c.name, c.country}] {
			continue // GeoNames knows more of it
		}
		byNames = append(byNames, c)
	}
	return byNames, nil
}
