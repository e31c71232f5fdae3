package onnx

// chain is convolutions one behind another, each of which only the next one reads. They are computed together, in bands of rows: what
// lies between them is many times as large as what goes in and what comes out, and a band of it stays near the processor.
type chain struct {
	links   []*convolution
	compute []computing
}

// band is how many numbers lie between two links of a chain at once, about: one megabyte of them.
const band = 256 << 10

// mostLinks is how many convolutions make a chain. Each that looks around itself has the rows at the edge of a band computed twice.
const mostLinks = 3

// chained lets a convolution and those behind it be one chain: a wide one in the middle, before or behind which each channel is by itself.
func (g *graph) chained() {
	readers, uses, gone := g.readers(), g.uses(), map[*node]bool{}
	for i := range g.nodes {
		n := &g.nodes[i]
		for n.conv != nil && !gone[n] && len(n.behind) < mostLinks-1 {
			next := readers[n.outputs[0]]
			if uses[n.outputs[0]] != 1 || next == nil || next.conv == nil || len(next.behind) > 0 || !n.lastLink().leads(next.conv) {
				break
			}
			gone[next] = true
			n.behind, n.outputs = append(n.behind, next.conv), next.outputs
		}
	}
	g.drop(gone)
}

// lastLink is the convolution that computes what the node gives.
func (n *node) lastLink() *convolution {
	if len(n.behind) > 0 {
		return n.behind[len(n.behind)-1]
	}
	return n.conv
}

// leads holds for two convolutions that belong together: one of them takes each channel by itself.
func (c *convolution) leads(next *convolution) bool {
	whole := c.transposed || next.transposed || c.same != "" || next.same != "" || c.out != next.in
	return !whole && (c.each() || next.each())
}

// each holds for a convolution of each channel by itself.
func (c *convolution) each() bool { return c.groups == c.in && c.groups == c.out && c.groups > 1 }

// kernelOf computes the convolutions of a node.
func kernelOf(n *node) kernel {
	if len(n.behind) == 0 {
		return n.conv.kernel()
	}
	c := &chain{links: append([]*convolution{n.conv}, n.behind...)}
	for _, l := range c.links {
		c.compute = append(c.compute, l.computing())
	}
	return c.run
}

// run computes the chain.
func (c *chain) run(r *run, in []Tensor) (Tensor, error) {
	links, err := c.place(in[0])
	if err != nil {
		return Tensor{}, err
	}
	last := links[len(links)-1]
	rows := c.rows(r.band, links)
	if rows >= last.rows || in[0].Shape[0] != 1 {
		return c.through(r, links, in[0])
	}
	result, err := r.tensor(1, last.out, last.rows, last.columns)
	if err != nil {
		return result, err
	}
	for first := 0; first < last.rows; first += rows {
		if err := c.rowsOf(r, result, in[0], links, first, min(first+rows, last.rows)); err != nil {
			return result, err
		}
	}
	return result, nil
}

// place works out the size of what each link gives.
func (c *chain) place(t Tensor) ([]placed, error) {
	links := make([]placed, len(c.links))
	for i, l := range c.links {
		p, err := l.place(t)
		if err != nil {
			return nil, err
		}
		links[i], t = p, Tensor{Shape: []int{t.Shape[0], l.out, p.rows, p.columns}}
	}
	return links, nil
}

// rows is how many rows of the result are computed together: all of them where little lies between the links.
func (c *chain) rows(most int, links []placed) int {
	last := links[len(links)-1]
	rows := last.rows
	for _, p := range links[:len(links)-1] {
		if all := p.out * p.rows * p.columns; all > most {
			rows = min(rows, max(1, last.rows*most/all))
		}
	}
	return rows
}

// through computes the links one after the other, and takes back what lies between them.
func (c *chain) through(r *run, links []placed, t Tensor) (Tensor, error) {
	for i, compute := range c.compute {
		out, err := compute(r, links[i], t)
		if i > 0 {
			r.free = append(r.free, t.memory)
		}
		if err != nil {
			return Tensor{}, err
		}
		t = out
	}
	return t, nil
}

// rowsOf computes some rows of the result.
func (c *chain) rowsOf(r *run, result, source Tensor, links []placed, first, end int) error {
	parts := make([]placed, len(links))
	from, to := first, end
	for i := len(links) - 1; i >= 0; i-- {
		parts[i], from, to = links[i].part(from, to)
	}
	whole := links[0]
	cut, err := r.tensor(1, whole.in, to-from, whole.width)
	if err != nil {
		return err
	}
	copyRows(cut.Floats, source.Floats, to-from, 0, whole.height, from, to-from, whole.width)
	out, err := c.through(r, parts, cut)
	r.free = append(r.free, cut.memory)
	if err != nil {
		return err
	}
	last := links[len(links)-1]
	copyRows(result.Floats, out.Floats, last.rows, first, end-first, 0, end-first, last.columns)
	r.free = append(r.free, out.memory)
	return nil
}

// part is the convolution over as many rows as some rows of what comes out need. Of what lies beside the picture at least one row of it is
// there, and the convolution begins so many rows before or behind that.
func (p placed) part(first, end int) (part placed, from, to int) {
	needed := first*p.stride[0] - p.top
	from = max(0, min(needed, p.height-1))
	to = max(1, min((end-1)*p.stride[0]-p.top+(p.size[0]-1)*p.dilation[0]+1, p.height))
	part = p
	part.top, part.rows, part.height = from-needed, end-first, to-from
	return part, from, to
}

// copyRows copies rows of every channel from one picture to another of the same width, of so many rows each.
func copyRows(to, from []float32, toRows, toFirst, fromRows, fromFirst, rows, width int) {
	for len(from) > 0 {
		copy(to[toFirst*width:(toFirst+rows)*width], from[fromFirst*width:])
		to, from = to[toRows*width:], from[fromRows*width:]
	}
}
