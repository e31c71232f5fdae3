package link

import (
	"sort"

	"bedside"
	"bedside/calendar"
)

// evidence is something by which a patient may turn up again.
type evidence struct {
	key     uint64
	days    calendar.Day // within so many days of each other
	follows bool         // only where one of the posts takes up somebody who was told of before
}

// keys lists by which evidence another post may tell of the same patient.
func (r *Record) keys(i int) []evidence {
	var out []evidence
	for k := range r.Tellings[i].Details {
		out = append(out, r.Tellings[i].Details[k].evidence()...)
	}
	if r.thread != 0 {
		out = append(out, evidence{key: mixed('t', r.thread), days: 365})
	}
	if r.words != 0 {
		out = append(out, evidence{key: mixed('w', r.words), days: 365})
	}
	return out
}

// How many days apart posts may be to tell of one patient, by what they share.
const (
	direct   = 365 // a name, a number
	rareDays = 30
	rolled   = 30 // a role that few hold
	happened = 7  // an event
	born     = 4  // several at once
	held     = 21 // an occupation, taken up again
)

func (d *Detail) evidence() []evidence {
	if d.Key == 0 {
		return nil
	}
	of := func(days calendar.Day) evidence { return evidence{key: mixed(byte(d.Kind), d.Key), days: days} }
	switch d.Kind {
	case bedside.FactName, bedside.FactEmail, bedside.FactPhone, bedside.FactRecordNumber, bedside.FactNationalNumber:
		return []evidence{of(direct)}
	case bedside.FactRareCondition:
		return []evidence{of(rareDays)}
	case bedside.FactUniqueRole:
		return []evidence{of(rolled)}
	case bedside.FactEvent:
		return []evidence{of(happened)}
	case bedside.FactOccupation:
		e := of(held)
		e.follows = true
		return []evidence{e}
	case bedside.FactMultipleBirth:
		return []evidence{{key: mixed('m', uint64(d.To)), days: born}, {key: mixed('r', 0), days: 1}}
	case bedside.FactRecord:
		if d.To > 0 { // of a birth: several at once may be the same
			return []evidence{of(rareDays), {key: mixed('r', 0), days: 1}}
		}
		return []evidence{of(rareDays)}
	}
	return nil
}

// mixed keeps keys of different kinds apart.
func mixed(kind byte, key uint64) uint64 { return (key ^ uint64(kind)) * 1099511628211 }

// mostTried bounds how many posts are held against one for the same evidence: those nearest in time.
const mostTried = 8

// same lists tellings that explicit evidence shows to be of the same patient as one of a record's.
func (t *Timeline) same(r *Record, i int) []int32 {
	var out []int32
	p := &r.Tellings[i]
	for _, e := range r.keys(i) {
		for _, k := range t.near(e, r.Day) {
			other := &t.tellings[k].Telling
			if (!e.follows || p.Follows || other.Follows) && compatible(p, other) {
				out = append(out, k)
			}
		}
	}
	if r.answers != 0 {
		for _, k := range t.near(evidence{key: mixed('w', r.answers), days: 365}, r.Day) {
			if compatible(p, &t.tellings[k].Telling) {
				out = append(out, k)
			}
		}
	}
	if i == r.main() {
		for _, k := range t.echoing(r) {
			if compatible(p, &t.tellings[k].Telling) {
				out = append(out, k)
			}
		}
	}
	if p.Follows && len(out) == 0 {
		if k := t.takenUp(r, i); k >= 0 {
			out = append(out, k)
		}
	}
	if len(out) == 0 && i == r.main() {
		if k := t.goesOn(r, i); k >= 0 {
			out = append(out, k)
		}
	}
	return out
}

// near lists the tellings with some evidence that are close enough in time, at most so many.
func (t *Timeline) near(e evidence, day calendar.Day) []int32 {
	all := t.byKey[e.key]
	from := sort.Search(len(all), func(i int) bool { return t.dayOf(all[i]) >= day-e.days })
	to := sort.Search(len(all), func(i int) bool { return t.dayOf(all[i]) > day+e.days })
	if to-from > mostTried {
		mid := sort.Search(len(all), func(i int) bool { return t.dayOf(all[i]) > day })
		from = max(from, min(mid, to)-mostTried)
		to = min(to, from+mostTried)
	}
	return all[from:to]
}

func (t *Timeline) dayOf(telling int32) calendar.Day { return t.days[t.tellings[telling].post] }

// How far back a post may take up somebody: so many days, and so many patients.
const (
	takenUpDays = 30
	takenUpMost = 24
	freshlyTold = 4 // days within which the only patient is meant, whatever is told
	toldAround  = 3 // how many days beside the time that a post names the other may have been written
)

// takenUp is the telling that a post goes on with in so many words, or -1: the one before it that shares most with it.
func (t *Timeline) takenUp(r *Record, i int) int32 {
	p := &r.Tellings[i]
	if p.Since != (calendar.Interval{}) && p.Since.Last < r.Day-takenUpDays {
		return t.takenUpOf(p)
	}
	end := sort.Search(len(t.solid), func(k int) bool { return t.dayOf(t.solid[k]) > r.Day })
	best, most, fresh := int32(-1), 0, 0
	last := int32(-1)
	for at := end - 1; at >= max(0, end-takenUpMost) && t.dayOf(t.solid[at]) >= r.Day-takenUpDays; at-- {
		k := t.solid[at]
		other := &t.tellings[k].Telling
		if !compatible(p, other) {
			continue
		}
		if n := shared(p, other); n > most {
			best, most = k, n
		}
		if t.dayOf(k) >= r.Day-freshlyTold {
			if fresh++; fresh == 1 {
				last = k
			}
		}
	}
	if best < 0 && fresh == 1 {
		return last
	}
	return best
}

// How far back a story may begin that a post goes on with in no such words: so many days, and so many patients.
const (
	goesOnDays = 60
	goesOnMost = 12
)

// goesOn is the telling before that a story goes on with, or -1: the nearest one of a story that nothing contradicts. One of the two must be
// particular enough for a thought.
func (t *Timeline) goesOn(r *Record, i int) int32 {
	p := &r.Tellings[i]
	if p.Story < continued {
		return -1
	}
	end := sort.Search(len(t.solid), func(k int) bool { return t.dayOf(t.solid[k]) > r.Day })
	for at := end - 1; at >= max(0, end-goesOnMost) && t.dayOf(t.solid[at]) >= r.Day-goesOnDays; at-- {
		k := t.solid[at]
		if other := &t.tellings[k].Telling; other.Story >= continued && max(p.Story, other.Story) >= thought && compatible(p, other) {
			return k
		}
	}
	return -1
}

// takenUpOf is the telling of the days that a post names for what it goes on with, or -1: the one that shares most with it, else the only one.
func (t *Timeline) takenUpOf(p *Telling) int32 {
	best, most, only, count := int32(-1), 0, int32(-1), 0
	for _, k := range t.during(calendar.Interval{First: p.Since.First - toldAround, Last: p.Since.Last + toldAround}, p.Since.Last) {
		other := &t.tellings[k].Telling
		if !compatible(p, other) {
			continue
		}
		if n := shared(p, other); n > most {
			best, most = k, n
		}
		only = k
		count++
	}
	if best < 0 && count == 1 {
		return only
	}
	return best
}

// shared counts what two tellings both say that not every patient shares.
func shared(a, b *Telling) int {
	n := 0
	for i := range a.Details {
		x := &a.Details[i]
		switch x.Kind {
		case bedside.FactSex, bedside.FactRecent, bedside.FactDate, bedside.FactWard, bedside.FactStory, bedside.FactPast, bedside.FactYear:
			continue
		}
		for k := range b.Details {
			if y := &b.Details[k]; x.Kind == y.Kind && (x.Key == y.Key || x.From > 0 && x.From == y.From) {
				n++
				break
			}
		}
	}
	if a.Sex == b.Sex && a.Sex != SexUnknown && n > 0 {
		n++
	}
	return n
}

// compatible reports whether two tellings may be of one patient: nothing in them contradicts it.
func compatible(a, b *Telling) bool {
	if a.Sex != b.Sex && a.Sex != SexUnknown && b.Sex != SexUnknown && a.Sex != SexMixed && b.Sex != SexMixed {
		return false
	}
	for _, kind := range []bedside.FactKind{bedside.FactAge, bedside.FactMultipleBirth} {
		if x, y := a.figure(kind), b.figure(kind); x != nil && y != nil && (x.To+1 < y.From || y.To+1 < x.From) {
			return false
		}
	}
	for _, kind := range []bedside.FactKind{bedside.FactRareCondition, bedside.FactName} {
		if x, y := a.figure(kind), b.figure(kind); x != nil && y != nil && !a.says(kind, y.Key) && !b.says(kind, x.Key) {
			return false
		}
	}
	return true
}

// figure is the first detail of a kind; nil when there is none.
func (p *Telling) figure(kind bedside.FactKind) *Detail {
	for i := range p.Details {
		if p.Details[i].Kind == kind {
			return &p.Details[i]
		}
	}
	return nil
}

func (p *Telling) says(kind bedside.FactKind, key uint64) bool {
	for i := range p.Details {
		if p.Details[i].Kind == kind && p.Details[i].Key == key {
			return true
		}
	}
	return false
}
