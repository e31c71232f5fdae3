package detect

import (
	"strings"

	"bedside"
	"bedside/calendar"
	"bedside/text"
)

// scanDates finds days, months with a day or year, seasons and quarters with a year, weekdays, clock times, spans back from
// now, and bare years. Feast days are a word list's. A year alone is a quasi-identifier; anything finer is an identifier
// (45 CFR 164.514(b)(2)(i)(C)). What habit says, it leaves: every Monday, the Sunday roast.
func scanDates(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			before := len(s.raw)
			switch t := s.token(i); t.Kind {
			case text.Number:
				s.dateOfNumber(l, i)
			case text.Word:
				s.dateOfWord(l, i, t.Form)
			case text.Punct, text.Emoji, text.Handle, text.Hashtag, text.Link, text.Email, text.Newline:
			}
			if len(s.raw) > before { // the year and the hour of a date are read with it
				i = max(i, s.raw[before].end-1)
			}
		}
	}
}

func (s *scan) dateOfWord(l line, i int32, w string) {
	switch {
	case w == "q":
		s.quarter(l, i)
	case w == "am" || w == "pm" || w == "oclock":
		s.hourInWords(l, i)
	case w == "pod" || w == "hod" || w == "hd" || w == "postop" || w == "op" && s.form(l, i-1) == "post":
		s.courseDay(l, i)
	case len(w) < 3:
	case calendar.Month(w) > 0:
		s.monthDate(l, i)
	case calendar.Weekday(w) > 0:
		s.weekday(l, i)
	case w[len(w)-1] == 's' && calendar.Weekday(w[:len(w)-1]) > 0:
		s.weekdaysAgo(l, i)
	case calendar.Ordinal(w) > 0:
		s.ordinalDate(l, i)
	case calendar.Season(w):
		s.seasonOfYear(l, i)
	case w == "ago" || w == "back":
		s.ago(l, i)
	}
}

func (s *scan) dateOfNumber(l line, i int32) {
	switch f := s.token(i).Form; {
	case strings.Count(f, "/") == 2 || strings.Count(f, ".") == 2:
		s.dateInOneNumber(l, i, f)
	case s.dateInHyphens(l, i):
	case strings.IndexByte(f, '/') > 0:
		if !s.monthAndYear(l, i, f) {
			s.dayAndMonth(l, i, f)
		}
	case s.clock(l, i):
	case len(f) == 4 && s.year(l, i):
	case len(f) == 8:
		s.dateInFileName(l, i, f)
	case strings.IndexByte(f, '.') < 0:
		s.dayOfMonth(l, i)
	}
}

// dateInOneNumber reads 12/03/2024, 3.12.24 and 2024/03/12, which are one token.
func (s *scan) dateInOneNumber(l line, i int32, f string) {
	sep := "/"
	if strings.IndexByte(f, '/') < 0 {
		sep = "."
	}
	if isDayMonthYear(strings.Split(f, sep)) {
		s.found(bedside.FactDate, i, s.behindClock(l, i+1))
	}
}

func isDayMonthYear(p []string) bool {
	if len(p) != 3 {
		return false
	}
	a, b, c := atoi(p[0]), atoi(p[1]), atoi(p[2])
	if len(p[0]) == 4 {
		return a >= 1850 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31
	}
	if !isDayAndMonth(a, b) || len(p[0]) > 2 || len(p[1]) > 2 {
		return false
	}
	return len(p[2]) == 2 || len(p[2]) == 4 && c >= 1850 && c <= 2100
}

// isDayAndMonth holds for a day and a month in either order.
func isDayAndMonth(a, b int) bool {
	return a >= 1 && b >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12)
}

// dateInHyphens reads 2024-03-12 and 12-03-24, which the tokeniser parts at the hyphens.
func (s *scan) dateInHyphens(l line, i int32) bool {
	if !s.hyphened(l, i+1) || !s.hyphened(l, i+2) || s.hyphened(l, i) || s.hyphened(l, i+3) {
		return false
	}
	p := []string{s.token(i).Form, s.token(i + 1).Form, s.token(i + 2).Form}
	if !isDayMonthYear(p) || len(p[1]) != 2 && len(p[2]) != 4 {
		return false
	}
	s.found(bedside.FactDate, i, s.behindClock(l, i+3))
	return true
}

// hyphened reports whether a cell is a number with nothing but a hyphen between it and the number before.
func (s *scan) hyphened(l line, i int32) bool {
	return i > l.first && i < l.end && s.token(i).Kind == text.Number && s.token(i-1).Kind == text.Number && s.between(i) == "-"
}

// between is what stands between a cell and the one before it.
func (s *scan) between(i int32) string { return s.doc.Text[s.token(i-1).End:s.token(i).Start] }

// pauses reports whether the sentence or a part of it ends before a cell.
func (s *scan) pauses(l line, i int32) bool {
	return i >= l.end || i > l.first && strings.ContainsAny(s.between(i), ",.;:!?)…\n–—")
}

// dayAndMonth reads 3/12 where a word before it says that it is a day: scores, doses, pressures and durations look the same.
func (s *scan) dayAndMonth(l line, i int32, f string) {
	p := strings.Split(f, "/")
	a, b := atoi(p[0]), atoi(p[1])
	if len(p) != 2 || len(p[0]) > 2 || len(p[1]) > 2 || !isDayAndMonth(a, b) || a == 24 && b == 7 || a == 9 && b == 11 {
		return
	}
	day := i > l.first && calendar.Weekday(s.form(l, i-1)) > 0
	if s.in(l, i-1, setBeforeDate) {
		day = true
	}
	if !day || s.in(l, i+1, setMeasure) {
		return
	}
	s.found(bedside.FactDate, i, s.behindClock(l, i+1))
}

// monthAndYear reads 08/2023.
func (s *scan) monthAndYear(l line, i int32, f string) bool {
	month, year, _ := strings.Cut(f, "/")
	m, y := atoi(month), atoi(year)
	if len(month) > 2 || len(year) != 4 || m < 1 || m > 12 || y < 1900 || y > 2100 {
		return false
	}
	s.found(bedside.FactDate, i, i+1)
	return true
}

// dateInFileName reads 20240312 where it is part of a name ("IMG_20240312") or a word says that it is a date.
func (s *scan) dateInFileName(l line, i int32, f string) {
	if y, m, d := atoi(f[:4]), atoi(f[4:6]), atoi(f[6:]); y < 1900 || y > 2100 || m < 1 || m > 12 || d < 1 || d > 31 {
		return
	}
	switch s.form(l, i-1) {
	case "dob", "on", "date", "dated", "taken", "born":
	default:
		if !s.glued(l, i) && !s.glued(l, i+1) {
			return
		}
	}
	s.found(bedside.FactDate, i, i+1)
}

// year reads a bare year.
func (s *scan) year(l line, i int32) bool {
	n := atoi(s.token(i).Form)
	if n < 1000 || n > 2100 || !s.yearContext(l, i, n) {
		return false
	}
	s.found(bedside.FactYear, i, i+1)
	return true
}

// yearContext keeps four-digit counts, room numbers and times from being read as years.
func (s *scan) yearContext(l line, i int32, n int) bool {
	switch {
	case s.in(l, i-1, setBeforeYear):
		return true
	case s.in(l, i-1, setNearYear):
		return n >= 1800
	}
	return n >= 1950 && n <= 2035 && s.form(l, i+1) != "hours" && s.form(l, i+1) != "hrs" && s.form(l, i+1) != "followers"
}
