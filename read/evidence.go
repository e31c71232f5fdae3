package read

import (
	"cmp"
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

// evidence is the words that gave most to a head's score, in their order. Hits come in the order of the passages.
func (m *Model) evidence(h bedside.Head, s *Seen, hits []hit) []bedside.Fact {
	var found []stretch
	for i := range s.Passages {
		n := 0
		for n < len(hits) && hits[n].passage == int32(i) {
			n++
		}
		found = append(found, stretches(gains(h, &s.Passages[i], hits[:n]), i)...)
		hits = hits[n:]
	}
	found = strongest(found)
	out := make([]bedside.Fact, 0, len(found))
	for _, f := range found {
		out = append(out, s.Passages[f.passage].fact(bedside.LearnedFact(h, bedside.Likely), f))
	}
	return out
}

// gains shares what each run of words gave among its words. What was not read gave nothing.
func gains(h bedside.Head, p *Passage, hits []hit) []int64 {
	out := make([]int64, len(p.Doc.Tokens))
	if len(hits) == 0 {
		return out
	}
	visible := p.visible()
	for i := range hits {
		from, _ := slices.BinarySearch(visible, hits[i].first)
		to := from + 1
		for to < len(visible) && visible[to] < hits[i].last {
			to++
		}
		share := 60 * int64(int8(hits[i].weights[h])) / int64(to-from) // 60 divides by one to three without a rest
		for _, t := range visible[from:to] {
			out[t] += share
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

// strongest keeps the stretches that gave most, the first of equal ones, in the order of the words.
func strongest(all []stretch) []stretch {
	if len(all) <= most {
		return all
	}
	slices.SortStableFunc(all, func(a, b stretch) int { return cmp.Compare(b.gave, a.gave) })
	all = all[:most]
	slices.SortFunc(all, func(a, b stretch) int {
		return cmp.Or(cmp.Compare(a.passage, b.passage), cmp.Compare(a.first, b.first))
	})
	return all
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
