package population

import (
	"cmp"
	"math/rand/v2"
	"slices"
)

// visit is one person being seen at one hospital, in the year before the drafts are written.
type visit struct {
	person   int32
	day      int16 // how many days before
	leaves   int16 // how many days before they left
	hospital uint16
	cause    int8 // a place in conditions, or one of those below
	setting  uint8
}

// The causes that are no conditions.
const (
	ofBirth   = -1 // of the child
	ofLabour  = -2 // of the mother
	ofAnyKind = -3
)

// The settings.
const (
	inEmergency = iota
	onWard
	inDelivery
)

const window = 365

// treat draws the visits of a year.
func (s *state) treat(r *rand.Rand) {
	for i := range s.people {
		p := &s.people[i]
		age := p.years()
		if p.days < window {
			s.see(r, i, int(p.days), 1+r.IntN(3), ofBirth, inDelivery)
		}
		if p.sex == 1 && r.Float64() < fertility(age) {
			s.see(r, i, r.IntN(window), 1+r.IntN(3), ofLabour, inDelivery)
		}
		sick := 1.0
		for k := range conditions {
			x := &conditions[k]
			if x.lasting {
				if p.ill>>k&1 != 0 {
					sick += 0.6
				}
				continue
			}
			for range poisson(r, x.rate(age, int(p.sex))*s.counties[p.county].sick[k]) {
				if r.Float64() < x.stay {
					s.see(r, i, r.IntN(window), 1+poisson(r, 3.6), k, onWard)
				} else {
					s.see(r, i, r.IntN(window), 0, k, inEmergency)
				}
			}
		}
		for range poisson(r, 0.33*sick*emergencies(age)) {
			s.see(r, i, r.IntN(window), 0, ofAnyKind, inEmergency)
		}
		for range poisson(r, 0.045*sick*stays(age)) {
			s.see(r, i, r.IntN(window), 1+poisson(r, 3.6), ofAnyKind, onWard)
		}
	}
	slices.SortStableFunc(s.visits, func(a, b visit) int { return cmp.Compare(a.hospital, b.hospital) })
	for i := range s.visits {
		h := &s.hospitals[s.visits[i].hospital]
		if h.last == 0 {
			h.first = i
		}
		h.last = i + 1
	}
}

// see notes a visit, mostly to a hospital of the county.
func (s *state) see(r *rand.Rand, who, day, length, cause, setting int) {
	c := &s.counties[s.people[who].county]
	near, any := 0.0, 0.0
	for i := range s.hospitals {
		if h := &s.hospitals[i]; setting != inDelivery || h.delivers {
			any += h.size
			if h.county == c.area {
				near += h.size
			}
		}
	}
	local := near > 0 && r.Float64() < 0.8
	x := r.Float64() * any
	if local {
		x = r.Float64() * near
	}
	for i := range s.hospitals {
		h := &s.hospitals[i]
		if setting == inDelivery && !h.delivers || local && h.county != c.area {
			continue
		}
		if x -= h.size; x <= 0 {
			s.visits = append(s.visits, visit{int32(who), int16(day), int16(max(0, day-length)), uint16(i), int8(cause), uint8(setting)})
			return
		}
	}
}

func fertility(age int) float64 {
	switch {
	case age < 15 || age > 47:
		return 0
	case age < 20:
		return 0.013
	case age < 25:
		return 0.058
	case age < 30:
		return 0.092
	case age < 35:
		return 0.096
	case age < 40:
		return 0.054
	}
	return 0.01
}

func emergencies(age int) float64 {
	switch {
	case age < 2:
		return 2
	case age < 18:
		return 0.9
	case age < 75:
		return 1
	}
	return 1.5
}

func stays(age int) float64 {
	switch {
	case age < 2:
		return 1.5
	case age < 18:
		return 0.3
	case age < 45:
		return 0.6
	case age < 65:
		return 1.1
	case age < 80:
		return 2.2
	}
	return 3.5
}
