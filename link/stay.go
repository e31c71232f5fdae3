package link

import (
	"sort"

	"bedside"
	"bedside/calendar"
)

// How far from a post its word on where the author is may reach, and how many such words are looked at.
const (
	stayDays = 120
	stayMost = 32
)

// staysAt is where the author was on a day, by what was said nearest to it, before rather than after: the institution, the
// place, the ward. What the bio says stands beside.
func (t *Timeline) staysAt(day calendar.Day, more []stay) []stay {
	var out []stay
	var kinds bedside.FactSet
	take := func(s stay) {
		if s.Days.First <= day && day <= s.Days.Last && !kinds.Has(s.Kind) {
			kinds.Add(s.Kind)
			out = append(out, s)
		}
	}
	for _, s := range more {
		take(s)
	}
	at := sort.Search(len(t.stays), func(i int) bool { return t.days[t.stays[i].post] > day })
	for i := at - 1; i >= max(0, at-stayMost) && t.days[t.stays[i].post] >= day-stayDays; i-- {
		take(t.stays[i])
	}
	for i := at; i < min(len(t.stays), at+stayMost) && t.days[t.stays[i].post] <= day+stayDays; i++ {
		take(t.stays[i])
	}
	for _, s := range t.bio {
		if !kinds.Has(s.Kind) {
			kinds.Add(s.Kind)
			out = append(out, s)
		}
	}
	return out
}
