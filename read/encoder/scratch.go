package encoder

// scratch is the memory of one text on its way through the layers. It is used again for the next one, and what is left in it is not
// cleared: no number of one text is read for another.
type scratch struct {
	sizes     *Sizes
	positions int

	hidden, query, key, value, context, dense []float32 // hidden numbers a position
	inner                                     []float32
	keys                                      []float32 // of one head, a column a position
	attention                                 []float32 // of one head, a row a position
	pooled, scores                            []float32 // mean and maximum, and the outputs from them
	rounded, wide                             activations
}

func (s *scratch) resize(sizes *Sizes, positions int) {
	s.sizes, s.positions = sizes, positions
	room := roundUp(positions, tile)
	for _, v := range []*[]float32{&s.hidden, &s.query, &s.key, &s.value, &s.context, &s.dense} {
		*v = resized(*v, room*sizes.Hidden)
	}
	s.inner = resized(s.inner, room*sizes.Inner)
	s.pooled, s.scores = resized(s.pooled, 2*sizes.Hidden), resized(s.scores, tile*sizes.Outputs)
	s.keys = resized(s.keys, sizes.headWidth()*roundUp(positions, panelRows))
	s.attention = resized(s.attention, room*roundUp(positions, panelRows))
}

// round makes the hidden numbers, or others of the same width, whole.
func (s *scratch) round(k *kernels, values []float32) {
	s.rounded.setAll(k, values, s.positions, s.sizes.Hidden)
}

// roundWide does the same for those between the feed-forward layers.
func (s *scratch) roundWide(k *kernels, values []float32) {
	s.wide.setAll(k, values, s.positions, s.sizes.Inner)
}

// join adds a layer's outputs to the hidden numbers and normalises what comes out.
func (s *scratch) join(n *norm) {
	width := s.sizes.Hidden
	for i := range s.positions {
		to, from := s.hidden[i*width:][:width], s.dense[i*width:][:width]
		for j, v := range from {
			to[j] += v
		}
		n.apply(to)
	}
}
