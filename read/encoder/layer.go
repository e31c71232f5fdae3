package encoder

import "math"

// layer is one layer of the encoder: each position attends to all, then passes through a small network of its own.
type layer struct {
	query, key, value, attention linear
	attentionNorm                norm
	grow, shrink                 linear
	shrinkNorm                   norm
}

// apply changes the hidden numbers of all positions.
func (l *layer) apply(k *kernels, g gelu, s *scratch) {
	s.round(k, s.hidden)
	l.query.apply(k, s.query, &s.rounded)
	l.key.apply(k, s.key, &s.rounded)
	l.value.apply(k, s.value, &s.rounded)
	for head := range s.sizes.Heads {
		s.attend(k, head)
	}
	s.round(k, s.context)
	l.attention.apply(k, s.dense, &s.rounded)
	s.join(&l.attentionNorm)

	s.round(k, s.hidden)
	l.grow.apply(k, s.inner, &s.rounded)
	g.apply(s.inner[:s.positions*s.sizes.Inner])
	s.roundWide(k, s.inner)
	l.shrink.apply(k, s.dense, &s.wide)
	s.join(&l.shrinkNorm)
}

// attend computes what one head takes from all positions for each: softmax(query × key / root of the head's width) × value.
func (s *scratch) attend(k *kernels, head int) {
	width, hidden := s.sizes.headWidth(), s.sizes.Hidden
	at, stride := head*width, roundUp(s.positions, panelRows)
	for i := range s.positions {
		for d, v := range s.key[i*hidden+at:][:width] {
			s.keys[d*stride+i] = v
		}
	}
	for i := 0; i < s.positions; i += tile {
		for j := 0; j < stride; j += panelRows {
			k.product(product{
				s.query[i*hidden+at:], s.keys[j:], s.attention[i*stride+j:], hidden, stride, stride, width,
			})
		}
	}
	scale := float32(1 / math.Sqrt(float64(width)))
	for i := range s.positions {
		softmax(k, s.attention[i*stride:][:stride], s.positions, scale)
	}
	for i := 0; i < s.positions; i += tile {
		for j := 0; j < width; j += panelRows {
			k.product(product{
				s.attention[i*stride:], s.value[at+j:], s.context[i*hidden+at+j:], stride, hidden, hidden, s.positions,
			})
		}
	}
}

// softmax turns the first scores of a row, times a scale, into shares that sum to one. What stands behind them is not looked at.
func softmax(k *kernels, row []float32, count int, scale float32) {
	scores := row[:count]
	top := scores[0]
	for _, v := range scores {
		if v > top {
			top = v
		}
	}
	k.exp(row[:roundUp(count, lanes)], top, scale)
	var sum float32
	for _, v := range scores {
		sum += v
	}
	by := 1 / sum
	for i, v := range scores {
		scores[i] = v * by
	}
}
