package onnx

import (
	"math"
	"slices"
)

// shapeOf is the shape of a tensor, as numbers.
func shapeOf(_ *run, in []Tensor) (Tensor, error) {
	out := wholes([]int{len(in[0].Shape)})
	for _, d := range in[0].Shape {
		out.Ints = append(out.Ints, int64(d))
	}
	return out, nil
}

// reshape gives the numbers another shape: 0 keeps an axis, -1 is what is left.
func reshape(n *node) kernel {
	zero := n.whole("allowzero", 0) != 0
	return func(_ *run, in []Tensor) (Tensor, error) {
		t, asked := in[0], in[1].Ints
		if len(in[1].Shape) != 1 || len(asked) > maxAxes {
			return Tensor{}, errInputs
		}
		shape, rest, known := make([]int, len(asked)), -1, 1
		for i, d := range asked {
			switch {
			case d == -1 && rest < 0:
				rest = i
				continue
			case d == 0 && !zero && i < len(t.Shape):
				shape[i] = t.Shape[i]
			case d >= 0 && d <= maxNumbers:
				shape[i] = int(d)
			default:
				return Tensor{}, errInputs
			}
			if known *= shape[i]; known > maxNumbers {
				return Tensor{}, errInputs
			}
		}
		if rest >= 0 {
			shape[rest] = max(len(t.Floats), len(t.Ints)) / max(1, known)
		}
		t = t.as(shape...)
		return t, t.check()
	}
}

// flatten makes two axes: those before an axis, and the others.
func flatten(n *node) kernel {
	at := n.whole("axis", 1)
	return func(_ *run, in []Tensor) (Tensor, error) {
		if at < 0 {
			at += int64(len(in[0].Shape))
		}
		if at < 0 || at > int64(len(in[0].Shape)) {
			return Tensor{}, errInputs
		}
		before, behind := 1, 1
		for i, d := range in[0].Shape {
			if i < int(at) {
				before *= d
			} else {
				behind *= d
			}
		}
		return in[0].as(before, behind), nil
	}
}

// axesOf are the axes that a node names as an attribute, or newer ones as an input.
func axesOf(n *node, in []Tensor) []int64 {
	if len(in) > 1 {
		return in[1].Ints
	}
	return n.attributes["axes"].wholes
}

// squeeze takes axes of length one away: those named, or all.
func squeeze(n *node) kernel {
	return func(_ *run, in []Tensor) (Tensor, error) {
		axes, shape := axesOf(n, in), slices.Clone(in[0].Shape)
		for _, a := range axes {
			at, err := axis(a, len(shape))
			if err != nil || in[0].Shape[at] != 1 {
				return Tensor{}, errInputs
			}
			shape[at] = -1
		}
		if len(axes) == 0 {
			for i, d := range shape {
				if d == 1 {
					shape[i] = -1
				}
			}
		}
		return in[0].as(slices.DeleteFunc(shape, func(d int) bool { return d < 0 })...), nil
	}
}

// unsqueeze puts axes of length one where it is told.
func unsqueeze(n *node) kernel {
	return func(_ *run, in []Tensor) (Tensor, error) {
		axes := axesOf(n, in)
		total := len(in[0].Shape) + len(axes)
		if total > maxAxes {
			return Tensor{}, errInputs
		}
		shape := make([]int, total)
		for _, a := range axes {
			at, err := axis(a, total)
			if err != nil || shape[at] == -1 {
				return Tensor{}, errInputs
			}
			shape[at] = -1
		}
		own := in[0].Shape
		for i := range shape {
			if shape[i] == -1 {
				shape[i] = 1
			} else {
				shape[i], own = own[0], own[1:]
			}
		}
		return in[0].as(shape...), nil
	}
}

// cast makes floating-point numbers whole, or the other way round.
func cast(n *node) kernel {
	to := n.whole("to", kindFloat)
	return func(r *run, in []Tensor) (Tensor, error) {
		t := in[0]
		switch {
		case to == kindFloat && t.whole():
			out, err := r.tensor(t.Shape...)
			for i := range out.Floats {
				out.Floats[i] = float32(t.Ints[i])
			}
			return out, err
		case (to == kindInt64 || to == kindInt32) && !t.whole():
			out := wholes(t.Shape, make([]int64, len(t.Floats))...)
			for i, v := range t.Floats {
				if math.Abs(float64(v)) > maxNumbers || v != v {
					return Tensor{}, errInputs
				}
				out.Ints[i] = int64(v)
			}
			return out, nil
		case to == kindFloat || to == kindInt64 || to == kindInt32:
			return t, nil
		}
		return Tensor{}, errInputs
	}
}
