package learn

import (
	"math"
	"slices"
)

// vocabulary is the features worth keeping and how rare each is.
type vocabulary struct {
	order []uint64
	at    map[uint64]int32
	idf   []float64
}

func newVocabulary(samples []Sample) *vocabulary {
	drafts := map[uint64]int{}
	for i := range samples {
		for _, f := range samples[i].Features {
			drafts[f]++
		}
	}
	v := &vocabulary{at: map[uint64]int32{}}
	for _, f := range frequent(drafts, leastDrafts) {
		v.at[f] = int32(len(v.order))
		v.order = append(v.order, f)
		v.idf = append(v.idf, 1+math.Log(float64(1+len(samples))/float64(1+drafts[f])))
	}
	return v
}

// frequent are the features that occur often enough, in the order of their hashes.
func frequent(count map[uint64]int, least int) []uint64 {
	out := make([]uint64, 0, len(count))
	for f, n := range count {
		if n >= least {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out
}

// row is one sample: its features, and their values.
type row struct {
	at     []int32
	value  []float64
	square float64 // the sum of the squared values, with the one of the bias
}

func (v *vocabulary) matrix(samples []Sample) []row {
	out := make([]row, len(samples))
	for i := range samples {
		out[i] = v.row(samples[i].Features)
	}
	return out
}

func (v *vocabulary) row(features []uint64) row {
	r := row{square: 1}
	for _, f := range features {
		if at, ok := v.at[f]; ok {
			r.at = append(r.at, at)
		}
	}
	scale := 1 / math.Sqrt(float64(len(r.at)+floor))
	for _, at := range r.at {
		x := v.idf[at] * scale
		r.value = append(r.value, x)
		r.square += float64(x * x)
	}
	return r
}
