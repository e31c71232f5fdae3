package read_test

import (
	"bytes"
	"math/rand/v2"
	"testing"

	"bedside"
	"bedside/read"
	"bedside/read/encoder"
)

// words are the vocabulary of the small second stage.
var words = []string{"[UNK]", "[CLS]", "[SEP]", "my", "patient", "died", "tired"}

// netOf is a small encoder with weights by chance.
func netOf(t *testing.T, pieces int) []byte {
	t.Helper()
	random := rand.New(rand.NewPCG(3, 5))
	some := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = float32(random.NormFloat64())
		}
		return out
	}
	affine := func(rows, inputs int) encoder.Affine {
		return encoder.Affine{Weight: some(rows * inputs), Bias: some(rows)}
	}
	const hidden, inner = 64, 128
	norm := func() encoder.Affine { return affine(hidden, 1) }
	s := &encoder.Stored{
		Sizes:  encoder.Sizes{Pieces: pieces, Positions: 160, Hidden: hidden, Heads: 2, Inner: inner, Layers: 1, Outputs: read.Outputs},
		Pieces: some(pieces * hidden), Positions: some(160 * hidden), Norm: norm(), Output: affine(read.Outputs, 2*hidden), Story: affine(1, 2*hidden),
		Layers: []encoder.StoredLayer{{
			Query: affine(hidden, hidden), Key: affine(hidden, hidden), Value: affine(hidden, hidden), Attention: affine(hidden, hidden), AttentionNorm: norm(),
			Grow: affine(inner, hidden), Shrink: affine(hidden, inner), ShrinkNorm: norm(),
		}},
	}
	b, err := encoder.Store(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func secondOf(t *testing.T, mix read.Mix) []byte {
	t.Helper()
	b, err := read.StoreSecond(mix, words, netOf(t, len(words)))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestSecondStage: below what is open it is not asked; else its answers are added as the mix says.
func TestSecondStage(t *testing.T) {
	t.Parallel()
	first := modelOf(t, bedside.HeadContempt, weights{"died": 40, "patient": 10})
	open := read.Mix{From: -1 << 30, Own: 2 << 12, Shared: 1 << 12, Below: -77}
	seen := seenOf(t, "My patient died")
	sum := first.Scores(seen)
	with := func(mix read.Mix, answers []int32) read.Scores {
		s, err := read.LoadSecond(secondOf(t, mix))
		if err != nil {
			t.Fatal(err)
		}
		if answers != nil {
			s = s.Recorded(func(uint64) []int32 { return answers })
		}
		return first.WithSecond(s).Scores(seen)
	}
	answers := make([]int32, read.Outputs)
	answers[bedside.HeadContempt], answers[read.Outputs-1] = encoder.One, encoder.One/2
	for h, score := range with(open, answers) {
		want := sum[h] + 2048 // half of a score of one, from the common number
		if bedside.Head(h) == bedside.HeadContempt {
			want += 2 * 4096
		}
		if score != want {
			t.Errorf("%s: %d, want %d", bedside.Head(h), score, want)
		}
	}
	below := open
	below.From = 1 << 29
	for h := range sum {
		if got := with(below, answers)[h]; got != sum[h]-77 {
			t.Errorf("below: %d, want %d", got, sum[h]-77)
		}
		if got := with(open, []int32{1}); got != sum {
			t.Errorf("no answer: %v, want %v", got, sum)
		}
	}
	if with(open, nil) == sum {
		t.Error("the encoder says nothing")
	}
}

// TestStoredWithSecond: a model and its second stage are one file and can be parted again.
func TestStoredWithSecond(t *testing.T) {
	t.Parallel()
	first, second := smallModel(), secondOf(t, read.Mix{From: -5, Own: 3, Shared: 4, Below: -6})
	whole := append(bytes.Clone(first), second...)
	m := load(t, whole)
	if m.Second() == nil || m.Second().Mix() != (read.Mix{From: -5, Own: 3, Shared: 4, Below: -6}) {
		t.Error("the second stage is not there, or has another mix")
	}
	if a, b, err := read.CutSecond(whole); err != nil || !bytes.Equal(a, first) || !bytes.Equal(b, second) {
		t.Errorf("cut into %d and %d bytes, %v", len(a), len(b), err)
	}
	if a, b, err := read.CutSecond(first); err != nil || !bytes.Equal(a, first) || len(b) > 0 {
		t.Errorf("without one: cut into %d and %d bytes, %v", len(a), len(b), err)
	}
	if load(t, first).Second() != nil {
		t.Error("without one: there is one")
	}
}

func TestDamagedSecond(t *testing.T) {
	t.Parallel()
	second := secondOf(t, read.Mix{})
	for name, b := range map[string][]byte{
		"empty": nil, "other": []byte("something else that is no second stage"), "cut": second[:len(second)-1], "in the pieces": second[:40], "longer": append(bytes.Clone(second), 0),
	} {
		if _, err := read.LoadSecond(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := read.Load(append(smallModel(), second[:50]...)); err == nil {
		t.Error("behind a model: no error")
	}
	if _, err := read.StoreSecond(read.Mix{}, words[1:], netOf(t, len(words))); err == nil {
		t.Error("an encoder of another vocabulary: no error")
	}
	for n := range len(second) {
		if n < 200 || n%97 == 0 {
			if _, err := read.LoadSecond(second[:n]); err == nil {
				t.Errorf("cut to %d bytes: no error", n)
			}
		}
	}
}

// TestStory: the encoder tells it where it was asked, and where it was not and the head's own score leaves a story open; else there is none. It
// changes no score.
func TestStory(t *testing.T) {
	t.Parallel()
	seen := seenOf(t, "My patient died")
	reading := func(told int8, from int32, s func(*read.Second) *read.Second) (int32, read.Scores) {
		second, err := read.LoadSecond(secondOf(t, read.Mix{From: from, Below: -77}))
		if err != nil {
			t.Fatal(err)
		}
		m := modelOf(t, bedside.HeadToldStory, weights{"died": told, "patient": told}).WithSecond(s(second))
		r := m.Answer(seen)
		return r.Story(), m.Scores(seen)
	}
	same := func(s *read.Second) *read.Second { return s }
	const always, never = -1 << 30, 1 << 29
	asked, _ := reading(40, always, same)
	later, scores := reading(40, never, same)
	if asked == read.NoStory || asked != later {
		t.Errorf("asked at once %d, later %d", asked, later)
	}
	if _, alone := reading(40, never, func(*read.Second) *read.Second { return nil }); scores[0] != alone[0]-77 {
		t.Errorf("the score is %d, alone %d", scores[0], alone[0])
	}
	for name, got := range map[string]int32{
		"far from a story": first(reading(-120, never, same)),
		"no second stage":  first(reading(40, never, func(*read.Second) *read.Second { return nil })),
		"nothing recorded": first(reading(40, always, func(s *read.Second) *read.Second { return s.Recorded(func(uint64) []int32 { return nil }) })),
	} {
		if got != read.NoStory {
			t.Errorf("%s: %d", name, got)
		}
	}
}

func first(story int32, _ read.Scores) int32 { return story }
