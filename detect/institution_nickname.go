package detect

import (
	"bedside"
	"bedside/text"
)

// careHome reads back from "care home" and its like over the capitals that name it, in small letters too: "Willow Court care home".
func (s *scan) careHome(l line, i int32) {
	if !s.in(l, i-1, setBeforeHome) {
		return
	}
	first := i - 1
	for first > l.first && i-first < 5 && s.capital(l, first-1) && s.joined(l, first) {
		first--
	}
	for first < i-1 && (s.in(l, first, setOpener) || s.in(l, first, setGenericName)) {
		first++
	}
	if first < i-1 {
		s.found(bedside.FactInstitution, first, i+1)
	}
}

// emergency reads the one capital before the emergency department: a word that names nothing else.
func (s *scan) emergency(l line, i int32) {
	k := i - 1
	if !s.capital(l, k) || !s.joined(l, i) || s.form(l, i) == "er" && s.token(i).Flags&text.Upper == 0 || s.form(l, i) == "trauma" {
		return
	}
	w := s.form(l, k)
	if s.cells[k].id != 0 && !s.isPlaceName(l, k) || len(w) < 4 || isFieldOfMedicine(w) || s.token(k).Flags&text.Upper != 0 && len(w) > 5 || k == l.first {
		return
	}
	if w := s.form(l, k-1); w == "a" || w == "an" || w == "any" {
		return
	}
	if _, c := s.town(l, k); c != classRegion {
		s.found(bedside.FactInstitution, k, i)
	}
}

// nickname reads "at the General", "transferred from County": a capital that nothing goes on with.
func (s *scan) nickname(l line, i int32) {
	if !s.in(l, i, setNickname) || i == l.first || s.in(l, i+1, setGoneOnWith) || s.capital(l, i+1) && s.joined(l, i+1) || s.form(l, i+1) == "'s" {
		return
	}
	if s.lead(l, i) != leadNone || s.form(l, i-1) == "the" && (s.in(l, i+1, setSender) || i-2 >= l.first && s.in(l, i-2, setSent)) ||
		s.in(l, i-1, setSent) && s.form(l, i+1) == "by" {
		s.found(bedside.FactInstitution, i, i+1)
	}
}

// isDayOf holds where a saint's name is a day's, a charity's or a team's: "St Patrick's Day".
func (s *scan) isDayOf(l line, i int32) bool {
	return s.in(l, i, setDayOf)
}
