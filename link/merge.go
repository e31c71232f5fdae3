package link

import (
	"cmp"
	"slices"
	"sort"

	"bedside"
)

// merged joins pictures of the same posts: of a mother and her child, or of one person whom the words show as two. It puts them in
// the order of their posts.
func merged(all []Cluster) []Cluster {
	sort.SliceStable(all, func(a, b int) bool { return compare(&all[a], &all[b]) < 0 })
	out := all[:0]
	for _, c := range all {
		if n := len(out); n > 0 && compare(&out[n-1], &c) == 0 {
			out[n-1].merge(&c)
			continue
		}
		out = append(out, c)
	}
	return out
}

func compare(a, b *Cluster) int {
	return slices.CompareFunc(a.Posts, b.Posts, func(x, y Post) int { return cmp.Compare(uint(x.Index), uint(y.Index)) })
}

// merge adds what another picture of the same posts shows.
func (c *Cluster) merge(o *Cluster) {
	for i := range c.Posts {
		p, q := &c.Posts[i], &o.Posts[i]
		for _, g := range q.Gives {
			if !slices.Contains(p.Gives, g) {
				p.Gives = append(p.Gives, g)
			}
		}
		sort.SliceStable(p.Gives, func(a, b int) bool { return before(p.Gives[a].Span, p.Gives[b].Span) })
		p.Crowd = smaller(p.Crowd, q.Crowd)
		p.RecognisableBy = either(p.RecognisableBy, q.RecognisableBy)
	}
	c.Gained = either(c.Gained, o.Gained)
	c.Identified, c.Sure = c.Identified || o.Identified, c.Sure || o.Sure
	c.Crowd = smaller(c.Crowd, o.Crowd)
}

// either lists who is in one of two lists, in the order in which they are told.
func either(a, b []string) []string {
	out := []string{}
	for _, who := range []string{"self", "family", "colleague", "stranger"} {
		if slices.Contains(a, who) || slices.Contains(b, who) {
			out = append(out, who)
		}
	}
	return out
}

// smaller is the crowd of the one who is easier to find.
func smaller(a, b *bedside.Crowd) *bedside.Crowd {
	if a == nil || b != nil && b.Likely < a.Likely {
		return b
	}
	return a
}
