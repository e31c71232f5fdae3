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

// Meets is the share of a home's patients whom a place of care sees: by its size among all people of the home, if it lies there, or of the
// county that holds both, and less if only the state or the country does. People of a county without a hospital all go to another.
func (f Figures) Meets(home, care reid.Place) reid.Share {
	a, b := census.Area(home.Area), census.Area(care.Area)
	if f.Table.Inside(b, a) {
		return f.part(a, care.People, reid.Count{Low: 60, Likely: 95, High: 100})
	}
	for _, near := range [...]struct {
		level census.Level
		share reid.Count
	}{{census.County, reid.Count{Low: 40, Likely: 85, High: 100}}, {census.State, reid.Count{Low: 3, Likely: 20, High: 90}}, {census.Country, reid.Count{Low: 0, Likely: 1, High: 20}}} {
		if all := f.Table.Within(a, near.level); all != 0 && all == f.Table.Within(b, near.level) {
			return f.part(all, care.People, near.share)
		}
	}
	return reid.Share{Likely: reid.Everybody / 100_000, High: reid.Everybody / 20}
}

// part is the share of an area's people whom a place of care is there for, less by some hundredths. At most it may be all of them.
func (f Figures) part(all census.Area, served, hundredths reid.Count) reid.Share {
	n := max(int64(f.Table.People(all)), 1)
	of := func(served, hundredths int64) int64 { return min(served, n) * reid.Everybody / n * hundredths / 100 }
	return reid.Share{Low: of(served.Low, hundredths.Low), Likely: of(served.Likely, hundredths.Likely), High: reid.Everybody * hundredths.High / 100}
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
