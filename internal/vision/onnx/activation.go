package onnx

import (
	"math"

	"bedside/internal/vision/matrix"
)

// curve is what an activation does to each number.
type curve int

// The curves; low and high are those of the activation.

const (
	straight    curve = iota
	clamp             // between low and high; Relu too
	leaky             // low times what is negative
	hardSigmoid       // low·x + high, between 0 and 1
	hardSwish         // x times hardSigmoid(x)
	sigmoid
	hyperbolic
	erf
	gelu
)

// activation is a curve, and a scale and a shift behind it.
type activation struct {
	curve        curve
	low, high    float32
	scale, shift float32
	bell         *bell // of erf and gelu
}

// plain changes nothing.
func plain() activation { return activation{scale: 1} }

// activationOf reads the node of an activation; ok is false for other nodes.
func (g *graph) activationOf(n *node) (a activation, ok bool) {
	a = plain()
	switch n.op {
	case "Relu":
		a.curve, a.high = clamp, math.MaxFloat32
	case "Clip":
		return g.clipOf(n)
	case "LeakyRelu":
		a.curve, a.low = leaky, n.number("alpha", .01)
	case "HardSigmoid":
		a.curve, a.low, a.high = hardSigmoid, n.number("alpha", .2), n.number("beta", .5)
	case "HardSwish":
		a.curve, a.low, a.high = hardSwish, 1./6, .5
	case "Sigmoid":
		a.curve = sigmoid
	case "Tanh":
		a.curve = hyperbolic
	case "Erf":
		a.curve, a.bell = erf, newBell()
	case "Gelu":
		a.curve, a.bell = gelu, newBell()
		return a, len(n.inputs) == 1 && n.text("approximate", "none") == "none"
	default:
		return a, false
	}
	return a, len(n.inputs) == 1
}

// clipOf reads the bounds of a Clip, which newer files have as constant inputs and older ones as attributes.
func (g *graph) clipOf(n *node) (a activation, ok bool) {
	a = plain()
	a.curve = clamp
	a.low, a.high = n.number("min", -math.MaxFloat32), n.number("max", math.MaxFloat32)
	for i, bound := range []*float32{nil, &a.low, &a.high} {
		if i == 0 || i >= len(n.inputs) || n.inputs[i] == "" {
			continue
		}
		t, constant := g.constants[n.inputs[i]]
		if !constant || len(t.Floats) != 1 {
			return a, false
		}
		*bound = t.Floats[0]
	}
	return a, len(n.inputs) >= 1
}

// apply changes numbers in place.
func (a *activation) apply(k *matrix.Kernels, v []float32) {
	switch a.curve {
	case sigmoid:
		for i, x := range v {
			v[i] = float32(1 / (1 + math.Exp(-float64(x))))
		}
	case hyperbolic:
		for i, x := range v {
			v[i] = float32(math.Tanh(float64(x)))
		}
	case erf:
		a.bell.applyErf(v)
	case gelu:
		a.bell.applyGelu(v)
	case leaky:
		for i, x := range v {
			v[i] = max(x, 0) + a.low*min(x, 0)
		}
	case straight:
	default:
		c := a.bent()
		k.Bend(v, &c)
		return
	}
	if a.scale != 1 || a.shift != 0 {
		for i, x := range v {
			v[i] = a.scale*x + a.shift
		}
	}
}

// bent is the activation as a curve, its scale and shift with it.
func (a *activation) bent() matrix.Curve {
	c := matrix.Curve{Slope: 1, Low: a.low, High: a.high, Share: a.scale, Shift: a.shift}
	if a.curve != clamp {
		c.Slope, c.Start, c.Low, c.High = a.low, a.high, 0, 1
	}
	if a.curve == hardSwish {
		c.Factor, c.Share = a.scale, 0
	}
	return c
}

// kernel runs an activation that stands alone.
func (a activation) kernel(r *run, in []Tensor) (Tensor, error) {
	out, err := r.like(in[0])
	if err != nil {
		return out, err
	}
	const piece = 16 << 10
	n := len(out.Floats)
	r.parallel((n+piece-1)/piece, func(_, i int) {
		part := out.Floats[i*piece : min(n, (i+1)*piece)]
		copy(part, in[0].Floats[i*piece:])
		a.apply(r.kernels, part)
	})
	return out, nil
}
