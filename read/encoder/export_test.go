package encoder

// Exp is e to the power of the numbers' distance to top, times a scale.
func (l Loops) Exp(values []float32, top, scale float32) { l.k.exp(values, top, scale) }

// GELU applies the curve of the feed-forward layers.
func GELU(values []float32) { newGELU().apply(values) }

// NewGELU makes the curve.
func NewGELU() int { return len(newGELU()) }

// Quantise is a row's scale, its multipliers, and its weights in four bits.
func Quantise(row []float32) (scale float32, multipliers []byte, weights []int8) {
	q := quantise(row)
	return q.scale, q.multipliers, q.weights
}

// Portable is the model with the loops in Go.
func (m *Model) Portable() *Model {
	p := *m
	p.kernels = portable()
	return &p
}

// Kernels is the name of the loops that the model uses.
func (m *Model) Kernels() string { return m.kernels.name }

// Loops are the inner loops under test; on a processor without assembly there is one kind.
type Loops struct{ k *kernels }

// AllLoops are the loops in Go and those that suit the processor.
func AllLoops() []Loops {
	if fast := fastest(); fast.name != "go" {
		return []Loops{{portable()}, {fast}}
	}
	return []Loops{{portable()}}
}

// Name is the name of the loops.
func (l Loops) Name() string { return l.k.name }

// Linear stores a linear layer and applies it to positions.
func (l Loops) Linear(matrix, bias []float32, inputs int, values []float32) []float32 {
	r := reader{rest: appendLinear(nil, matrix, bias, inputs)}
	layer := r.linear(len(bias), inputs)
	var a activations
	a.setAll(l.k, values, len(values)/inputs, inputs)
	result := make([]float32, roundUp(a.positions, tile)*len(bias))
	layer.apply(l.k, result, &a)
	return result[:a.positions*len(bias)]
}

// Product is a tile of six rows and sixteen columns.
func (l Loops) Product(rows, columns []float32, depth int) []float32 {
	result := make([]float32, tile*panelRows)
	l.k.product(product{rows, columns, result, depth, panelRows, panelRows, depth})
	return result
}
