package worth

import (
	"bedside/census"
	"bedside/reid"
)

// admittedOfThousand is how many of a thousand people are admitted to a hospital in a year, births among them: what turns a hospital's
// admissions into the people who would fill it.
const admittedOfThousand = 115

// The people whom a hospital is there for when nobody knows its size: a small one's, a usual one's, a large one's. US acute hospitals.
const (
	smallHospital = 4_000
	usualHospital = 90_000
	largeHospital = 1_500_000
)

// maxHospitals bounds how many hospitals of one name are thought of.
const maxHospitals = 4

// institution is what a place of care is there for: a hospital of the tables, else one of a town that its name holds or the author works
// in. Schools and other places have no figure.
func (s *Scale) institution(forms []string) []reid.Place {
	if len(forms) == 0 {
		return nil
	}
	if found := s.hospitals(forms); len(found) > 0 {
		return found
	}
	if !has(forms, "hospital", "hospitals", "medical", "infirmary", "general", "clinic", "health", "healthcare", "memorial", "regional", "st", "saint", "sick", "royal", "mercy", "university") ||
		has(forms, "school", "college", "academy") {
		return nil
	}
	town := s.townOf(forms)
	if town == 0 {
		if s.state == 0 {
			return nil
		}
		n := int64(s.table.People(s.state))
		return []reid.Place{{Area: reid.Area(s.state), Care: true, People: reid.Count{Low: min(n, smallHospital), Likely: min(n, usualHospital), High: min(n, largeHospital)}}}
	}
	p := s.treated(town)
	p.People.Low = min(p.People.Low, smallHospital)
	return []reid.Place{p}
}

func (s *Scale) hospitals(forms []string) []reid.Place {
	var found []census.Hospital
	holders := []census.Area{s.state, s.land}
	if len(s.near) > 0 {
		t := s.table
		holders = append([]census.Area{s.near[0], t.Within(s.near[0], census.County), t.Within(s.near[0], census.State)}, holders...)
	}
	for _, h := range holders {
		if h != 0 && len(found) == 0 {
			found = s.table.Hospitals(found, forms, h)
		}
	}
	if len(found) == 0 && s.state == 0 {
		found = s.table.Hospitals(nil, forms, 0)
	}
	out := make([]reid.Place, 0, maxHospitals)
	for i := range found[:min(len(found), maxHospitals)] {
		h := &found[i]
		out = append(out, reid.Place{Area: reid.Area(h.Area), Care: true, People: reid.Count{
			Low: filling(h.Admissions.Low) / 2, Likely: filling(h.Admissions.Likely), High: filling(h.Admissions.High) * 2,
		}})
	}
	return out
}

func filling(admissions int) int64 { return int64(admissions) * 1000 / admittedOfThousand }

// townOf is the town whose name a hospital has in its own ("Duluth General"), else the author's; 0 for none.
func (s *Scale) townOf(forms []string) census.Area {
	for n := min(len(forms)-1, 3); n > 0 && s.state != 0; n-- {
		for _, a := range s.table.Places(nil, forms[:n], s.state) {
			if s.table.Level(a) == census.Town {
				return a
			}
		}
	}
	if len(s.near) > 0 {
		return s.near[0]
	}
	return 0
}
