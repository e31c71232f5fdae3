package detect

import "bedside"

// institutionAhead reads forwards from a word that names of institutions begin with: "Hospital Universitario La Paz".
func (s *scan) institutionAhead(l line, i int32) {
	if !s.capital(l, i) {
		return
	}
	end := i + 1
	for range 6 {
		k := end
		for k < l.end && k < end+2 && s.in(l, k, setForeignJoiner) && s.joined(l, k) {
			k++
		}
		if !s.capital(l, k) || !s.joined(l, k) || s.in(l, k, setMonthOrDay) {
			break
		}
		end = k + 1
	}
	foreign := s.form(l, i) != "hospital" && s.form(l, i) != "college" && s.form(l, i) != "centre" && s.form(l, i) != "rs" && s.form(l, i) != "cabinet"
	if end == i+1 || s.isTitleOfWork(l, end) || !foreign && !s.in(l, i+1, setForeignJoiner) && !s.in(l, i+1, setForeignName) {
		return
	}
	if s.is(l, i+1, traitCommon) && end == i+2 {
		return
	}
	s.found(bedside.FactInstitution, i, end)
}
