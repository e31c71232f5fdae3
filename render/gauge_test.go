package render

import (
	"testing"

	"bedside"
)

// TestRuler: each power of ten takes a sixth of the ruler, and what is off it stands at its end.
func TestRuler(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]int{0: 0, 1: 0, 10: 166, 11: 173, 1000: 500, 20_000: 716, 100_000: 833, 1_000_000: 1000, 300_000_000: 1000} {
		if got := ruled(n); got < want-1 || got > want+1 {
			t.Errorf("%d stands at %d, want %d", n, got, want)
		}
	}
	last := 0
	for n := 1; n < 3_000_000; n += 1 + n/50 {
		if at := ruled(n); at < last {
			t.Fatalf("%d stands at %d, below one that is less", n, at)
		} else {
			last = at
		}
	}
	g := gaugeOf(bedside.Crowd{Low: 1, Likely: 11, High: 20_000})
	if g.From != 0 || g.At != ruled(SmallGroup) || g.To != ruled(LargeArea) || g.High != "20,000" {
		t.Errorf("%+v", g)
	}
}
