package worth

import (
	"slices"
	"strings"

	"bedside/census"
	"bedside/reid"
	"bedside/text"
)

// longestRegion is how many tokens behind a town are tried as its state or country: ", New South Wales".
const longestRegion = 4

// maxPlaces bounds how many towns of one name are thought of.
const maxPlaces = 6

// places are the areas that the name of a place may mean: those of the author's state, else of their country, else of the world.
func (s *Scale) places(w Words) []reid.Place {
	areas := s.areas(w)
	holders := []census.Area{s.state, s.land}
	if len(s.near) > 0 {
		holders = append([]census.Area{s.table.Within(s.near[0], census.State)}, holders...)
	}
	out := make([]reid.Place, 0, min(len(areas), maxPlaces))
	for _, a := range s.within(areas, holders...) {
		if len(out) < maxPlaces && s.table.People(a) > 0 && s.table.Level(a) > census.State {
			out = append(out, s.home(a))
		}
	}
	return out
}

// home is an area as the place where somebody lives. What the tables say of it is some years old, and of towns and postcodes only how many live
// there, not how old they are; so the truth may lie to either side, though not beyond that of what holds it.
func (s *Scale) home(a census.Area) reid.Place {
	n := int64(s.table.People(a))
	p := reid.Place{Area: reid.Area(a), People: reid.Count{Likely: n}}
	off := roughly(s.table.Level(a))
	p.People.Low, p.People.High = n*100/off, n*off/100
	for holder := s.table.Parent(a); holder != 0; holder = s.table.Parent(holder) {
		p.People.High = min(p.People.High, int64(s.table.People(holder))*roughly(s.table.Level(holder))/100)
	}
	return p
}

// roughly is how many hundredths of the figure for an area the truth may be, at most.
func roughly(l census.Level) int64 {
	switch l {
	case census.Country:
		return 105
	case census.State:
		return 112
	case census.County:
		return 125
	default:
		return 170
	}
}

// areas looks a name up with as much as possible of what stands behind it.
func (s *Scale) areas(w Words) []census.Area {
	forms := w.forms()
	tokens := w.Doc.Tokens
	sentence := tokens[w.First].Sentence
	for more := longestRegion; more > 0; more-- {
		end := w.Last + more
		if end > len(tokens) || tokens[end-1].Kind != text.Word || tokens[end-1].Sentence != sentence {
			continue
		}
		behind := Words{Doc: w.Doc, First: w.Last, Last: end}
		if found := s.table.Places(nil, append(slices.Clip(forms), behind.forms()...), 0); len(found) > 0 {
			return found
		}
	}
	return s.table.Places(nil, forms, 0)
}

// What a postcode stands for where no table has it: so many people (Royal Mail, Canada Post: people by number of codes). A whole one is a
// street; the front of one, a district.
const (
	ofStreet   = 42
	ofDistrict = 22_000
)

// postcode is where a postcode lies: in the US its own area, in Canada and the UK a part of the country.
func (s *Scale) postcode(w Words) []reid.Place {
	forms := w.forms()
	for _, f := range forms {
		digits, _, _ := strings.Cut(f, "-")
		if a, ok := s.table.Postcode(digits); ok && len(digits) == 5 {
			return []reid.Place{s.home(a)}
		} else if len(digits) == 5 {
			if a, ok := s.table.Postcode(digits[:3]); ok {
				return []reid.Place{s.home(a)}
			}
		}
	}
	return s.letters(strings.Join(forms, ""))
}

// letters reads the postcodes of Canada (K1A 0B1) and the UK (SW1A 1AA), or the fronts of them.
func (s *Scale) letters(code string) []reid.Place {
	code = strings.TrimPrefix(strings.TrimPrefix(code, "postcode"), "postalcode")
	if code == "" || code[0] < 'a' || code[0] > 'z' {
		return nil
	}
	country, whole := "GB", len(code) > 4
	if len(code) >= 3 && digit(code[1]) && !digit(code[2]) && (len(code) == 3 || len(code) == 6 && digit(code[3]) && !digit(code[4])) && code[0] != 'w' && code[0] != 'e' && code[0] != 'n' {
		country = "CA"
	}
	a, ok := s.table.Region(country)
	if !ok {
		return nil
	}
	n := int64(ofDistrict)
	if whole {
		n = ofStreet
	}
	return []reid.Place{{Area: reid.Area(a), People: reid.Count{Low: n / 3, Likely: n, High: n * 4}}}
}

func digit(c byte) bool { return c >= '0' && c <= '9' }
