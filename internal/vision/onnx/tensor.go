package onnx

import "fmt"

// Tensor is numbers in a shape, the last axis innermost. A network computes with Floats; Ints are its arithmetic of shapes.
type Tensor struct {
	Shape  []int
	Floats []float32
	Ints   []int64

	memory *memory // what the run gave out for it, to be taken back; nil when it belongs to somebody else
}

// maxNumbers is the most numbers that a tensor may have, and the most that one run may hold: 192 MiB of them.
const maxNumbers = 48 << 20

// maxAxes is the most axes a tensor may have; no network of ours has more than five.
const maxAxes = 8

// count is how many numbers a shape has room for.
func count(shape []int) (int, error) {
	if len(shape) > maxAxes {
		return 0, fmt.Errorf("a tensor of %d axes", len(shape))
	}
	n := 1
	for _, d := range shape {
		if d < 0 || (d > 0 && n > maxNumbers/d) {
			return 0, fmt.Errorf("a tensor of shape %v", shape)
		}
		n *= d
	}
	return n, nil
}

// whole says whether the tensor has whole numbers.
func (t Tensor) whole() bool { return t.Ints != nil }

// check fails unless the tensor has as many numbers as its shape says.
func (t Tensor) check() error {
	n, err := count(t.Shape)
	if err != nil {
		return err
	}
	if has := max(len(t.Floats), len(t.Ints)); has != n || (t.Floats != nil && t.Ints != nil) {
		return fmt.Errorf("a tensor of shape %v with %d numbers", t.Shape, has)
	}
	return nil
}

// as is the same numbers in another shape.
func (t Tensor) as(shape ...int) Tensor {
	t.Shape = shape
	return t
}

// wholes is a tensor of whole numbers.
func wholes(shape []int, values ...int64) Tensor {
	if values == nil {
		values = []int64{}
	}
	return Tensor{Shape: shape, Ints: values}
}

// axis counts an axis from the front; networks may count from the back.
func axis(at int64, axes int) (int, error) {
	if at < 0 {
		at += int64(axes)
	}
	if at < 0 || at >= int64(axes) {
		return 0, fmt.Errorf("axis %d of %d", at, axes)
	}
	return int(at), nil
}

// around is how many numbers lie before, along and behind an axis.
func around(shape []int, at int) (before, along, behind int) {
	before, behind = 1, 1
	for _, d := range shape[:at] {
		before *= d
	}
	for _, d := range shape[at+1:] {
		behind *= d
	}
	return before, shape[at], behind
}

// steps is how far apart neighbours along each axis lie.
func steps(shape []int) []int {
	s := make([]int, len(shape))
	for i, n := len(shape)-1, 1; i >= 0; i-- {
		s[i] = n
		n *= shape[i]
	}
	return s
}
