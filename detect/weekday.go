package detect

import (
	"bedside"
	"bedside/calendar"
	"bedside/text"
)

// weekday reads "on Tuesday", "last Tues night", "Friday's"; a weekday of habit ("Mondays", "Sunday roast") says nothing.
func (s *scan) weekday(l line, i int32) {
	if !s.isWeekdayName(l, i) || s.habitual(l, i) {
		return
	}
	first, end := i, i+1
	switch s.form(l, i-1) {
	case "on", "last", "this":
		first--
	case "past":
		if s.form(l, i-2) == "this" {
			first -= 2
		}
	}
	if s.in(l, end, setPartOfDay) {
		end++
	}
	s.found(bedside.FactDate, first, end)
}

// isWeekdayName keeps "sat", "sun", "mon" and "wed" from being read as days where they are words.
func (s *scan) isWeekdayName(l line, i int32) bool {
	w := s.form(l, i)
	if len(w) != 3 || w == "tue" || w == "fri" || w == "thu" {
		return true
	}
	if s.token(i).Flags&text.Capital == 0 {
		return false
	}
	if w == "sun" || i == l.first || s.pauses(l, i) {
		return s.besideDay(l, i)
	}
	return true
}

// besideDay reports whether a short weekday stands beside something that makes it one: "on Sat", "Sun night", "Sat 7.30".
func (s *scan) besideDay(l line, i int32) bool {
	if s.in(l, i-1, setBeforeDay) {
		return true
	}
	if s.in(l, i+1, setBesideDay) {
		return true
	}
	if calendar.Weekday(s.form(l, i-1)) > 0 || calendar.Weekday(s.form(l, i+1)) > 0 {
		return true
	}
	n := s.number(l, i+1)
	return n >= 1 && n <= 31 && (calendar.Suffix(s.form(l, i+2)) || calendar.Month(s.form(l, i+2)) > 0) || i+1 < l.end && isClock(s.token(i+1).Form)
}

// habitual holds for days that come again and again, and for names that days are part of.
func (s *scan) habitual(l line, i int32) bool {
	switch {
	case s.in(l, i-1, setAnyDay):
		return true
	case s.in(l, i-1, setNamedDay): // a list's
		return true
	}
	if s.form(l, i-1) == "a" && !s.in(l, i-2, setOneOf) {
		return true // you owe me a Tuesday
	}
	switch {
	case s.in(l, i+1, setDayThing):
		return true
	case s.form(l, i+1) == "13":
		return calendar.Month(s.form(l, i+2)) == 0
	}
	return s.inTimetable(l, i)
}

// inTimetable reads the days of opening hours: "Mon-Fri", "Mon to Fri", "every Tuesday and Thursday".
func (s *scan) inTimetable(l line, i int32) bool {
	switch s.form(l, i-1) {
	case "to", "thru", "through":
		return calendar.Weekday(s.form(l, i-2)) > 0
	case "and", "or", "&":
		return calendar.Weekday(s.form(l, i-2)) > 0 && (s.form(l, i-3) == "every" || s.form(l, i-3) == "each")
	}
	switch s.form(l, i+1) {
	case "to", "thru", "through":
		return calendar.Weekday(s.form(l, i+2)) > 0
	}
	return calendar.Weekday(s.form(l, i+1)) > 0 && isRange(s.between(i+1)) || calendar.Weekday(s.form(l, i-1)) > 0 && isRange(s.between(i))
}

func isRange(mark string) bool {
	return mark == "-" || mark == "–" || mark == " - " || mark == " – "
}

// weekdaysAgo reads "two Fridays ago".
func (s *scan) weekdaysAgo(l line, i int32) {
	if w := s.form(l, i+1); w != "ago" && w != "back" || s.number(l, i-1) < 1 && s.form(l, i-1) != "couple" {
		return
	}
	s.found(bedside.FactDate, i-1, i+2)
}
