package reid

import "slices"

// band is years of age of which everything is alike: the rates, the uses, and whether the told ages hold them.
type band struct{ first, last int }

// bandsOf cuts the years of life wherever a rate or a told age begins or ends.
func bandsOf(told []Detail) []band {
	cuts := append([]int{}, useCuts()...)
	cut := func(at int) {
		if at > 0 && at <= Oldest {
			cuts = append(cuts, at)
		}
	}
	for i := range told {
		v := &told[i].Value
		if v.Ages.Told() {
			for _, day := range [...]int32{v.Ages.First, v.Ages.Last} { // of a year that begins or ends within, only days count
				cut(yearOf(day))
				cut(yearOf(day) + 1)
			}
		}
		for k := range v.Rates {
			cut(int(v.Rates[k].First))
			cut(int(v.Rates[k].Last) + 1)
		}
	}
	slices.Sort(cuts)
	out := make([]band, 0, len(cuts)+1)
	from := 0
	for _, at := range slices.Compact(cuts) {
		out = append(out, band{from, at - 1})
		from = at
	}
	return append(out, band{from, Oldest})
}

// yearOf is the year of age that a day of life is counted in.
func yearOf(day int32) int { return min(int(day/DaysOfYear), Oldest) }

// days is how many days of each year of a band the told ages hold, between two days of life.
func (b band) days(a Ages, from, to int32) int64 {
	if yearOf(a.Last) < b.first || yearOf(a.First) > b.last {
		return 0
	}
	if b.first == Oldest || b.first < b.last { // the open end holds everybody above; a band of several years is told as a whole
		return DaysOfYear
	}
	first, last := max(a.First, int32(b.first)*DaysOfYear, from), min(a.Last+1, int32(b.first+1)*DaysOfYear, to)
	return int64(max(0, last-first))
}

// endOfLife is later than any day of life that is counted.
const endOfLife = (Oldest + 1) * DaysOfYear

// inBands sums the people of a place up by sex and band.
func inBands(p *Pyramid, bands []band) (out [2][]int64) {
	for half := range p {
		out[half] = make([]int64, len(bands))
		for i, b := range bands {
			for year := b.first; year <= b.last; year++ {
				out[half][i] += p[half][year]
			}
		}
	}
	return out
}
