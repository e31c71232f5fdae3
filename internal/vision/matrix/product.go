package matrix

// Rows are the left side of a product, packed: panels of six rows, each column by column, the last panel filled with zeros.
type Rows struct {
	Count, Depth int
	packed       []float32
}

// Pack packs a matrix of count rows that are depth long and stand one behind another.
func Pack(values []float32, count, depth int) *Rows {
	r := &Rows{Count: count, Depth: depth, packed: make([]float32, (count+tileRows-1)/tileRows*tileRows*depth)}
	for i := range count {
		at := i/tileRows*tileRows*depth + i%tileRows
		for k, v := range values[i*depth : (i+1)*depth] {
			r.packed[at+k*tileRows] = v
		}
	}
	return r
}

// panel is the packed form of six rows.
func (r *Rows) panel(first int) []float32 {
	size := tileRows * r.Depth
	return r.packed[first/tileRows*size:][:size]
}

// block is how many columns are held packed at once: some 128 KiB of them, so that they stay near the processor.
const block = 32 << 10

// Width is how many columns of a product are best packed together.
func (r *Rows) Width() int {
	return max(1, min(block/(max(1, r.Depth)*TileColumns), 16)) * TileColumns
}

// Columns are the right side of a product, packed by whoever has it: panels of sixteen columns, each row by row.
type Columns struct {
	Count, Depth int
	Packed       []float32 // at least Size(Count, Depth); what lies behind Count is zero
}

// Size is how many numbers so many columns take when packed.
func Size(count, depth int) int { return (count + TileColumns - 1) / TileColumns * TileColumns * depth }

// Add adds the product of rows and columns to the result, whose rows lie stride apart and have room for the columns.
func (k *Kernels) Add(result []float32, stride int, rows *Rows, columns Columns) {
	if rows.Depth == 0 {
		return
	}
	var edge [tileRows * TileColumns]float32
	size := TileColumns * rows.Depth
	for i := 0; i < rows.Count; i += tileRows {
		left := rows.panel(i)
		height := min(tileRows, rows.Count-i)
		for j := 0; j < columns.Count; j += TileColumns {
			right := columns.Packed[j/TileColumns*size:][:size]
			width := min(TileColumns, columns.Count-j)
			to := result[i*stride+j : (i+height-1)*stride+j+width]
			if height == tileRows && width == TileColumns {
				k.tile(rows.Depth, left, right, to, stride)
				continue
			}
			clear(edge[:])
			k.tile(rows.Depth, left, right, edge[:], TileColumns)
			addEdge(to, edge[:], height, width, stride)
		}
	}
}

// addEdge adds what of a tile lies inside the result.
func addEdge(to, edge []float32, height, width, stride int) {
	for i := range height {
		for j, v := range edge[i*TileColumns:][:width] {
			to[i*stride+j] += v
		}
	}
}
