package learn

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// solved fits the head alone and answers with the margin of each sample.
func solved(samples []Sample) []float64 {
	v := newVocabulary(samples)
	x := v.matrix(samples)
	y := labelsOf(samples, func(s *Sample) Label { return s.Heads[head] })
	w, b := solve(x, y, len(v.order), passes, balanced(y))
	out := make([]float64, len(x))
	for i := range x {
		out[i] = x[i].dot(w) + b
	}
	return out
}

func TestSolveSeparates(t *testing.T) {
	t.Parallel()
	samples := slices.Concat(
		times(6, sample("a", Yes, 1, 9), sample("a", No, 2, 9)),
		times(6, sample("a", Yes, 3), sample("a", No, 4)),
	)
	for i, margin := range solved(samples) {
		if (margin > 0) != (samples[i].Heads[head] == Yes) {
			t.Errorf("sample %d, labelled %d, has the margin %.2f", i, samples[i].Heads[head], margin)
		}
	}
}

// TestSolveWeighsSidesAlike: all of four examples show a feature, and half of forty others. Seen by sides it speaks for the head,
// counted by samples against it.
func TestSolveWeighsSidesAlike(t *testing.T) {
	t.Parallel()
	samples := slices.Concat(times(4, sample("a", Yes, 1)), times(20, sample("a", No, 1)), times(20, sample("a", No, 2)))
	if margins := solved(samples); margins[0] <= 0 || margins[43] >= 0 {
		t.Errorf("with the feature %.2f, without it %.2f", margins[0], margins[43])
	}
	for _, labels := range [][]Label{{Yes, No}, {Yes, No, No, No}, {Yes, Yes, Yes, No, No, No, No, Doubtful, Doubtful}} {
		c := balanced(labels)
		var sum [2]float64
		for _, l := range labels {
			if l != Doubtful {
				sum[l] += c[l]
			}
		}
		if diff := sum[Yes] - sum[No]; diff > 1e-9 || diff < -1e-9 {
			t.Errorf("%v: one side costs %.2f, the other %.2f", labels, sum[Yes], sum[No])
		}
	}
}

// TestDoubtfulTeachesNothing: what a doubtful sample shows changes no weight at all, and how many there are no side.
func TestDoubtfulTeachesNothing(t *testing.T) {
	t.Parallel()
	labels := []Label{Yes, No, Doubtful, Yes, No, Doubtful}
	rows := func(doubtful row) []row {
		a, b := row{at: []int32{0}, value: []float64{1}, square: 2}, row{at: []int32{1}, value: []float64{1}, square: 2}
		return []row{a, b, doubtful, a, b, doubtful}
	}
	w1, b1 := solve(rows(row{square: 1}), labels, 3, passes, balanced(labels))
	w2, b2 := solve(rows(row{at: []int32{0, 1, 2}, value: []float64{5, -3, 9}, square: 116}), labels, 3, passes, balanced(labels))
	if !slices.Equal(w1, w2) || b1 != b2 || w1[2] != 0 {
		t.Errorf("weights %v and %v, bias %g and %g", w1, w2, b1, b2)
	}
	w3, b3 := solve(rows(row{square: 1})[:2], labels[:2], 3, passes, balanced(labels[:2]))
	if w3[0]+b3 <= 0 || w3[1]+b3 >= 0 || w1[0]+b1 <= 0 || w1[1]+b1 >= 0 {
		t.Errorf("with doubtful ones %v and %g, without %v and %g", w1, b1, w3, b3)
	}
}

// TestSolveNothing: a side without samples, and no samples at all.
func TestSolveNothing(t *testing.T) {
	t.Parallel()
	for _, samples := range [][]Sample{nil, {sample("a", Yes)}, {sample("a", No, 1), sample("a", No, 1)}, {sample("a", Doubtful, 1)}} {
		for i, margin := range solved(samples) {
			if l := samples[i].Heads[head]; l == Yes && margin <= 0 || l == No && margin >= 0 || margin != margin {
				t.Errorf("%d samples, the first labelled %d: margin %g", len(samples), l, margin)
			}
		}
	}
}

// TestJumble: every sample once in each pass, in another order, and in the same orders each time.
func TestJumble(t *testing.T) {
	t.Parallel()
	a, b := newJumble(50), newJumble(50)
	before := slices.Clone(a.at)
	for range passes {
		a.shuffle()
		b.shuffle()
		if diff := cmp.Diff(a.at, b.at); diff != "" {
			t.Fatal(diff)
		}
		if slices.Equal(a.at, before) {
			t.Error("two passes have one order")
		}
		before = slices.Clone(a.at)
		if sorted := slices.Sorted(slices.Values(a.at)); sorted[0] != 0 || sorted[49] != 49 || len(slices.Compact(sorted)) != 50 {
			t.Fatalf("a pass leaves samples out: %v", a.at)
		}
	}
}

// TestVocabulary: a feature of a draft or two is not kept, and rare ones weigh more.
func TestVocabulary(t *testing.T) {
	t.Parallel()
	v := newVocabulary([]Sample{sample("a", Yes, 7, 3), sample("a", No, 7, 5), sample("a", No, 5, 7, 1), sample("b", No, 7, 5, 3)})
	if !slices.Equal(v.order, []uint64{5, 7}) || v.idf[0] <= v.idf[1] {
		t.Errorf("%v with %v", v.order, v.idf)
	}
}
