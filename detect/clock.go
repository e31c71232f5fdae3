package detect

import (
	"strings"

	"bedside"
	"bedside/calendar"
	"bedside/text"
)

// clock reads a time of day in digits. It tells of today or of the day that stands beside it, so it counts as recent.
func (s *scan) clock(l line, i int32) bool {
	f, next := s.token(i).Form, s.form(l, i+1)
	n := atoi(f)
	switch {
	case (next == "am" || next == "pm") && (n >= 1 && n <= 12 || isClock(f)):
		s.found(bedside.FactRecent, i, i+2)
	case next == "oclock" && n >= 1 && n <= 12:
		s.found(bedside.FactRecent, i, i+2)
	case len(f) == 4 && n >= 0:
		return s.militaryClock(l, i, n)
	case !isClock(f) || !s.clockContext(l, i):
		return false
	default:
		s.found(bedside.FactRecent, i, i+1)
	}
	return true
}

// militaryClock reads "at 0510", "0340 hrs", "until 1530". A year needs no zero and no "at".
func (s *scan) militaryClock(l line, i int32, n int) bool {
	if n >= 2400 || n%100 > 59 {
		return false
	}
	f, next := s.token(i).Form, s.form(l, i+1)
	if i == l.first && i+1 < l.end && f[0] == '0' && n > 0 && s.pauses(l, i+1) || s.behindAt(i) {
		s.found(bedside.FactRecent, i, i+1)
		return true
	}
	switch {
	case s.form(l, i-1) == "at":
		if f[0] == '0' || n < 1950 {
			s.found(bedside.FactRecent, i-1, i+1)
			return true
		}
	case s.in(l, i-1, setLeadsToHour):
		if f[0] == '0' || n < 1800 && n%5 == 0 && s.form(l, i-1) != "around" {
			s.found(bedside.FactRecent, i-1, i+1)
			return true
		}
	}
	if (next == "hrs" || next == "h" || next == "hours") && (f[0] == '0' || next == "h" || s.glued(l, i+1)) {
		s.found(bedside.FactRecent, i, i+2)
		return true
	}
	return false
}

// isClock holds for 3:45, 03.45 and 04:34:22.
func isClock(f string) bool {
	sep := strings.IndexAny(f, ":.")
	if sep < 1 || sep > 2 || len(f) < sep+3 {
		return false
	}
	rest := f[sep+1:]
	if len(rest) == 5 && f[sep] == ':' && rest[2] == ':' {
		rest = rest[:2]
	}
	h, m := atoi(f[:sep]), atoi(rest)
	return len(rest) == 2 && h >= 0 && h <= 23 && m >= 0 && m <= 59
}

// clockContext keeps scores, ratios, verses, race times, prices and laboratory values from being read as times.
func (s *scan) clockContext(l line, i int32) bool {
	colon := strings.IndexByte(s.token(i).Form, ':') > 0
	if s.in(l, i+1, setMeasure) || s.priced(i) {
		return false
	}
	if colon && s.behindAt(i) {
		return true
	}
	if s.in(l, i+1, setBehindHour) {
		return true
	}
	switch {
	case s.in(l, i-1, setBeforeHour):
		return colon || !s.laboratory(l, i)
	case s.in(l, i-1, setNearHour):
		return colon
	}
	if calendar.Weekday(s.form(l, i-1)) > 0 || colon && calendar.Weekday(s.form(l, i+1)) > 0 {
		return true
	}
	return colon && i == l.first && len(s.token(i).Form) == 5
}

// behindAt reports whether the sign @ stands before a number.
func (s *scan) behindAt(i int32) bool {
	return strings.HasSuffix(strings.TrimRight(s.doc.Text[:s.token(i).Start], " "), "@")
}

// priced reports whether a sign of money stands before a number.
func (s *scan) priced(i int32) bool {
	before := s.doc.Text[:s.token(i).Start]
	return strings.HasSuffix(before, "$") || strings.HasSuffix(before, "£") || strings.HasSuffix(before, "€") || strings.HasSuffix(before, "₹")
}

// laboratory reports whether one of the two words before a lead names a value that a number with a point gives.
func (s *scan) laboratory(l line, i int32) bool {
	for k := i - 3; k < i-1; k++ {
		if s.in(l, k, setLaboratory) {
			return true
		}
	}
	return false
}

// behindClock skips a time of day behind a date.
func (s *scan) behindClock(l line, i int32) int32 {
	if i >= l.end || s.token(i).Kind != text.Number || strings.IndexByte(s.token(i).Form, ':') < 0 || !isClock(s.token(i).Form) {
		return i
	}
	if w := s.form(l, i+1); w == "am" || w == "pm" {
		return i + 2
	}
	return i + 1
}

// hourInWords reads "at ten pm", "three o'clock" from what follows the hour.
func (s *scan) hourInWords(l line, i int32) {
	if i == l.first || s.token(i-1).Kind != text.Word {
		return // digits begin their own
	}
	n := numberWord(s.form(l, i-1))
	if n < 1 || n > 12 {
		return
	}
	if s.form(l, i) == "am" {
		if !s.in(l, i-2, setBeforeHourInWords) {
			return // "the one am I"
		}
	}
	s.found(bedside.FactRecent, i-1, i+1)
}
