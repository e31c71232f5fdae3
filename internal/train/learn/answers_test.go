package learn

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/read"
	"bedside/read/encoder"
)

// TestStoredAnswers: what was stored is read again, to a five-hundredth, as far as sixteen bits go; damaged ones are refused.
func TestStoredAnswers(t *testing.T) {
	t.Parallel()
	answers := Answers{7: make([]int32, read.Outputs), 1 << 60: make([]int32, read.Outputs)}
	answers[7][0], answers[7][1], answers[1<<60][read.Outputs-1] = 3*encoder.One/2, -1<<30, -encoder.One
	b := answers.Store()
	got, err := ParseAnswers(b)
	if err != nil {
		t.Fatal(err)
	}
	answers[7][1] = -64 * encoder.One // the lowest of sixteen bits
	if diff := cmp.Diff(answers, got); diff != "" {
		t.Error(diff)
	}
	if _, err := ParseAnswers(b[1:]); err == nil {
		t.Error("cut: no error")
	}
	if got, err := ParseAnswers(nil); err != nil || len(got) > 0 {
		t.Errorf("nothing: %v, %v", got, err)
	}
}

// TestMixed: samples get what the second stage says of their pieces; those of which it says nothing, and writers of whom it knows too little, are
// left out.
func TestMixed(t *testing.T) {
	t.Parallel()
	said := make([]int32, read.Outputs)
	said[head] = encoder.One
	second := stage(t, read.Mix{From: -2 * unit, Own: 1 << 12, Below: -unit})
	const one, other = "one", "other"
	samples := []Sample{
		{Group: one, Pieces: []uint16{1}},
		{Group: one, Pieces: []uint16{2}},
		{Group: one, Pieces: []uint16{1}},
		{Group: other, Pieces: []uint16{2}},
		{Group: other, Pieces: []uint16{1}},
		{Group: other, Pieces: []uint16{2}},
	}
	margins := make([][bedside.HeadCount]float64, len(samples))
	for h := range margins[2] {
		margins[2][h] = -3
	}
	margins[3], margins[5] = margins[2], margins[2]
	answers := Answers{read.Key([]uint16{1}): said}
	kept, mixed := answers.Mixed(samples, margins, second)
	if diff := cmp.Diff([]Sample{samples[0], samples[2]}, kept); diff != "" {
		t.Fatal(diff)
	}
	if mixed[0][head] != 1 || mixed[0][0] != 0 || mixed[1][head] != -4 {
		t.Errorf("margins %v and %v", mixed[0], mixed[1])
	}
}

// stage is a second stage with a mix, and an encoder that knows one piece.
func stage(t *testing.T, mix read.Mix) *read.Second {
	t.Helper()
	const hidden = 64
	affine := func(rows, inputs int) encoder.Affine {
		return encoder.Affine{Weight: make([]float32, rows*inputs), Bias: make([]float32, rows)}
	}
	net, err := encoder.Store(&encoder.Stored{
		Sizes:  encoder.Sizes{Pieces: 3, Positions: 160, Hidden: hidden, Heads: 2, Inner: hidden, Layers: 1, Outputs: read.Outputs},
		Pieces: make([]float32, 3*hidden), Positions: make([]float32, 160*hidden), Norm: affine(hidden, 1), Output: affine(read.Outputs, 2*hidden), Story: affine(1, 2*hidden),
		Layers: []encoder.StoredLayer{{
			Query: affine(hidden, hidden), Key: affine(hidden, hidden), Value: affine(hidden, hidden), Attention: affine(hidden, hidden), AttentionNorm: affine(hidden, 1),
			Grow: affine(hidden, hidden), Shrink: affine(hidden, hidden), ShrinkNorm: affine(hidden, 1),
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	b, err := read.StoreSecond(mix, []string{"[UNK]", "[CLS]", "[SEP]"}, net)
	if err != nil {
		t.Fatal(err)
	}
	s, err := read.LoadSecond(b)
	if err != nil {
		t.Fatal(err)
	}
	return s
}
