package onnx

import (
	"errors"
	"fmt"
)

// kernel finds how a node is computed.
func (g *graph) kernel(n *node) (kernel, error) {
	if n.conv != nil {
		return kernelOf(n), nil
	}
	if a, ok := g.activationOf(n); ok {
		return needs(1, 3, a.kernel), nil
	}
	if k := g.pictureKernel(n); k != nil {
		return k, nil
	}
	if k := g.shapeKernel(n); k != nil {
		return k, nil
	}
	switch n.op {
	case "Add", "Sub", "Mul", "Div", "Pow":
		return needs(2, 2, arithmetic(n.op)), nil
	case "MatMul":
		return needs(2, 2, product), nil
	case "Gemm":
		return needs(2, 3, gemm(n)), nil
	case "Softmax":
		return needs(1, 1, softmax(n, g.version)), nil
	case "ReduceMean":
		return needs(1, 2, reduceMean(n)), nil
	case "Sqrt":
		return needs(1, 1, root), nil
	}
	return nil, fmt.Errorf("an operator that is not among those that can be run")
}

// pictureKernel has the operators on pictures other than convolutions.
func (g *graph) pictureKernel(n *node) kernel {
	switch n.op {
	case "BatchNormalization":
		if scale, shift, ok := g.normalisation(n); ok {
			return needs(1, 5, normalise(scale, shift))
		}
	case "MaxPool", "AveragePool":
		return needs(1, 1, pool(n))
	case "GlobalAveragePool":
		return needs(1, 1, globalAverage)
	case "Resize", "Upsample":
		return needs(1, 4, resize(n))
	}
	return nil
}

// shapeKernel has the operators that only move numbers, or compute shapes.
func (g *graph) shapeKernel(n *node) kernel {
	switch n.op {
	case "Identity", "Dropout":
		return needs(1, 3, func(_ *run, in []Tensor) (Tensor, error) { return in[0], nil })
	case "Shape":
		return needs(1, 1, shapeOf)
	case "Reshape":
		return needs(2, 2, reshape(n))
	case "Flatten":
		return needs(1, 1, flatten(n))
	case "Squeeze":
		return needs(1, 2, squeeze(n))
	case "Unsqueeze":
		return needs(1, 2, unsqueeze(n))
	case "Transpose":
		return needs(1, 1, transpose(n))
	case "Concat":
		return needs(1, 1<<10, concat(n))
	case "Slice":
		return needs(1, 5, slice(n))
	case "Gather":
		return needs(2, 2, gather(n))
	case "Cast":
		return needs(1, 1, cast(n))
	}
	return nil
}

var errInputs = errors.New("inputs that do not fit the operator")

// needs checks how many inputs there are, and that the first is there.
func needs(least, most int, k kernel) kernel {
	return func(r *run, in []Tensor) (Tensor, error) {
		if len(in) < least || len(in) > most {
			return Tensor{}, errInputs
		}
		for i := range least {
			if in[i].Floats == nil && in[i].Ints == nil {
				return Tensor{}, errInputs
			}
		}
		return k(r, in)
	}
}

// like gives out a tensor of the shape of another one, which must have floating-point numbers.
func (r *run) like(t Tensor) (Tensor, error) {
	if t.whole() {
		return Tensor{}, errInputs
	}
	return r.tensor(t.Shape...)
}
