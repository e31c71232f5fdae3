package encoder_test

import (
	"math"
	"slices"
	"testing"

	"bedside/read/encoder"
)

func TestExp(t *testing.T) {
	t.Parallel()
	for x := float32(0); x >= -87; x -= 0.0007 {
		want := math.Exp(float64(x))
		if off := math.Abs(float64(encoder.Exp(x)) - want); off > 5e-7*want {
			t.Fatalf("exp(%v): off by %g of %g", x, off, want)
		}
	}
	for _, x := range []float32{-87.01, -1e9, float32(math.Inf(-1)), float32(math.NaN())} {
		if got := encoder.Exp(x); got != 0 {
			t.Errorf("exp(%v) = %v", x, got)
		}
	}
	if got := encoder.Exp(0); got != 1 {
		t.Errorf("exp(0) = %v", got)
	}
}

func TestGELU(t *testing.T) {
	t.Parallel()
	var values []float32
	for i := -8 * 640; i <= 8*640; i++ {
		values = append(values, float32(i)/640+.0003)
	}
	got := slices.Clone(values)
	encoder.GELU(got)
	for i, x := range values {
		want := float64(x) * math.Erfc(-float64(x)/math.Sqrt2) / 2
		if off := math.Abs(float64(got[i]) - want); off > 8e-6 {
			t.Errorf("at %v: off by %g", x, off)
		}
	}
}

func TestGELUAtTheEnds(t *testing.T) {
	t.Parallel()
	none, end := float32(math.NaN()), float32(math.Inf(1))
	got := []float32{0, 1e30, -1e30, 6, -6, end, -end, none}
	encoder.GELU(got)
	if want := []float32{0, 1e30, 0, 6, 0, end, 0, 0}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkNewGELU(b *testing.B) {
	for b.Loop() {
		encoder.NewGELU()
	}
}
