package main

import (
	"math"

	"bedside/detect/tagger"
)

// clip is the largest weight that is kept; scale makes bytes of weights.
const (
	clip  = 3.0
	scale = 127 / clip
)

// stored rounds the averaged weights to bytes.
func (t *trainer) stored(words *tagger.Words) []byte {
	s := &tagger.Stored{Bits: t.recipe.bits, Weights: make([][tagger.Labels]int8, len(t.sum)), Words: words}
	n := float64(max(t.sums, 1))
	for i := range t.sum {
		for l := range labels {
			s.Weights[i][l] = int8(math.Round(scale * max(-clip, min(clip, float64(t.sum[i][l])/n))))
		}
	}
	for i := range labels {
		for l := range labels {
			s.Links[i][l] = int16(math.Round(scale * t.linksSum[i][l] / n))
		}
	}
	return tagger.Store(s)
}
