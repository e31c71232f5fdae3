package link

import (
	"slices"
	"sort"

	"bedside/calendar"
)

// Ask lists what a draft reveals together with the posts of a timeline, without adding it: its own post has the index -1. What
// those posts reveal without the draft is left out, and so is what the draft reveals alone.
func (t *Timeline) Ask(r Record) []Cluster {
	if !r.Dated && len(t.days) > 0 {
		r.Day = t.days[len(t.days)-1]
	}
	r = t.chainedTo(r.bare())
	var own []stay
	for _, s := range r.Stays {
		own = append(own, stay{s, draft})
	}
	out := []Cluster{}
	for i := range r.Tellings {
		if c, ok := t.askTelling(&r, i, own); ok {
			out = append(out, c)
		}
	}
	return merged(append(out, t.askStays(&r, own)...))
}

// askTelling puts a patient of the draft beside what was told of them.
func (t *Timeline) askTelling(r *Record, i int, own []stay) (Cluster, bool) {
	var of []int32
	for _, k := range t.same(r, i) {
		for _, m := range t.with(k) {
			if !slices.Contains(of, m) && len(of) < mostJoined {
				of = append(of, m)
			}
		}
	}
	slices.Sort(of)
	pieces := t.pieces(of, own)
	day := r.Day
	if r.Tellings[i].Timed {
		day = r.Tellings[i].Days.Last
	}
	asked := piece{post: draft, telling: &r.Tellings[i], foreign: r.Foreign, manikin: r.Manikin, replies: r.Replies}
	if i == r.main() {
		asked.echoes = r.Echoes
	}
	pieces = append(pieces, asked)
	for _, p := range t.staysOf(t.staysAt(day, own), of) {
		if !slices.ContainsFunc(pieces, func(q piece) bool { return q.stay != nil && q.post == p.post && q.stay.Span == p.stay.Span }) {
			pieces = append(pieces, p)
		}
	}
	return t.newly(pieces, t.pieces(of, nil))
}

// newly is the picture, if the draft adds to who can recognise the patient, or makes a thought of it sure. before is what there was without it.
func (t *Timeline) newly(pieces, before []piece) (Cluster, bool) {
	c, ok := t.picture(pieces)
	if !ok {
		return c, false
	}
	without := weighedBut(before, nobody)
	if c.Sure && !without.sure {
		return c, true
	}
	for _, g := range c.Gained {
		if !slices.Contains(without.names(), g) {
			return c, true
		}
	}
	return c, false
}

// mostStayed bounds how many tellings are held against a place that the draft gives away.
const mostStayed = 24

// askStays puts where the draft says that its author is beside the patients of those days.
func (t *Timeline) askStays(r *Record, own []stay) []Cluster {
	var out []Cluster
	var seen []int32
	for i := range own {
		s := &own[i].Stay
		if s.Bio {
			continue
		}
		for _, k := range t.during(s.Days, r.Day) {
			first := t.first(k)
			if slices.Contains(seen, first) {
				continue
			}
			seen = append(seen, first)
			if c, ok := t.newly(t.pieces(t.with(k), own), t.pieces(t.with(k), nil)); ok {
				out = append(out, c)
			}
		}
	}
	return out
}

// during lists the tellings of some days, those nearest to a day first to be kept.
func (t *Timeline) during(days calendar.Interval, at calendar.Day) []int32 {
	from := sort.Search(len(t.solid), func(i int) bool { return t.dayOf(t.solid[i]) >= days.First })
	to := sort.Search(len(t.solid), func(i int) bool { return t.dayOf(t.solid[i]) > days.Last })
	if to-from > mostStayed {
		mid := sort.Search(len(t.solid), func(i int) bool { return t.dayOf(t.solid[i]) > at })
		from = max(from, min(mid, to)-mostStayed)
		to = min(to, from+mostStayed)
	}
	return t.solid[from:max(from, to)]
}

// chainedTo puts an answer that says nothing of its conversation into that of the last post, if that is of the same days.
func (t *Timeline) chainedTo(r Record) Record {
	if n := len(t.days); r.thread == 0 && r.Replies && r.answers == 0 && n > 0 && r.Day >= t.days[n-1] && r.Day <= t.days[n-1]+chainedDays {
		r.thread = t.lastThread
	}
	return r
}
