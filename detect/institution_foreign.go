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
		for k < l.end && k < end+2 && isForeignJoiner(s.form(l, k)) && s.joined(l, k) {
			k++
		}
		if !s.capital(l, k) || !s.joined(l, k) || isMonthOrDay(s.form(l, k)) {
			break
		}
		end = k + 1
	}
	w := s.form(l, i+1)
	foreign := s.form(l, i) != "hospital" && s.form(l, i) != "college" && s.form(l, i) != "centre" && s.form(l, i) != "rs" && s.form(l, i) != "cabinet"
	if end == i+1 || s.isTitleOfWork(l, end) || !foreign && !isForeignJoiner(w) && !isForeignName(w) {
		return
	}
	if s.is(l, i+1, traitCommon) && end == i+2 {
		return
	}
	s.found(bedside.FactInstitution, i, end)
}

func isForeignJoiner(w string) bool {
	switch w {
	case "de", "del", "della", "di", "da", "do", "dos", "das", "la", "le", "les", "los", "las", "el", "du", "des", "der", "rechts", "am", "im", "zu", "van", "von", "al", "d'", "l'", "y", "e", "ng":
		return true
	}
	return false
}

// isForeignName holds for the second word of a name whose first is also English: "Hospital Universitario", "Hospital Sultanah".
func isForeignName(w string) bool {
	switch w {
	case "universitario", "universitari", "universitaire", "general", "clinico", "clinic", "nacional", "regional", "civil", "central", "infantil", "santa", "san", "santo", "sao", "saint", "sainte", "nossa",
		"nuestra", "sultanah", "sultan", "tuanku", "raja", "tengku", "pulau", "kuala", "queen", "angeles", "italiano", "aleman", "britanico", "virgen", "militar", "pediatrico", "geral", "distrital":
		return true
	}
	return false
}
