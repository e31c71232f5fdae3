package worth

import (
	"bedside"
	"bedside/calendar"
	"bedside/reid"
)

// How many days words leave open that name no day.
const (
	fewDays    = 2
	lastDays   = 7
	lastMonths = 60
)

// time reads when the person was seen, or when they were born.
func (s *Scale) time(w Words) reid.Value {
	tokens := w.Doc.Tokens[w.First:w.Last]
	meaning := calendar.Resolve(tokens, s.at(), s.order)
	if w.Kind != bedside.FactRecent && bornThen(w) {
		return s.birth(meaning)
	}
	if len(meaning.Days) == 0 {
		return reid.Value{Time: reid.Time{Length: vague(w.Kind, w.forms())}}
	}
	t := reid.Time{Length: int32(meaning.Days[0].Last - meaning.Days[0].First + 1)}
	if s.dated {
		t.Days = meaning.Days
	}
	return reid.Value{Time: t}
}

// at is the day to count from. Without the draft's own, one that is not near a leap day: only how many days words leave open is used
// of the answer.
func (s *Scale) at() calendar.Day {
	if s.dated {
		return s.day
	}
	return someDay
}

const someDay calendar.Day = 19_500

// vague is how many days words leave open of which the calendar says nothing.
func vague(k bedside.FactKind, forms []string) int32 {
	switch {
	case k == bedside.FactPast:
		return 0
	case k == bedside.FactYear:
		return reid.DaysOfYear
	case has(forms, "month", "months"):
		return lastMonths
	case has(forms, "week", "weekend", "wk", "week's", "days", "recently", "lately"):
		return lastDays
	case k == bedside.FactDate || has(forms, "today", "tonight", "day", "night", "nite", "morning", "evening", "afternoon", "now", "just") && !has(forms, "long", "shift"):
		return fewDays
	}
	return 0
}

// birth is the age of somebody who was born on some day.
func (s *Scale) birth(m calendar.Meaning) reid.Value {
	if len(m.Days) == 0 || !s.dated {
		return reid.Value{Share: reid.Share{Low: reid.Everybody / 50_000, Likely: reid.Everybody / 29_000, High: reid.Everybody / 18_000}}
	}
	first, last := m.Days[0].First, m.Days[0].Last
	if first > s.day { // a year in two digits
		const century = 36_525
		first, last = first-century, last-century
	}
	return reid.Value{Ages: reid.Ages{First: ageOn(last, s.day), Last: ageOn(first, s.day)}}
}

// ageOn is an age in days of years that all have 365.
func ageOn(born, at calendar.Day) int32 {
	by, bm, bd := born.Date()
	y, m, d := at.Date()
	years := y - by
	if m < bm || m == bm && d < bd {
		years--
	}
	days := int32(at-born) - int32(years*1461/4)
	return int32(years)*reid.DaysOfYear + min(max(days, 0), reid.DaysOfYear-1)
}

// nearBirth is how many tokens before a date the word for birth may stand.
const nearBirth = 4

// bornThen reports whether the words before a date say that somebody was born then.
func bornThen(w Words) bool {
	sentence := w.Doc.Tokens[w.First].Sentence
	for i := w.First - 1; i >= max(0, w.First-nearBirth) && w.Doc.Tokens[i].Sentence == sentence; i-- {
		switch w.Doc.Tokens[i].Form {
		case "born", "dob", "yob", "birth", "birthdate", "birthday":
			return true
		}
	}
	return false
}
