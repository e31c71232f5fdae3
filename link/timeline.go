package link

import (
	"slices"

	"bedside"
	"bedside/calendar"
	"bedside/reid"
)

// Timeline is the posts of one author, in the order of their times. Add one after the other; while none is added, many
// goroutines may ask.
type Timeline struct {
	figures    reid.Figures   // nil without
	days       []calendar.Day // by post; posts without a day take that of the post before
	tellings   []told
	solid      []int32            // tellings that are not bare
	byKey      map[uint64][]int32 // tellings in their order
	byEcho     map[uint64][]echoed
	stays      []stay // in the order of the posts
	bio        []stay // what the latest description of the account says
	bios       uint64 // its hash
	lastThread uint64 // of the post that was added last
}

// told is a telling in its place, with the tellings of the same patient.
type told struct {
	Telling
	post    int32
	main    bool   // the words of the post are taken for this one
	echoes  []Echo // of a main one
	foreign bool   // the post speaks of the author's family, an animal or a manikin
	manikin bool
	replies bool
	root    int32 // some telling of the same patient nearer to the first; itself for the first
	next    int32 // another telling of the same patient, in a ring
	joined  int32 // of a first one: how many there are
}

type stay struct {
	Stay
	post int32
}

// NewTimeline is a timeline without posts. figures say how many people live where; without them no crowd is told.
func NewTimeline(figures reid.Figures) *Timeline {
	return &Timeline{figures: figures, byKey: map[uint64][]int32{}, byEcho: map[uint64][]echoed{}}
}

// Day is the day of a post; of one without a day, that of the post before it.
func (t *Timeline) Day(index int) calendar.Day { return t.days[index] }

// Len is how many posts were added.
func (t *Timeline) Len() int { return len(t.days) }

// Add appends a post and returns its index. Posts are added in the order of their times.
func (t *Timeline) Add(r Record) int {
	post := int32(len(t.days))
	day := r.Day
	if n := len(t.days); n > 0 && (!r.Dated || day < t.days[n-1]) {
		day = t.days[n-1]
	}
	t.days = append(t.days, day)
	t.addStays(&r, post)
	r = t.chained(r.bare())
	for i := range r.Tellings {
		t.addTelling(&r, i, post)
	}
	return int(post)
}

// addStays notes where the author is. What the bio says is noted when it changes.
func (t *Timeline) addStays(r *Record, post int32) {
	bios := uint64(0)
	for i := range r.Stays {
		s := &r.Stays[i]
		if s.Bio {
			bios = bios*31 + s.Key
			continue
		}
		t.stays = append(t.stays, stay{*s, post})
	}
	if bios == 0 || bios == t.bios {
		return
	}
	t.bios, t.bio = bios, t.bio[:0:0]
	for i := range r.Stays {
		if r.Stays[i].Bio {
			t.bio = append(t.bio, stay{r.Stays[i], post})
		}
	}
}

func (t *Timeline) addTelling(r *Record, i int, post int32) {
	n := int32(len(t.tellings))
	added := told{Telling: r.Tellings[i], post: post, root: n, next: n, joined: 1, foreign: r.Foreign, manikin: r.Manikin, replies: r.Replies}
	if i == r.main() {
		added.main, added.echoes = true, r.Echoes
	}
	same := t.same(r, i)
	t.tellings = append(t.tellings, added)
	if !added.Bare {
		t.solid = append(t.solid, n)
	}
	for _, other := range same {
		if t.tellings[other].post != post { // two people of one post are two
			t.join(other, n)
		}
	}
	for _, k := range r.keys(i) {
		t.byKey[k.key] = append(t.byKey[k.key], n)
	}
	for _, e := range added.echoes {
		t.byEcho[e.Key] = append(t.byEcho[e.Key], echoed{n, e})
	}
}

// chainedDays is how close in time an answer is to what it goes on with, where nothing else is known of it.
const chainedDays = 1

// chained puts an answer that says nothing of its conversation into that of the post before it.
func (t *Timeline) chained(r Record) Record {
	n := int32(len(t.days)) - 1
	switch {
	case r.thread == 0 && r.Replies && r.answers == 0 && n > 0 && t.days[n] <= t.days[n-1]+chainedDays:
		r.thread = t.lastThread
	case r.thread == 0:
		r.thread = mixed('c', uint64(n))
	}
	t.lastThread = r.thread
	return r
}

// first is the first telling of the same patient.
func (t *Timeline) first(i int32) int32 {
	for t.tellings[i].root != i {
		i = t.tellings[i].root
	}
	return i
}

// join notes that two tellings are of one patient.
func (t *Timeline) join(a, b int32) {
	a, b = t.first(a), t.first(b)
	if a == b {
		return
	}
	if b < a {
		a, b = b, a
	}
	t.tellings[b].root = a
	t.tellings[a].joined += t.tellings[b].joined
	t.tellings[a].next, t.tellings[b].next = t.tellings[b].next, t.tellings[a].next
}

// mostJoined bounds how many tellings of one patient are looked at together.
const mostJoined = 32

// with lists the tellings of the same patient, in the order of the posts.
func (t *Timeline) with(i int32) []int32 {
	out := []int32{i}
	for k := t.tellings[i].next; k != i && len(out) < mostJoined; k = t.tellings[k].next {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// Given is one thing that a post tells.
type Given struct {
	Kind bedside.FactKind
	Span bedside.Span
}

// Post is a post's share in a picture.
type Post struct {
	Index          int // as added; -1 for the draft that was asked about
	Gives          []Given
	RecognisableBy []string       // from this post alone: self, family, colleague, stranger
	Crowd          *bedside.Crowd // from this post alone; nil when it cannot be said
}

// Cluster is posts that reveal somebody together.
type Cluster struct {
	Posts      []Post         // in the order of their times
	Gained     []string       // who can recognise the patient from all, and from none alone: self, family, colleague, stranger
	Sure       bool           // more than a thought: what is told together is as particular as what reveals somebody
	Identified bool           // a name or another direct identifier is part of it
	Crowd      *bedside.Crowd // from all together; nil when it cannot be said
	Change     int            // the index of the post to change
}
