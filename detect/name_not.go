package detect

import (
	"strings"

	"bedside/detect/tagger"
	"bedside/text"
)

// notPerson holds for names of people that are part of something else: an address, an institution, a place, a disease or sign that
// is called after somebody, and for abbreviations.
func (s *scan) notPerson(l line, i, end int32) bool {
	if end == i+1 && (!s.capital(l, i) && s.is(l, i, traitPattern) || s.in(l, i, setKinWord) || s.in(l, i, setFamiliar)) {
		return true // a word of ours in small letters, or what one calls one's grandmother
	}
	if t := s.tagOver(i); t.end >= end && (t.kind == tagger.BeginPlace && !s.is(l, i, traitSurname) || t.kind != tagger.BeginPerson && t.end-t.first > end-i) {
		return true // a place, or part of a longer name of a place or an organisation
	}
	if end == i+1 && s.is(l, i, traitPattern) && !s.is(l, i, traitGiven) {
		return true // "Parkinson", "Foley": more often the disease and the tool
	}
	if end == i+1 && !s.is(l, i, traitGiven|traitSurname) && (isTerm(s.form(l, i)) || s.form(l, i-1) == "in") {
		return true // "zorbitis"; a place that no table knows
	}
	if i == l.first || !s.isTitle(l, i-1) {
		if s.insidePlace(l, i) || end == i+1 && s.abbreviation(l, i) {
			return true
		}
	}
	if s.in(l, i-1, setWayWord) && s.capital(l, i) || s.betweenNumbers(l, i, end) {
		return true
	}
	if s.number(l, i-1) > 9 && s.token(i-1).Kind == text.Number && s.runsOn(i) && end-i > 1 && s.capital(l, i) {
		return true // "38567 Keith Canyon"
	}
	after := end
	if s.form(l, after) == "'s" {
		after++
	}
	if after == l.end || after == end && !s.runsOn(after) {
		return false
	}
	return (end == i+1 || !s.is(l, i, traitGiven)) && s.in(l, after, setEponym) || s.capital(l, after) && s.in(l, after, setPlaceWord)
}

// betweenNumbers holds for words of an address: "07 Celso Quill 23".
func (s *scan) betweenNumbers(l line, i, end int32) bool {
	if end >= l.end || s.token(end).Kind != text.Number || !s.runsOn(end) {
		return false
	}
	return i > l.first && s.token(i-1).Kind == text.Number || i-1 > l.first && s.token(i-2).Kind == text.Number && s.runsOn(i-1)
}

// isTerm holds for words that end as those for diseases and operations do. Medicines are found by their stems, and swallow names.
func isTerm(w string) bool {
	if len(w) < 7 {
		return false
	}
	for _, ending := range [...]string{"itis", "osis", "aemia", "ectomy", "otomy", "ostomy", "plasty", "scopy", "pathy", "algia", "pril", "caine", "idone"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

// insidePlace holds for a cell inside the name of a place that begins before it: San [Francisco].
func (s *scan) insidePlace(l line, i int32) bool {
	for k := i - 1; k >= l.first && k >= i-3; k-- {
		if !s.capital(l, k) {
			continue
		}
		end, _ := s.longest(s.d.places, l, k)
		if town, _ := s.town(l, k); end > i || town > i {
			return true
		}
	}
	return false
}

// abbreviation holds for a few letters, all capitals where the words around are not: "HTN", and no name of the tables.
func (s *scan) abbreviation(l line, i int32) bool {
	t := s.token(i)
	if t.Flags&text.Upper == 0 || len(t.Form) > 5 || t.Flags&text.InTag != 0 {
		return false
	}
	if s.is(l, i, traitGiven) && len(t.Form) > 3 {
		return false
	}
	for _, k := range [...]int32{i - 1, i + 1} {
		if s.word(l, k) && len(s.form(l, k)) > 1 {
			return s.token(k).Flags&text.Upper == 0
		}
	}
	return true
}
