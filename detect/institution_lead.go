package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// lead is what kind of words lead to a name: "admitted to", "a shift at".
type lead uint8

const (
	leadNone lead = iota
	leadWork
	leadCare
)

// lead reads what stands before a name: a preposition, with an article perhaps, and close before it a word for care or work.
func (s *scan) lead(l line, first int32) lead {
	k := first - 1
	if s.form(l, k) == "the" {
		k--
	}
	at := s.form(l, k) == "at"
	if w := s.form(l, k); !at && w != "to" && w != "from" && w != "into" {
		return leadNone
	}
	for n := int32(1); n <= 10 && k-n >= l.first; n++ {
		switch w := s.form(l, k-n); {
		case s.in(l, k-n, setMoved), at && s.in(l, k-n, setCareLead) && (n <= 4 || isPast(w)):
			return leadCare
		case n <= 4 && (s.in(l, k-n, setWent) || at && s.in(l, k-n, setWorkLead)):
			return leadWork
		case n > 1 && (w == "at" || w == "to" || w == "from"):
			return leadNone
		}
	}
	return leadNone
}

// isPast holds for verbs that say what was done to somebody, between which and "at" more may stand: "seen by Dr Brown on Monday at".
func isPast(w string) bool {
	return strings.HasSuffix(w, "ed") || w == "seen" || w == "born" || w == "dx'd"
}

// ledInstitution reads a name behind words of care or work: "transferred to Mercy General", "a shift at Shah LLC".
func (s *scan) ledInstitution(l line, i int32) {
	if s.token(i).Flags&text.InTag != 0 {
		return
	}
	how := s.lead(l, i)
	if how == leadNone && s.form(l, i-1) != "at" {
		return
	}
	if end := s.partners(l, i); end > 0 {
		s.found(bedside.FactInstitution, i, end)
		return
	}
	end := s.nameAhead(l, i)
	if how == leadNone {
		if s.isFirm(l, i, end) {
			s.found(bedside.FactInstitution, i, end)
		}
		return
	}
	if known := s.place(l, i); known >= end || !s.mayBeInstitution(l, i, end, how) || s.isTitleOfWork(l, end) {
		return
	}
	s.found(bedside.FactInstitution, i, end)
}

// nameAhead returns the end of the run of capitals from a cell: at most five, small words between them allowed.
func (s *scan) nameAhead(l line, i int32) int32 {
	end := i + 1
	for end < l.end && end-i < 6 {
		k := end
		for k < l.end && k < end+2 && (isJoiner(s.form(l, k)) && s.form(l, k) != "for" || s.form(l, k) == "&") {
			k++
		}
		if k > end && s.form(l, end) == "'s" && (!s.capital(l, k) || !s.in(l, k, setInstitutionTail)) {
			break
		}
		if !s.capital(l, k) || s.form(l, k) == "i" || k == end && !s.joined(l, k) || s.form(l, end) == "the" || s.isDay(l, k) {
			break
		}
		end = k + 1
	}
	if s.form(l, end) == "'s" && isOwnedName(s.form(l, i), s.form(l, end-1)) {
		end++
	}
	return end
}

// isOwnedName holds for names that keep their "'s": "St Colman's", "Holm Road Children's".
func isOwnedName(first, last string) bool {
	return first == "st" || first == "saint" || last == "children" || last == "women"
}

// isDay holds for words of a calendar, which carry a capital and follow names.
func (s *scan) isDay(l line, k int32) bool {
	return s.in(l, k, setMonthOrDay)
}

// mayBeInstitution holds for a run of capitals that is not something else that one is sent to: a ward, a specialty, a person,
// a state, a day.
func (s *scan) mayBeInstitution(l line, i, end int32, how lead) bool {
	w := s.form(l, i)
	if s.isTitle(l, i) || s.in(l, i, setMonthOrDay) || s.in(l, i, setUnit) || s.in(l, i, setOpener) && (w != "new" || end == i+1) || isFieldOfMedicine(w) {
		return false
	}
	if strings.HasSuffix(w, "ing") && (s.is(l, i, traitCommon) || s.cells[i].id == 0) && !s.isPlaceName(l, i) {
		return false // "admitted to Liking …"
	}
	if after, c := s.town(l, i); after >= end && c == classRegion {
		return false
	}
	if s.token(i).Flags&text.Upper != 0 && end == i+1 {
		return s.isAcronymOfHospital(w, how)
	}
	if end == i+1 {
		return len(w) > 3 && !s.in(l, i, setChain) && !s.is(l, i, traitCommon) && !s.is(l, i, traitGiven)
	}
	if s.is(l, i, traitGiven) && s.is(l, end-1, traitSurname) && end == i+2 && (how != leadCare || s.form(l, i-1) != "at") {
		return false // a person
	}
	return s.anyUncommon(l, i, end)
}

// anyUncommon reports whether a word of a run is no everyday word.
func (s *scan) anyUncommon(l line, i, end int32) bool {
	for k := i; k < end; k++ {
		if s.capital(l, k) && !s.is(l, k, traitCommon) && !isFieldOfMedicine(s.form(l, k)) && !s.in(l, k, setUnit) && !s.in(l, k, setGenericName) {
			return true
		}
	}
	return false
}

// isAcronymOfHospital holds for capitals that people write for a hospital: UWMC, LUTH, UCLA.
func (s *scan) isAcronymOfHospital(w string, how lead) bool {
	if len(w) < 3 || len(w) > 7 || s.inWord(w, setUnit) {
		return false
	}
	return strings.HasSuffix(w, "mc") || strings.HasSuffix(w, "uh") || strings.HasSuffix(w, "th") || strings.HasSuffix(w, "gh") || strings.HasSuffix(w, "mh") ||
		strings.HasPrefix(w, "uc") && how == leadCare
}

// partners reads the names of a firm's partners behind "at": "Bailey, Bennett and Dixon".
func (s *scan) partners(l line, i int32) int32 {
	if i+4 > l.end || s.form(l, i+2) != "and" && s.form(l, i+2) != "&" || s.doc.Text[s.token(i).End:s.token(i+1).Start] != ", " {
		return 0
	}
	for _, k := range [...]int32{i, i + 1, i + 3} {
		if !s.capital(l, k) || s.is(l, k, traitCommon) && !s.is(l, k, traitSurname) || s.isPlaceName(l, k) {
			return 0
		}
	}
	return i + 4
}

// isPlaceName holds for a word that is a place's or a state's name and nobody's.
func (s *scan) isPlaceName(l line, i int32) bool {
	end, _ := s.town(l, i)
	return end > 0 && !s.is(l, i, traitSurname)
}

// isFirm holds for names of firms: "Shah LLC", "Hahn and Sons", "Haney-Johnson".
func (s *scan) isFirm(l line, i, end int32) bool {
	if end == i+2 && s.doc.Text[s.token(i).End:s.token(i+1).Start] == "-" {
		return s.is(l, i, traitSurname) && s.is(l, i+1, traitSurname)
	}
	if s.in(l, end-1, setFirm) {
		return end-i > 1
	}
	return false
}
