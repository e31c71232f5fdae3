package eval_test

import (
	"math"
	"testing"

	"bedside/internal/eval"
)

// The bounds are those of published tables for the Wilson score interval.
func TestWilson(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		count     eval.Count
		low, high float64
	}{
		"half of ten":   {eval.Count{Hits: 5, Of: 10}, 0.2366, 0.7634},
		"none of ten":   {eval.Count{Hits: 0, Of: 10}, 0, 0.2775},
		"all of ten":    {eval.Count{Hits: 10, Of: 10}, 0.7225, 1},
		"81 of 263":     {eval.Count{Hits: 81, Of: 263}, 0.2553, 0.3662},
		"nothing tried": {eval.Count{}, 0, 1},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			low, high := tt.count.Wilson()
			if math.Abs(low-tt.low) > 1e-4 || math.Abs(high-tt.high) > 1e-4 {
				t.Errorf("got %.4f to %.4f, want %.4f to %.4f", low, high, tt.low, tt.high)
			}
		})
	}
}
