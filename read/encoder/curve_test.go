package encoder_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"bedside/read/encoder"
)

func TestExp(t *testing.T) {
	t.Parallel()
	var values []float32
	for x := float32(0); x >= -87; x -= 0.0007 {
		values = append(values, x)
	}
	values = values[:len(values)&^7]
	for _, l := range encoder.AllLoops() {
		got := slices.Clone(values)
		l.Exp(got, 0, 1)
		for i, x := range values {
			want := math.Exp(float64(x))
			if off := math.Abs(float64(got[i]) - want); off > 5e-7*want {
				t.Fatalf("%s, exp(%v): off by %g of %g", l.Name(), x, off, want)
			}
		}
	}
}

func TestExpAtTheEnds(t *testing.T) {
	t.Parallel()
	for _, l := range encoder.AllLoops() {
		got := []float32{5, -82.01, -1e9, float32(math.Inf(-1)), float32(math.NaN()), 5, 5, 5}
		l.Exp(got, 5, 1)
		if want := []float32{1, 0, 0, 0, 0, 1, 1, 1}; !slices.Equal(got, want) {
			t.Errorf("%s: got %v", l.Name(), got)
		}
	}
}

// TestExpOfAllLoops is the same to the last bit.
func TestExpOfAllLoops(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	values := numbers(r, 8000, 40)
	top := slices.Max(values)
	var want []float32
	for _, l := range encoder.AllLoops() {
		got := slices.Clone(values)
		l.Exp(got, top, .17677669)
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s gives others", l.Name())
		}
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
