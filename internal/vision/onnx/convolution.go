package onnx

import (
	"errors"
	"fmt"

	"bedside/internal/vision/matrix"
)

// convolution is a two-dimensional convolution, or a transposed one, with what follows it number by number.
type convolution struct {
	transposed               bool
	groups                   int
	in, out                  int    // channels in all
	size                     [2]int // of the kernel: height, width
	stride, dilation, output [2]int // output: what a transposed one adds at the end
	pads                     [4]int
	same                     string    // pads are to be found: SAME_UPPER, SAME_LOWER
	weights                  []float32 // out × in of its group × size; of a transposed one in × out of its group × size
	bias                     []float32 // by channel
	after                    activation
}

var errWeights = errors.New("weights that do not fit")

// convolutionOf reads a node and its weights, which must be constant.
func (g *graph) convolutionOf(n *node) (*convolution, error) {
	if len(n.inputs) < 2 {
		return nil, errors.New("a convolution without weights")
	}
	w, ok := g.constants[n.inputs[1]]
	if !ok || len(w.Shape) != 4 || w.whole() {
		return nil, errors.New("a convolution whose weights are not constant and of four axes")
	}
	c := &convolution{transposed: n.op == "ConvTranspose", weights: w.Floats, after: plain(), size: [2]int{w.Shape[2], w.Shape[3]}}
	groups := n.whole("group", 1)
	if groups < 1 || groups > maxNumbers || w.Shape[0]%int(groups) != 0 || len(w.Floats) == 0 {
		return nil, errWeights
	}
	c.groups = int(groups)
	if c.transposed {
		c.in, c.out = w.Shape[0], w.Shape[1]*c.groups
	} else {
		c.in, c.out = w.Shape[1]*c.groups, w.Shape[0]
	}
	if err := c.settings(n); err != nil {
		return nil, err
	}
	return c, g.biasOf(n, c)
}

func (c *convolution) settings(n *node) (err error) {
	if c.size[0] > maxSide || c.size[1] > maxSide {
		return errWeights
	}
	if c.stride, err = n.pair("strides", 1); err != nil {
		return err
	}
	if c.dilation, err = n.pair("dilations", 1); err != nil {
		return err
	}
	if a, ok := n.attributes["output_padding"]; ok {
		if len(a.wholes) != 2 || !within(a.wholes, 0) {
			return fmt.Errorf("output_padding %v", a.wholes)
		}
		c.output = [2]int{int(a.wholes[0]), int(a.wholes[1])}
	}
	if c.same = n.text("auto_pad", "NOTSET"); c.same == "NOTSET" || c.same == "VALID" {
		c.same = ""
	}
	if c.same != "" && c.transposed {
		return errors.New("a transposed convolution that finds its own pads")
	}
	c.pads, err = n.pads()
	return err
}

func (g *graph) biasOf(n *node, c *convolution) error {
	c.bias = make([]float32, c.out)
	if len(n.inputs) < 3 || n.inputs[2] == "" {
		return nil
	}
	b, ok := g.constants[n.inputs[2]]
	if !ok || len(b.Floats) != c.out {
		return errors.New("a convolution whose bias is not constant, or does not fit")
	}
	copy(c.bias, b.Floats)
	return nil
}

// change takes in a scale and a shift by channel; a nil scale is one. It cannot when an activation stands between.
func (c *convolution) change(scale, shift []float32) bool {
	if c.after != plain() || len(shift) != c.out || (scale != nil && len(scale) != c.out) {
		return false
	}
	if scale != nil {
		weights := make([]float32, len(c.weights))
		for i, w := range c.weights {
			weights[i] = w * scale[c.channel(i)]
		}
		c.weights = weights
	}
	for i := range c.bias {
		if scale != nil {
			c.bias[i] *= scale[i]
		}
		c.bias[i] += shift[i]
	}
	return true
}

// channel is the output channel that a weight belongs to.
func (c *convolution) channel(weight int) int {
	area := c.size[0] * c.size[1]
	if !c.transposed {
		return weight / (area * (c.in / c.groups))
	}
	out := c.out / c.groups
	group := weight / area / out / (c.in / c.groups)
	return group*out + weight/area%out
}

// kernel computes the convolution of a whole picture.
func (c *convolution) kernel() kernel {
	compute := c.computing()
	return func(r *run, t []Tensor) (Tensor, error) {
		p, err := c.place(t[0])
		if err != nil {
			return Tensor{}, err
		}
		return compute(r, p, t[0])
	}
}

// computing computes a convolution that is placed over a picture, or over some of its rows.
type computing func(r *run, p placed, t Tensor) (Tensor, error)

// computing chooses how the convolution is computed.
func (c *convolution) computing() computing {
	switch {
	case c.transposed:
		return c.spread()
	case c.groups == c.in && c.groups == c.out:
		return c.slide()
	}
	return c.multiply()
}

// placed is a convolution over a picture of a certain size.
type placed struct {
	*convolution
	height, width int // of what goes in
	rows, columns int // of what comes out
	top, left     int // zeros before
}

// place works out the size of what comes out.
func (c *convolution) place(t Tensor) (p placed, err error) {
	if len(t.Shape) != 4 || t.Shape[1] != c.in || t.whole() {
		return p, fmt.Errorf("%d channels are needed, not a tensor of shape %v", c.in, t.Shape)
	}
	p = placed{convolution: c, height: t.Shape[2], width: t.Shape[3], top: c.pads[0], left: c.pads[1]}
	p.rows, p.top = c.along(0, p.height, c.pads[0], c.pads[2])
	p.columns, p.left = c.along(1, p.width, c.pads[1], c.pads[3])
	if p.rows < 1 || p.columns < 1 {
		return p, fmt.Errorf("a tensor of shape %v is smaller than the kernel", t.Shape)
	}
	return p, nil
}

// along is the length of what comes out along one side, and how many zeros stand before it.
func (c *convolution) along(side, length, before, behind int) (out, zeros int) {
	reach := (c.size[side]-1)*c.dilation[side] + 1
	if c.transposed {
		return (length-1)*c.stride[side] + reach + c.output[side] - before - behind, before
	}
	if c.same != "" {
		out = (length + c.stride[side] - 1) / c.stride[side]
		pads := max(0, (out-1)*c.stride[side]+reach-length)
		if c.same == "SAME_LOWER" {
			return out, pads - pads/2
		}
		return out, pads / 2
	}
	if length+before+behind < reach {
		return 0, before
	}
	return (length+before+behind-reach)/c.stride[side] + 1, before
}

// multiply computes a convolution as a product of matrices: weights times what lies under the kernel at each place.
func (c *convolution) multiply() computing {
	in, out := c.in/c.groups, c.out/c.groups
	depth := in * c.size[0] * c.size[1]
	groups := make([]*matrix.Rows, c.groups)
	for i := range groups {
		groups[i] = matrix.Pack(c.weights[i*out*depth:(i+1)*out*depth], out, depth)
	}
	return func(r *run, p placed, t Tensor) (Tensor, error) {
		result, err := r.tensor(t.Shape[0], c.out, p.rows, p.columns)
		if err != nil {
			return result, err
		}
		source, places := p.height*p.width, p.rows*p.columns
		for i := range t.Shape[0] * c.groups {
			g := i % c.groups
			p.group(r, result.Floats[i*out*places:(i+1)*out*places], t.Floats[i*in*source:(i+1)*in*source], groups[g], c.bias[g*out:(g+1)*out])
		}
		return result, nil
	}
}

// group computes the channels of one group, in blocks of places.
func (p placed) group(r *run, result, source []float32, weights *matrix.Rows, bias []float32) {
	places, width := p.rows*p.columns, weights.Width()
	r.parallel((places+width-1)/width, func(worker, i int) {
		first := i * width
		n := min(width, places-first)
		columns := matrix.Columns{Count: n, Depth: weights.Depth, Packed: r.room(worker, matrix.Size(n, weights.Depth))}
		p.pack(columns.Packed, source, first, n)
		for row, b := range bias {
			fill(result[row*places+first:][:n], b)
		}
		r.kernels.Add(result[first:], places, weights, columns)
		for row := range bias {
			p.after.apply(r.kernels, result[row*places+first:][:n])
		}
	})
}

func fill(v []float32, with float32) {
	for i := range v {
		v[i] = with
	}
}

// pack gathers what lies under the kernel at n places from the first, in panels of columns.
func (p placed) pack(packed, source []float32, first, n int) {
	depth := len(source) / (p.height * p.width) * p.size[0] * p.size[1]
	pointwise := p.size == [2]int{1, 1} && p.stride == [2]int{1, 1} && p.rows == p.height && p.columns == p.width
	for at := 0; at < n; at += matrix.TileColumns {
		panel := packed[at*depth:][:depth*matrix.TileColumns]
		width := min(matrix.TileColumns, n-at)
		if width < matrix.TileColumns {
			clear(panel)
		}
		if pointwise {
			p.packPoints(panel, source, first+at, width)
		} else {
			p.packPanel(panel, source, first+at, width)
		}
	}
}

// packPoints gathers the channels of neighbouring places.
func (p placed) packPoints(panel, source []float32, first, width int) {
	places := p.height * p.width
	for at := first; at < len(source); at += places {
		if width == matrix.TileColumns {
			*(*[matrix.TileColumns]float32)(panel) = *(*[matrix.TileColumns]float32)(source[at:])
		} else {
			copy(panel, source[at:at+width])
		}
		panel = panel[matrix.TileColumns:]
	}
}

// packPanel gathers what lies under the kernel; places beside the picture are zero. The panel's places are taken by runs that
// share a row.
func (p placed) packPanel(panel, source []float32, first, width int) {
	for done := 0; done < width; {
		row, column := (first+done)/p.columns, (first+done)%p.columns
		n := min(width-done, p.columns-column)
		to := panel[done:]
		for plane := source; len(plane) > 0; plane = plane[p.height*p.width:] {
			for ky := range p.size[0] {
				y := row*p.stride[0] - p.top + ky*p.dilation[0]
				for kx := range p.size[1] {
					x := column*p.stride[1] - p.left + kx*p.dilation[1]
					if y < 0 || y >= p.height {
						clear(to[:n])
					} else {
						p.packRun(to[:n], plane[y*p.width:][:p.width], x)
					}
					to = to[min(matrix.TileColumns, len(to)):]
				}
			}
		}
		done += n
	}
}

// packRun gathers places of one row from x on, a stride apart; those beside the row are zero.
func (p placed) packRun(to, row []float32, x int) {
	step := p.stride[1]
	if step == 1 && len(to) == matrix.TileColumns && x >= 0 && x+len(to) <= len(row) { // mostly
		*(*[matrix.TileColumns]float32)(to) = *(*[matrix.TileColumns]float32)(row[x:])
		return
	}
	before := min(len(to), max(0, (step-1-x)/step))
	clear(to[:before])
	to, x = to[before:], x+before*step
	inside := min(len(to), max(0, (len(row)-x+step-1)/step))
	clear(to[inside:])
	to = to[:inside]
	if step == 1 && inside > 0 {
		copy(to, row[x:])
		return
	}
	for i := range to {
		to[i] = row[x]
		x += step
	}
}
