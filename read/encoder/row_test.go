package encoder_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"bedside/read/encoder"
)

func TestQuantiseByHand(t *testing.T) {
	t.Parallel()
	row := make([]float32, 96)
	row[0], row[1], row[2] = 126, -63, 8.9 // a run with the largest: steps of 18; 8.9 is less than half of one
	row[32], row[33], row[34] = 7.1, 3, -1 // steps of 2: -1 is half of one, and goes away from zero
	scale, multipliers, weights := encoder.Quantise(row)
	if scale != 1 || !slices.Equal(multipliers, []byte{18, 2, 1}) {
		t.Errorf("scale %v, multipliers %v", scale, multipliers)
	}
	want := make([]int8, 96)
	want[0], want[1] = 7, -4 // -3.5 goes away from zero
	want[32], want[33], want[34] = 4, 2, -1
	if !slices.Equal(weights, want) {
		t.Errorf("weights %v", weights)
	}
	if scale, _, weights := encoder.Quantise(make([]float32, 32)); scale != 0 || !slices.Equal(weights, make([]int8, 32)) {
		t.Errorf("of zeros: scale %v, weights %v", scale, weights)
	}
}

// TestQuantiseIsNear: no weight is farther off than half a step of its run, and the whole numbers fit eight bits.
func TestQuantiseIsNear(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		row := numbers(r, 384, math.Exp(4*r.NormFloat64()))
		scale, multipliers, weights := encoder.Quantise(row)
		for i, w := range row {
			m := float64(multipliers[i/32])
			if whole := float64(weights[i]) * m; m < 1 || m > 18 || math.Abs(whole) > 126 {
				t.Fatalf("%d × %v", weights[i], m)
			}
			step := m * float64(scale)
			if off := math.Abs(float64(weights[i])*step - float64(w)); off > step*.50001 {
				t.Fatalf("%v is off by %v of a step", w, off/step)
			}
		}
	}
}
