package link

import (
	"slices"
	"sort"

	"bedside"
	"bedside/calendar"
)

// piece is what one post adds to a picture: what it tells of the patient, or where the author was.
type piece struct {
	post    int32 // draft for the one that was asked about
	telling *Telling
	stay    *Stay
}

// draft stands for the index of a post that is not in the timeline.
const draft = -1

// weighedBut weighs a picture without some post; nobody's post for all of it.
func weighedBut(pieces []piece, without int32) weighing {
	return weigh(pieces, func(p *piece) bool { return p.post != without })
}

// weighedAlone weighs what one post tells by itself. The bio is what it is put together with.
func weighedAlone(pieces []piece, post int32) weighing {
	return weigh(pieces, func(p *piece) bool { return p.post == post && (p.stay == nil || !p.stay.Bio) })
}

func weigh(pieces []piece, of func(*piece) bool) weighing {
	var details []Detail
	var stays []*Stay
	timed, told := false, uint8(0)
	for i := range pieces {
		p := &pieces[i]
		switch {
		case !of(p):
		case p.telling != nil:
			details = append(details, p.telling.Details...)
			timed, told = timed || p.telling.Timed, max(told, p.telling.Told)
		default:
			stays = append(stays, p.stay)
		}
	}
	if len(details) == 0 {
		return weighing{}
	}
	return weighed(details, stays, told, timed)
}

// nobody is the index of no post at all.
const nobody = -2

// picture says what posts reveal together, and whether that is more than each reveals alone.
func picture(pieces []piece) (Cluster, bool) {
	together := weighedBut(pieces, nobody)
	posts := postsOf(pieces)
	c := Cluster{}
	best := weighing{}
	for _, p := range posts {
		alone := weighedAlone(pieces, p)
		best = best.or(alone)
		c.Posts = append(c.Posts, Post{Index: int(p), RecognisableBy: alone.names(), Gives: gives(pieces, p)})
	}
	c.Gained = together.beyond(best, tellings(pieces))
	if len(c.Gained) == 0 || len(posts) == 1 && !withBio(pieces) {
		return c, false
	}
	c.Identified = identified(pieces)
	c.Change = changed(pieces, posts)
	return c, true
}

// or is who could recognise somebody by either.
func (w weighing) or(o weighing) weighing {
	return weighing{w.self || o.self, w.family || o.family, w.colleague || o.colleague, w.stranger || o.stranger, max(w.points, o.points)}
}

// beyond lists who can recognise the patient by the whole and not by its best part. That the author's place makes a story
// plain to the family is nothing new to them: for them it takes two posts that tell of the patient.
func (w weighing) beyond(part weighing, tellings int) []string {
	several := tellings > 1
	return weighing{
		family:    several && w.family && !part.family,
		colleague: several && w.colleague && !part.colleague,
		stranger:  w.stranger && !part.stranger,
	}.names()
}

// postsOf lists the posts of a picture in their order; the draft is the last.
func postsOf(pieces []piece) []int32 {
	var out []int32
	for i := range pieces {
		if !slices.Contains(out, pieces[i].post) {
			out = append(out, pieces[i].post)
		}
	}
	sort.Slice(out, func(a, b int) bool { return uint32(out[a]) < uint32(out[b]) })
	return out
}

func tellings(pieces []piece) int {
	n := 0
	for i := range pieces {
		if pieces[i].telling != nil {
			n++
		}
	}
	return n
}

func withBio(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.stay != nil && p.stay.Bio })
}

func identified(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool {
		return p.telling != nil && slices.ContainsFunc(p.telling.Details, func(d Detail) bool { return identifies(d.Kind) })
	})
}

// gives lists what a post adds, each kind once, in the order of place.
func gives(pieces []piece, post int32) []Given {
	var out []Given
	add := func(d *Detail) {
		if !d.Span.Empty() && !slices.ContainsFunc(out, func(g Given) bool { return g.Kind == d.Kind && g.Span.SamePart(d.Span) }) {
			out = append(out, Given{d.Kind, d.Span})
		}
	}
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.post != post:
		case p.stay != nil:
			add(&p.stay.Detail)
		default:
			for k := range p.telling.Details {
				add(&p.telling.Details[k])
			}
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return before(out[a].Span, out[b].Span) })
	return out
}

func before(a, b bedside.Span) bool {
	switch {
	case a.Part != b.Part:
		return a.Part == bedside.PartText || b.Part != bedside.PartText && a.Part < b.Part
	case a.Index != b.Index:
		return a.Index < b.Index
	}
	return a.Start < b.Start
}

// changed is the post without which least is revealed; among equals the one that tells most of the patient, then the latest.
func changed(pieces []piece, posts []int32) int {
	best, least, most := posts[0], 1<<30, -1
	for _, p := range posts {
		rest, own := weighedBut(pieces, p), weighedAlone(pieces, p)
		left := rest.points
		if rest.stranger {
			left += 100
		}
		if rest.family {
			left += 10
		}
		if left < least || left == least && own.points >= most {
			best, least, most = p, left, own.points
		}
	}
	return int(best)
}

// Clusters lists the posts that reveal somebody together, in the order of their first ones.
func (t *Timeline) Clusters() []Cluster {
	out := []Cluster{}
	for i := range t.tellings {
		if t.tellings[i].root != int32(i) {
			continue
		}
		if c, ok := picture(t.pieces(t.with(int32(i)), nil)); ok {
			out = append(out, c)
		}
	}
	return merged(out)
}

// pieces puts beside tellings of one patient where the author was in those days. The post at hand has its own stays.
func (t *Timeline) pieces(of []int32, own []stay) []piece {
	var out []piece
	var stays []stay
	for _, k := range of {
		p := &t.tellings[k]
		out = append(out, piece{post: p.post, telling: &p.Telling})
		stays = append(stays, t.staysAt(t.happened(k), own)...)
	}
	return append(out, t.staysOf(stays, of)...)
}

// staysOf is each stay once. The bio stands beside the posts themselves: it is counted to the first.
func (t *Timeline) staysOf(stays []stay, of []int32) []piece {
	var out []piece
	for i := range stays {
		s := &stays[i]
		if s.Bio {
			s.post = draft
			if len(of) > 0 {
				s.post = t.tellings[of[0]].post
			}
		}
		if !slices.ContainsFunc(out, func(p piece) bool {
			return p.post == s.post && p.stay.Span == s.Span || p.stay.Key == s.Key && p.stay.Bio
		}) {
			out = append(out, piece{post: s.post, stay: &s.Stay})
		}
	}
	return out
}

// happened is the day of what a telling tells.
func (t *Timeline) happened(k int32) calendar.Day {
	p := &t.tellings[k]
	if p.Timed {
		return p.Days.Last
	}
	return t.days[p.post]
}
