package encoder

import "math"

// A row of weights is stored as a scale, a multiplier for each run of inputs and four bits for each weight. A weight's value
// is four bits × multiplier × scale; the first two make a whole number of at most 126.
const (
	run           = 32 // inputs that share a multiplier
	deepest       = 7  // four bits, of which -8 is not used
	maxMultiplier = 18
	steps         = deepest * maxMultiplier // of the largest weight of a row
	middle        = 8                       // four bits are stored as unsigned numbers, zero as this

	tiny = 1e-30 // what is smaller in all places counts as zero
)

// quantised is a row of weights as it is stored.
type quantised struct {
	scale       float32
	multipliers []byte // one for each run
	weights     []int8 // -7 to 7
}

// quantise rounds a row of weights; training rounds in the same way while it learns.
func quantise(row []float32) quantised {
	q := quantised{multipliers: make([]byte, len(row)/run), weights: make([]int8, len(row))}
	if q.scale = largestGo(row) / steps; q.scale < tiny {
		q.scale = 0
		for i := range q.multipliers {
			q.multipliers[i] = 1
		}
		return q
	}
	for i := range q.multipliers {
		part := row[i*run:][:run]
		m := min(max(float32(math.Ceil(float64(largestGo(part)/float32(deepest*q.scale)))), 1), maxMultiplier)
		q.multipliers[i] = byte(m)
		for j, w := range part {
			q.weights[i*run+j] = int8(min(max(nearest(w/float32(m*q.scale)), -deepest), deepest))
		}
	}
	return q
}

// nearest rounds to a whole number, half away from zero.
func nearest(x float32) int32 {
	if x < 0 {
		return int32(x - .5)
	}
	return int32(x + .5)
}

// largestGo is the greatest distance from zero. Numbers without their sign are in the order of their bits.
func largestGo(values []float32) float32 {
	var top uint32
	for _, v := range values {
		top = max(top, math.Float32bits(v)&^(1<<31))
	}
	return math.Float32frombits(top)
}
