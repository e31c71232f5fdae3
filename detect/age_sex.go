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
	if t.Form == "m" && !presents(s.form(l, next+1)) && !owns(s.form(l, i-1)) && (n < 16 || i > l.first && !s.pauses(l, next+1) && !goesOn(s.form(l, next+1))) {
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

// presents holds for what is said next of a patient in shorthand.
func presents(w string) bool {
	switch w {
	case "with", "w", "presents", "presenting", "presented", "came", "brought", "admitted", "complaining", "pmh", "pmhx", "known", "hx", "who", "c", "post", "pod", "found", "collapsed", "bib", "bibems":
		return true
	}
	return false
}

// goesOn holds for what may be said next of a patient, and hardly of a sum.
func goesOn(w string) bool {
	switch w {
	case "for", "on", "had", "has", "is", "was", "smoker", "diabetic", "pt", "patient", "here", "today", "tonight", "arrested", "fell", "transferred", "referred", "diagnosed", "s", "ex", "and", "in":
		return true
	}
	return false
}

// owns holds for words before a person.
func owns(w string) bool {
	switch w {
	case "a", "an", "my", "our", "this", "another", "poor", "that":
		return true
	}
	return false
}

// ageContext keeps "34F" from being read into temperatures, prices, distances, counts and seat rows.
func (s *scan) ageContext(l line, i, next int32) bool {
	switch s.form(l, i-1) {
	case "size", "row", "seat", "minus", "below", "above", "around", "about", "feels", "hit", "hits", "like", "ran", "run", "swim", "the", "over", "under", "nearly", "almost", "to", "by", "platform", "gate":
		return s.form(l, i-1) == "the" && s.form(l, next+1) == "in"
	}
	switch s.form(l, next+1) {
	case "outside", "degrees", "views", "followers", "people", "dollars", "subs", "run", "sprint", "users", "streams", "pounds", "euros", "jobs", "freestyle", "final", "hurdles":
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
	if n < 16 || n > 110 || !s.glued(l, i+1) || s.token(i).Flags&text.Capital == 0 || s.token(i+1).Kind != text.Number || !presents(s.form(l, i+2)) {
		return
	}
	switch s.form(l, i-1) {
	case "the", "on", "off", "near", "junction", "between", "from", "to":
		return
	}
	s.found(bedside.FactSex, i, i+1)
	s.age(n, i+1, i+2)
}
