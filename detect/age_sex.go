package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// ageAndSex reads "34F" and "34 M": capitals, or glued small letters ("34f"), and nothing that makes it a size or a time.
func (s *scan) ageAndSex(l line, i, next int32, n int) {
	t := s.token(next)
	capital := t.Flags&text.Capital != 0
	if n < 1 || n > 110 || s.token(i).Kind != text.Number || !capital && !s.glued(l, next) {
		return
	}
	if i > l.first && s.token(i-1).Kind == text.Word && s.between(i) == "" || next+1 < l.end && s.between(next+1) == "-" {
		return // J10 M6, 9 M-MRO
	}
	if t.Form == "m" && !s.in(l, next+1, setPresents) && !s.in(l, i-1, setOwns) && (n < 16 || i > l.first && !s.pauses(l, next+1) && !s.in(l, next+1, setGoesOn)) {
		return // 5m is a distance, 50M a sum
	}
	if before := s.form(l, i-1); before == "size" || before == "$" || before == "£" || before == "€" {
		return
	}
	if !s.ageContext(l, i, next) {
		return
	}
	s.age(n, i, next)
	s.found(bedside.FactSex, next, next+1)
}

// ageContext keeps "34F" from being read into temperatures, prices, distances, counts and seat rows.
func (s *scan) ageContext(l line, i, next int32) bool {
	if s.in(l, i-1, setBeforeNoAge) {
		return s.form(l, i-1) == "the" && s.form(l, next+1) == "in"
	}
	if s.in(l, next+1, setBehindNoAge) {
		return false
	}
	return true
}

// sexLetter reads the F of "34yo F".
func (s *scan) sexLetter(l line, i int32, unit string) {
	if strings.HasSuffix(unit, "f") || strings.HasSuffix(unit, "m") {
		return
	}
	if w := s.form(l, i); (w == "f" || w == "m") && s.capital(l, i) {
		s.found(bedside.FactSex, i, i+1)
	}
}

// sexAndAge reads "F34 with chest pain", "M72 presents": roads, planes and years of training have such names too, so what is
// said next decides.
func (s *scan) sexAndAge(l line, i int32) {
	n := s.number(l, i+1)
	if n < 16 || n > 110 || !s.glued(l, i+1) || s.token(i).Flags&text.Capital == 0 || s.token(i+1).Kind != text.Number || !s.in(l, i+2, setPresents) {
		return
	}
	if s.in(l, i-1, setBeforeMotorway) {
		return
	}
	s.found(bedside.FactSex, i, i+1)
	s.age(n, i+1, i+2)
}
