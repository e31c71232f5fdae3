package population

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"

	"bedside/census"
	"bedside/text"
)

// States are those of the United States that are drawn: small enough to hold every inhabitant, from the plains to the coasts.
func States() []string {
	return []string{"US-VT", "US-ME", "US-ID", "US-NE", "US-RI", "US-WV", "US-NM", "US-DE", "US-MT", "US-NH"}
}

// Files are the word lists that drafts take names from: places.txt, institutions.txt, given_names.txt, surnames.txt.
type Files map[string][]byte

// newState draws a state and a year of its people's lives.
func newState(t *census.Table, files Files, n *names, code string, r *rand.Rand) (*state, error) {
	area, ok := t.Region(code)
	if !ok {
		return nil, fmt.Errorf("no state %q in the census", code)
	}
	s := &state{code: code, area: area, names: n, towns: []place{{}}, zips: []place{{}}}
	s.settle(t, files, r)
	s.build(t, files)
	s.populate(t, r)
	s.treat(r)
	return s, nil
}

// settle finds the counties, towns and postcodes.
func (s *state) settle(t *census.Table, files Files, r *rand.Rand) {
	index := map[census.Area]int{}
	first, end := t.Areas(census.County)
	for a := first; a < end; a++ {
		if t.Inside(a, s.area) {
			index[a] = len(s.counties)
			s.counties = append(s.counties, county{area: a, name: t.Name(a)})
		}
	}
	var towns []place
	for row := range rows(files["places.txt"]) {
		if len(row) < 4 || "US-"+row[2] != s.code {
			continue
		}
		if found := t.Places(nil, text.Words(row[0]), s.area); len(found) == 1 && t.Level(found[0]) == census.Town {
			towns = append(towns, place{area: found[0], name: row[0], people: t.People(found[0])})
		}
	}
	byName(towns)
	towns = slices.CompactFunc(towns, func(a, b place) bool { return a.area == b.area })
	s.towns = append(s.towns, towns...)
	first, end = t.Areas(census.Postcode)
	for a := first; a < end; a++ {
		if t.Inside(a, s.area) && t.People(a) > 0 {
			s.zips = append(s.zips, place{area: a, name: t.Digits(a), people: t.People(a)})
		}
	}
	for list, of := range map[*[]place]func(*county) *[]int{&s.towns: func(c *county) *[]int { return &c.towns }, &s.zips: func(c *county) *[]int { return &c.zips }} {
		for i := range *list {
			if k, ok := index[t.Within((*list)[i].area, census.County)]; ok && i > 0 {
				p := of(&s.counties[k])
				*p = append(*p, i)
			}
		}
	}
	for i := range s.towns {
		s.towns[i].young = r.NormFloat64() * 0.35
	}
	for i := range s.zips {
		s.zips[i].young = r.NormFloat64() * 0.25
	}
}

// build finds the hospitals: those of the census, with the names under which drafts know them where one name means one of them.
func (s *state) build(t *census.Table, files Files) {
	for _, h := range t.AllHospitals(nil, s.area) {
		if h.Admissions.Likely > 0 {
			s.hospitals = append(s.hospitals, hospital{
				town: h.Area, county: t.Within(h.Area, census.County), size: float64(h.Admissions.Likely), delivers: h.Births.Likely > 0,
			})
		}
	}
	for row := range rows(files["institutions.txt"]) {
		if len(row) < 2 || row[1] != "hospital" {
			continue
		}
		found := t.Hospitals(nil, text.Words(row[0]), s.area)
		if len(found) != 1 || found[0].Admissions.Likely == 0 {
			continue
		}
		for i := range s.hospitals {
			if h := &s.hospitals[i]; h.town == found[0].Area && h.size == float64(found[0].Admissions.Likely) {
				h.name = row[0]
			}
		}
	}
}

// rows are the lines of a list, by their tabs.
func rows(list []byte) func(yield func([]string) bool) {
	return func(yield func([]string) bool) {
		for line := range bytes.Lines(list) {
			if s := strings.TrimRight(string(line), "\n"); s != "" && s[0] != '#' && !yield(strings.Split(s, "\t")) {
				return
			}
		}
	}
}

func number(n int) string { return strconv.Itoa(n) }
