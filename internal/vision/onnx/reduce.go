package onnx

import "math"

// softmax makes shares of one of the numbers along an axis; before version 13, of all numbers from the axis on.
func softmax(n *node, version int64) kernel {
	otherwise := int64(-1)
	if version < 13 {
		otherwise = 1
	}
	return func(r *run, in []Tensor) (Tensor, error) {
		at, err := axis(n.whole("axis", otherwise), len(in[0].Shape))
		if err != nil {
			return Tensor{}, err
		}
		out, err := r.like(in[0])
		if err != nil {
			return out, err
		}
		before, along, behind := around(in[0].Shape, at)
		if version < 13 {
			along, behind = along*behind, 1
		}
		r.parallel(before, func(_, i int) {
			for j := range behind {
				shares(out.Floats[i*along*behind+j:], in[0].Floats[i*along*behind+j:], along, behind)
			}
		})
		return out, nil
	}
}

// shares makes shares of n numbers that lie a step apart.
func shares(out, in []float32, n, step int) {
	most, sum := float32(math.Inf(-1)), 0.
	for i := range n {
		most = max(most, in[i*step])
	}
	for i := range n {
		e := math.Exp(float64(in[i*step] - most))
		out[i*step] = float32(e)
		sum += e
	}
	for i := range n {
		out[i*step] = float32(float64(out[i*step]) / sum)
	}
}

// reduceMean is the mean along axes, which must be the last ones.
func reduceMean(n *node) kernel {
	keep := n.whole("keepdims", 1) != 0
	return func(r *run, in []Tensor) (Tensor, error) {
		axes := n.attributes["axes"].wholes
		if len(in) > 1 {
			axes = in[1].Ints
		}
		shape := in[0].Shape
		first := len(shape) - len(axes)
		if in[0].whole() || first < 0 || len(axes) == 0 {
			return Tensor{}, errInputs
		}
		seen := make([]bool, len(shape))
		for _, a := range axes {
			at, err := axis(a, len(shape))
			if err != nil || at < first || seen[at] {
				return Tensor{}, errInputs
			}
			seen[at] = true
		}
		out := append([]int(nil), shape[:first]...)
		along := 1
		for _, d := range shape[first:] {
			along *= d
			if keep {
				out = append(out, 1)
			}
		}
		return means(r, in[0], along, out)
	}
}

// means is the mean of each stretch of so many numbers.
func means(r *run, t Tensor, along int, shape []int) (Tensor, error) {
	if along == 0 {
		return Tensor{}, errInputs
	}
	out, err := r.tensor(shape...)
	for i := range out.Floats {
		var sum float64
		for _, v := range t.Floats[i*along:][:along] {
			sum += float64(v)
		}
		out.Floats[i] = float32(sum / float64(along))
	}
	return out, err
}

// globalAverage is the mean of each channel.
func globalAverage(r *run, in []Tensor) (Tensor, error) {
	t := in[0]
	if len(t.Shape) != 4 || t.whole() {
		return Tensor{}, errInputs
	}
	return means(r, t, t.Shape[2]*t.Shape[3], []int{t.Shape[0], t.Shape[1], 1, 1})
}
