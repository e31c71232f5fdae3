package onnx

import "slices"

// Operators that move numbers are the same for both kinds of them: moved makes the result, and hands both sides to a move.

// moved gives out a tensor of a shape and of the kind of numbers of another one.
func moved(r *run, t Tensor, shape []int) (Tensor, error) {
	if !t.whole() {
		return r.tensor(shape...)
	}
	n, err := count(shape)
	if err != nil {
		return Tensor{}, err
	}
	return wholes(shape, make([]int64, n)...), nil
}

// copyRun copies n numbers, which in the source lie a step apart.
func copyRun(to, from Tensor, at, source, n, step int) {
	if to.whole() {
		for i := range n {
			to.Ints[at+i] = from.Ints[source+i*step]
		}
		return
	}
	if step == 1 {
		copy(to.Floats[at:at+n], from.Floats[source:])
		return
	}
	for i := range n {
		to.Floats[at+i] = from.Floats[source+i*step]
	}
}

// transpose puts the axes into another order.
func transpose(n *node) kernel {
	return func(r *run, in []Tensor) (Tensor, error) {
		t, order := in[0], n.attributes["perm"].wholes
		if len(order) == 0 {
			for i := range t.Shape {
				order = append(order, int64(len(t.Shape)-1-i))
			}
		}
		shape, from, seen := make([]int, len(order)), make([]int, len(order)), map[int64]bool{}
		if len(order) != len(t.Shape) {
			return Tensor{}, errInputs
		}
		own := steps(t.Shape)
		for i, a := range order {
			if a < 0 || a >= int64(len(order)) || seen[a] {
				return Tensor{}, errInputs
			}
			seen[a] = true
			shape[i], from[i] = t.Shape[a], own[a]
		}
		out, err := moved(r, t, shape)
		if err != nil {
			return out, err
		}
		each(shape, from, make([]int, len(shape)), func(o, i, _, n, di, _ int) { copyRun(out, t, o, i, n, di) })
		return out, nil
	}
}

// concat puts tensors one behind another along an axis.
func concat(n *node) kernel {
	return func(r *run, in []Tensor) (Tensor, error) {
		at, err := axis(n.whole("axis", 0), len(in[0].Shape))
		if err != nil {
			return Tensor{}, err
		}
		shape := slices.Clone(in[0].Shape)
		shape[at] = 0
		for _, t := range in {
			if t.whole() != in[0].whole() || len(t.Shape) != len(shape) || (t.Floats == nil && t.Ints == nil) {
				return Tensor{}, errInputs
			}
			shape[at] += t.Shape[at]
			for i, d := range t.Shape {
				if i != at && d != shape[i] {
					return Tensor{}, errInputs
				}
			}
		}
		out, err := moved(r, in[0], shape)
		if err != nil {
			return out, err
		}
		before, along, behind := around(shape, at)
		offset := 0
		for _, t := range in {
			size := t.Shape[at] * behind
			for i := range before {
				copyRun(out, t, i*along*behind+offset, i*size, size, 1)
			}
			offset += size
		}
		return out, nil
	}
}

// slice takes a part of a tensor along some axes. Older files name it in attributes, newer ones in inputs.
func slice(n *node) kernel {
	return func(r *run, in []Tensor) (Tensor, error) {
		t := in[0]
		bounds := [4][]int64{n.attributes["starts"].wholes, n.attributes["ends"].wholes, n.attributes["axes"].wholes, nil}
		for i, b := range in[1:] {
			bounds[i] = b.Ints
		}
		shape, from, first := slices.Clone(t.Shape), steps(t.Shape), 0
		for i := range bounds[0] {
			at, step, ok := sliceAxis(bounds, i, len(shape))
			if !ok {
				return Tensor{}, errInputs
			}
			start, n := part(bounds[0][i], bounds[1][i], step, t.Shape[at])
			first += start * from[at]
			from[at] *= int(step)
			shape[at] = n
		}
		out, err := moved(r, t, shape)
		if err != nil {
			return out, err
		}
		each(shape, from, make([]int, len(shape)), func(o, i, _, n, di, _ int) { copyRun(out, t, o, first+i, n, di) })
		return out, nil
	}
}

// sliceAxis is the axis and the step of the i-th bound.
func sliceAxis(bounds [4][]int64, i, axes int) (at int, step int64, ok bool) {
	if len(bounds[1]) != len(bounds[0]) || (bounds[2] != nil && len(bounds[2]) != len(bounds[0])) || (bounds[3] != nil && len(bounds[3]) != len(bounds[0])) {
		return 0, 0, false
	}
	which, step := int64(i), int64(1)
	if bounds[2] != nil {
		which = bounds[2][i]
	}
	if bounds[3] != nil {
		step = bounds[3][i]
	}
	if slices.Contains(bounds[2][:min(i, len(bounds[2]))], which) {
		return 0, 0, false
	}
	at, err := axis(which, axes)
	return at, step, err == nil && step > 0 && step <= maxNumbers
}

// part is where a part begins and how long it is; bounds may count from the end, or lie beyond it.
func part(start, end, step int64, length int) (first, n int) {
	n64 := int64(length)
	if start < 0 {
		start += n64
	}
	if end < 0 {
		end += n64
	}
	start, end = min(max(start, 0), n64), min(max(end, 0), n64)
	if end <= start {
		return 0, 0
	}
	return int(start), int((end - start + step - 1) / step)
}

// gather takes the parts of a tensor that whole numbers point at, along an axis.
func gather(n *node) kernel {
	return func(r *run, in []Tensor) (Tensor, error) {
		t, which := in[0], in[1]
		at, err := axis(n.whole("axis", 0), len(t.Shape))
		if err != nil || !which.whole() {
			return Tensor{}, errInputs
		}
		shape := slices.Concat(t.Shape[:at], which.Shape, t.Shape[at+1:])
		out, err := moved(r, t, shape)
		if err != nil {
			return out, err
		}
		before, along, behind := around(t.Shape, at)
		for i := range before {
			for j, w := range which.Ints {
				from, err := axis(w, along)
				if err != nil {
					return Tensor{}, errInputs
				}
				copyRun(out, t, (i*len(which.Ints)+j)*behind, (i*along+from)*behind, behind, 1)
			}
		}
		return out, nil
	}
}
