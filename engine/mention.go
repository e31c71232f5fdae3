package engine

import (
	"cmp"
	"sort"

	"bedside"
	"bedside/subject"
)

// mentions lists identifiers, quasi-identifiers and concepts with whose they are.
func (r *reading) mentions() []bedside.MentionOut {
	n := 0
	for i := range r.passages {
		n += len(r.passages[i].Mentions)
	}
	out := make([]bedside.MentionOut, 0, n)
	var owners []owner
	facts := r.told.Facts
	for i := range r.passages {
		p := &r.passages[i]
		owners, facts = ownersOf(owners[:0], p, facts)
		for k := range p.Mentions {
			m := &p.Mentions[k]
			info := m.Kind.Info()
			o := bedside.MentionOut{Type: info.Name, Class: info.Class, Part: m.Span.Part, Index: m.Span.Index, Start: m.Span.Start, End: m.Span.End}
			if who := whose(owners, m.Span); who >= 0 {
				o.Person = bedside.PersonID(who)
			}
			out = append(out, o)
		}
	}
	return out
}

// owner is whose a stretch of a passage is.
type owner struct{ start, end, person int }

func (o *owner) compare(start, end int) int { return cmp.Or(o.start-start, o.end-end) }

// ownersOf gathers the owners of a passage from the facts, which are told passage by passage, and returns the facts behind it.
func ownersOf(out []owner, p *subject.Passage, facts []bedside.Fact) (owners []owner, rest []bedside.Fact) {
	for len(facts) > 0 && facts[0].Span.Part == p.Part && facts[0].Span.Index == p.Index {
		if f := &facts[0]; f.Person >= 0 {
			out = append(out, owner{f.Span.Start, f.Span.End, f.Person})
		}
		facts = facts[1:]
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].compare(out[j].start, out[j].end) < 0 })
	return out, facts
}

// whose is the person told of last in a stretch, or -1.
func whose(owners []owner, s bedside.Span) int {
	i := sort.Search(len(owners), func(i int) bool { return owners[i].compare(s.Start, s.End) > 0 }) - 1
	if i < 0 || owners[i].compare(s.Start, s.End) != 0 {
		return -1
	}
	return owners[i].person
}
