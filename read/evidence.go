package read

import (
	"slices"

	"bedside"
	"bedside/text"
)

// most is how many stretches of words a head names.
const most = 4

// stretch is some words of a passage and what they gave to a head's score.
type stretch struct {
	passage, first, last int
	gave                 int64
}

// evidence is the words that gave most to a head's score, in their order.
func (m *Model) evidence(h bedside.Head, s *Seen, hits []hit) []bedside.Fact {
	var found []stretch
	for i := range s.Passages {
		found = append(found, stretches(m.gains(h, &s.Passages[i], int32(i), hits), i)...)
	}
	found = strongest(found)
	out := make([]bedside.Fact, 0, len(found))
	for _, f := range found {
		out = append(out, s.Passages[f.passage].fact(bedside.LearnedFact(h, bedside.Likely), f))
	}
	return out
}

// gains shares what each run of words gave among its words.
func (m *Model) gains(h bedside.Head, p *Passage, number int32, hits []hit) []int64 {
	out := make([]int64, len(p.Doc.Tokens))
	for i := range hits {
		if hits[i].passage != number {
			continue
		}
		tokens := p.Doc.Tokens[hits[i].first:hits[i].last]
		share := 60 * int64(int8(m.column(hits[i].slot)[h])) / int64(len(tokens)) // 60 divides by one to five without a rest
		for t := range tokens {
			out[int(hits[i].first)+t] += share
		}
	}
	for t := range out {
		if k := p.Doc.Tokens[t].Kind; k == text.Punct || k == text.Newline {
			out[t] = 0
		}
	}
	return out
}

// stretches joins neighbouring words that speak for a head.
func stretches(gains []int64, passage int) []stretch {
	var top int64
	for _, g := range gains {
		top = max(top, g)
	}
	var out []stretch
	for t, g := range gains {
		if g <= 0 || 3*g < top {
			continue
		}
		if n := len(out) - 1; n >= 0 && t-out[n].last <= 1 {
			out[n].last = t + 1
			out[n].gave += g
			continue
		}
		out = append(out, stretch{passage, t, t + 1, g})
	}
	return out
}

// strongest keeps the stretches that gave most, in the order of the words.
func strongest(all []stretch) []stretch {
	if len(all) <= most {
		return all
	}
	order := slices.Clone(all)
	slices.SortStableFunc(order, func(a, b stretch) int { return int(min(1, max(-1, b.gave-a.gave))) })
	least := order[most-1].gave
	return slices.DeleteFunc(all, func(s stretch) bool { return s.gave < least })
}

func (p *Passage) fact(k bedside.FactKind, s stretch) bedside.Fact {
	first, last := &p.Doc.Tokens[s.first], &p.Doc.Tokens[s.last-1]
	sentence := -1
	if p.FirstSentence >= 0 {
		sentence = p.FirstSentence + int(first.Sentence)
	}
	span := bedside.Span{Part: p.Part, Index: p.Index, Start: int(first.Start), End: int(last.End)}
	return bedside.Fact{Kind: k, Span: span, Sentence: sentence, Person: -1}
}
