package encoder

import (
	"encoding/binary"
	"math"
	"sync"

	"bedside"
)

// A stored model, all numbers little-endian:
//
//	magic      "BENCODE2"
//	uint32     pieces, positions, hidden, heads, inner, layers, outputs
//	table      of the pieces (table.go)
//	table      of the positions, token type 0 added
//	norm       float32 weights, float32 biases
//	per layer  query, key, value, attention (linear.go: float32 scales, float32 biases, panels); norm; grow, shrink; norm
//	linear     from mean and maximum to the outputs
//	story      float32 weights, float32 bias: from mean and maximum to the story
//
// Weights are used as they lie in memory: loading a model copies scales, biases and norms only.
const magic = "BENCODE2"

// Model is an encoder. It is immutable and may be used by many goroutines.
type Model struct {
	sizes             Sizes
	pieces, positions table
	norm              norm
	layers            []layer
	output            linear
	story             []float32
	storyBias         float32
	kernels           *kernels
	curve             func() gelu
	pool              *sync.Pool // of *scratch
}

// Sizes are the dimensions of the model.
func (m *Model) Sizes() Sizes { return m.sizes }

// Load reads a stored model. The bytes must not change afterwards.
func Load(b []byte) (*Model, error) {
	const header = len(magic) + 4*sizeCount
	if len(b) < header || string(b[:len(magic)]) != magic {
		return nil, bedside.Errorf(bedside.CodeInvalid, "the encoder's weights are not in the stored form")
	}
	m := &Model{kernels: fastest(), curve: sync.OnceValue(newGELU), pool: &sync.Pool{New: func() any { return &scratch{} }}}
	for i, n := range m.sizes.list() {
		*n = int(binary.LittleEndian.Uint32(b[len(magic)+4*i:]) & math.MaxInt32)
	}
	if err := m.sizes.check(); err != nil {
		return nil, err
	}
	r := reader{rest: b[header:]}
	m.read(&r)
	if r.damaged || len(r.rest) > 0 {
		return nil, bedside.Errorf(bedside.CodeInvalid, "the encoder's weights are cut short or damaged")
	}
	return m, nil
}

// read reads all that follows the sizes.
func (m *Model) read(r *reader) {
	hidden, inner := m.sizes.Hidden, m.sizes.Inner
	m.pieces, m.positions = r.table(m.sizes.Pieces, hidden), r.table(m.sizes.Positions, hidden)
	m.norm = r.norm(hidden)
	for range m.sizes.Layers {
		var l layer
		for _, to := range []*linear{&l.query, &l.key, &l.value, &l.attention} {
			*to = r.linear(hidden, hidden)
		}
		l.attentionNorm = r.norm(hidden)
		l.grow, l.shrink = r.linear(inner, hidden), r.linear(hidden, inner)
		l.shrinkNorm = r.norm(hidden)
		m.layers = append(m.layers, l)
	}
	m.output = r.linear(m.sizes.Outputs, 2*hidden)
	m.story = r.floats(2*hidden, -maxParameter, maxParameter)
	m.storyBias = r.float(-maxParameter, maxParameter)
}

// reader takes parts off stored bytes. After one that is not there, or no number that may be, it is damaged and gives zeros.
type reader struct {
	rest    []byte
	damaged bool
}

// Numbers beyond these are in no model that was trained, and bound what is computed: nothing overflows to infinity.
const (
	maxParameter = 1e4
	maxScale     = 100
)

func (r *reader) bytes(n int) []byte {
	if r.damaged || len(r.rest) < n {
		r.damaged = true
		return nil
	}
	out := r.rest[:n:n]
	r.rest = r.rest[n:]
	return out
}

// floats reads numbers from lowest to highest.
func (r *reader) floats(n int, lowest, highest float32) []float32 {
	b := r.bytes(4 * n)
	if r.damaged {
		return nil
	}
	out := make([]float32, n)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
		if !(out[i] >= lowest && out[i] <= highest) {
			r.damaged = true
		}
	}
	return out
}

func (r *reader) float(lowest, highest float32) float32 {
	if f := r.floats(1, lowest, highest); f != nil {
		return f[0]
	}
	return 0
}

func (r *reader) norm(width int) norm {
	return norm{r.floats(width, -maxParameter, maxParameter), r.floats(width, -maxParameter, maxParameter)}
}

func (r *reader) linear(rows, inputs int) linear {
	return linear{
		inputs: inputs, scale: r.floats(rows, 0, maxScale), bias: r.floats(rows, -maxParameter, maxParameter),
		panels: r.bytes(rows / panelRows * (inputs / run) * runBytes),
	}
}

// table reads rows, of which only the scales are looked at.
func (r *reader) table(rows, width int) table {
	t := table{width, r.bytes(rows * tableRow(width))}
	for ; !r.damaged && rows > 0; rows-- {
		scale := math.Float32frombits(binary.LittleEndian.Uint32(t.rows[(rows-1)*tableRow(width):]))
		r.damaged = !(scale >= 0 && scale <= maxScale)
	}
	return t
}
