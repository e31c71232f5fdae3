package onnx

import "bedside/internal/vision/matrix"

// spread computes a transposed convolution: each number of the picture, times the kernel, is added where the kernel lies.
func (c *convolution) spread() computing {
	in, out := c.in/c.groups, c.out/c.groups
	area := c.size[0] * c.size[1]
	groups := make([]*matrix.Rows, c.groups)
	for i := range groups {
		groups[i] = matrix.Pack(turn(c.weights[i*in*out*area:(i+1)*in*out*area], in, out*area), out*area, in)
	}
	return func(r *run, p placed, t Tensor) (Tensor, error) {
		result, err := r.tensor(t.Shape[0], c.out, p.rows, p.columns)
		if err != nil {
			return result, err
		}
		source, places := p.height*p.width, p.rows*p.columns
		for i := range t.Shape[0] * c.groups {
			g := i % c.groups
			to := result.Floats[i*out*places : (i+1)*out*places]
			for channel := range out {
				fill(to[channel*places:][:places], c.bias[g*out+channel])
			}
			p.scatter(r, to, t.Floats[i*in*source:(i+1)*in*source], groups[g])
			c.after.apply(r.kernels, to)
		}
		return result, nil
	}
}

// turn swaps the rows and columns of a matrix.
func turn(v []float32, rows, columns int) []float32 {
	turned := make([]float32, len(v))
	for i := range rows {
		for j := range columns {
			turned[j*rows+i] = v[i*columns+j]
		}
	}
	return turned
}

// scatter adds what one group gives. Kernels may overlap, so only the products are shared out, not the sums.
func (p placed) scatter(r *run, result, source []float32, weights *matrix.Rows) {
	places, width := p.height*p.width, weights.Width()
	for first := 0; first < places; first += width {
		n := min(width, places-first)
		size := matrix.Size(n, weights.Depth)
		room := r.room(0, size+weights.Count*n)
		columns := matrix.Columns{Count: n, Depth: weights.Depth, Packed: room[:size]}
		for at := 0; at < n; at += matrix.TileColumns {
			panel := columns.Packed[at*weights.Depth:][:weights.Depth*matrix.TileColumns]
			clear(panel)
			p.packPoints(panel, source, first+at, min(matrix.TileColumns, n-at))
		}
		products := room[size:]
		clear(products)
		r.kernels.Add(products, n, weights, columns)
		p.addProducts(result, products, first, n)
	}
}

// addProducts adds the products for n places from the first: a row for each output channel and place of the kernel.
func (p placed) addProducts(result, products []float32, first, n int) {
	for ; len(result) > 0; result = result[p.rows*p.columns:] {
		for ky := range p.size[0] {
			for kx := range p.size[1] {
				row, column := first/p.width, first%p.width
				for _, v := range products[:n] {
					y := row*p.stride[0] - p.top + ky*p.dilation[0]
					x := column*p.stride[1] - p.left + kx*p.dilation[1]
					if y >= 0 && y < p.rows && x >= 0 && x < p.columns {
						result[y*p.columns+x] += v
					}
					if column++; column == p.width {
						row, column = row+1, 0
					}
				}
				products = products[n:]
			}
		}
	}
}
