package link

import (
	"sort"

	"bedside"
	"bedside/calendar"
)

// stayMost bounds how many words on where the author is are looked at, before a day and after it.
const stayMost = 32

// staysAt is where the author was on a day, by what was said nearest to it, before rather than after, and beside words for work
// rather than in passing: the institution, the place, the ward. What the bio says stands beside. more are stays that come first.
func (t *Timeline) staysAt(day calendar.Day, more []stay) []stay {
	at := sort.Search(len(t.stays), func(i int) bool { return t.days[t.stays[i].post] > day })
	from, to := max(0, at-stayMost), min(len(t.stays), at+stayMost)
	var near []*stay
	for i := range more {
		near = append(near, &more[i])
	}
	for i := at - 1; i >= from; i-- {
		near = append(near, &t.stays[i])
	}
	for i := at; i < to; i++ {
		near = append(near, &t.stays[i])
	}
	var out []stay
	var kinds bedside.FactSet
	for _, sure := range []bool{true, false} {
		for _, s := range near {
			if s.Sure == sure && s.Days.First <= day && day <= s.Days.Last && !kinds.Has(s.Kind) {
				kinds.Add(s.Kind)
				out = append(out, *s)
			}
		}
		if sure {
			out = t.withBio(out, &kinds)
		}
	}
	return out
}

// lastingDays is how long a word for where the author works may hold where nothing else is said.
const lastingDays = 400

// staysOfStory is where the author was on the day of a story of which no post says where: people stay longer than they say.
func (t *Timeline) staysOfStory(day calendar.Day) []stay {
	at := sort.Search(len(t.stays), func(i int) bool { return t.days[t.stays[i].post] > day })
	for i := at - 1; i >= max(0, at-stayMost); i-- {
		if s := &t.stays[i]; s.Kind != bedside.FactWard && day <= s.Days.Last+lastingDays {
			return []stay{*s}
		}
	}
	for i := at; i < min(len(t.stays), at+stayMost); i++ {
		if s := &t.stays[i]; s.Kind != bedside.FactWard && s.Days.First-lastingDays <= day {
			return []stay{*s}
		}
	}
	return nil
}

// withBio adds what the bio says of kinds that nothing nearer was said of.
func (t *Timeline) withBio(out []stay, kinds *bedside.FactSet) []stay {
	for _, s := range t.bio {
		if !kinds.Has(s.Kind) {
			kinds.Add(s.Kind)
			out = append(out, s)
		}
	}
	return out
}
