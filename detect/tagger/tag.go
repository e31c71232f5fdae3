package tagger

// Scratch is the memory of one caller at a time. Its zero value is ready.
type Scratch struct {
	open  []openness
	units []unit
	cells []decoding
	spans []Span
	rower rower
}

// Bias is what is added to the score of a person's name beginning: more finds more, and more that is none.
type Bias int32

// Tag returns the names of a sentence, in order. They are valid until the scratch is used again.
func (m *Model) Tag(tokens []Token, bias Bias, x *Scratch) []Span {
	x.spans = x.spans[:0]
	x.open = grown(x.open, len(tokens))
	if !opened(tokens, x.open, styleOf(tokens) == styleSmall) {
		return nil
	}
	s := m.sentence(tokens, x)
	for first := 0; first < len(tokens); first++ {
		if x.open[first] == closed {
			continue
		}
		end := runEnd(x.open, first)
		m.run(&s, first, end, bias, x)
		first = end
	}
	return x.spans
}

// runEnd is where the run ends that begins at a token.
func runEnd(open []openness, i int) int {
	for i < len(open) && open[i] != closed {
		i++
	}
	return i
}

// sentence makes room for what tokens are summed up in. That is done where a run needs it: most tokens are near none.
func (m *Model) sentence(tokens []Token, x *Scratch) sentence {
	n := len(tokens)
	x.units = grown(x.units, n+4)
	x.units[0], x.units[1], x.units[n+2], x.units[n+3] = edge(), edge(), edge(), edge()
	return sentence{tokens: tokens, units: x.units, style: styleOf(tokens)}
}

// sumUp fills in the units of the tokens [first, end) and of two on either side.
func (m *Model) sumUp(s *sentence, first, end int) {
	first, end = max(first-2, s.summed), min(end+2, len(s.tokens))
	for i := first; i < end; i++ {
		s.units[i+2] = unitOf(&s.tokens[i])
	}
	if first < end {
		m.words.classify(s.units[first+2 : end+2])
	}
	s.summed = end
}

// grown returns a slice of n, whatever it held.
func grown[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// smallBias is added where a sentence has no capitals: there names are missed more often than found wrongly.
const smallBias = 15

// run decodes the tokens [first, end), all of which may be part of a name, and adds the names.
func (m *Model) run(s *sentence, first, end int, bias Bias, x *Scratch) {
	m.sumUp(s, first, end)
	if s.style == styleSmall {
		bias += smallBias
	}
	x.cells = grown(x.cells, end-first)
	x.rower.shift = m.shift
	for i := first; i < end; i++ {
		s.rowsOf(i, &x.rower)
		c := &x.cells[i-first]
		m.sum(&x.rower, &c.score)
		c.score[BeginPerson] += int32(bias)
		c.linking = x.open[i] == linking
	}
	m.decode(x.cells)
	for i := 0; i < end-first; i++ {
		kind := x.cells[i].label
		if kind == Outside {
			continue
		}
		from := i
		for i+1 < end-first && x.cells[i+1].label == kind+1 {
			i++
		}
		x.spans = append(x.spans, Span{first + from, first + i + 1, kind})
	}
}

// evenBytes are the bytes 0, 2, 4 and 6 of a row, each with room for a sum.
const evenBytes = 0x00FF00FF00FF00FF

// sum adds the rows of a token: four labels at a time, each in sixteen bits.
func (m *Model) sum(r *rower, score *[Labels]int32) {
	var even, odd uint64
	for _, row := range r.rows[:r.n] {
		w := m.rows[row]
		even += w & evenBytes
		odd += w >> 8 & evenBytes
	}
	high := int32(128 * r.n)
	for l := 0; l < int(Labels); l += 2 {
		score[l] = int32(even>>(8*l)&0xFFFF) - high
		if l+1 < int(Labels) {
			score[l+1] = int32(odd>>(8*l)&0xFFFF) - high
		}
	}
}

// Features calls f with each token that may be part of a name, in order: whether one may begin there, and the rows of its
// features, which are valid during the call only. It is for training.
func (m *Model) Features(tokens []Token, x *Scratch, f func(token int, begins bool, rows []uint32)) {
	x.open = grown(x.open, len(tokens))
	if !opened(tokens, x.open, styleOf(tokens) == styleSmall) {
		return
	}
	s := m.sentence(tokens, x)
	m.sumUp(&s, 0, len(tokens))
	x.rower.shift = m.shift
	for i := range tokens {
		if x.open[i] != closed {
			s.rowsOf(i, &x.rower)
			f(i, x.open[i] == open, x.rower.rows[:x.rower.n])
		}
	}
}
