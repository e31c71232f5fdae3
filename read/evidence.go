package read

import (
	"bedside"
	"bedside/text"
)

// evidence adds the words that show what a head found, in their order.
func (m *Model) evidence(out []bedside.Fact, h bedside.Head, s *Seen) []bedside.Fact {
	for i := range s.Passages {
		p := &s.Passages[i]
		for _, r := range runs(m.pointer.points(p, h), p.Doc.Tokens) {
			out = append(out, p.fact(bedside.LearnedFact(h, bedside.Likely), r))
		}
	}
	return out
}

// Range is a run of tokens, Last excluded.
type Range struct{ First, Last int }

// runs joins neighbouring words that were pointed at, also over a mark or one word between them, within a sentence.
func runs(pointed []bool, tokens []text.Token) []Range {
	var out []Range
	for t, yes := range pointed {
		if !yes {
			continue
		}
		if n := len(out) - 1; n >= 0 && t-out[n].Last <= 1 && tokens[t].Sentence == tokens[out[n].First].Sentence {
			out[n].Last = t + 1
			continue
		}
		out = append(out, Range{t, t + 1})
	}
	return out
}

func (p *Passage) fact(k bedside.FactKind, r Range) bedside.Fact {
	first, last := &p.Doc.Tokens[r.First], &p.Doc.Tokens[r.Last-1]
	sentence := -1
	if p.FirstSentence >= 0 {
		sentence = p.FirstSentence + int(first.Sentence)
	}
	span := bedside.Span{Part: p.Part, Index: p.Index, Start: int(first.Start), End: int(last.End)}
	return bedside.Fact{Kind: k, Span: span, Sentence: sentence, Person: -1}
}
