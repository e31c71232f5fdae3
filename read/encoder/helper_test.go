package encoder_test

import (
	"math/rand/v2"
	"testing"

	"bedside/read/encoder"
)

// small are sizes that leave something over everywhere: positions that fill no tile, several panels and runs.
func small() encoder.Sizes {
	return encoder.Sizes{Pieces: 50, Positions: 40, Hidden: 64, Heads: 4, Inner: 96, Layers: 2, Outputs: 16}
}

// numbers are random, around zero: three evenly spread ones added up, which is the same on every processor.
func numbers(r *rand.Rand, n int, spread float64) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32((r.Float64() + r.Float64() + r.Float64() - 1.5) * 2 * spread)
	}
	return out
}

// stored is a random model.
func stored(s encoder.Sizes, seed uint64) *encoder.Stored {
	r := rand.New(rand.NewPCG(seed, 1))
	linear := func(rows, inputs int) encoder.Affine {
		return encoder.Affine{Weight: numbers(r, rows*inputs, .1), Bias: numbers(r, rows, .1)}
	}
	norm := func() encoder.Affine {
		a := encoder.Affine{Weight: numbers(r, s.Hidden, .1), Bias: numbers(r, s.Hidden, .1)}
		for i := range a.Weight {
			a.Weight[i]++
		}
		return a
	}
	m := &encoder.Stored{
		Sizes: s, Pieces: numbers(r, s.Pieces*s.Hidden, .05), Positions: numbers(r, s.Positions*s.Hidden, .05), Norm: norm(),
		Output: linear(s.Outputs, 2*s.Hidden), Story: linear(1, 2*s.Hidden),
	}
	for range s.Layers {
		m.Layers = append(m.Layers, encoder.StoredLayer{
			Query: linear(s.Hidden, s.Hidden), Key: linear(s.Hidden, s.Hidden), Value: linear(s.Hidden, s.Hidden), Attention: linear(s.Hidden, s.Hidden),
			AttentionNorm: norm(), Grow: linear(s.Inner, s.Hidden), Shrink: linear(s.Hidden, s.Inner), ShrinkNorm: norm(),
		})
	}
	return m
}

func bytesOf(tb testing.TB, s *encoder.Stored) []byte {
	tb.Helper()
	b, err := encoder.Store(s)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

func load(tb testing.TB, b []byte) *encoder.Model {
	tb.Helper()
	m, err := encoder.Load(b)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// some are random pieces.
func some(r *rand.Rand, s encoder.Sizes, n int) []uint16 {
	out := make([]uint16, n)
	for i := range out {
		out[i] = uint16(r.IntN(s.Pieces))
	}
	return out
}

// answer is all that a model says: scores, and the story behind them.
func answer(tb testing.TB, m *encoder.Model, pieces []uint16) []int32 {
	tb.Helper()
	out, err := m.Answer(pieces)
	if err != nil {
		tb.Fatal(err)
	}
	return append(out.Scores, out.Story)
}
