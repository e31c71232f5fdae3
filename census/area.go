package census

// Area is a country, state, county, town or postcode, by its number in one table. 0 is none.
type Area uint32

// Level says what an area is. A higher level lies within a lower one.
type Level uint8

// The levels. A state may be a province or a nation; a county a parish or a borough; a town a village or a city.
const (
	NoLevel Level = iota
	Country
	State
	County
	Postcode3 // all US postcodes with the same three digits in front
	Postcode  // a US ZIP code, by its ZCTA
	Town
)

// Level returns what an area is; NoLevel for what is none of the table's.
func (t *Table) Level(a Area) Level {
	for level := Country; level <= Town; level++ {
		if a > 0 && a < t.starts[level+1] {
			return level
		}
	}
	return NoLevel
}

// Areas returns the numbers of all areas of a level: from first to the one before end.
func (t *Table) Areas(level Level) (first, end Area) {
	if level < Country || level > Town {
		return 0, 0
	}
	return t.starts[level], t.starts[level+1]
}

// row returns the place of an area among those of its level.
func (t *Table) row(level Level, a Area) uint32 { return uint32(a - t.starts[level]) }

// People returns how many live in an area: in 2022 in the US, in 2021 to 2023 in other countries, about 2020 in other countries' towns.
func (t *Table) People(a Area) int {
	level := t.Level(a)
	if level == NoLevel {
		return 0
	}
	return int(t.people.at(uint32(a) - 1))
}

// Parent returns the smallest area above this one that holds it as far as the table knows, 0 for a country.
func (t *Table) Parent(a Area) Area {
	switch level := t.Level(a); level {
	case NoLevel, Country:
		return 0
	default:
		return Area(t.parents.at(uint32(a - t.starts[State])))
	}
}

// Within returns the area of a level that holds an area, or the area itself if it is of that level; 0 where there is none.
func (t *Table) Within(a Area, level Level) Area {
	for a != 0 && t.Level(a) != level {
		if level == Postcode3 && t.Level(a) == Postcode {
			return t.prefixOf(a)
		}
		a = t.Parent(a)
	}
	return a
}

// Inside reports whether one area is another or lies within it.
func (t *Table) Inside(a, b Area) bool {
	level := t.Level(b)
	return level != NoLevel && t.Within(a, level) == b
}

// Code returns how the country and the state that hold an area are written in a jurisdiction: "US-MD", "FR".
func (t *Table) Code(a Area) string {
	if s := t.Within(a, State); s != 0 {
		return t.code(t.Parent(s)) + "-" + t.code(s)
	}
	return t.code(t.Within(a, Country))
}

func (t *Table) code(a Area) string {
	if a == 0 {
		return ""
	}
	return t.codes.at(uint32(a) - 1)
}

// Name returns what a country, state or county is called in English; nothing for smaller areas, of whose names only keys are kept.
func (t *Table) Name(a Area) string {
	if a == 0 || a >= t.starts[County+1] {
		return ""
	}
	return t.names.at(uint32(a) - 1)
}
