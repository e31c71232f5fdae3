package onnx

import (
	"fmt"
	"sync"

	"bedside/internal/vision/matrix"
)

// Net is a network that can be run.
type Net struct {
	// Notes are what the file says beside the network, by name: the characters that a reader of words knows, say.
	Notes map[string]string

	kernels   *matrix.Kernels
	constants []Tensor // the first slots
	slots     int
	inputs    []int
	outputs   []int
	steps     []step
	runs      sync.Pool // of what earlier runs held
}

// step is one operator with the slots of its values.
type step struct {
	op     string
	kernel kernel
	inputs []int // -1 where one is left out
	output int
	last   []int // the slots that no later step reads
}

// kernel computes one operator.
type kernel func(r *run, in []Tensor) (Tensor, error)

// Load reads a network from an ONNX file.
func Load(file []byte) (*Net, error) { return LoadWith(matrix.Fastest(), file) }

// LoadWith is Load for given inner loops.
func LoadWith(kernels *matrix.Kernels, file []byte) (*Net, error) {
	g, err := readModel(file)
	if err != nil {
		return nil, fmt.Errorf("load a network: %w", err)
	}
	if err := g.join(kernels); err != nil {
		return nil, fmt.Errorf("load a network: %w", err)
	}
	n, err := g.plan(kernels)
	if err != nil {
		return nil, fmt.Errorf("load a network: %w", err)
	}
	return n, nil
}

// plan makes steps of the nodes and gives each value a slot.
func (g *graph) plan(kernels *matrix.Kernels) (*Net, error) {
	n := &Net{Notes: g.notes, kernels: kernels}
	p := &planner{graph: g, net: n, slots: map[string]int{}}
	p.number(g.nodes)
	for i := range g.nodes {
		if err := p.add(&g.nodes[i]); err != nil {
			return nil, fmt.Errorf("node %d, %s: %w", i, g.nodes[i].op, err)
		}
	}
	return n, p.finish()
}

type planner struct {
	graph *graph
	net   *Net
	slots map[string]int
}

// number gives each constant that is read while running, and each input, its slot.
func (p *planner) number(nodes []node) {
	for i := range nodes {
		for _, name := range nodes[i].reads() {
			p.constant(name)
		}
	}
	for _, name := range p.graph.outputs {
		p.constant(name)
	}
	p.net.slots = len(p.net.constants)
	for _, name := range p.graph.inputs {
		p.net.inputs = append(p.net.inputs, p.slot(name))
	}
}

// reads are the inputs that a node needs while it runs: a convolution has taken in its weights.
func (n *node) reads() []string {
	if n.conv != nil {
		return n.inputs[:1]
	}
	return n.inputs
}

func (p *planner) constant(name string) {
	t, ok := p.graph.constants[name]
	if _, has := p.slots[name]; ok && !has {
		p.slots[name] = len(p.net.constants)
		p.net.constants = append(p.net.constants, t)
	}
}

func (p *planner) slot(name string) int {
	p.slots[name] = p.net.slots
	p.net.slots++
	return p.slots[name]
}

// add makes a step of a node. Nodes stand after what they read.
func (p *planner) add(n *node) error {
	k, err := p.graph.kernel(n)
	if err != nil {
		return err
	}
	s := step{op: n.op, kernel: k}
	for _, name := range n.reads() {
		at, ok := p.slots[name]
		switch {
		case name == "":
			at = -1
		case !ok:
			return fmt.Errorf("input %d is nowhere computed", len(s.inputs))
		}
		s.inputs = append(s.inputs, at)
	}
	s.output = p.slot(n.outputs[0])
	p.net.steps = append(p.net.steps, s)
	return nil
}

// finish finds the outputs, and after which step each value is not needed any more.
func (p *planner) finish() error {
	n := p.net
	needed := make([]bool, n.slots)
	for _, name := range p.graph.outputs {
		at, ok := p.slots[name]
		if !ok {
			return fmt.Errorf("output %d is nowhere computed", len(n.outputs))
		}
		n.outputs = append(n.outputs, at)
		needed[at] = true
	}
	for i := len(n.steps) - 1; i >= 0; i-- {
		s := &n.steps[i]
		for _, at := range append([]int{s.output}, s.inputs...) {
			if at >= len(n.constants) && !needed[at] {
				needed[at] = true
				s.last = append(s.last, at)
			}
		}
	}
	return nil
}
