package census

// Sex is a sex as statistics count them.
type Sex uint8

// The sexes. Any is both together.
const (
	Any Sex = iota
	Male
	Female
)

// Oldest is the highest age in the table: it stands for all above it. How men and women of 85 and more are spread over single years
// is an assumption, the same everywhere (docs/census.md).
const Oldest = 110

const (
	ages     = Oldest + 1
	bands    = 18 // of five years each, the last one open
	bandSize = 5
)

// Aged returns how many people of a sex live in an area from their first birthday of these years of age to the day before they are
// last+1. All ages of both sexes together are exactly [Table.People]. It is false where the table has no ages: outside the US, and for
// areas that are none. What a county has by age is from bands of five years, and its sexes are those of its state at that age; towns
// and postcodes have the ages of their county.
func (t *Table) Aged(a Area, first, last int, sex Sex) (people int, ok bool) {
	row, ok := t.ageRow(a)
	if !ok {
		return 0, false
	}
	first, last = max(first, 0), min(last, Oldest)
	if first > last {
		return 0, true
	}
	w := t.weights(row, t.Within(a, County))
	var sum, before [2]uint64 // what stands before the first age, and before the one behind the last, of men and of women
	var end [2]uint64
	for s := range 2 {
		for age := range ages {
			sum[s] += w[s][age]
			if age < first {
				before[s] = sum[s]
			}
			if age <= last {
				end[s] = sum[s]
			}
		}
	}
	all := sum[0] + sum[1]
	if all == 0 {
		return 0, false
	}
	part := func(weight uint64) int { return int(uint64(t.People(a)) * weight / all) }
	if sex != Female {
		people += part(end[0]) - part(before[0])
	}
	if sex != Male {
		people += part(sum[0]+end[1]) - part(sum[0]+before[1])
	}
	return people, true
}

// ageRow returns the row of ages of an area or of the nearest one that holds it.
func (t *Table) ageRow(a Area) (row uint32, ok bool) {
	for ; a != 0; a = t.Parent(a) {
		for i := range uint32(t.ageAreas.len()) {
			if Area(t.ageAreas.at(i)) == a {
				return i, true
			}
		}
	}
	return 0, false
}

// weights are how the people of an area are spread over sexes and ages: those of its state, and if the county is known, with that
// county's shares of each band.
func (t *Table) weights(row uint32, county Area) (w [2][ages]uint64) {
	var inBand [bands]uint64
	for s := range uint32(2) {
		for age := range uint32(ages) {
			n := uint64(t.ages.at((2*row+s)*ages + age))
			w[s][age] = n
			inBand[bandOf(age)] += n
		}
	}
	if county == 0 {
		return w
	}
	for s := range w {
		for age := range uint32(ages) {
			b := bandOf(age)
			share := uint64(t.bands.at(t.row(County, county)*bands + b))
			w[s][age] = share * (w[s][age] << 20 / max(inBand[b], 1))
		}
	}
	return w
}

func bandOf(age uint32) uint32 { return min(age/bandSize, bands-1) }
