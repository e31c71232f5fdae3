package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanDates finds days, months with a day or year, weekdays, feast days and clock times, and bare years.
// A year alone is a quasi-identifier; anything finer is an identifier (45 CFR 164.514(b)(2)(i)(C)).
func scanDates(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			switch {
			case s.token(i).Kind == text.Number:
				s.numericDate(l, i)
			case isMonth(s.form(l, i)):
				s.monthDate(l, i)
			case isWeekday(s.form(l, i)):
				s.weekday(l, i)
			default:
				s.feast(l, i)
			}
		}
	}
}

// numericDate reads 12/03/2024, 2024-03-12, 3.12.24, a year, or a clock time.
func (s *scan) numericDate(l line, i int32) {
	f := s.token(i).Form
	for _, sep := range []string{"/", "-", "."} {
		if p := strings.Split(f, sep); len(p) == 3 && isDayMonthYear(p) {
			s.found(bedside.FactDate, i, i+1)
			return
		}
	}
	n := atoi(f)
	if len(f) == 4 && s.form(l, i-1) == "at" && n >= 0 && n < 2400 && n%100 < 60 && (f[0] == '0' || n < 1950) {
		s.found(bedside.FactRecent, i-1, i+1) // "at 0510"
		return
	}
	if len(f) == 4 && n >= 1000 && n <= 2100 && s.yearContext(l, i) {
		if s.isoDate(l, i) {
			s.found(bedside.FactDate, i, i+3)
			return
		}
		s.found(bedside.FactYear, i, i+1)
		return
	}
	switch w := s.form(l, i+1); {
	case (w == "am" || w == "pm") && (n >= 1 && n <= 12 || strings.Contains(f, ":")):
		s.found(bedside.FactRecent, i, i+2)
	case (w == "th" || w == "st" || w == "nd" || w == "rd") && n >= 1 && n <= 31:
		s.dayMonth(l, i, i+2)
	case n >= 1 && n <= 31 && isMonth(w) && (s.capital(l, i+1) || w != "may" && w != "march" && w != "mar" && w != "sun"):
		s.dayMonth(l, i, i+1)
	}
}

// isoDate reads 2024-03-12, which the tokeniser parts at its hyphens.
func (s *scan) isoDate(l line, i int32) bool {
	if !s.glued(l, i+1) || !s.glued(l, i+2) {
		return false
	}
	m, d := s.number(l, i+1), s.number(l, i+2)
	return m >= 1 && m <= 12 && d >= 1 && d <= 31
}

func isDayMonthYear(p []string) bool {
	a, b, c := atoi(p[0]), atoi(p[1]), atoi(p[2])
	if len(p[0]) == 4 {
		return a >= 1850 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31
	}
	if a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12 {
		return false
	}
	return len(p[2]) == 2 || len(p[2]) == 4 && c >= 1850 && c <= 2100
}

// dayMonth reads "3 March", "the 3rd of March 2024" from its day; end is the cell behind the day.
func (s *scan) dayMonth(l line, i, end int32) {
	if s.form(l, end) == "of" {
		end++
	}
	if !isMonth(s.form(l, end)) {
		return
	}
	end++
	if n := s.number(l, end); n >= 1850 && n <= 2100 {
		end++
	}
	s.found(bedside.FactDate, i, end)
}

// monthDate reads "March 3rd, 2024", "March 2024", "in March". May, March and Sun need a capital.
func (s *scan) monthDate(l line, i int32) {
	w := s.form(l, i)
	n := s.number(l, i+1)
	switch {
	case s.token(i).Flags&text.Capital == 0 && (w == "may" || w == "march" || w == "mar" || w == "dec" || w == "jan"):
		return
	case n >= 1 && n <= 31:
		end := i + 2
		switch s.form(l, end) {
		case "th", "st", "nd", "rd":
			end++
		}
		if y := s.number(l, end); y >= 1850 && y <= 2100 {
			end++
		}
		s.found(bedside.FactDate, i, end)
	case n >= 1850 && n <= 2100:
		s.found(bedside.FactDate, i, i+2)
	case s.form(l, i-1) == "in" || s.form(l, i-1) == "last" || s.form(l, i-1) == "this" || s.form(l, i-1) == "since":
		s.found(bedside.FactDate, i, i+1)
	}
}

// weekday reads "on Tuesday", "last Tues night", "Friday's"; a weekday of habit ("Mondays") says nothing.
func (s *scan) weekday(l line, i int32) {
	w := s.form(l, i)
	if len(w) == 3 && s.token(i).Flags&text.Capital == 0 && w != "tue" && w != "fri" && w != "thu" {
		return // sun, sat, mon, wed are words
	}
	if len(w) == 3 && i == l.first && s.number(l, i+1) < 0 && s.form(l, i+1) != "night" && s.form(l, i+1) != "morning" {
		return // "Sat in the car"
	}
	first, end := i, i+1
	switch s.form(l, i-1) {
	case "on", "last", "this":
		first--
	case "every", "each", "next", "happy", "black":
		return
	}
	switch s.form(l, end) {
	case "night", "morning", "afternoon", "evening":
		end++
	}
	s.found(bedside.FactDate, first, end)
}

// feast reads named days: "Christmas Eve", "New Year's Day", "Thanksgiving night".
func (s *scan) feast(l line, i int32) {
	next := s.form(l, i+1)
	switch s.form(l, i) {
	case "christmas", "xmas":
		if next == "eve" || next == "day" || next == "morning" || next == "night" {
			s.found(bedside.FactDate, i, i+2)
		}
	case "new":
		if k := s.form(l, i+2); (next == "year" || next == "years") && (k == "eve" || k == "day" || k == "'s") {
			s.found(bedside.FactDate, i, i+3)
		}
	case "boxing", "canada", "anzac", "independence", "valentines", "bonfire":
		if next == "day" || next == "night" {
			s.found(bedside.FactDate, i, i+2)
		}
	case "halloween", "thanksgiving", "diwali", "hogmanay":
		s.found(bedside.FactDate, i, i+1)
	}
}

// yearContext keeps four-digit counts, room numbers and times from being read as years.
func (s *scan) yearContext(l line, i int32) bool {
	switch s.form(l, i-1) {
	case "in", "since", "from", "of", "circa", "c", "until", "by", "early", "late", "class", "back", "summer", "winter", "spring", "fall", "autumn":
		return true
	}
	n := atoi(s.token(i).Form)
	return n >= 1950 && n <= 2035 && s.form(l, i+1) != "hours" && s.form(l, i+1) != "hrs" && s.form(l, i+1) != "followers"
}

func isMonth(w string) bool {
	switch w {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec":
		return true
	}
	return false
}

func isWeekday(w string) bool {
	switch w {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun":
		return true
	}
	return false
}
