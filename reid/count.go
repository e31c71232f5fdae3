package reid

import "math/bits"

// People are counted in thousandths, so that a share of a village is not rounded away. Every step rounds down, which keeps
// a smaller share from ever giving more.
const thousandths = 1000

// muldiv is n*by/of without overflow, for numbers that are not negative, of above 0 and a result that fits.
func muldiv(n, by, of int64) int64 {
	hi, lo := bits.Mul64(uint64(n), uint64(by))
	if hi >= uint64(of) {
		return maxCount
	}
	q, _ := bits.Div64(hi, lo, uint64(of))
	return int64(min(q, maxCount))
}

// maxCount is more than there are people, in thousandths.
const maxCount = 1 << 50

// root is the square root, rounded down.
func root(n int64) int64 {
	if n <= 0 {
		return 0
	}
	r := int64(1) << ((bits.Len64(uint64(n)) + 1) / 2)
	for {
		next := (r + n/r) / 2
		if next >= r {
			return r
		}
		r = next
	}
}

// wider and narrower allow for chance: where n others are expected, seldom more or fewer turn up than these. All in thousandths;
// 1.6 standard deviations of a Poisson count to either side.
func wider(n int64) int64 { return n + root(n*thousandths*256/100) + 900 }

func narrower(n int64) int64 { return max(0, n-root(n*thousandths*256/100)) }

// rounded cuts a count to two figures: nobody knows more of so many. Up rounds up.
func rounded(n int64, up bool) int {
	unit := int64(1)
	for n/unit >= 100 {
		unit *= 10
	}
	if up {
		n += unit - 1
	}
	return int(n / unit * unit)
}
