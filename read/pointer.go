package read

import (
	"bedside"
	"bedside/text"
)

// The pointer says which words of a draft show what a head has found. It looks at each token with its neighbours and at what
// the first tier found there, identifiers included: it names words, and never moves a finding.

// TokenFeatures lists what the pointer sees of one token of a passage, for one head.
func TokenFeatures(out []uint64, p *Passage, covers []bedside.FactSet, t int, h bedside.Head) []uint64 {
	at := func(i int) uint64 {
		if i < 0 || i >= len(p.Doc.Tokens) {
			return offset
		}
		return wordHash(&p.Doc.Tokens[i])
	}
	add := func(kind, value uint64) {
		f := mix(mix(offset, kind), value)
		out = append(out, finish(f), finish(mix(f, uint64(h)+1)))
	}
	here, before, after := at(t), at(t-1), at(t+1)
	add(1, here)
	add(2, before)
	add(3, after)
	add(4, at(t-2))
	add(5, at(t+2))
	add(6, mix(before, here))
	add(7, mix(here, after))
	add(8, mix(mix(before, here), after))
	tok := &p.Doc.Tokens[t]
	add(9, uint64(tok.Kind)<<8|uint64(tok.Flags&(text.Capital|text.Upper|text.InTag|text.Quoted)))
	add(10, mixString(offset, tok.Form[:min(3, len(tok.Form))]))
	add(11, mixString(offset, tok.Form[max(0, len(tok.Form)-3):]))
	for d := -1; d <= 1; d++ {
		if i := t + d; i >= 0 && i < len(covers) {
			found := false
			for k := range covers[i].Kinds() {
				add(uint64(13+d), nameHash[k])
				found = true
			}
			if !found {
				add(uint64(13+d), 0)
			}
		}
	}
	return out
}

// Covers is what the first tier found at each token of a passage.
func Covers(p *Passage) []bedside.FactSet {
	out := make([]bedside.FactSet, len(p.Doc.Tokens))
	for i := range p.Mentions {
		m := &p.Mentions[i]
		for t := m.First; t < m.Last && t < len(out); t++ {
			out[t].Add(m.Kind)
		}
	}
	return out
}

// pointer is the stored weights of the pointer: one int8 a slot.
type pointer struct {
	table
	from    int32
	weights []byte
}

func (p *pointer) score(features []uint64) int32 {
	sum := int32(0)
	for _, f := range features {
		if slot, ok := p.find(f); ok {
			sum += int32(int8(p.weights[slot]))
		}
	}
	return sum
}

// points reports for each token of a passage whether it shows what the head found.
func (p *pointer) points(passage *Passage, h bedside.Head) []bool {
	covers := Covers(passage)
	out := make([]bool, len(passage.Doc.Tokens))
	var features []uint64
	for t := range out {
		if k := passage.Doc.Tokens[t].Kind; k == text.Newline || k == text.Punct {
			continue
		}
		features = TokenFeatures(features[:0], passage, covers, t, h)
		out[t] = p.score(features) >= p.from
	}
	return out
}
