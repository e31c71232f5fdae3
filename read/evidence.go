package read

import "bedside"

// evidence finds the words that show what a head found, in their order.
func (r *Reading) evidence(h bedside.Head) []bedside.Fact {
	var out []bedside.Fact
	for i := range r.seen.Passages {
		p := &r.seen.Passages[i]
		if len(r.covers) == i {
			r.covers = append(r.covers, Covers(p))
		}
		for _, run := range r.model.pointer.runs(p, r.covers[i], h, maxPointed-len(out)) {
			out = append(out, p.fact(bedside.LearnedFact(h, bedside.Likely), run))
		}
	}
	return out
}

// Range is a run of tokens, Last excluded.
type Range struct{ First, Last int }

func (p *Passage) fact(k bedside.FactKind, r Range) bedside.Fact {
	first, last := &p.Doc.Tokens[r.First], &p.Doc.Tokens[r.Last-1]
	sentence := -1
	if p.FirstSentence >= 0 {
		sentence = p.FirstSentence + int(first.Sentence)
	}
	span := bedside.Span{Part: p.Part, Index: p.Index, Start: int(first.Start), End: int(last.End)}
	return bedside.Fact{Kind: k, Span: span, Sentence: sentence, Person: -1}
}
