package onnx

import (
	"slices"

	"bedside/internal/vision/matrix"
)

// product multiplies the matrices of the last two axes; the axes before are repeated as needed.
func product(r *run, in []Tensor) (Tensor, error) {
	a, b := in[0], in[1]
	if len(a.Shape) < 2 || len(b.Shape) < 2 || a.whole() || b.whole() {
		return Tensor{}, errInputs
	}
	na, nb := len(a.Shape)-2, len(b.Shape)-2
	rows, depth, columns := a.Shape[na], a.Shape[na+1], b.Shape[nb+1]
	if b.Shape[nb] != depth {
		return Tensor{}, errInputs
	}
	outer, err := broadcast(a.Shape[:na], b.Shape[:nb])
	if err != nil {
		return Tensor{}, err
	}
	out, err := r.tensor(append(slices.Clone(outer), rows, columns)...)
	if err != nil {
		return out, err
	}
	clear(out.Floats)
	if len(out.Floats) == 0 || depth == 0 {
		return out, nil
	}
	each(outer, repeated(a.Shape[:na], outer), repeated(b.Shape[:nb], outer), func(o, i, j, n, di, dj int) {
		for at := range n {
			r.multiply(out.Floats[(o+at)*rows*columns:][:rows*columns],
				a.Floats[(i+at*di)*rows*depth:][:rows*depth], b.Floats[(j+at*dj)*depth*columns:][:depth*columns], rows, depth)
		}
	})
	return out, nil
}

// multiply adds the product of two matrices to the result.
func (r *run) multiply(result, a, b []float32, rows, depth int) {
	left, columns := matrix.Pack(a, rows, depth), len(b)/depth
	width := left.Width()
	r.parallel((columns+width-1)/width, func(worker, i int) {
		first := i * width
		n := min(width, columns-first)
		right := matrix.Columns{Count: n, Depth: depth, Packed: r.room(worker, matrix.Size(n, depth))}
		for at := 0; at < n; at += matrix.TileColumns {
			panel := right.Packed[at*depth:][:depth*matrix.TileColumns]
			clear(panel)
			for d := range depth {
				copy(panel[d*matrix.TileColumns:], b[d*columns+first+at:][:min(matrix.TileColumns, n-at)])
			}
		}
		r.kernels.Add(result[first:], columns, left, right)
	})
}

// gemm is alpha·A·B + beta·C, each side turned as the node says.
func gemm(n *node) kernel {
	alpha, beta := n.number("alpha", 1), n.number("beta", 1)
	turnA, turnB := n.whole("transA", 0) != 0, n.whole("transB", 0) != 0
	add := arithmetic("Add")
	return func(r *run, in []Tensor) (Tensor, error) {
		a, okA := turned(in[0], turnA)
		b, okB := turned(in[1], turnB)
		if !okA || !okB {
			return Tensor{}, errInputs
		}
		out, err := product(r, []Tensor{a, b})
		if err != nil {
			return out, err
		}
		scale := activation{scale: alpha}
		scale.apply(r.kernels, out.Floats)
		if len(in) < 3 || in[2].Floats == nil {
			return out, nil
		}
		c := in[2]
		c.Floats = slices.Clone(c.Floats)
		scale.scale = beta
		scale.apply(r.kernels, c.Floats)
		return add(r, []Tensor{out, c})
	}
}

// turned is a matrix with rows and columns swapped, if they are to be.
func turned(t Tensor, swap bool) (Tensor, bool) {
	if len(t.Shape) != 2 || t.whole() {
		return t, false
	}
	if !swap {
		return t, true
	}
	return Tensor{Shape: []int{t.Shape[1], t.Shape[0]}, Floats: turn(t.Floats, t.Shape[0], t.Shape[1])}, true
}
