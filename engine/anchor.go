package engine

import (
	"bedside"
	"bedside/calendar"
	"bedside/reid"
	"bedside/text"
)

// anchor is the day on which a draft was written, from which its words for a time are counted.
type anchor struct {
	day   calendar.Day
	order calendar.Order
}

// anchorOf is the anchor of a draft that says its time. Without one nothing is resolved: the clock of whoever checks an old
// post says nothing of what its words meant.
func anchorOf(d *bedside.Draft) *anchor {
	if d.Time.IsZero() {
		return nil
	}
	return &anchor{calendar.DayOf(d.Time.Time), calendar.OrderOf(d.Author.Jurisdiction)}
}

// How many days after it a date is still as recent as yesterday, and from how many on it is not recent at all.
const (
	freshDays   = 14
	elapsedDays = 365
)

// age is how long before the draft the words of a date are.
func (a *anchor) age(words []text.Token) reid.Age {
	m := calendar.Resolve(words, a.day, a.order)
	if len(m.Days) == 0 {
		return reid.AgeUnknown
	}
	last := m.Days[len(m.Days)-1].Last
	switch {
	case last < a.day-elapsedDays:
		return reid.AgeElapsed
	case len(m.Days) == 1 && !m.Guessed && m.Days[0].First == last && last >= a.day-freshDays:
		return reid.AgeFresh
	}
	return reid.AgeUnknown
}

// anchored notes how long ago the dates of a passage were, and adds the ages over 89 that years of birth show
// (45 CFR 164.514(b)(2)(i)(C)).
func (r *reading) anchored(doc *text.Document, mentions []bedside.Mention) []bedside.Mention {
	if r.anchor == nil {
		return mentions
	}
	var old []int // mentions of the birth of somebody who is 90
	for i := range mentions {
		m := &mentions[i]
		if m.Kind != bedside.FactDate && m.Kind != bedside.FactYear {
			continue
		}
		words := doc.Tokens[m.First:m.Last]
		if age := r.anchor.age(words); m.Kind == bedside.FactDate && age != reid.AgeUnknown {
			if r.ages == nil {
				r.ages = map[bedside.Span]reid.Age{}
			}
			r.ages[m.Span] = age
		}
		if ofBirth(doc, m.First) && r.anchor.shows90(words) {
			old = append(old, i)
		}
	}
	return withAges(mentions, old)
}

// withAges adds to mentions an age over 89 behind each of some.
func withAges(mentions []bedside.Mention, old []int) []bedside.Mention {
	if len(old) == 0 {
		return mentions
	}
	out, from := make([]bedside.Mention, 0, len(mentions)+len(old)), 0
	for _, i := range old {
		out = append(out, mentions[from:i+1]...)
		from = i + 1
		m := mentions[i]
		m.Kind, m.General = bedside.FactAgeOver89, ""
		out = append(out, m)
	}
	return append(out, mentions[from:]...)
}

// nearBirth is how many tokens before a date the word for birth may stand.
const nearBirth = 6

// oldest is the greatest age that is taken for a living person's.
const oldest = 120

// shows90 reports whether somebody who was born then is 90 or turns it in the draft's year.
func (a *anchor) shows90(words []text.Token) bool {
	m := calendar.Resolve(words, a.day, a.order)
	if len(m.Days) == 0 {
		return false
	}
	now, _, _ := a.day.Date()
	born, _, _ := m.Days[0].First.Date()
	if born > now { // a year in two digits
		born -= 100
	}
	return now-born >= 90 && now-born <= oldest
}

// ofBirth reports whether the words before a date say that somebody was born then. They stand close before it.
func ofBirth(doc *text.Document, first int) bool {
	sentence := doc.Tokens[first].Sentence
	for i := first - 1; i >= max(0, first-nearBirth) && doc.Tokens[i].Sentence == sentence; i-- {
		if doc.Tokens[i].Kind != text.Word {
			continue
		}
		switch doc.Tokens[i].Form {
		case "born", "dob", "yob", "b", "birth", "birthdate", "birthday":
			return true
		case "in", "on", "of", "the", "was", "is", "back", "around", "about", "circa":
		default:
			return false
		}
	}
	return false
}

// agesOf is how long ago the dates among a person's facts were; nil where nothing is known.
func (r *reading) agesOf(facts []bedside.Fact) []reid.Age {
	if len(r.ages) == 0 {
		return nil
	}
	out := make([]reid.Age, len(facts))
	for i := range facts {
		if facts[i].Kind == bedside.FactDate {
			out[i] = r.ages[facts[i].Span]
		}
	}
	return out
}
