package worth

import (
	"slices"

	"bedside/census"
	"bedside/reid"
)

// mayRetire is the age from which on people may have had a trade and left it.
const mayRetire = 58

// occupation is the share of people with a trade at the ages at which people have it; behind "retired", of those who had it.
func (s *Scale) occupation(forms []string) reid.Value {
	v := reid.Value{}
	left := has(forms, "retired", "former", "ex")
	if left && len(forms) > 1 {
		forms = slices.DeleteFunc(forms, func(w string) bool { return w == "retired" || w == "former" || w == "ex" })
	}
	rates := s.table.Condition(forms)
	for i := range rates {
		if rates[i].Measure != census.Having {
			return reid.Value{}
		}
		r := row(&rates[i])
		if left {
			r.First, r.Last, r.Share.Low = mayRetire, reid.Oldest, r.Share.Low/4
		}
		if i == 0 || !left {
			v.Rates = append(v.Rates, r)
		}
	}
	if len(v.Rates) > 0 {
		v.Sex = sexOf(forms)
	}
	return v
}
