package encoder

import "bedside"

// One is a score of 1: scores are whole numbers of 1/65,536.
const One = 1 << 16

// Answer is what a model says of the pieces of a text, in units of 1/One.
type Answer struct {
	Scores []int32 // the outputs
	Story  int32   // how much of one patient is told whom other texts of the same author could reveal
}

// Answer reads the pieces of a text.
func (m *Model) Answer(pieces []uint16) (Answer, error) {
	if len(pieces) < 1 || len(pieces) > m.sizes.Positions {
		return Answer{}, bedside.Errorf(bedside.CodeInvalid, "the encoder reads 1 to %d pieces, not %d; cut the text first", m.sizes.Positions, len(pieces))
	}
	for _, p := range pieces {
		if int(p) >= m.sizes.Pieces {
			return Answer{}, bedside.Errorf(bedside.CodeInvalid, "the encoder knows pieces 0 to %d, not %d; use the pieces it was trained with", m.sizes.Pieces-1, p)
		}
	}
	s := m.pool.Get().(*scratch)
	defer m.pool.Put(s)
	s.resize(&m.sizes, len(pieces))
	m.embed(s, pieces)
	curve := m.curve()
	for i := range m.layers {
		m.layers[i].apply(m.kernels, curve, s)
	}
	a := Answer{Scores: make([]int32, m.sizes.Outputs)}
	m.outputs(s, a.Scores)
	a.Story = score(dot(s.pooled, m.story) + m.storyBias)
	return a, nil
}

// embed sets the hidden numbers of each position to those of its piece and its place.
func (m *Model) embed(s *scratch, pieces []uint16) {
	width := m.sizes.Hidden
	for i, p := range pieces {
		to := s.hidden[i*width:][:width]
		clear(to)
		m.pieces.add(to, int(p))
		m.positions.add(to, i)
		m.norm.apply(to)
	}
}

// outputs are the scores from the mean and the maximum over all positions.
func (m *Model) outputs(s *scratch, to []int32) {
	width := m.sizes.Hidden
	mean, top := s.pooled[:width], s.pooled[width:]
	copy(mean, s.hidden)
	copy(top, s.hidden)
	for i := 1; i < s.positions; i++ {
		for j, v := range s.hidden[i*width:][:width] {
			mean[j] += v
			if v > top[j] {
				top[j] = v
			}
		}
	}
	for j := range mean {
		mean[j] /= float32(s.positions)
	}
	s.wide.setAll(m.kernels, s.pooled, 1, 2*width)
	m.output.apply(m.kernels, s.scores, &s.wide)
	for i := range to {
		to[i] = score(s.scores[i])
	}
}

// score is a number in units of 1/One, as far as it can be told.
func score(x float32) int32 {
	const top = 1 << 14
	return nearest(min(max(x, -top), top) * One)
}
