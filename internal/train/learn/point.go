package learn

import (
	"math"
	"strings"

	"bedside"
	"bedside/internal/eval"
	"bedside/read"
	"bedside/text"
)

// Token is a word as the pointer sees it, and whether the label quotes it.
type Token struct {
	Features []uint64
	Quoted   bool
}

// tokensOf are the words of the parts that a label quotes for a head, marks and line ends left out.
func tokensOf(seen *read.Seen, h bedside.Head, findings []eval.GoldFinding) []Token {
	var out []Token
	for i := range seen.Passages {
		p := &seen.Passages[i]
		quoted := quotedTokens(p, h.Topic(), findings)
		if quoted == nil {
			continue
		}
		covers := read.Covers(p)
		for t := range quoted {
			if k := p.Doc.Tokens[t].Kind; k != text.Newline && k != text.Punct {
				out = append(out, Token{read.TokenFeatures(nil, p, covers, t, h), quoted[t]})
			}
		}
	}
	return out
}

// quotedTokens marks the tokens that the label's spans of a topic overlap; nil when it quotes nothing of the part.
func quotedTokens(p *read.Passage, topic string, findings []eval.GoldFinding) []bool {
	var out []bool
	for _, f := range findings {
		if f.Topic != topic || f.Severity < bedside.Revise {
			continue
		}
		for _, s := range f.Spans {
			start := strings.Index(p.Doc.Text, s.Text)
			if s.Part != p.Part || s.Text == "" || start < 0 {
				continue
			}
			if out == nil {
				out = make([]bool, len(p.Doc.Tokens))
			}
			for t := range out {
				token := &p.Doc.Tokens[t]
				out[t] = out[t] || (int(token.Start) < start+len(s.Text) && int(token.End) > start)
			}
		}
	}
	return out
}

// Settings of the pointer, chosen as those of the heads.
const (
	pointCost   = 0.05
	pointPasses = 10
	pointLeast  = 3 // how many words a feature must occur at
	pointStep   = 1.0 / 64
	pointFrom   = -0.05 // the margin from which on it points: about 64 in 100 words pointed at are quoted by labels
)

// points is a trained pointer.
type points struct {
	order   []uint64
	weights []float64
	bias    float64
}

func fitPointer(samples []Sample) *points {
	count := map[uint64]int{}
	for i := range samples {
		for _, t := range samples[i].Tokens {
			for _, f := range t.Features {
				count[f]++
			}
		}
	}
	order := frequent(count, pointLeast)
	at := make(map[uint64]int32, len(order))
	for i, f := range order {
		at[f] = int32(i)
	}
	var x []row
	var y []Label
	for i := range samples {
		for _, t := range samples[i].Tokens {
			x = append(x, plainRow(t.Features, at))
			y = append(y, labelOf(t.Quoted))
		}
	}
	w, b := solve(x, y, len(order), pointPasses, [2]float64{pointCost, pointCost})
	return &points{order, w, b}
}

// plainRow has the value one for each feature.
func plainRow(features []uint64, at map[uint64]int32) row {
	r := row{square: 1}
	for _, f := range features {
		if i, ok := at[f]; ok {
			r.at, r.value, r.square = append(r.at, i), append(r.value, 1), r.square+1
		}
	}
	return r
}

func labelOf(yes bool) Label {
	if yes {
		return Yes
	}
	return No
}

// store rounds the weights to the steps of the stored form and drops those that round to nothing.
func (p *points) store(out *read.Stored) {
	out.Points = map[uint64]int8{}
	out.PointFrom = int32(math.Round((pointFrom - p.bias) / pointStep))
	for i, f := range p.order {
		if w := int8(min(127, max(-127, math.Round(p.weights[i]/pointStep)))); w != 0 {
			out.Points[f] = w
			out.PointOrder = append(out.PointOrder, f)
		}
	}
}
