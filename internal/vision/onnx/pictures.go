package onnx

import (
	"errors"
	"math"
	"slices"
)

// normalisation reads a BatchNormalization as a scale and a shift by channel.
func (g *graph) normalisation(n *node) (scale, shift []float32, ok bool) {
	if len(n.inputs) != 5 {
		return nil, nil, false
	}
	var with [4][]float32 // scale, bias, mean, variance
	for i := range with {
		t, constant := g.constants[n.inputs[i+1]]
		if !constant || t.whole() || len(t.Floats) == 0 || len(t.Floats) != len(with[max(0, i-1)]) && i > 0 {
			return nil, nil, false
		}
		with[i] = t.Floats
	}
	epsilon := float64(n.number("epsilon", 1e-5))
	scale, shift = make([]float32, len(with[0])), make([]float32, len(with[0]))
	for i := range scale {
		s := float64(with[0][i]) / math.Sqrt(float64(with[3][i])+epsilon)
		scale[i], shift[i] = float32(s), float32(float64(with[1][i])-s*float64(with[2][i]))
	}
	return scale, shift, true
}

// normalise applies a scale and a shift by channel.
func normalise(scale, shift []float32) kernel {
	return func(r *run, in []Tensor) (Tensor, error) {
		t := in[0]
		if len(t.Shape) < 2 || t.Shape[1] != len(scale) {
			return Tensor{}, errInputs
		}
		out, err := r.like(t)
		if err != nil {
			return out, err
		}
		_, _, area := around(t.Shape, 1)
		r.parallel(t.Shape[0]*len(scale), func(_, i int) {
			part := out.Floats[i*area : (i+1)*area]
			copy(part, t.Floats[i*area:])
			a := activation{scale: scale[i%len(scale)], shift: shift[i%len(scale)]}
			a.apply(r.kernels, part)
		})
		return out, nil
	}
}

// pool takes the largest number, or the mean, of what lies under a window.
func pool(n *node) kernel {
	mean, counted := n.op == "AveragePool", n.whole("count_include_pad", 0) != 0
	return func(r *run, in []Tensor) (Tensor, error) {
		c, err := window(n, in[0])
		if err != nil {
			return Tensor{}, err
		}
		p, err := c.place(in[0])
		if err != nil {
			return Tensor{}, err
		}
		out, err := r.tensor(in[0].Shape[0], c.in, p.rows, p.columns)
		if err != nil {
			return out, err
		}
		source, places := p.height*p.width, p.rows*p.columns
		r.parallel(in[0].Shape[0]*c.in, func(_, i int) {
			from, to := in[0].Floats[i*source:(i+1)*source], out.Floats[i*places:(i+1)*places]
			for row := range p.rows {
				line := to[row*p.columns:][:p.columns]
				if mean {
					p.means(line, from, row, counted)
				} else {
					p.most(line, from, row)
				}
			}
		})
		return out, nil
	}
}

// window is a pool's window, as a kernel without weights.
func window(n *node, t Tensor) (c *convolution, err error) {
	if len(t.Shape) != 4 || n.whole("ceil_mode", 0) != 0 {
		return nil, errors.New("a pool of a kind that is not known")
	}
	c = &convolution{groups: 1, in: t.Shape[1], out: t.Shape[1]}
	if c.size, err = n.pair("kernel_shape", 1); err != nil {
		return nil, err
	}
	return c, c.settings(n)
}

// most finds the largest numbers that lie under the window along a row.
func (p placed) most(line, plane []float32, row int) {
	fill(line, float32(math.Inf(-1)))
	p.under(line, plane, row, func(to, from []float32, step int) {
		for i := range to {
			if v := from[i*step]; v > to[i] {
				to[i] = v
			}
		}
	})
}

// means finds the means of what lies under the window along a row; counted holds where what is beside the picture counts as zero.
func (p placed) means(line, plane []float32, row int, counted bool) {
	clear(line)
	under := make([]float32, len(line))
	p.under(line, plane, row, func(to, from []float32, step int) {
		for i := range to {
			to[i] += from[i*step]
		}
		first := len(line) - cap(to)
		for i := range to {
			under[first+i]++
		}
	})
	for i := range line {
		n := max(under[i], 1)
		if counted {
			n = float32(p.size[0] * p.size[1])
		}
		line[i] /= n
	}
}

// under calls with for each place of the window, with the part of a row of results under which something lies there, and what.
func (p placed) under(line, plane []float32, row int, with func(to, from []float32, step int)) {
	line = slices.Clip(line)
	for ky := range p.size[0] {
		y := row*p.stride[0] - p.top + ky*p.dilation[0]
		if y < 0 || y >= p.height {
			continue
		}
		for kx := range p.size[1] {
			x, step := kx*p.dilation[1]-p.left, p.stride[1]
			before := min(len(line), max(0, (step-1-x)/step))
			x += before * step
			inside := min(len(line)-before, max(0, (p.width-x+step-1)/step))
			if inside > 0 {
				with(line[before:][:inside], plane[y*p.width+x:(y+1)*p.width], step)
			}
		}
	}
}
