// Package learn trains the learned reader (package read): linear heads over runs of words and first-tier facts, fitted as
// support vector machines by dual coordinate descent (Hsieh et al., ICML 2008, doi:10.1145/1390156.1390208). It sees
// features and labels, never words, and the same samples give the same bytes. Start at Train and Calibrate.
package learn

import (
	"math"

	"bedside"
	"bedside/read"
)

// Sample is a draft as the trainer sees it.
type Sample struct {
	Group    string   // who wrote it: what is learned is judged on writers that it never saw
	Features []uint64 // each once
	Pieces   []uint16 // what the encoder reads
	Heads    [bedside.HeadCount]Label
	Any      Label // whether the draft should be sent back at all
	// Rules is what the first tier alone says of each head's topic; Tuned, that its rules were made looking at this draft.
	Rules [bedside.HeadCount]bedside.Severity
	Tuned bool
	// Tokens are the words of the drafts that are examples of a head: whether the label quotes them.
	Tokens []Token
}

// Label is what a sample teaches one head.
type Label uint8

// The labels. A doubtful sample teaches a head nothing.
const (
	No Label = iota
	Yes
	Doubtful
)

// Settings of the training. Chosen by cross-validation over writers (docs/adr/0010-learned-reader.md).
const (
	leastDrafts = 3   // how many drafts a feature must occur in
	cost        = 1.0 // of a sample on the wrong side
	shared      = 1.0 // how much every head leans on the one for "should be sent back at all"
	step        = 1.0 / 16
	grain       = 3  // weights are so many steps or a multiple: stored, they take a tenth less
	floor       = 30 // as in read.Norm
	passes      = 25 // over the samples; later ones change nothing that is kept
)

// Train fits all heads and the pointer and returns the stored model.
func Train(samples []Sample, t Thresholds) []byte {
	stored := fit(samples).stored(t)
	fitPointer(samples).store(stored)
	return read.Store(stored)
}

// linear is a trained model in floating point.
type linear struct {
	order []uint64                     // the features, by hash
	rows  [][bedside.HeadCount]float64 // their weights, idf and the shared head included
	bias  [bedside.HeadCount]float64
}

func fit(samples []Sample) *linear {
	v := newVocabulary(samples)
	x := v.matrix(samples)
	any := labelsOf(samples, func(s *Sample) Label { return s.Any })
	anyWeights, anyBias := solve(x, any, len(v.order), passes, balanced(any))
	m := &linear{order: v.order, rows: make([][bedside.HeadCount]float64, len(v.order))}
	for h := range bedside.HeadCount {
		y := labelsOf(samples, func(s *Sample) Label { return s.Heads[h] })
		w, b := solve(x, y, len(v.order), passes, balanced(y))
		m.bias[h] = b + float64(shared*anyBias)
		for f := range w {
			m.rows[f][h] = float64(w[f]+float64(shared*anyWeights[f])) * v.idf[f]
		}
	}
	return m
}

func labelsOf(samples []Sample, of func(*Sample) Label) []Label {
	out := make([]Label, len(samples))
	for i := range samples {
		out[i] = of(&samples[i])
	}
	return out
}

// stored rounds the weights to the steps of the stored form and drops features that round to nothing.
func (m *linear) stored(t Thresholds) *read.Stored {
	out := &read.Stored{Columns: map[uint64]read.Column{}, Thresholds: t}
	for h, b := range m.bias {
		out.Bias[h] = int32(math.Round(b * unit))
	}
	for f, hash := range m.order {
		var c read.Column
		for h, w := range m.rows[f] {
			c[h] = int8(min(126, max(-126, grain*math.Round(w/step/grain))))
		}
		if c != (read.Column{}) {
			out.Columns[hash] = c
			out.Order = append(out.Order, hash)
		}
	}
	return out
}

// unit is what a margin of one is in stored scores: see read.Norm.
const unit = 256 / step
