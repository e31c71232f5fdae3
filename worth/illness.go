package worth

import (
	"bedside"
	"bedside/census"
	"bedside/reid"
)

// rare is the share of a rare disorder by its class: at most so many of ten million have it (Orphanet's classes of prevalence).
func rare(ofTenMillion int) reid.Value {
	share := reid.Share{Low: 1_000, Likely: 20_000, High: 500_000} // no class is known: at most 5 in 10,000, or it would not be rare
	switch {
	case ofTenMillion <= 0:
	case ofTenMillion <= 10:
		share = reid.Share{Low: 20, Likely: 250, High: 1_000}
	case ofTenMillion <= 100:
		share = reid.Share{Low: 1_000, Likely: 3_000, High: 10_000}
	default:
		share = reid.Share{Low: 10_000, Likely: 30_000, High: 100_000}
	}
	return reid.Value{Rates: []reid.Rate{{Last: reid.Oldest, Share: share}}}
}

// illness is a condition, event or procedure of the tables.
func (s *Scale) illness(w Words) reid.Value {
	v := reid.Value{}
	rates := s.table.Condition(w.forms())
	for i := range rates {
		v.Rates = append(v.Rates, row(&rates[i]))
	}
	if len(rates) > 0 && rates[0].Measure == census.OfBirths && (ofMothers(rates) || w.Kind == bedside.FactProcedure || w.Kind == bedside.FactMultipleBirth && !ofSomebody(w)) {
		v.Setting = reid.Birth
	}
	return v
}

// ofMothers holds for what befalls those who give birth, not those who are born.
func ofMothers(rates []census.Rate) bool {
	const grown = 10
	return rates[0].Sex == census.Female && rates[0].First >= grown
}

// ofSomebody holds behind "of": a mother of twins may have had them long ago.
func ofSomebody(w Words) bool {
	return w.First > 0 && w.Doc.Tokens[w.First-1].Form == "of"
}

// row is one row of the tables. What is told of children at birth is so with them at any age. Of twins and their like there are half as many
// mothers as children.
func row(r *census.Rate) reid.Rate {
	out := reid.Rate{
		First: int16(r.First), Last: int16(r.Last), Sex: reid.Sex(r.Sex), EveryYear: r.Measure == census.Yearly,
		Share: reid.Share{Low: int64(r.Low), Likely: mean(int64(r.Low), int64(r.High)), High: int64(r.High)},
	}
	if r.Measure == census.OfBirths && r.Last == 0 {
		out.Last = reid.Oldest
		out.Share.Low, out.Share.Likely = out.Share.Low/2, out.Share.Likely*3/4
	}
	if r.Last >= reid.Oldest-1 {
		out.Last = reid.Oldest
	}
	return out
}

// mean is the geometric mean of two shares: as many times more than the lower as less than the higher.
func mean(low, high int64) int64 {
	m := max(low, 1)
	for range 40 {
		m = (m + low*high/m) / 2
	}
	return m
}

// deaths are how many die in a year, by age. CDC, National Vital Statistics, 2022: rounded; public domain.
func deaths() []reid.Rate {
	var out []reid.Rate
	for _, d := range [...]struct {
		first, last int16
		ofMillion   int64
	}{
		{0, 0, 5_600}, {1, 14, 160}, {15, 24, 800}, {25, 34, 1_600}, {35, 44, 2_500}, {45, 54, 4_500}, {55, 64, 9_900}, {65, 74, 19_800}, {75, 84, 47_000}, {85, reid.Oldest, 150_000},
	} {
		n := d.ofMillion * 1000
		out = append(out, reid.Rate{First: d.first, Last: d.last, EveryYear: true, Share: reid.Share{Low: n / 2, Likely: n, High: n * 3 / 2}})
	}
	return out
}
