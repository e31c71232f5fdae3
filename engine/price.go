package engine

import (
	"cmp"
	"slices"

	"bedside"
	"bedside/reid"
)

// price is a detail of a person, and how many people would fit without its words.
type price struct {
	person  int
	span    bedside.Span
	without bedside.Crowd
}

// priced notes what the details of a person cost, each stretch of words once: the longest of those that overlap.
func (r *reading) priced(person int, told []reid.Detail, crowd reid.Crowd) {
	first := len(r.prices)
	for i := range crowd.Without {
		if told[i].Span.Empty() {
			continue
		}
		next := price{person, told[i].Span, crowd.Without[i]}
		k := slices.IndexFunc(r.prices[first:], func(p price) bool { return p.span.Overlaps(next.span) })
		switch {
		case k < 0:
			r.prices = append(r.prices, next)
		case next.span.End-next.span.Start > r.prices[first+k].span.End-r.prices[first+k].span.Start:
			r.prices[first+k] = next
		}
	}
	slices.SortStableFunc(r.prices[first:], func(a, b price) int {
		return cmp.Or(cmp.Compare(b.without.Likely, a.without.Likely), cmp.Compare(b.without.High, a.without.High), cmp.Compare(a.span.Start, b.span.Start))
	})
}

// costsOf is what the details of a person cost, in the words of the draft.
func (r *reading) costsOf(person int, d *bedside.Draft) (out []bedside.Cost) {
	for _, p := range r.prices {
		if p.person == person {
			words := partText(d, p.span.Part, p.span.Index)[p.span.Start:p.span.End]
			out = append(out, bedside.Cost{Evidence: bedside.Evidence{Part: p.span.Part, Index: p.span.Index, Start: p.span.Start, End: p.span.End, Text: words}, Without: p.without})
		}
	}
	return out
}
