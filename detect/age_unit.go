package detect

import "bedside"

// joins reports whether nothing but a space or a hyphen stands before a cell.
func (s *scan) joins(i int32) bool {
	b := s.between(i)
	return b == "" || b == " " || b == "-" || b == " -" || b == "- "
}

// youngAge reads "8mo old", "3-day-old", "6 weeks of age", "4 hours of life".
func (s *scan) youngAge(l line, i, next int32, n int, unit string) {
	switch w := s.form(l, next+1); {
	case w == "old" || w == "olds" || (unit == "mo" || unit == "wk") && s.glued(l, next) && w == "o":
		s.found(bedside.FactAge, i, next+2)
	case w == "of" && (s.form(l, next+2) == "age" || s.form(l, next+2) == "life"):
		s.found(bedside.FactAge, i, next+3)
	case s.number(l, next+1) >= 0 && (s.form(l, next+2) == "day" || s.form(l, next+2) == "days") && s.form(l, next+3) == "old":
		s.found(bedside.FactAge, i, next+4) // 6 weeks 4 days old
	case unit == "weeks" || unit == "wks":
		s.bornAt(l, i, next+1, n)
	}
}

// roughly reads "a ninety-something", "eighty-odd years old": decades of people, not of things.
func (s *scan) roughly(l line, i, next int32, n int) {
	if n%10 != 0 || n < 20 {
		return
	}
	switch w := s.form(l, next+1); {
	case w == "year" || w == "years" || w == "yo" || w == "yr":
		if o := s.form(l, next+2); o == "old" || o == "olds" {
			s.age(n, i, next+3)
		} else if w == "yo" {
			s.age(n, i, next+2)
		}
	case s.form(l, next) == "something" && (s.in(l, next+1, setOfPerson) || s.form(l, i-1) == "a" || s.form(l, i-1) == "an"):
		s.age(n, i, next+1)
	}
}

func (s *scan) yearsOld(l line, i, next int32, n int, unit string) {
	switch w := s.form(l, next+1); {
	case w == "old" || w == "olds" || w == "young" || w == "o" && unit != "years":
		s.age(n, i, next+2)
		s.sexLetter(l, next+2, "")
	case w == "of" && s.form(l, next+2) == "age":
		s.age(n, i, next+3)
	case unit == "y" && s.glued(l, next), (w == "f" || w == "m") && s.capital(l, next+1) && unit != "years" && unit != "year":
		s.age(n, i, next+1)
		s.sexLetter(l, next+1, "")
	case s.number(l, next+1) >= 0 && s.number(l, next+1) < 12 && n < 18 && s.in(l, next+2, setMonths) && s.in(l, next+3, setOfChild):
		end := next + 3 // 2yr 4mo boy
		if s.form(l, end) == "old" {
			end++
		}
		s.age(n, i, end)
	}
}
