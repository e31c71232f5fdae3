package encoder

import "math"

// The exponential and the normal distribution are computed here with plain operations, since those of package math may differ from
// processor to processor.

const (
	// ln2 in two parts: the first has so few bits that its products with small whole numbers are exact.
	ln2High = 0.693359375
	ln2Low  = -2.12194440e-4

	least = -87 // below, the exponential counts as zero: what is left is smaller than 1e-37
)

// exp is e to the power of x, for x of at most zero; it is right to 2e-7 of itself.
func exp(x float32) float32 {
	if !(x >= least) {
		return 0
	}
	k := int32(float32(x*math.Log2E) - .5)
	r := float32(x-float32(float32(k)*ln2High)) - float32(float32(k)*ln2Low)
	p := float32(1. / 720)
	p = float32(p*r) + 1./120
	p = float32(p*r) + 1./24
	p = float32(p*r) + 1./6
	p = float32(p*r) + .5
	p = float32(p*r) + 1
	p = float32(p*r) + 1
	return float32(p * math.Float32frombits(uint32(k+127)<<23))
}

func expGo(values []float32, top, scale float32) {
	for i, v := range values {
		values[i] = exp(float32((v - top) * scale))
	}
}

// gelu is the Gaussian error linear unit (Hendrycks and Gimpel, 2016) in steps of 1/128, drawn straight between them: that is 7e-6 off
// at most. Beyond six it is zero or x itself, to 6e-9.
type gelu []float32

const (
	geluEnd   = 6
	geluSteps = 128 // of one
)

func newGELU() gelu {
	g := make(gelu, 2*geluEnd*geluSteps+2)
	for i := range g {
		x := float64(i)/geluSteps - geluEnd
		g[i] = float32(x * normal(x))
	}
	return g
}

// apply replaces numbers by the curve at them.
func (g gelu) apply(values []float32) {
	for i, x := range values {
		if x >= geluEnd {
			continue
		}
		if !(x > -geluEnd) {
			values[i] = 0
			continue
		}
		at := float32(x+geluEnd) * geluSteps
		n := int32(at)
		low := g[n]
		values[i] = low + float32(float32(at-float32(n))*float32(g[n+1]-low))
	}
}

// normal is the share of a normal distribution below x: the series of Marsaglia (Evaluating the Normal Distribution, 2004).
func normal(x float64) float64 {
	sum, before, term := x, 0., x
	for n := 3; sum != before; n += 2 { // the terms rise while n is less than x², then fall until they change nothing
		term = float64(float64(term*x)*x) / float64(n)
		before, sum = sum, sum+term
	}
	return .5 + float64(sum*float64(expOf(-float64(x*x)/2)/math.Sqrt(2*math.Pi)))
}

// expOf is e to the power of x, by its series for a small part of x, squared again and again.
func expOf(x float64) float64 {
	const halvings = 10
	y, term := 1., 1.
	for n := 1; n < 12; n++ {
		term = float64(term*x) / float64(int(n)<<halvings)
		y += term
	}
	for range halvings {
		y = float64(y * y)
	}
	return y
}
