package onnx

import (
	"fmt"
	"slices"

	"bedside/internal/vision/matrix"
)

// join brings together what belongs together: constants, names for the same value, activations that are written as several
// nodes, and convolutions with what follows them number by number.
func (g *graph) join(kernels *matrix.Kernels) error {
	if err := g.settle(); err != nil {
		return err
	}
	if err := g.compute(kernels); err != nil {
		return err
	}
	g.findSwish()
	g.findGelu()
	for i := range g.nodes {
		n := &g.nodes[i]
		if n.op != "Conv" && n.op != "ConvTranspose" {
			continue
		}
		c, err := g.convolutionOf(n)
		if err != nil {
			return err
		}
		n.conv = c
	}
	g.absorb()
	g.chained()
	return nil
}

// settle takes constants out of the nodes, and lets all names of a value be one. Behind it every node has an input.
func (g *graph) settle() error {
	names := map[string]string{}
	var rest []node
	for _, n := range g.nodes {
		for i, name := range n.inputs {
			if first, ok := names[name]; ok {
				n.inputs[i] = first
			}
		}
		switch t := n.attributes["value"].tensor; {
		case n.op == "Constant" && t != nil:
			g.constants[n.outputs[0]] = *t
		case len(n.inputs) == 0:
			return errDamaged
		case (n.op == "Identity" || n.op == "Dropout") && !slices.Contains(g.outputs, n.outputs[0]):
			names[n.outputs[0]] = n.inputs[0]
		default:
			rest = append(rest, n)
		}
	}
	g.nodes = rest
	return nil
}

// compute does now what needs constants only: weights may be kept in a shorter form.
func (g *graph) compute(kernels *matrix.Kernels) error {
	now := &run{kernels: kernels, workers: 1, spare: make([][]float32, 1)}
	var rest []node
	for i := range g.nodes {
		done, err := g.fold(now, &g.nodes[i])
		if err != nil {
			return fmt.Errorf("node %d, %s: %w", i, g.nodes[i].op, err)
		}
		if !done {
			rest = append(rest, g.nodes[i])
		}
	}
	g.nodes = rest
	return nil
}

// fold computes a node of constants.
func (g *graph) fold(now *run, n *node) (done bool, err error) {
	in := make([]Tensor, len(n.inputs))
	for i, name := range n.inputs {
		t, constant := g.constants[name]
		if name != "" && !constant {
			return false, nil
		}
		in[i] = t
	}
	if n.op == "Conv" || n.op == "ConvTranspose" {
		return false, nil
	}
	k, err := g.kernel(n)
	if err != nil {
		return false, err
	}
	out, err := k(now, in)
	if err != nil {
		return false, err
	}
	out.memory = nil
	g.constants[n.outputs[0]] = out
	return true, nil
}

// uses says how often each value is read.
func (g *graph) uses() map[string]int {
	uses := map[string]int{}
	for i := range g.nodes {
		for _, name := range g.nodes[i].inputs {
			uses[name]++
		}
	}
	for _, name := range g.outputs {
		uses[name]++
	}
	return uses
}

// makers says which node computes each value.
func (g *graph) makers() map[string]*node {
	makers := map[string]*node{}
	for i := range g.nodes {
		makers[g.nodes[i].outputs[0]] = &g.nodes[i]
	}
	return makers
}

// readers says which node reads each value: the last one of several.
func (g *graph) readers() map[string]*node {
	readers := map[string]*node{}
	for i := range g.nodes {
		for _, name := range g.nodes[i].inputs {
			readers[name] = &g.nodes[i]
		}
	}
	return readers
}

// scalar is the one number of a constant.
func (g *graph) scalar(name string) (float32, bool) {
	t, ok := g.constants[name]
	if !ok || len(t.Floats) != 1 {
		return 0, false
	}
	return t.Floats[0], true
}

// withScalar splits the inputs of a node of two into the one that varies and the number.
func (g *graph) withScalar(n *node) (varying string, v float32, ok bool) {
	if len(n.inputs) != 2 {
		return "", 0, false
	}
	for i, name := range n.inputs {
		if v, ok := g.scalar(name); ok {
			return n.inputs[1-i], v, true
		}
	}
	return "", 0, false
}

// findSwish finds x·clip(x+3, 0, 6)/6 and x·hardSigmoid(x), which are both a HardSwish.
func (g *graph) findSwish() {
	makers, uses := g.makers(), g.uses()
	for i := range g.nodes {
		n := &g.nodes[i]
		x, ok := g.swishOf(n, makers, uses)
		if ok {
			*n = node{op: "HardSwish", inputs: []string{x}, outputs: n.outputs, attributes: map[string]attribute{}}
		}
	}
	g.drop(nil)
}

func (g *graph) swishOf(n *node, makers map[string]*node, uses map[string]int) (x string, ok bool) {
	switch n.op {
	case "Mul":
		return g.gated(n, makers, uses, func(gate *node) (string, bool) {
			a, ok := g.activationOf(gate)
			return gate.inputs[0], ok && a.curve == hardSigmoid && nearly(a.low, 1./6) && nearly(a.high, .5)
		})
	case "Div":
		product := makers[n.inputs[0]]
		sixth, ok := g.scalar(n.inputs[len(n.inputs)-1])
		if !ok || len(n.inputs) != 2 || sixth != 6 || product == nil || product.op != "Mul" || uses[n.inputs[0]] != 1 {
			return "", false
		}
		return g.gated(product, makers, uses, func(gate *node) (string, bool) {
			a, ok := g.activationOf(gate)
			if !ok || a.curve != clamp || a.low != 0 || a.high != 6 || gate.op != "Clip" {
				return "", false
			}
			sum := makers[gate.inputs[0]]
			if sum == nil || sum.op != "Add" || uses[gate.inputs[0]] != 1 {
				return "", false
			}
			x, three, ok := g.withScalar(sum)
			return x, ok && three == 3
		})
	}
	return "", false
}

// gated finds, in a product of x and a gate computed from x alone, that x.
func (g *graph) gated(product *node, makers map[string]*node, uses map[string]int, source func(gate *node) (string, bool)) (string, bool) {
	if len(product.inputs) != 2 {
		return "", false
	}
	for i, name := range product.inputs {
		gate := makers[name]
		if gate == nil || uses[name] != 1 {
			continue
		}
		if x, ok := source(gate); ok && x == product.inputs[1-i] {
			return x, true
		}
	}
	return "", false
}

func nearly(a, b float32) bool { return a-b < 1e-5 && b-a < 1e-5 }

// absorb lets each convolution take in the nodes behind it for as long as they only change its numbers one by one.
func (g *graph) absorb() {
	readers, uses, gone := g.readers(), g.uses(), map[*node]bool{}
	for i := range g.nodes {
		n := &g.nodes[i]
		for n.conv != nil {
			next := readers[n.outputs[0]]
			if uses[n.outputs[0]] != 1 || next == nil || next.conv != nil || !g.takes(n, next) {
				break
			}
			gone[next] = true
			n.outputs = next.outputs
		}
	}
	g.drop(gone)
}

// takes lets a convolution take in the next node, if it can.
func (g *graph) takes(n, next *node) bool {
	c := n.conv
	if a, ok := g.activationOf(next); ok {
		if c.after != plain() {
			return false
		}
		c.after = a
		return true
	}
	switch next.op {
	case "BatchNormalization":
		scale, shift, ok := g.normalisation(next)
		return ok && next.inputs[0] == n.outputs[0] && c.change(scale, shift)
	case "Mul", "Add":
		return g.takesArithmetic(n, next)
	}
	return false
}

// takesArithmetic takes in a product or a sum with constants: one for all numbers, or one a channel.
func (g *graph) takesArithmetic(n, next *node) bool {
	c := n.conv
	if v, scalar, ok := g.withScalar(next); ok && v == n.outputs[0] && c.after != plain() {
		if next.op == "Mul" {
			c.after.scale *= scalar
			c.after.shift *= scalar
		} else {
			c.after.shift += scalar
		}
		return true
	}
	if len(next.inputs) != 2 || c.after != plain() {
		return false
	}
	for i, name := range next.inputs {
		t, ok := g.constants[name]
		if !ok || next.inputs[1-i] != n.outputs[0] {
			continue
		}
		values := perChannel(t, c.out)
		if values == nil {
			return false
		}
		if next.op == "Mul" {
			return c.change(values, make([]float32, c.out))
		}
		return c.change(nil, values)
	}
	return false
}

// perChannel is a constant as one number a channel, or nil when it is something else.
func perChannel(t Tensor, channels int) []float32 {
	if len(t.Floats) == 1 && len(t.Shape) <= 4 {
		return slices.Repeat(t.Floats, channels)
	}
	shape := t.Shape
	if len(shape) == 4 && shape[0] == 1 {
		shape = shape[1:]
	}
	if len(shape) == 3 && shape[0] == channels && shape[1] == 1 && shape[2] == 1 && len(t.Floats) == channels {
		return t.Floats
	}
	return nil
}

// drop removes nodes, and those whose values nobody reads.
func (g *graph) drop(gone map[*node]bool) {
	kept := make([]bool, len(g.nodes))
	read := map[string]bool{}
	for _, name := range g.outputs {
		read[name] = true
	}
	for i := len(g.nodes) - 1; i >= 0; i-- {
		n := &g.nodes[i]
		if gone[n] || !slices.ContainsFunc(n.outputs, func(name string) bool { return read[name] }) {
			continue
		}
		kept[i] = true
		for _, name := range n.inputs {
			read[name] = true
		}
	}
	var rest []node
	for i, n := range g.nodes {
		if kept[i] {
			rest = append(rest, n)
		}
	}
	g.nodes = rest
}
