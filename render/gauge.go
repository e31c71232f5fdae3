package render

import (
	"math/bits"

	"bedside"
)

// Gauge is a crowd on a ruler from one person to a million, in thousandths of its length: each power of ten takes a sixth.
type Gauge struct {
	Low, Likely, High string // the figures, as people write them
	From, At, To      int    // where they stand on the ruler
}

// The ticks of the ruler: the smallest group that US agencies publish figures of, and the people that an area must have under HIPAA's Safe Harbor.
const (
	SmallGroup = 11
	LargeArea  = 20_000
)

// Box is where a box around the likely figure begins, 34 thousandths wide and within the ruler.
func (g Gauge) Box() int { return min(max(g.At-17, 0), 966) }

func gaugeOf(c bedside.Crowd) Gauge {
	return Gauge{grouped(c.Low), grouped(c.Likely), grouped(c.High), ruled(c.Low), ruled(c.Likely), ruled(c.High)}
}

// ruled is where a number stands on the ruler.
func ruled(n int) int {
	const most = 1_000_000
	const length = 19_932 // the binary logarithm of a million, in thousandths
	return min(1000*logarithm(min(max(n, 1), most))/length, 1000)
}

// logarithm is the binary logarithm in thousandths, by squaring, so that it is the same on every machine.
func logarithm(n int) int {
	whole := bits.Len(uint(n)) - 1
	x := uint64(n) << 30 >> whole // from 1 to 2, with 30 binary places
	part := 0
	for range 10 {
		x = x * x >> 30
		part <<= 1
		if x >= 2<<30 {
			x >>= 1
			part++
		}
	}
	return 1000*whole + part*1000/1024
}
