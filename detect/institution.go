package detect

import "bedside"

// scanInstitutions finds hospitals, clinics and schools: those of the table, and names that end in a word for one.
func scanInstitutions(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if end, p := s.longest(s.d.institutions, l, i); end > 0 && (end-i > 1 || s.capital(l, i) && p.general != plainName) {
				s.found(bedside.FactInstitution, i, end)
			}
			if isInstitutionWord(s.form(l, i)) {
				s.institution(l, i)
			}
		}
	}
}

// institution reads backwards from "Hospital" over the capitals that name it: "Fort Nelson General Hospital".
func (s *scan) institution(l line, i int32) {
	if !s.capital(l, i) && s.form(l, i) != "hospital" {
		return
	}
	first := i
	for first > l.first && i-first < 6 && s.nameOfInstitution(l, first-1) {
		first--
	}
	for first < i && isJoiner(s.form(l, first)) {
		first++
	}
	end := i + 1
	switch s.form(l, end) {
	case "center", "centre", "hospital", "school":
		if s.capital(l, end) {
			end++
		}
	}
	if s.form(l, end) == "of" && s.capital(l, end+1) {
		end += 2
		for s.capital(l, end) {
			end++
		}
	}
	if first < i || end > i+2 {
		s.found(bedside.FactInstitution, first, end)
	}
}

func (s *scan) nameOfInstitution(l line, i int32) bool {
	w := s.form(l, i)
	if isJoiner(w) {
		return s.capital(l, i-1)
	}
	return s.capital(l, i) && !isOpener(w)
}

func isJoiner(w string) bool { return w == "of" || w == "the" || w == "and" || w == "'s" || w == "for" }

// isOpener holds for words that carry a capital only because they begin a sentence or are pronouns.
func isOpener(w string) bool {
	switch w {
	case "i", "the", "a", "my", "our", "this", "at", "in", "from", "every", "another", "great", "love", "when", "if", "and", "so", "what", "why", "how", "no",
		"your", "his", "her", "their", "is", "was", "thank", "thanks", "to", "teaching", "university", "children", "public", "private", "local", "district", "general":
		return true
	}
	return false
}

func isInstitutionWord(w string) bool {
	switch w {
	case "hospital", "infirmary", "clinic", "hospice", "medical", "health", "healthcare", "memorial", "regional", "general", "university", "college", "surgery", "practice",
		"institute", "sanatorium", "polyclinic", "maternity":
		return true
	}
	return false
}
