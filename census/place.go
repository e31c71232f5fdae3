package census

import (
	"cmp"
	"slices"
)

// Region returns the country or state of a code as drafts write jurisdictions: "US", "US-MD", "GB-SCT".
func (t *Table) Region(code string) (Area, bool) {
	country, rest, hasState := cutCode(code)
	first, end := t.Areas(Country)
	for a := first; a < end; a++ {
		if t.code(a) != country {
			continue
		}
		if !hasState {
			return a, true
		}
		return t.stateOf(a, rest)
	}
	return 0, false
}

func cutCode(code string) (country, state string, found bool) {
	if len(code) > 3 && code[2] == '-' {
		return code[:2], code[3:], true
	}
	return code, "", false
}

func (t *Table) stateOf(country Area, code string) (Area, bool) {
	first, end := t.Areas(State)
	for a := first; a < end; a++ {
		if t.code(a) == code && t.Parent(a) == country {
			return a, true
		}
	}
	return 0, false
}

// longestRegion is how many words the name of a state or country behind a town has at most.
const longestRegion = 4

// Places appends the areas that a name in folded words may mean, the one with most people first. Behind the name may stand a state or a
// country, written out or short: "springfield il". Only areas inside within count, unless it is 0.
func (t *Table) Places(dst []Area, words []string, within Area) []Area {
	start := len(dst)
	words = unmarked(words)
	dst = t.named(dst, words, within, false)
	for cut := 1; cut <= longestRegion && cut < len(words) && len(dst) == start; cut++ {
		behind := words[len(words)-cut:]
		for _, region := range t.named(nil, behind, 0, true) {
			if t.Level(region) <= County {
				dst = t.namedIn(dst, words[:len(words)-cut], region, within)
			}
		}
	}
	slices.SortFunc(dst[start:], func(a, b Area) int { return cmp.Or(cmp.Compare(t.People(b), t.People(a)), cmp.Compare(a, b)) })
	return dst[:start+len(slices.Compact(dst[start:]))]
}

// unmarked leaves out commas and full stops.
func unmarked(words []string) []string {
	if !slices.ContainsFunc(words, marks) {
		return words
	}
	return slices.DeleteFunc(slices.Clone(words), marks)
}

// namedIn appends the areas of a name in a region, or in the state or country above it if it is a county whose towns are not known.
func (t *Table) namedIn(dst []Area, words []string, region, within Area) []Area {
	found := t.named(nil, words, region, false)
	if len(found) == 0 && t.Level(region) == County {
		found = t.named(nil, words, t.Parent(region), false)
	}
	for _, a := range found {
		if within == 0 || t.Inside(a, within) {
			dst = append(dst, a)
		}
	}
	return dst
}

// shortForm marks a name that is an abbreviation, or no name by itself: it counts only behind another.
const shortForm = 1 << 31

// named appends the areas of a name, in no order.
func (t *Table) named(dst []Area, words []string, within Area, behind bool) []Area {
	if len(words) == 0 {
		return dst
	}
	k := KeyOf(words)
	for i, end := t.otherNames.rows(k); i < end; i++ {
		row := t.otherAreas.at(i)
		if a := Area(row &^ shortForm); (behind || row&shortForm == 0) && (within == 0 || t.Inside(a, within)) {
			dst = append(dst, a)
		}
	}
	for i, end := t.townNames.rows(k); i < end; i++ {
		if a := t.starts[Town] + Area(i); within == 0 || t.Inside(a, within) {
			dst = append(dst, a)
		}
	}
	return dst
}
