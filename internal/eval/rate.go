package eval

import "math"

// Count is some hits of some tries. Counts add.
type Count struct {
	Hits int `json:"hits"`
	Of   int `json:"of"`
}

func (c *Count) add(o Count) { c.Hits, c.Of = c.Hits+o.Hits, c.Of+o.Of }

// one is a single try.
func one(hit bool) Count {
	if hit {
		return Count{1, 1}
	}
	return Count{0, 1}
}

// Share is hits by tries, 0 without tries.
func (c Count) Share() float64 {
	if c.Of == 0 {
		return 0
	}
	return float64(c.Hits) / float64(c.Of)
}

// Wilson is the 95 % score interval of the share, from 0 to 1 without tries.
func (c Count) Wilson() (low, high float64) {
	if c.Of == 0 {
		return 0, 1
	}
	const z = 1.959964
	n, p := float64(c.Of), c.Share()
	centre := p + z*z/(2*n)
	half := z * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, (centre-half)/(1+z*z/n)), min(1, (centre+half)/(1+z*z/n))
}

// Rate is a figure with its counts and its 95 % interval.
type Rate struct {
	Count
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// RateOf is the share with its score interval.
func RateOf(c Count) Rate { return rateOf(c) }

func rateOf(c Count) Rate {
	low, high := c.Wilson()
	return Rate{c, c.Share(), low, high}
}

// f1Of turns hits of (hits + missed + false) into F1, and its interval with it: F1 = 2J/(1+J) rises with J.
func f1Of(c Count) Rate {
	f := func(j float64) float64 { return 2 * j / (1 + j) }
	low, high := c.Wilson()
	return Rate{c, f(c.Share()), f(low), f(high)}
}
