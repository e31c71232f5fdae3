package matrix

// The product is computed in tiles of so many rows and columns: as many as the registers of AVX2 hold.
const (
	tileRows = 6
	// TileColumns is how many columns a tile has; panels of columns are packed in this width.
	TileColumns = 16
	// lanes is how many places of a row are summed at once; rows handed to Slide have room for a multiple of it.
	lanes = 32
)

// Kernels are the inner loops for one kind of processor.
type Kernels struct {
	// Name says which they are: go, avx2.
	Name string
	// tile adds to a tile of the result, whose rows lie stride apart, the product of packed rows and packed columns.
	tile func(depth int, rows, columns, result []float32, stride int)
	// slide sums rows of the source, each from its offset and by its weight, onto the start.
	slide func(result, source []float32, offsets []int, weights []float32, start float32)
	// bend changes each number by a curve; there are a multiple of eight.
	bend func(values []float32, c *Curve)
}

// Portable are the loops in Go. They run everywhere.
func Portable() *Kernels { return &Kernels{Name: "go", tile: tileGo, slide: slideGo, bend: bendGo} }

// tileGo does two rows and four columns at a time: what fits the registers of most processors.
func tileGo(depth int, rows, columns, result []float32, stride int) {
	for i := 0; i < tileRows; i += 2 {
		for j := 0; j < TileColumns; j += 4 {
			var a0, a1, a2, a3, b0, b1, b2, b3 float32
			for d := range depth {
				r := (*[2]float32)(rows[d*tileRows+i:])
				c := (*[4]float32)(columns[d*TileColumns+j:])
				x, y := r[0], r[1]
				a0 += x * c[0]
				a1 += x * c[1]
				a2 += x * c[2]
				a3 += x * c[3]
				b0 += y * c[0]
				b1 += y * c[1]
				b2 += y * c[2]
				b3 += y * c[3]
			}
			add4(result[i*stride+j:], a0, a1, a2, a3)
			add4(result[(i+1)*stride+j:], b0, b1, b2, b3)
		}
	}
}

func add4(to []float32, a, b, c, d float32) {
	_ = to[3]
	to[0] += a
	to[1] += b
	to[2] += c
	to[3] += d
}

func slideGo(result, source []float32, offsets []int, weights []float32, start float32) {
	for i := range result {
		result[i] = start
	}
	for t, offset := range offsets {
		w, from := weights[t], source[offset:]
		from = from[:len(result)]
		for i, v := range from {
			result[i] += w * v
		}
	}
}

// Slide sets each place of the result to the start plus the weighted sum of the places of the source that lie the offsets away.
// The result's length is a multiple of thirty-two (Padded), and the source reaches from each offset at least as far.
func (k *Kernels) Slide(result, source []float32, offsets []int, weights []float32, start float32) {
	for _, offset := range offsets { // the assembly looks at no bounds
		_ = source[offset : offset+len(result)]
	}
	_ = weights[:len(offsets)]
	if len(result) > 0 {
		k.slide(result, source, offsets, weights, start)
	}
}

// Padded is the length of a row rounded up to what Slide needs.
func Padded(n int) int { return (n + lanes - 1) / lanes * lanes }
