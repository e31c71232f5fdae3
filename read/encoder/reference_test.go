package encoder_test

import (
	"math"

	"bedside/read/encoder"
)

// The reference computes the same in float64 with package math, as the papers write it, one number after the other. Weights and
// activations are rounded as the package's documentation says; nothing else is shared with the package.

type matrix [][]float64

func rounded(row []float64) []float64 {
	const run, steps = 32, 7 * 18
	out := make([]float64, len(row))
	scale := farthest(row) / steps
	for i := 0; i < len(row) && scale > 0; i += run {
		m := min(max(math.Ceil(farthest(row[i:i+run])/(7*scale)-1e-6), 1), 18)
		for j := i; j < i+run; j++ {
			out[j] = min(max(math.Round(row[j]/(m*scale)), -7), 7) * m * scale
		}
	}
	return out
}

func activation(row []float64) []float64 {
	scale := farthest(row) / 127
	out := make([]float64, len(row))
	for i, v := range row {
		out[i] = math.Round(v/scale) * scale
	}
	return out
}

func farthest(row []float64) float64 {
	top := 0.
	for _, v := range row {
		top = max(top, math.Abs(v))
	}
	return top
}

func wide(values []float32) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = float64(v)
	}
	return out
}

func linear(x matrix, a encoder.Affine) matrix {
	out := make(matrix, len(x))
	weights := make(matrix, len(a.Bias))
	for r := range weights {
		weights[r] = rounded(wide(a.Weight[r*len(x[0]):][:len(x[0])]))
	}
	for i := range x {
		from := activation(x[i])
		for r, row := range weights {
			sum := float64(a.Bias[r])
			for j, w := range row {
				sum += w * from[j]
			}
			out[i] = append(out[i], sum)
		}
	}
	return out
}

func normalised(x, y matrix, a encoder.Affine) matrix {
	out := make(matrix, len(x))
	for i := range x {
		var mean, variance float64
		n := float64(len(x[i]))
		for j := range x[i] {
			mean += (x[i][j] + y[i][j]) / n
		}
		for j := range x[i] {
			off := x[i][j] + y[i][j] - mean
			variance += off * off / n
		}
		for j := range x[i] {
			out[i] = append(out[i], (x[i][j]+y[i][j]-mean)/math.Sqrt(variance+1e-12)*float64(a.Weight[j])+float64(a.Bias[j]))
		}
	}
	return out
}

func attended(q, k, v matrix, heads int) matrix {
	width := len(q[0]) / heads
	out := make(matrix, len(q))
	for i := range q {
		for h := 0; h < len(q[0]); h += width {
			shares, sum := make([]float64, len(k)), 0.
			for j := range k {
				dot := 0.
				for d := h; d < h+width; d++ {
					dot += q[i][d] * k[j][d]
				}
				shares[j] = math.Exp(dot / math.Sqrt(float64(width)))
				sum += shares[j]
			}
			for d := h; d < h+width; d++ {
				value := 0.
				for j := range v {
					value += shares[j] / sum * v[j][d]
				}
				out[i] = append(out[i], value)
			}
		}
	}
	return out
}

func reference(s *encoder.Stored, pieces []uint16) []float64 {
	n := s.Sizes.Hidden
	words, places := make(matrix, len(pieces)), make(matrix, len(pieces))
	for i, p := range pieces {
		words[i], places[i] = rounded(wide(s.Pieces[int(p)*n:][:n])), rounded(wide(s.Positions[i*n:][:n]))
	}
	x := normalised(words, places, s.Norm)
	for _, l := range s.Layers {
		x = normalised(x, linear(attended(linear(x, l.Query), linear(x, l.Key), linear(x, l.Value), s.Sizes.Heads), l.Attention), l.AttentionNorm)
		inner := linear(x, l.Grow)
		for _, row := range inner {
			for j, v := range row {
				row[j] = v * math.Erfc(-v/math.Sqrt2) / 2
			}
		}
		x = normalised(x, linear(inner, l.Shrink), l.ShrinkNorm)
	}
	pooled := make([]float64, 2*n)
	for j := range n {
		pooled[n+j] = math.Inf(-1)
		for i := range x {
			pooled[j] += x[i][j] / float64(len(x))
			pooled[n+j] = max(pooled[n+j], x[i][j])
		}
	}
	out := linear(matrix{pooled}, s.Output)[0]
	story := float64(s.Story.Bias[0])
	for j, v := range pooled {
		story += v * float64(s.Story.Weight[j])
	}
	return append(out, story)
}
