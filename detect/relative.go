package detect

import (
	"bedside"
	"bedside/text"
)

// recentDays is how far back "ago" still tells of the last days: a fortnight.
const recentDays = 14

// ago reads a span back from now: "10 min ago", "two nights back", "a couple of weeks ago". Months and years are a word list's.
func (s *scan) ago(l line, i int32) {
	days, smallest := daysOf(s.form(l, i-1))
	if days < 0 && s.glued(l, i-1) && s.token(i-2).Kind == text.Number { // 2h ago, 10d ago
		days, smallest = daysOf(inFull(s.form(l, i-1)))
	}
	if days < 0 {
		return
	}
	first := i - 2
	n := s.number(l, first)
	switch s.form(l, first) {
	case "a", "an":
		n = 1
	case "couple", "few":
		n = smallest
	case "of":
		if s.form(l, first-1) == "couple" {
			first--
			n = smallest
		}
	}
	if t := tens(s.form(l, first-1)); t > 0 && n > 0 && n < 10 {
		n += t
		first--
	}
	if n > 0 && n*days <= recentDays {
		s.found(bedside.FactRecent, max(first, l.first), i+1)
	}
}

// inFull is a unit of time by its letter.
func inFull(letter string) string {
	switch letter {
	case "h":
		return "hours"
	case "d":
		return "days"
	case "w":
		return "weeks"
	}
	return ""
}

// daysOf is how many days a unit of time has, and how many of them "a few" is. Parts of a day have none.
func daysOf(unit string) (days, few int) {
	switch unit {
	case "second", "seconds", "sec", "secs", "minute", "minutes", "min", "mins", "hour", "hours", "hr", "hrs":
		return 0, 1
	case "day", "days", "night", "nights", "shift", "shifts", "morning", "mornings", "evening", "evenings":
		return 1, 3
	case "week", "weeks", "wk", "wks", "weekend", "weekends":
		return 7, 2
	}
	return -1, 0
}

// courseDay reads the day of a course of care: POD3, "post-op day 4", HD 2. A small "pod 3" apart is a part of a ward, and
// small letters or a screen behind it make HD a picture's.
func (s *scan) courseDay(l line, i int32) {
	first, end := i, i+1
	if s.form(l, i) == "op" {
		first--
	}
	if s.form(l, end) == "day" {
		end++
	} else if first < i {
		return
	}
	if end >= l.end || s.token(end).Kind != text.Number || s.number(l, end) < 0 || s.number(l, end) > 60 {
		return
	}
	switch s.form(l, i) {
	case "pod":
		if end == i+1 && !s.postOperative(l, i) {
			return
		}
	case "hd":
		if s.token(i).Flags&text.Upper == 0 || !s.pauses(l, end+1) && !s.in(l, end+1, setFollowsDay) {
			return
		}
	}
	s.found(bedside.FactRecent, first, end+1)
}

// postOperative tells POD3, the day after an operation, from pod 3, a part of a ward.
func (s *scan) postOperative(l line, i int32) bool {
	n := s.number(l, i+1)
	return s.form(l, i) == "pod" && n >= 0 && n <= 60 && (s.glued(l, i+1) || s.token(i).Flags&text.Upper != 0 || s.between(i+1) == " #")
}
