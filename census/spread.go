package census

import "math/bits"

// Spread fills in how many thousandths of a person of each sex (men, women) and year of age live in an area: what [Table.Aged] tells, at once
// and finer. It is false where Aged is.
func (t *Table) Spread(a Area, out *[2][Oldest + 1]int64) bool {
	row, ok := t.ageRow(a)
	if !ok {
		return false
	}
	w := t.weights(row, t.Within(a, County))
	all := uint64(0)
	for s := range w {
		for age := range w[s] {
			all += w[s][age]
		}
	}
	people := uint64(t.People(a)) * 1000
	for s := range w {
		for age := range w[s] {
			hi, lo := bits.Mul64(people, w[s][age])
			n, _ := bits.Div64(hi%max(all, 1), lo, max(all, 1))
			out[s][age] = int64(n)
		}
	}
	return true
}
