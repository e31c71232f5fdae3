package worth

import (
	"bedside/census"
	"bedside/reid"
)

// Figures are the people of a census table, as reid counts them.
type Figures struct{ Table *census.Table }

// Pyramid counts the people of an area by sex and year of age. Where only their number is known, their ages are those of no country
// in particular.
func (f Figures) Pyramid(a reid.Area, p *reid.Pyramid) (guessed, ok bool) {
	area := census.Area(a)
	people := f.Table.People(area)
	if people <= 0 {
		return false, false
	}
	var spread [2][census.Oldest + 1]int64
	*p = reid.Pyramid{}
	if f.Table.Spread(area, &spread) {
		for s := range spread {
			for age, n := range spread[s] {
				p[s][min(age, reid.Oldest)] += n
			}
		}
		return false, true
	}
	for s := range p {
		for age := range p[s] {
			p[s][age] = int64(people) * guess(age) / 2
		}
	}
	return true, true
}

// guess is how many of a thousand people have an age, in a country of which only the number of people is known.
func guess(age int) int64 {
	switch {
	case age < 65:
		return 13
	case age < 80:
		return 8
	case age < 90:
		return 3
	}
	return 0
}
