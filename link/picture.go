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
	echoes  []Echo // words of the post by which others may take it up
	foreign bool   // the post speaks of the author's family or an animal
	manikin bool   // the post speaks of a manikin
	replies bool   // the post goes on with a conversation
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

// weigh weighs some pieces.
func weigh(pieces []piece, of func(*piece) bool) weighing {
	m := material{}
	for i := range pieces {
		if p := &pieces[i]; of(p) {
			m.add(p)
		}
	}
	if m.tellings == 0 {
		return weighing{}
	}
	return weighed(&m)
}

// nobody is the index of no post at all.
const nobody = -2

// picture says what posts reveal together, and whether that is more than each reveals alone.
func (t *Timeline) picture(pieces []piece) (Cluster, bool) {
	posts := postsOf(pieces)
	if len(posts) == 1 && !withBio(pieces) || foreign(pieces) {
		return Cluster{}, false
	}
	together, best := weighedBut(pieces, nobody), weighing{}
	for _, p := range posts {
		best = best.or(weighedAlone(pieces, p))
	}
	if oneSaysAll(pieces, posts) {
		together.family, together.colleague = false, false
	}
	if len(together.beyond(best)) == 0 {
		return Cluster{}, false
	}
	crowd := t.crowd(pieces)
	if fitsThousands(crowd) && together.points < surely {
		together.stranger = false
	}
	gained := together.beyond(best)
	if len(gained) == 0 {
		return Cluster{}, false
	}
	if !slices.Contains(gained, "stranger") {
		pieces = withoutStays(pieces)
		posts = postsOf(pieces)
		if !severalTell(pieces, posts) {
			return Cluster{}, false
		}
	}
	c := Cluster{Gained: gained, Sure: together.sure, Identified: identified(pieces), Change: changed(pieces, posts), Crowd: crowd}
	for _, p := range posts {
		c.Posts = append(c.Posts, Post{Index: int(p), RecognisableBy: weighedAlone(pieces, p).names(), Gives: gives(pieces, p), Crowd: t.crowd(of(pieces, p))})
	}
	return c, true
}

// severalTell reports whether at least two posts tell something. A word of thanks below a story, "she's fine", adds nothing to it.
func severalTell(pieces []piece, posts []int32) bool {
	n := 0
	for _, p := range posts {
		if len(gives(pieces, p)) > 0 {
			n++
		}
	}
	return n > 1
}

// oneSaysAll reports whether one post tells all that the others do.
func oneSaysAll(pieces []piece, posts []int32) bool {
	return slices.ContainsFunc(posts, func(post int32) bool {
		return !slices.ContainsFunc(pieces, func(p piece) bool { return p.post != post && p.telling != nil && p.addsTo(pieces, post) })
	})
}

// addsTo reports whether a piece tells something that another post does not. A post that takes another up, or answers, adds its words.
func (p *piece) addsTo(pieces []piece, post int32) bool {
	if p.telling.Follows || p.replies || slices.ContainsFunc(p.echoes, func(e Echo) bool { return p.shares(pieces, e.Key) }) {
		return true
	}
	return slices.ContainsFunc(p.telling.Details, func(d Detail) bool {
		return d.Kind != bedside.FactRecent && d.Kind != bedside.FactDate && !slices.ContainsFunc(pieces, func(q piece) bool {
			return q.post == post && q.telling != nil && q.telling.says(d.Kind, d.Key)
		})
	})
}

// foreign holds where some post of those that take each other up is about a manikin, or about the author's family or an animal and none
// is surely of a patient.
func foreign(pieces []piece) bool {
	if slices.ContainsFunc(pieces, func(p piece) bool { return p.manikin }) {
		return true
	}
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.foreign }) &&
		!slices.ContainsFunc(pieces, func(p piece) bool { return p.telling != nil && !p.telling.Weak })
}

// withoutStays leaves out where the author was: it matters to strangers only.
func withoutStays(pieces []piece) []piece {
	return slices.DeleteFunc(slices.Clone(pieces), func(p piece) bool { return p.stay != nil })
}

// or is who could recognise somebody by either.
func (w weighing) or(o weighing) weighing {
	return weighing{w.self || o.self, w.family || o.family, w.colleague || o.colleague, w.stranger || o.stranger, w.sure || o.sure, max(w.points, o.points)}
}

// beyond lists who can recognise the patient by the whole and not by its best part.
func (w weighing) beyond(part weighing) []string {
	return weighing{
		family: w.family && !part.family, colleague: w.colleague && !part.colleague, stranger: w.stranger && !part.stranger,
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

func withBio(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.stay != nil && p.stay.Bio })
}

func identified(pieces []piece) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool {
		return p.telling != nil && slices.ContainsFunc(p.telling.Details, func(d Detail) bool { return identifies(d.Kind) })
	})
}

// mostGiven bounds what is shown of one post.
const mostGiven = 16

// gives lists what a post adds, in the order of place: details, and the words by which it takes another post up.
func gives(pieces []piece, post int32) []Given {
	var out []Given
	add := func(d *Detail) {
		if !d.Span.Empty() && len(out) < mostGiven && !slices.ContainsFunc(out, func(g Given) bool { return g.Span.Overlaps(d.Span) && g.Kind == d.Kind }) {
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
			for _, e := range p.echoes {
				if p.shares(pieces, e.Key) {
					add(&Detail{Kind: bedside.FactStory, Span: e.span()})
				}
			}
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return before(out[a].Span, out[b].Span) })
	return out
}

// shares reports whether another post of the picture has a word of this one.
func (p *piece) shares(pieces []piece, key uint64) bool {
	return slices.ContainsFunc(pieces, func(o piece) bool {
		return o.post != p.post && slices.ContainsFunc(o.echoes, func(e Echo) bool { return e.Key == key })
	})
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

// changed is the post to change: the one whose story tells most; else one that tells of the patient, for where the author was is told in many
// places; of their health, if one does; without which least is revealed; and the latest among equals, for what has stood for long is known
// already.
func changed(pieces []piece, posts []int32) int {
	best, most := posts[0], -1
	top := int32(continued)
	for _, p := range posts {
		if s := storyOf(pieces, p); s > top {
			best, most, top = p, 1<<8, s
		}
		rest := weigh(pieces, func(o *piece) bool { return o.post != p || o.stay != nil && o.stay.Bio })
		score := 0
		for i, holds := range [...]bool{!rest.family, !rest.stranger, tellsHealth(pieces, p), tells(pieces, p)} {
			if holds {
				score |= 1 << i
			}
		}
		if score >= most {
			best, most = p, score
		}
	}
	return int(best)
}

// storyOf is how much of a story a post tells.
func storyOf(pieces []piece, post int32) int32 {
	out := int32(NoStory)
	for i := range pieces {
		if p := &pieces[i]; p.post == post && p.telling != nil {
			out = max(out, p.telling.Story)
		}
	}
	return out
}

// tells reports whether a post tells of the patient, or takes up one that does.
func tells(pieces []piece, post int32) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool {
		return p.post == post && p.telling != nil && (!p.telling.Bare || slices.ContainsFunc(p.echoes, func(e Echo) bool { return p.shares(pieces, e.Key) }))
	})
}

func tellsHealth(pieces []piece, post int32) bool {
	return slices.ContainsFunc(pieces, func(p piece) bool { return p.post == post && p.telling != nil && p.telling.health() })
}

// Clusters lists the posts that reveal somebody together, in the order of their first ones.
func (t *Timeline) Clusters() []Cluster {
	out := []Cluster{}
	for i := range t.tellings {
		if t.tellings[i].root != int32(i) {
			continue
		}
		if c, ok := t.picture(t.pieces(t.with(int32(i)), nil)); ok {
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
		out = append(out, piece{post: p.post, telling: &p.Telling, echoes: p.echoes, foreign: p.foreign, manikin: p.manikin, replies: p.replies})
		there := t.staysAt(t.happened(k), own)
		if len(there) == 0 && p.told() {
			there = t.staysOfStory(t.happened(k))
		}
		stays = append(stays, there...)
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
