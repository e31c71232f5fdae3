package learn

import (
	"io"
	"slices"
	"strings"
	"testing"

	"bedside"
)

func TestSplit(t *testing.T) {
	t.Parallel()
	yes := func(margins ...float64) []judged { return judgedAs(true, margins) }
	no := func(margins ...float64) []judged { return judgedAs(false, margins) }
	tests := []struct {
		name       string
		all        []judged
		falseAlarm float64
		want       float64
	}{
		{"nothing", nil, 2, 4},
		{"examples only", yes(3, 1, 2), 2, 1},
		{"others only", no(3, 1, 2), 2, 4},
		{"apart", slices.Concat(yes(3, 2), no(1, 0)), 2, 2},
		{"one other above many", slices.Concat(yes(1, 2, 3), no(4)), 2, 1},
		{"one other above few", slices.Concat(yes(1, 2), no(4)), 2, 4},
		{"not worth going on", slices.Concat(yes(5, 1), no(3)), 2, 5},
		{"worth going on", slices.Concat(yes(5, 2, 1, 0), no(3)), 2, 0},
		{"cheaper alarms", slices.Concat(yes(5, 2, 1), no(3)), 1.5, 1},
		{"no more gained: the higher", slices.Concat(yes(5, 2, 1), no(3)), 2, 5},
		{"below nought", slices.Concat(yes(-1), no(-2)), 2, -1},
		{"on one margin", slices.Concat(yes(1), no(1)), 2, 4},
		{"on one margin, the other way round", slices.Concat(no(1), yes(1)), 2, 4},
		{"many on one margin", slices.Concat(yes(3, 1, 1, 1), no(1)), 2, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := split(tt.all, tt.falseAlarm); got != tt.want {
				t.Errorf("got %g, want %g", got, tt.want)
			}
		})
	}
}

func judgedAs(yes bool, margins []float64) []judged {
	var out []judged
	for _, m := range margins {
		out = append(out, judged{m, yes})
	}
	return out
}

func TestLowest(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		examples []float64
		want     float64
	}{
		{nil, -1},
		{[]float64{3}, 3},
		{[]float64{3, 1, 2}, 1},
		{[]float64{9, 8, 7, 6, 5, 4, 3, 2, 1}, 2},                             // 0.12 of nine is one
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16}, 2}, // and of sixteen
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}, 3},
	} {
		if got := lowest(slices.Clone(tt.examples)); got != tt.want {
			t.Errorf("%v: got %g, want %g", tt.examples, got, tt.want)
		}
	}
}

// flaggedSet is some drafts that rules flagged for the head and some that they let through, with margins on whole numbers.
func flaggedSet() ([]Sample, [][bedside.HeadCount]float64) {
	var samples []Sample
	var margins [][bedside.HeadCount]float64
	add := func(margin float64, l Label, s bedside.Severity) {
		one := sample("a", l)
		one.Rules[head] = s
		samples = append(samples, one)
		var m [bedside.HeadCount]float64
		for h := range m {
			m[h] = -9
		}
		m[head] = margin
		margins = append(margins, m)
	}
	// By falselyKept, 2: one found, two found, one wrong and nothing is left of the gain.
	add(3, Yes, bedside.Revise)
	add(2, Yes, bedside.Block)
	add(1, No, bedside.Revise)
	add(0, Yes, bedside.Revise)
	// Let through, with the two of above that lie below likely; by falselyFound, 2.
	add(6, Yes, bedside.OK)
	add(5, Yes, bedside.Advise)
	add(4, No, bedside.OK)
	return samples, margins
}

// TestCalibrate: likely parts what the rules flag, sure what they let through, and unlikely begins where nearly all examples do.
func TestCalibrate(t *testing.T) {
	t.Parallel()
	samples, margins := flaggedSet()
	got := Calibrate(samples, margins)
	if want := [3]int32{stored(0), stored(2), stored(5)}; got[head] != want {
		t.Errorf("got %v, want %v", got[head], want)
	}
	for h := range got {
		if want := [3]int32{stored(-1), stored(2), stored(5)}; bedside.Head(h) != head && got[h] != want {
			t.Errorf("%s has no examples: got %v, want %v", bedside.Head(h), got[h], want)
		}
		if !slices.IsSorted(got[h][:]) {
			t.Errorf("%s: the levels are out of order: %v", bedside.Head(h), got[h])
		}
	}
}

// TestTunedDraftsDoNotCount: where the rules were made, they look better than they are.
func TestTunedDraftsDoNotCount(t *testing.T) {
	t.Parallel()
	samples, margins := flaggedSet()
	want := Calibrate(samples, margins)
	for _, s := range samples {
		s.Tuned, s.Heads, s.Any = true, [bedside.HeadCount]Label{}, 1-s.Any
		samples, margins = append(samples, s), append(margins, [bedside.HeadCount]float64{head: 7})
	}
	if got := Calibrate(samples, margins); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestCalibrateNothing: without drafts, and without anything that rules flag, nothing is ever sure.
func TestCalibrateNothing(t *testing.T) {
	t.Parallel()
	for _, samples := range [][]Sample{nil, {sample("a", No)}, {sample("a", Doubtful), sample("a", No)}} {
		for h, levels := range Calibrate(samples, make([][bedside.HeadCount]float64, len(samples))) {
			if levels[1] != stored(4) || levels[2] != stored(4) || levels[0] > levels[1] {
				t.Errorf("%d samples: %s has %v", len(samples), bedside.Head(h), levels)
			}
		}
	}
}

func TestReport(t *testing.T) {
	t.Parallel()
	Report(io.Discard, nil, nil, Thresholds{})
	var b strings.Builder
	samples, margins := flaggedSet()
	Report(&b, samples, margins, Calibrate(samples, margins))
	for _, want := range []string{
		"contempt                  5", "rules alone:     of 5 to send back 60.0 % found, of 2 others 50.0 % found wrongly\n",
		"rules and reader: of 5 to send back 80.0 % found, of 2 others 0.0 % found wrongly\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is not told in\n%s", want, b.String())
		}
	}
}
