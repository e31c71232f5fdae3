package app

import (
	"net/url"
	"time"
	"unicode/utf8"
)

// Problem is what keeps one field of a form from being kept. Its message never repeats what the field holds.
type Problem struct{ Field, Message string }

// problems gathers what is wrong with the fields of a form.
type problems []Problem

// want notes a field that must not be empty.
func (p *problems) want(field, value, message string) {
	if value == "" {
		*p = append(*p, Problem{field, message})
	}
}

// Bounds of what one field may hold, in characters: a line, an address, a passage.
const (
	mostLine    = 500
	mostAddress = 2000
	mostPassage = 20_000
)

// fit notes fields that hold more than they may: after the bound, the name of each and what it holds.
func (p *problems) fit(most int, fields ...string) {
	for i := 0; i+1 < len(fields); i += 2 {
		if utf8.RuneCountInString(fields[i+1]) > most {
			*p = append(*p, Problem{fields[i], "This is longer than " + thousands(int64(most)) + " characters. Keep the part that matters."})
		}
	}
}

// day notes a field that holds something else than a date.
func (p *problems) day(field, value string) {
	if _, ok := dayOf(value); value != "" && !ok {
		*p = append(*p, Problem{field, "Write the date as year, month and day, such as 2026-07-01."})
	}
}

// dayOf reads a date as forms write it.
func dayOf(value string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, value)
	return t, err == nil
}

// today is the day of a time, as forms write it.
func today(now time.Time) string { return now.Format(time.DateOnly) }

// link notes a field that holds something else than the address of a page.
func (p *problems) link(field, value string) {
	u, err := url.Parse(value)
	if value != "" && (err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http") {
		*p = append(*p, Problem{field, "Write the whole address, beginning with https://."})
	}
}
