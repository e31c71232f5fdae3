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
		behind := l.first // the number that was read last
		for i := l.first; i < l.end; i++ {
			if n, next := s.spelled(l, i); n >= 0 && i >= behind {
				s.ageAt(l, i, next, n)
				behind = next
			} else if s.token(i).Kind == text.Number {
				s.ageInFraction(l, i)
			}
			s.ageOfWord(l, i)
		}
	}
}

// ageOfWord reads an age that begins with a word, or that one word says.
func (s *scan) ageOfWord(l line, i int32) {
	switch w := s.form(l, i); w {
	case "aged", "age":
		s.ageAfter(l, i, i+1)
	case "turned", "turns", "turning":
		s.turned(l, i)
	case "pushing", "nearing", "approaching":
		s.almost(l, i)
	case "nearly", "almost":
		if s.ofPerson(l, i-1) {
			s.almost(l, i)
		}
	case "in":
		s.decade(l, i)
	case "early", "mid", "late":
		s.bareDecade(l, i)
	case "dol":
		s.dayOfLife(l, i, i+1)
	case "day":
		if s.form(l, i+1) == "of" && s.form(l, i+2) == "life" {
			s.dayOfLife(l, i, i+3)
		}
	case "hundredth":
		s.birthday(l, i, i+1, 100)
	case "f", "m":
		s.sexAndAge(l, i)
	case "centenarian", "supercentenarian", "nonagenarian", "centenarians", "nonagenarians":
		s.found(bedside.FactAgeOver89, i, i+1)
	case "octogenarian", "septuagenarian", "octogenarians", "septuagenarians":
		s.found(bedside.FactAge, i, i+1)
	default:
		s.ordinalBirthday(l, i, w)
	}
}

func (s *scan) age(years int, first, end int32) {
	if years > 89 {
		s.found(bedside.FactAgeOver89, first, end)
		return
	}
	s.found(bedside.FactAge, first, end)
}

// spelled reads a number of years: in digits, with a decimal or a half ("2.5", "2½"), or in words up to a hundred and ten.
func (s *scan) spelled(l line, i int32) (n int, next int32) {
	if s.form(l, i) == "hundred" {
		if lead := s.form(l, i-1); lead != "a" && lead != "one" {
			return -1, i
		}
		next = i + 1
		if s.form(l, next) == "and" {
			next++
		}
		if rest := s.number(l, next); rest > 0 && rest < 20 && s.token(next).Kind == text.Word {
			return 100 + rest, next + 1
		}
		return 100, i + 1
	}
	if n, next = s.written(l, i); n < 0 {
		return s.decimal(l, i)
	}
	switch {
	case s.form(l, next) == "1/2":
		next++
	case s.form(l, next) == "and" && s.form(l, next+1) == "a" && s.form(l, next+2) == "half":
		next += 3
	}
	return n, next
}

// decimal reads the whole years of "2.5".
func (s *scan) decimal(l line, i int32) (n int, next int32) {
	if i >= l.end || s.token(i).Kind != text.Number {
		return -1, i
	}
	whole, part, ok := strings.Cut(s.token(i).Form, ".")
	if !ok || len(part) != 1 || atoi(part) < 0 {
		return -1, i
	}
	return atoi(whole), i + 1
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
	if s.predicated(l, i, next) || n >= 16 && s.betweenCommas(l, i, next) {
		s.age(n, i, next)
		return
	}
	switch unit := s.form(l, next); {
	case unit == "yo", unit == "yof", unit == "yom", unit == "yrold":
		if s.joins(next) {
			s.age(n, i, next+1)
			s.sexLetter(l, next+1, unit)
		}
	case unit == "y", unit == "year", unit == "years", unit == "yr", unit == "yrs":
		s.yearsOld(l, i, next, n, unit)
	case s.in(l, next, setPartOfYear):
		s.youngAge(l, i, next, n, unit)
	case unit == "weeker", unit == "weekers":
		s.found(bedside.FactAge, i, next+1)
	case unit == "something", unit == "odd":
		s.roughly(l, i, next, n)
	case unit == "th", unit == "st", unit == "nd", unit == "rd":
		s.birthday(l, i, next+1, n)
	case unit == "f", unit == "m":
		s.ageAndSex(l, i, next, n)
	}
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
	if !s.in(l, k-1, setWhoIsAged) {
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

// ofPerson reports whether a cell is the verb of somebody: "he's", "she was".
func (s *scan) ofPerson(l line, i int32) bool {
	switch s.form(l, i) {
	case "is", "was", "'s":
	default:
		return false
	}
	return s.in(l, i-1, setAgedPerson)
}

// ageAfter reads "aged 34", "age of 34", but no limit that many meet: "under the age of 50", "age 18-25".
func (s *scan) ageAfter(l line, i, next int32) {
	k := i - 1
	if s.form(l, k) == "the" {
		k--
	}
	if s.in(l, k, setLimitsAge) {
		return
	}
	if w := s.form(l, next); w == "of" || w == "is" {
		next++
	}
	if n, end := s.written(l, next); n > 0 && n < 120 && s.form(l, end) != "and" && s.form(l, end) != "plus" && !s.hyphened(l, end) {
		s.age(n, i, end)
	}
}
