package detect

import (
	"bedside"
	"bedside/text"
)

// scanInstitutions finds places of care, work and study by name: those of the table, names that end or begin in a word for
// one, and what follows "admitted to" and the like.
func scanInstitutions(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if s.token(i).Kind != text.Word {
				continue
			}
			s.tableInstitution(l, i)
			w := s.form(l, i)
			if s.in(l, i, setForeignInstitution) {
				s.institutionAhead(l, i)
			}
			switch {
			case s.in(l, i, setInstitutionWord):
				s.institution(l, i)
			case w == "home":
				s.careHome(l, i)
			case s.in(l, i, setEmergency):
				s.emergency(l, i)
			case w == "st" || w == "saint" || w == "sint" || w == "sankt" || w == "san" || w == "santa":
				s.saint(l, i)
			}
			if s.capital(l, i) {
				s.nickname(l, i)
				s.ledInstitution(l, i)
			}
		}
	}
}

// tableInstitution looks a name up in the table. One word that is also a word, a name or a place needs to be led to.
func (s *scan) tableInstitution(l line, i int32) {
	end, p := s.longest(s.d.institutions, l, i)
	if end == 0 || s.isTitleOfWork(l, end) {
		return
	}
	plain := p.general == plainName
	tag := s.token(i).Flags&text.InTag != 0
	switch {
	case end-i > 1, s.capital(l, i) && !plain, tag && !plain && len(s.form(l, i)) > 2,
		s.capital(l, i) && (s.lead(l, i) != leadNone || s.in(l, end, setEmergency)),
		!plain && s.in(l, i-1, setLocative) && len(s.form(l, i)) > 4 && s.ownsName(l, i):
		s.found(bedside.FactInstitution, i, end)
	}
}

// institution reads backwards from "Hospital" over the capitals that name it: "Fort Nelson General Hospital".
func (s *scan) institution(l line, i int32) {
	if !s.capital(l, i) && s.form(l, i) != "hospital" {
		s.smallInstitution(l, i)
		return
	}
	first := i
	for first > l.first && i-first < 6 && s.nameOfInstitution(l, first-1) && s.joined(l, first) {
		first--
	}
	if s.form(l, i-1) == "of" && s.form(l, i) != "hospital" {
		return // "Chair of Surgery"
	}
	for first < i && (isJoiner(s.form(l, first)) || s.in(l, first, setOpener)) {
		first++
	}
	end := s.institutionEnd(l, i+1)
	if s.isTitleOfWork(l, end) || isBody(s.form(l, i), s.form(l, i+1), s.form(l, i-1)) {
		return
	}
	if s.namesIt(l, first, i) || s.isOf(l, i, end) || first < i && s.bareName(l, first, end) {
		s.found(bedside.FactInstitution, first, end)
		return
	}
	if first == i || s.in(l, i-1, setGenericName) {
		s.smallInstitution(l, i)
	}
}

// institutionEnd takes what may follow the word: "Center", "NHS Trust", "of Quillmoor".
func (s *scan) institutionEnd(l line, end int32) int32 {
	for end < l.end && s.capital(l, end) && s.joined(l, end) && s.in(l, end, setInstitutionTail) {
		end++
	}
	if s.form(l, end) == "of" && s.capital(l, end+1) && s.joined(l, end+1) {
		end += 2
		for s.capital(l, end) && s.joined(l, end) {
			end++
		}
	}
	return end
}

// isOf reports whether an institution is named by what follows: "University of Quillmoor", not "School of Nursing".
func (s *scan) isOf(l line, i, end int32) bool {
	w := s.form(l, i+2)
	return end > i+2 && s.form(l, i+1) == "of" && !isFieldOfMedicine(w) && !s.in(l, i+2, setGenericName) && (s.form(l, i) == "university" || !s.is(l, i+2, traitCommon))
}

// namesIt reports whether a word among the cells [first, i) tells this institution from others.
func (s *scan) namesIt(l line, first, i int32) bool {
	for k := first; k < i; k++ {
		shouted := s.token(k).Flags&text.Upper != 0 && s.is(l, k, traitCommon)
		if s.capital(l, k) && !shouted && !s.in(l, k, setGenericName) && !s.in(l, k, setOpener) && !s.in(l, k, setChain) {
			return true
		}
	}
	return false
}

// bareName holds for words that fit many, used as a name, without an article: "born at General Hospital".
func (s *scan) bareName(l line, first, end int32) bool {
	switch s.form(l, first-1) {
	case "at", "to", "from", "visited", "visiting", "visits":
	default:
		return false
	}
	if !s.capital(l, first) || !s.capital(l, end-1) {
		return false
	}
	words := end - first
	if s.form(l, first+1) == "'s" {
		words--
	}
	switch s.form(l, end-1) {
	case "hospital", "infirmary", "general":
		return words >= 2
	case "clinic", "center", "centre":
		return words >= 3
	}
	return false
}

// smallInstitution reads names in small letters: "mulago hospital", "in leeds general infirmary".
func (s *scan) smallInstitution(l line, i int32) {
	switch s.form(l, i) {
	case "hospital", "infirmary", "hospice":
	default:
		return
	}
	first := i
	for first > l.first && i-first < 3 && s.in(l, first-1, setGenericName) && s.joined(l, first) {
		first--
	}
	k := first - 1
	if k < l.first || !s.joined(l, first) || s.is(l, k, traitCommon) || s.token(k).Kind != text.Word || len(s.form(l, k)) < 4 {
		return
	}
	if end, _ := s.longest(s.d.places, l, k); end == k+1 || s.capital(l, k) && s.ownsName(l, k) && !s.in(l, k, setOpener) || s.is(l, k, traitSurname) && !s.is(l, k, traitSurnamePlain) {
		s.found(bedside.FactInstitution, k, i+1)
	}
}

// saint reads "st marys hospital" in any case, and "St V's" where it is led to.
func (s *scan) saint(l line, i int32) {
	k := i + 1
	if k >= l.end || s.token(k).Kind != text.Word || !s.joined(l, k) {
		return
	}
	end := k + 1
	if s.form(l, end) == "'s" {
		end++
	}
	for k := end; k < end+4 && s.joined(l, k); k++ {
		if s.in(l, k, setPlaceOfCare) && !s.is(l, i+1, traitCommon) {
			s.found(bedside.FactInstitution, i, k+1)
			return
		}
		if !s.in(l, k, setGenericName) {
			break
		}
	}
	tag := s.token(i).Flags&text.InTag != 0 && s.token(k).Flags&text.InTag != 0 && !s.is(l, k, traitCommon) && (end == l.end || s.token(end).Flags&text.InTag == 0)
	owned := s.form(l, k+1) == "'s" && !s.is(l, k, traitCommon) && s.in(l, i-1, setLocative) && !s.isDayOf(l, end)
	if tag || s.capital(l, i) && s.capital(l, k) && (owned || s.lead(l, i) != leadNone) {
		s.found(bedside.FactInstitution, i, end)
	}
}

func (s *scan) nameOfInstitution(l line, i int32) bool {
	w := s.form(l, i)
	if isJoiner(w) {
		return s.capital(l, i-1) && s.joined(l, i)
	}
	return s.capital(l, i)
}

// isTitleOfWork holds where a name goes on as that of a journal, a score, a series or a professional event.
func (s *scan) isTitleOfWork(l line, end int32) bool {
	if !s.joined(l, end) {
		return false
	}
	if s.in(l, end, setNamesake) {
		return s.form(l, end) != "heart"
	}
	return s.in(l, end, setTitleOfWork)
}
