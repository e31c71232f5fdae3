package reid

import "math/bits"

// Factors are parts of one: how many of those of one sex and band of ages everything fits. They do not depend on the place, so they are
// worked out once and then held against the people of each. The unit is 2^-40; every step rounds down.
const (
	wholeBits = 40
	whole     = 1 << wholeBits
)

// part is a of b, both in parts of one.
func part(a, b int64) int64 {
	hi, lo := bits.Mul64(uint64(a), uint64(b))
	return int64(hi<<(64-wholeBits) | lo>>wholeBits)
}

// factor is a part of one: at least, likely, at most.
type factor struct{ low, likely, high int64 }

// total is a sum of products with parts of one, in full length.
type total struct{ high, low uint64 }

func (t *total) add(n, p int64) {
	hi, lo := bits.Mul64(uint64(n), uint64(p))
	var carry uint64
	t.low, carry = bits.Add64(t.low, lo, 0)
	t.high += hi + carry
}

// whole is the sum, rounded down.
func (t *total) whole() int64 { return int64(t.high<<(64-wholeBits) | t.low>>wholeBits) }

var one = factor{whole, whole, whole} //nolint:gochecknoglobals // a constant

func factorOf(s Share) factor {
	return factor{muldiv(s.Low, whole, Everybody), muldiv(s.Likely, whole, Everybody), muldiv(s.High, whole, Everybody)}
}

func (a factor) of(b factor) factor {
	return factor{part(a.low, b.low), part(a.likely, b.likely), part(a.high, b.high)}
}

func (a factor) least(b factor) factor {
	return factor{min(a.low, b.low), min(a.likely, b.likely), min(a.high, b.high)}
}

// in is what comes of a yearly rate in so many days.
func (a factor) in(days Count) factor {
	return factor{muldiv(a.low, days.Low, DaysOfYear), muldiv(a.likely, days.Likely, DaysOfYear), muldiv(a.high, days.High, DaysOfYear)}
}

// among is the part of visits, at a yearly rate, that are for what befalls so many in a year.
func (a factor) among(use factor) factor {
	if use.low == 0 {
		return factor{}
	}
	return factor{muldiv(a.low, whole, use.low), muldiv(a.likely, whole, use.likely), muldiv(a.high, whole, use.high)}.least(one)
}

// sick is the part among people who are being looked after: whoever has an illness is so more often.
func (a factor) sick() factor {
	return factor{a.low, 2 * a.likely, 5 * a.high}.least(one)
}

// illnesses are the parts that illnesses leave. They hang together, as diabetes and kidneys do: it may be that nearly all whom the rarest
// befalls have the others too, so at most the rarest counts in full, and of the others the roots.
type illnesses struct {
	product factor // of the high figures, the product of roots
	rarest  int64
	first   int64 // the high figure of the only one so far
	n       int
}

func noIllness() illnesses { return illnesses{product: one, rarest: whole} }

func (i *illnesses) add(f factor) {
	if i.n == 1 {
		i.product.high = rootPart(i.first)
	}
	high := f.high
	if i.n > 0 {
		high = rootPart(high)
	}
	i.product = factor{part(i.product.low, f.low), part(i.product.likely, f.likely), part(i.product.high, high)}
	i.rarest = min(i.rarest, f.high)
	i.first = f.high
	i.n++
}

func (i *illnesses) together() factor {
	if i.n < 2 {
		return i.product
	}
	out := i.product
	out.high = part(out.high, rootPart(i.rarest))
	return out
}

// rootPart is the square root of a part of one.
func rootPart(p int64) int64 { return root(p<<20) << 10 }
