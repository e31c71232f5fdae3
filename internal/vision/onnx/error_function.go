package onnx

import "math"

// bell is the error function at even steps from 0 to bellEnd, beyond which it is 1. Between steps it is taken to be straight: the result is
// within 2e-7 of the true one.
type bell [bellSteps + 2]float32

const (
	bellEnd   = 4
	bellSteps = 4096
)

func newBell() *bell {
	b := &bell{}
	for i := range b {
		b[i] = float32(math.Erf(float64(i) * bellEnd / bellSteps))
	}
	return b
}

// at is the error function.
func (b *bell) at(x float32) float32 {
	far := x
	if far < 0 {
		far = -far
	}
	far *= bellSteps / bellEnd
	if !(far < bellSteps) {
		far = bellSteps
	}
	i := int(far)
	y := b[i] + (b[i+1]-b[i])*(far-float32(i))
	if x < 0 {
		return -y
	}
	return y
}

// applyErf and applyGelu change numbers in place.
func (b *bell) applyErf(v []float32) {
	for i, x := range v {
		v[i] = b.at(x)
	}
}

func (b *bell) applyGelu(v []float32) {
	for i, x := range v {
		v[i] = 0.5 * x * (1 + b.at(x*(1/math.Sqrt2)))
	}
}

// findGelu finds x·(erf(x/√2)+1)/2, which is a Gelu.
func (g *graph) findGelu() {
	makers, uses := g.makers(), g.uses()
	for i := range g.nodes {
		if x, ok := g.geluOf(&g.nodes[i], makers, uses); ok {
			g.nodes[i] = node{op: "Gelu", inputs: []string{x}, outputs: g.nodes[i].outputs, attributes: map[string]attribute{}}
		}
	}
	g.drop(nil)
}

func (g *graph) geluOf(n *node, makers map[string]*node, uses map[string]int) (x string, ok bool) {
	halved, half, ok := g.withScalar(n)
	if !ok || n.op != "Mul" || half != 0.5 || makers[halved] == nil || makers[halved].op != "Mul" || uses[halved] != 1 {
		return "", false
	}
	return g.gated(makers[halved], makers, uses, func(sum *node) (string, bool) {
		erf, one, ok := g.withScalar(sum)
		if !ok || sum.op != "Add" || one != 1 || makers[erf] == nil || makers[erf].op != "Erf" || uses[erf] != 1 {
			return "", false
		}
		shrunk := makers[makers[erf].inputs[0]]
		if shrunk == nil || uses[shrunk.outputs[0]] != 1 || len(shrunk.inputs) != 2 {
			return "", false
		}
		by, ok := g.scalar(shrunk.inputs[1])
		right := shrunk.op == "Div" && nearly(by, math.Sqrt2) || shrunk.op == "Mul" && nearly(by, 1/math.Sqrt2)
		return shrunk.inputs[0], ok && right
	})
}
