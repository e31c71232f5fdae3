package detect

import (
	"strings"

	"bedside"
	"bedside/calendar"
)

// gestation reads weeks and days of a pregnancy: "23+4".
func (s *scan) gestation(l line, i int32) bool {
	if !s.in(l, i-1, setBeforeGestation) {
		return false
	}
	t := s.token(i)
	rest := s.doc.Text[t.End:]
	n := atoi(t.Form)
	return n >= 20 && n <= 43 && len(rest) >= 2 && rest[0] == '+' && rest[1] >= '0' && rest[1] <= '6' && (len(rest) == 2 || rest[2] < '0' || rest[2] > '9')
}

// ageInFraction reads an age as British notes write it, in parts of a year, a week or a pregnancy: "an 8/12 old boy", "born at
// 26/40". A duration or a score has no child behind it.
func (s *scan) ageInFraction(l line, i int32) {
	count, of, ok := strings.Cut(s.token(i).Form, "/")
	if n := atoi(count); !ok || n < 1 || n > 60 {
		return
	}
	switch of {
	case "12", "52", "7":
		if s.in(l, i+1, setOfChild) {
			s.found(bedside.FactAge, i, i+2)
		}
	case "40":
		switch s.form(l, i-1) {
		case "at", "born", "ex", "delivered":
			if n := atoi(count); n >= 20 && n <= 43 {
				s.found(bedside.FactAge, i, i+1)
				s.found(bedside.FactFinding, i, i+1)
			}
		}
	}
}

// bornAt reads "born at 26 weeks" from its number.
func (s *scan) bornAt(l line, i, end int32, n int) {
	if s.form(l, i-1) != "at" || n < 20 || n > 43 {
		return
	}
	if s.in(l, i-2, setBornEarly) {
		s.found(bedside.FactAge, i, end)
	}
}

// dayOfLife reads "DOL 6", "day of life 4" from its label; at is where the number may be.
func (s *scan) dayOfLife(l line, i, at int32) {
	if n := s.number(l, at); n >= 0 && n <= 120 {
		s.found(bedside.FactAge, i, at+1)
	}
}

// birthday reads "her 103rd birthday"; end is the cell behind the ordinal.
func (s *scan) birthday(l line, i, end int32, n int) {
	if w := s.form(l, end); w == "birthday" || w == "bday" {
		s.age(n, i, end+1)
	}
}

// ordinalBirthday reads "her ninetieth birthday", "his eighty-fourth birthday".
func (s *scan) ordinalBirthday(l line, i int32, w string) {
	if !strings.HasSuffix(w, "th") && w != "first" && w != "second" && w != "third" {
		return
	}
	n := calendar.Ordinal(w)
	if n == 0 && strings.HasSuffix(w, "ieth") {
		n = tens(strings.TrimSuffix(w, "ieth") + "y")
	}
	if n < 1 {
		return
	}
	if t := tens(s.form(l, i-1)); t > 0 && n < 10 {
		s.birthday(l, i-1, i+1, t+n)
		return
	}
	s.birthday(l, i, i+1, n)
}

// turned reads "he turned 71", "who turns 101", "my brother just turned six". Below seventy somebody must be said to turn it.
func (s *scan) turned(l line, i int32) {
	n, next := s.written(l, i+1)
	if n < 0 {
		n, next = s.spelled(l, i+2) // a hundred
	}
	k := i - 1
	if w := s.form(l, k); w == "just" || w == "only" || w == "has" || w == "is" {
		k--
	}
	if s.in(l, k, setWhoTurned) {
		if n > 0 && n < 70 && (s.pauses(l, next) || s.in(l, next, setFollowsDay)) {
			s.age(n, i, next)
		}
	}
	if n >= 70 && n <= 115 && !s.in(l, next, setMeasure) {
		s.age(n, i, next)
	}
}

// almost reads "pushing 90": what it nears counts from above ninety on.
func (s *scan) almost(l line, i int32) {
	n, next := s.written(l, i+1)
	if n < 0 {
		n, next = s.spelled(l, i+2)
	}
	if n < 60 || n > 110 || n%5 != 0 || s.in(l, next, setMeasure) || !s.pauses(l, next) && !s.in(l, next, setFollowsDay) && s.form(l, next) != "who" {
		return
	}
	s.age(n-1, i, next)
}

// decade reads "in her 80s", "in his late nineties", "in her teens".
func (s *scan) decade(l line, i int32) {
	switch s.form(l, i+1) {
	case "her", "his", "their":
	default:
		return
	}
	k := i + 2
	switch s.form(l, k) {
	case "late", "early", "mid", "very":
		k++
	}
	if n, end := s.decadeAt(l, k); n >= 10 && n <= 110 {
		s.age(n, i, end)
	}
}

// bareDecade reads "a lady, late 80s", "early thirties male": a person must stand beside it, or it is of a century.
func (s *scan) bareDecade(l line, i int32) {
	n, end := s.decadeAt(l, i+1)
	if n >= 20 && n <= 110 && s.form(l, i-1) != "the" && (s.in(l, i-1, setOfPerson) || s.in(l, end, setOfPerson)) {
		s.age(n, i, end)
	}
}

// decadeAt reads "80s", "nineties", "teens".
func (s *scan) decadeAt(l line, i int32) (n int, end int32) {
	if n = s.number(l, i); n >= 0 {
		if x := s.form(l, i+1); x != "s" && x != "'s" || n%10 != 0 {
			return -1, i
		}
		return n, i + 2
	}
	w := s.form(l, i)
	if w == "teens" {
		return 10, i + 1
	}
	return tens(strings.TrimSuffix(w, "ies") + "y"), i + 1
}
