package encoder

import "math"

// norm is layer normalisation (Ba, Kiros and Hinton, 2016).
type norm struct{ weight, bias []float32 }

const epsilon = 1e-12

// apply normalises the numbers of one position.
func (n *norm) apply(values []float32) {
	count := float32(len(values))
	mean := sum(values) / count
	for i, v := range values {
		values[i] = v - mean
	}
	variance := dot(values, values) / count
	by := float32(1 / math.Sqrt(float64(variance)+epsilon))
	weight, bias := n.weight[:len(values)], n.bias[:len(values)]
	for i, v := range values {
		values[i] = float32(float32(v*by)*weight[i]) + bias[i]
	}
}

// lanes is how many sums are kept side by side; the number of values is a multiple of it.
const lanes = 8

func sum(values []float32) float32 {
	var s [lanes]float32
	for ; len(values) >= lanes; values = values[lanes:] {
		v := (*[lanes]float32)(values)
		s[0] += v[0]
		s[1] += v[1]
		s[2] += v[2]
		s[3] += v[3]
		s[4] += v[4]
		s[5] += v[5]
		s[6] += v[6]
		s[7] += v[7]
	}
	return fold(&s)
}

// dot is the sum of products, each rounded before it is added.
func dot(a, b []float32) float32 {
	var s [lanes]float32
	for ; len(a) >= lanes && len(b) >= lanes; a, b = a[lanes:], b[lanes:] {
		v, w := (*[lanes]float32)(a), (*[lanes]float32)(b)
		s[0] += float32(v[0] * w[0])
		s[1] += float32(v[1] * w[1])
		s[2] += float32(v[2] * w[2])
		s[3] += float32(v[3] * w[3])
		s[4] += float32(v[4] * w[4])
		s[5] += float32(v[5] * w[5])
		s[6] += float32(v[6] * w[6])
		s[7] += float32(v[7] * w[7])
	}
	return fold(&s)
}

// fold adds the lanes up, always in the same order.
func fold(s *[lanes]float32) float32 {
	return ((s[0] + s[4]) + (s[2] + s[6])) + ((s[1] + s[5]) + (s[3] + s[7]))
}
