package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanAges finds ages: "34yo", "34-year-old", "34F", "a 3-day-old", "aged 34", "in her 80s", "her 103rd birthday".
// The letter of "34F" is also the sex. An age of 90 or more is an identifier (45 CFR 164.514(b)(2)(i)(C)).
func scanAges(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if n, next := s.written(l, i); n >= 0 {
				s.ageAt(l, i, next, n)
			}
			switch s.form(l, i) {
			case "aged", "age":
				s.ageAfter(l, i, i+1)
			case "turned", "turns", "turning":
				if n := s.number(l, i+1); n >= 70 && n <= 115 {
					s.age(n, i, i+2)
				}
			case "in":
				s.decade(l, i)
			case "centenarian", "supercentenarian", "nonagenarian":
				s.found(bedside.FactAgeOver89, i, i+1)
			case "octogenarian", "septuagenarian":
				s.found(bedside.FactAge, i, i+1)
			}
		}
	}
}

func (s *scan) age(years int, first, end int32) {
	if years > 89 {
		s.found(bedside.FactAgeOver89, first, end)
		return
	}
	s.found(bedside.FactAge, first, end)
}

// ageAt reads an age that begins with its number.
func (s *scan) ageAt(l line, i, next int32, n int) {
	if n > 120 {
		return
	}
	if s.gestation(l, i) {
		s.found(bedside.FactAge, i, i+1)
		s.found(bedside.FactFinding, i, i+1)
		return
	}
	if s.predicated(l, i, next) {
		s.age(n, i, next)
		return
	}
	if s.betweenCommas(l, i, next) && n >= 16 {
		s.age(n, i, next)
		return
	}
	unit := s.form(l, next)
	switch unit {
	case "yo", "yof", "yom", "yrold":
		s.age(n, i, next+1)
		s.sexLetter(l, next+1, unit)
	case "y", "year", "years", "yr", "yrs":
		s.yearsOld(l, i, next, n, unit)
	case "month", "months", "mo", "mth", "week", "weeks", "wk", "wks", "day", "days", "hour", "hours", "hr":
		if w := s.form(l, next+1); w == "old" || w == "olds" || (unit == "mo" || unit == "wk") && s.glued(l, next) && w == "o" {
			s.found(bedside.FactAge, i, next+2)
		}
	case "weeker", "weekers":
		s.found(bedside.FactAge, i, next+1)
	case "th", "st", "nd", "rd":
		if s.form(l, next+1) == "birthday" {
			s.age(n, i, next+2)
		}
	case "f", "m":
		s.ageAndSex(l, i, next, n)
	}
}

// gestation reads weeks and days of a pregnancy: "23+4".
func (s *scan) gestation(l line, i int32) bool {
	switch s.form(l, i-1) {
	case "at", "a", "an", "twins", "triplets", "twin", "baby", "born", "our", "my", "of", "now", "only", "was", "were", "are", "is":
	default:
		return false
	}
	t := s.token(i)
	rest := s.doc.Text[t.End:]
	n := atoi(t.Form)
	return n >= 20 && n <= 43 && len(rest) >= 2 && rest[0] == '+' && rest[1] >= '0' && rest[1] <= '6' && (len(rest) == 2 || rest[2] < '0' || rest[2] > '9')
}

// predicated reads "this one was fifteen", "he's only 9", where the sentence or a pause follows.
func (s *scan) predicated(l line, i, next int32) bool {
	k := i - 1
	if w := s.form(l, k); w == "only" || w == "just" || w == "barely" || w == "all" {
		k--
	}
	switch s.form(l, k) {
	case "was", "is", "'s":
	default:
		return false
	}
	switch s.form(l, k-1) {
	case "he", "she", "one", "patient", "pt", "kid", "boy", "girl", "lady", "man", "woman", "guy":
	default:
		return false
	}
	w := s.form(l, next)
	return next == l.end || w == "and" || w == "but" || w == "today" || strings.IndexByte(",.;!", s.doc.Text[s.token(next-1).End]) >= 0
}

// betweenCommas reads the bare age of newspapers: "a retired captain, 71, asked".
func (s *scan) betweenCommas(l line, i, next int32) bool {
	if i == l.first || s.token(i).Kind != text.Number || s.token(i-1).Kind != text.Word || len(s.token(i).Form) > 3 {
		return false
	}
	from, to := s.token(i-1).End, s.token(i).Start
	rest := s.doc.Text[s.token(next-1).End:]
	return s.doc.Text[from:to] == ", " && (strings.HasPrefix(rest, ", ") || strings.HasPrefix(rest, ".") && next == l.end) && (next == l.end || s.token(next).Kind != text.Number)
}

func (s *scan) yearsOld(l line, i, next int32, n int, unit string) {
	switch w := s.form(l, next+1); {
	case w == "old" || w == "olds" || w == "o" && unit != "years":
		s.age(n, i, next+2)
		s.sexLetter(l, next+2, "")
	case w == "of" && s.form(l, next+2) == "age":
		s.age(n, i, next+3)
	case unit == "y" && s.glued(l, next):
		s.age(n, i, next+1)
		s.sexLetter(l, next+1, "")
	}
}

// ageAndSex reads "34F" and "34 M": capitals, or glued small letters ("34f"), and nothing that makes it a size or a time.
func (s *scan) ageAndSex(l line, i, next int32, n int) {
	t := s.token(next)
	capital := t.Flags&text.Capital != 0
	if n < 1 || n > 110 || s.token(i).Kind != text.Number || !capital && !s.glued(l, next) {
		return
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

// ageAfter reads "aged 34", "age of 34".
func (s *scan) ageAfter(l line, i, next int32) {
	if w := s.form(l, next); w == "of" || w == "is" {
		next++
	}
	if n, end := s.written(l, next); n > 0 && n < 120 && s.form(l, end) != "and" && s.form(l, end) != "plus" {
		s.age(n, i, end)
	}
}

// decade reads "in her 80s", "in his late nineties".
func (s *scan) decade(l line, i int32) {
	switch s.form(l, i+1) {
	case "her", "his", "their":
	default:
		return
	}
	k := i + 2
	switch s.form(l, k) {
	case "late", "early", "mid":
		k++
	}
	w := s.form(l, k)
	n := s.number(l, k)
	end := k + 1
	if n >= 0 {
		if x := s.form(l, k+1); x != "s" && x != "'s" {
			return
		}
		end = k + 2
	} else {
		n = tens(strings.TrimSuffix(w, "ies") + "y")
	}
	if n >= 10 && n <= 110 && n%10 == 0 {
		s.age(n, i, end)
	}
}
