package read

import (
	"bedside"
	"bedside/text"
)

// The pointer says which words of a draft show what a head has found. It looks at each token with its neighbours and at what
// the first tier found there, identifiers included: it names words, and never moves a finding.

// TokenFeatures lists what the pointer sees of one token of a passage, for one head.
func TokenFeatures(out []uint64, p *Passage, covers []bedside.FactSet, t int, h bedside.Head) []uint64 {
	w := window{tokens: p.Doc.Tokens, covers: covers}
	for at := t - 2; at <= t+2; at++ {
		w.push(at)
	}
	return appendForHead(out, w.sees(nil), h)
}

// appendForHead lists what the pointer sees, for any head and for one.
func appendForHead(out, sees []uint64, h bedside.Head) []uint64 {
	for _, f := range sees {
		out = append(out, finish(f), ofHead(f, h))
	}
	return out
}

// ofHead is what the pointer sees, for one head.
func ofHead(f uint64, h bedside.Head) uint64 { return finish(mix(f, uint64(h)+1)) }

// window goes over the tokens of a passage: the hashes of a token and of two on either side.
type window struct {
	tokens []text.Token
	covers []bedside.FactSet // what the first tier found, by token
	words  [5]uint64
	middle int
}

// push takes in a token; the one two before it is the middle from now on.
func (w *window) push(t int) {
	h := offset
	if t >= 0 && t < len(w.tokens) {
		h = wordHash(&w.tokens[t])
	}
	w.words = [5]uint64{w.words[1], w.words[2], w.words[3], w.words[4], h}
	w.middle = t - 2
}

// sees lists what is to be seen of the token in the middle.
func (w *window) sees(out []uint64) []uint64 {
	add := func(kind, value uint64) { out = append(out, mix(mix(offset, kind), value)) }
	before, here, after := w.words[1], w.words[2], w.words[3]
	add(1, here)
	add(2, before)
	add(3, after)
	add(4, w.words[0])
	add(5, w.words[4])
	add(6, mix(before, here))
	add(7, mix(here, after))
	add(8, mix(mix(before, here), after))
	tok := &w.tokens[w.middle]
	add(9, uint64(tok.Kind)<<8|uint64(tok.Flags&(text.Capital|text.Upper|text.InTag|text.Quoted)))
	add(10, mixString(offset, tok.Form[:min(3, len(tok.Form))]))
	add(11, mixString(offset, tok.Form[max(0, len(tok.Form)-3):]))
	for d := -1; d <= 1; d++ {
		if i := w.middle + d; i >= 0 && i < len(w.covers) {
			found := false
			for k := range w.covers[i].Kinds() {
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

// score sums up what the pointer knows of some features.
func (p *pointer) score(features []uint64) int32 {
	p.fetch(features)
	sum := int32(0)
	for _, f := range features {
		sum += p.weight(f)
	}
	return sum
}

func (p *pointer) weight(feature uint64) int32 {
	if slot, ok := p.find(feature); ok {
		return int32(int8(p.weights[slot]))
	}
	return 0
}

// runs points at the words of a passage and joins neighbours, also over a mark or one word between them, within a sentence. It
// finds so many runs and goes no further.
func (p *pointer) runs(passage *Passage, covers []bedside.FactSet, h bedside.Head, most int) []Range {
	var out []Range
	var sees, features []uint64
	w := window{tokens: passage.Doc.Tokens, covers: covers}
	for t := -2; t < 2; t++ {
		w.push(t)
	}
	for t := range w.tokens {
		w.push(t + 2)
		tok := &w.tokens[t]
		if tok.Kind == text.Newline || tok.Kind == text.Punct {
			continue
		}
		sees = w.sees(sees[:0])
		features = appendForHead(features[:0], sees, h)
		if p.score(features) < p.from {
			continue
		}
		if n := len(out) - 1; n >= 0 && t-out[n].Last <= 1 && tok.Sentence == w.tokens[out[n].First].Sentence {
			out[n].Last = t + 1
			continue
		}
		if len(out) == most {
			break
		}
		out = append(out, Range{t, t + 1})
	}
	return out
}
