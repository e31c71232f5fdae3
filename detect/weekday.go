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
	switch s.form(l, end) {
	case "night", "morning", "afternoon", "evening", "lunchtime", "nite", "eve", "arvo", "morn":
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
	switch s.form(l, i-1) {
	case "on", "last", "this", "next", "since", "until", "till", "til", "by", "from", "every", "each", "late", "early":
		return true
	}
	switch s.form(l, i+1) {
	case "night", "morning", "afternoon", "evening", "nite", "arvo", "morn", "am", "pm":
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
	switch s.form(l, i-1) {
	case "every", "each", "next", "happy", "black", "any", "most", "some", "another", "no", "per", "single", "typical", "average", "usual", "normal", "random", "manic", "cyber",
		"taco", "meatless", "freaky", "throwback", "giving", "casual", "super", "ruby", "merry", "other", "feels", "blue", "stormy", "lazy", "alternate":
		return true
	case "good", "ash", "maundy", "shrove", "palm", "easter", "whit", "holy", "spy", "fat", "mothering", "carnival", "pancake", "holiday": // a list's
		return true
	}
	if s.form(l, i-1) == "a" && !oneOf(s.form(l, i-2)) {
		return true // you owe me a Tuesday
	}
	switch s.form(l, i+1) {
	case "roast", "roasts", "lunch", "lunches", "brunch", "dinner", "dinners", "league", "papers", "paper", "school", "best", "driver", "times", "telegraph", "mail", "vibes",
		"vibe", "feeling", "feels", "funny", "motivation", "blues", "question", "thoughts", "mood", "person", "people", "service", "addams", "film", "movie", "wisdom",
		"tip", "thing", "newsletter", "funnies", "fun", "special", "supplement", "magazine", "football":
		return true
	case "13":
		return calendar.Month(s.form(l, i+2)) == 0
	}
	return s.inTimetable(l, i)
}

// oneOf holds for words that make "a Tuesday" one that there was.
func oneOf(w string) bool {
	switch w {
	case "on", "was", "to", "till", "until":
		return true
	}
	return false
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
