package encoder_test

import (
	"math"
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
	for i := -8 * 64; i <= 8*64; i++ {
		x := float32(i)/64 + .003
		want := float64(x) * math.Erfc(-float64(x)/math.Sqrt2) / 2
		if off := math.Abs(float64(encoder.GELU(x)) - want); off > 8e-6 {
			t.Errorf("at %v: off by %g", x, off)
		}
	}
	for x, want := range map[float32]float32{0: 0, 1e30: 1e30, -1e30: 0, 6: 6, -6: 0, float32(math.Inf(1)): float32(math.Inf(1)), float32(math.Inf(-1)): 0} {
		if got := encoder.GELU(x); got != want {
			t.Errorf("at %v: got %v", x, got)
		}
	}
	if got := encoder.GELU(float32(math.NaN())); got != 0 {
		t.Errorf("of no number: got %v", got)
	}
}
