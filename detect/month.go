package detect

import (
	"strings"

	"bedside"
	"bedside/calendar"
	"bedside/text"
)

// dayOfMonth reads a day in digits with its month ("3 March", "3rd of May"), or alone ("on the 14th").
func (s *scan) dayOfMonth(l line, i int32) {
	n := s.number(l, i)
	if n < 1 || n > 31 {
		return
	}
	end := i + 1
	if calendar.Suffix(s.form(l, end)) {
		if end++; !s.dayMonth(l, i, end) {
			s.dayAlone(l, i, end)
		}
		return
	}
	switch w := s.form(l, end); {
	case (w == "may" || w == "march" || w == "mar") && !s.capital(l, end):
	case s.hyphened(l, end) && calendar.Month(s.form(l, end+1)) > 0: // 3-5 March
		s.dayMonth(l, i, end+1)
	default:
		s.dayMonth(l, i, end)
	}
}

// dayMonth reads "3 March", "the 3rd of March 2024", "12th-14th March" from its day; end is the cell behind the day.
func (s *scan) dayMonth(l line, i, end int32) bool {
	if k := end; s.number(l, k) > 0 && s.number(l, k) <= 31 && calendar.Suffix(s.form(l, k+1)) {
		end = k + 2
	}
	switch s.form(l, end) {
	case "of", "day":
		end++
	}
	if calendar.Month(s.form(l, end)) == 0 {
		return false
	}
	s.found(bedside.FactDate, i, s.behindClock(l, s.behindYear(l, end+1)))
	return true
}

// behindYear skips a year that belongs to the day or month before it: 2024, '24, or the 24 of 12-Mar-24.
func (s *scan) behindYear(l line, i int32) int32 {
	n := s.number(l, i)
	if n < 0 || s.token(i).Kind != text.Number {
		return i
	}
	mark := s.between(i)
	if n >= 1850 && n <= 2100 || len(s.token(i).Form) == 2 && (mark == "-" || strings.HasSuffix(mark, "'") || strings.HasSuffix(mark, "’")) {
		return i + 1
	}
	return i
}

// dayAlone reads "on the 14th", where no thing is counted: not "on the 4th floor".
func (s *scan) dayAlone(l line, i, end int32) {
	led := s.in(l, i-2, setLeadsToDay) || s.form(l, i-2) == "of" && s.in(l, i-3, setSpanOfDays)
	if s.form(l, i-1) != "the" || !led || !s.pauses(l, end) && !s.in(l, end, setFollowsDay) {
		return
	}
	s.found(bedside.FactDate, i-2, end)
}

// ordinalDate reads a day in words: "the third of March", "on the twenty-second". Lower ones alone count things too often.
func (s *scan) ordinalDate(l line, i int32) {
	first := i
	if t := tens(s.form(l, i-1)); (t == 20 || t == 30) && calendar.Ordinal(s.form(l, i)) < 10 {
		first--
	}
	if !s.dayMonth(l, first, i+1) && (first < i || calendar.Ordinal(s.form(l, i)) > 4) {
		s.dayAlone(l, first, i+1)
	}
}

// monthDate reads "March 3rd, 2024", "March the third", "March 2024", "in March".
func (s *scan) monthDate(l line, i int32) {
	w := s.form(l, i)
	day, end := s.dayBehind(l, i+1)
	switch year := s.behindYear(l, i+1); {
	case !s.isMonthName(l, i, w, day && calendar.Suffix(s.form(l, end-1)) || year > i+1):
	case year > i+1:
		s.found(bedside.FactDate, i, year)
	case day:
		s.found(bedside.FactDate, i, s.behindClock(l, s.behindYear(l, end)))
	case s.leadsToMonth(l, i):
		s.found(bedside.FactDate, i, i+1)
	}
}

// dayBehind reads the day behind a month: 3, 3rd, the 3rd, the third.
func (s *scan) dayBehind(l line, i int32) (ok bool, end int32) {
	if s.form(l, i) == "the" {
		i++
	} else if n := s.number(l, i); n >= 1 && n <= 31 && s.token(i).Kind == text.Number && !calendar.Suffix(s.form(l, i+1)) {
		return !s.in(l, i+1, setMeasure) && s.form(l, i+1) != "times" && s.form(l, i+1) != "patients", i + 1
	}
	if n := s.number(l, i); n >= 1 && n <= 31 && calendar.Suffix(s.form(l, i+1)) {
		return true, i + 2
	}
	if t := tens(s.form(l, i)); (t == 20 || t == 30) && calendar.Ordinal(s.form(l, i+1)) > 0 {
		return true, i + 2
	}
	return calendar.Ordinal(s.form(l, i)) > 0 && s.form(l, i-1) == "the", i + 1
}

// isMonthName keeps "they may", "march on", "dec 3 to 2" and "Jan said" from being months: small letters need a day with its
// ending, a year, or a word that leads to a month.
func (s *scan) isMonthName(l line, i int32, w string, sure bool) bool {
	switch w {
	case "may", "march", "mar", "dec", "jan":
	default:
		return true
	}
	if sure || s.token(i).Flags&text.Capital != 0 {
		return true
	}
	if s.in(l, i-1, setBeforeMonthName) {
		return w != "mar"
	}
	return false
}

// leadsToMonth reports whether the words before a bare month make it a time: "in March", "at the end of March".
func (s *scan) leadsToMonth(l line, i int32) bool {
	switch {
	case s.in(l, i-1, setLeadsToMonth):
		return true
	case s.form(l, i-1) == "of":
		switch s.form(l, i-2) {
		case "end", "start", "beginning", "middle":
			return true
		}
	}
	return false
}

// seasonOfYear reads "summer 2019", "the winter of 2023".
func (s *scan) seasonOfYear(l line, i int32) {
	end := i + 1
	if s.form(l, end) == "of" {
		end++
	}
	if behind := s.behindYear(l, end); behind > end {
		s.found(bedside.FactDate, i, behind)
	}
}

// quarter reads "Q3 2023".
func (s *scan) quarter(l line, i int32) {
	if !s.glued(l, i+1) {
		return
	}
	if n := s.number(l, i+1); n < 1 || n > 4 {
		return
	}
	if end := s.behindYear(l, i+2); end > i+2 {
		s.found(bedside.FactDate, i, end)
	}
}
