package encoder

// kernels are the inner loops for one kind of processor. All kinds give the same bits.
type kernels struct {
	name string // go, avx2
	// panel computes sixteen outputs of a linear layer for all positions.
	panel func(p panel, a *activations)
	// largest is the greatest distance from zero.
	largest func(values []float32) float32
	// round rounds numbers times a factor to whole ones, and computes what sums begin with.
	round func(whole []int8, start []uint32, values []float32, factor float32)
	// exp replaces numbers by e to the power of their distance to top, times a scale; there are a multiple of eight.
	exp func(values []float32, top, scale float32)
	// product sets a tile of a result to the product of rows and columns.
	product func(p product)
}

// portable are the loops in Go. They run everywhere.
func portable() *kernels { return &kernels{"go", panelGo, largestGo, roundGo, expGo, productGo} }

// panel is sixteen rows of a linear layer, and where their outputs go.
type panel struct {
	weights     []byte
	scale, bias []float32
	inputs      int
	result      []float32
	stride      int // from one position's outputs to the next one's
}

// product is a tile: six rows of a matrix, sixteen columns of another, and where their product goes. Sums begin at zero and are in
// the order of depth; each product is rounded before it is added.
type product struct {
	rows, columns, result                 []float32
	rowStride, columnStride, resultStride int
	depth                                 int
}

// productGo does two rows and four columns at a time: what fits the registers of most processors.
func productGo(p product) {
	for i := 0; i < tile; i += 2 {
		for j := 0; j < panelRows; j += 4 {
			above, below := p.rows[i*p.rowStride:][:p.depth], p.rows[(i+1)*p.rowStride:][:p.depth]
			var a, b [4]float32
			for d, x := range above {
				y, c := below[d], (*[4]float32)(p.columns[d*p.columnStride+j:])
				a[0] += float32(x * c[0])
				a[1] += float32(x * c[1])
				a[2] += float32(x * c[2])
				a[3] += float32(x * c[3])
				b[0] += float32(y * c[0])
				b[1] += float32(y * c[1])
				b[2] += float32(y * c[2])
				b[3] += float32(y * c[3])
			}
			copy(p.result[i*p.resultStride+j:], a[:])
			copy(p.result[(i+1)*p.resultStride+j:], b[:])
		}
	}
}
