package onnx

import (
	"errors"
	"math"
)

// arithmetic computes with two tensors number by number, the smaller one repeated to the shape of the larger one.
func arithmetic(op string) kernel {
	return func(r *run, in []Tensor) (Tensor, error) {
		a, b := in[0], in[1]
		if a.whole() != b.whole() {
			return Tensor{}, errInputs
		}
		shape, err := broadcast(a.Shape, b.Shape)
		if err != nil {
			return Tensor{}, err
		}
		if a.whole() {
			return wholeArithmetic(op, a, b, shape)
		}
		out, err := r.tensor(shape...)
		if err != nil {
			return out, err
		}
		loop := loopOf(op)
		each(shape, repeated(a.Shape, shape), repeated(b.Shape, shape), func(o, i, j, n, di, dj int) {
			loop(out.Floats[o:o+n], a.Floats[i:], b.Floats[j:], di, dj)
		})
		return out, nil
	}
}

// broadcast is the shape of the result.
func broadcast(a, b []int) ([]int, error) {
	shape := make([]int, max(len(a), len(b)))
	for i := range shape {
		x, y := 1, 1
		if at := i - len(shape) + len(a); at >= 0 {
			x = a[at]
		}
		if at := i - len(shape) + len(b); at >= 0 {
			y = b[at]
		}
		switch {
		case x == y || y == 1:
			shape[i] = x
		case x == 1:
			shape[i] = y
		default:
			return nil, errors.New("shapes that do not fit each other")
		}
	}
	return shape, nil
}

// repeated are the steps along each axis of the result; along a repeated axis it is none.
func repeated(shape, result []int) []int {
	s := make([]int, len(result))
	own := steps(shape)
	for i, d := range shape {
		if d != 1 {
			s[i+len(result)-len(shape)] = own[i]
		}
	}
	return s
}

// each walks through the result in stretches of n numbers in which both sides advance evenly, by di and dj.
func each(shape, a, b []int, stretch func(o, i, j, n, di, dj int)) {
	total := 1
	for _, d := range shape {
		total *= d
	}
	if total == 0 {
		return
	}
	shape, a, b = merge(shape, a, b)
	last := len(shape) - 1
	index := make([]int, last)
	for o, i, j := 0, 0, 0; ; {
		stretch(o, i, j, shape[last], a[last], b[last])
		o += shape[last]
		at := last - 1
		for ; at >= 0; at-- {
			index[at]++
			i, j = i+a[at], j+b[at]
			if index[at] < shape[at] {
				break
			}
			i, j = i-a[at]*shape[at], j-b[at]*shape[at]
			index[at] = 0
		}
		if at < 0 {
			return
		}
	}
}

// merge joins neighbouring axes along which both sides advance as along one.
func merge(shape, a, b []int) (s, x, y []int) {
	s, x, y = []int{1}, []int{0}, []int{0}
	for i, d := range shape {
		last := len(s) - 1
		switch {
		case d == 1:
		case s[last] == 1:
			s[last], x[last], y[last] = d, a[i], b[i]
		case x[last] == a[i]*d && y[last] == b[i]*d:
			s[last], x[last], y[last] = s[last]*d, a[i], b[i]
		default:
			s, x, y = append(s, d), append(x, a[i]), append(y, b[i])
		}
	}
	return s, x, y
}

// loopOf is the inner loop of an operator: out = a op b, where each side advances by di and dj.
func loopOf(op string) func(out, a, b []float32, di, dj int) {
	switch op {
	case "Add":
		return func(out, a, b []float32, di, dj int) {
			if di == 1 && dj == 1 {
				a, b = a[:len(out)], b[:len(out)]
				for i := range out {
					out[i] = a[i] + b[i]
				}
				return
			}
			for o, i, j := 0, 0, 0; o < len(out); o, i, j = o+1, i+di, j+dj {
				out[o] = a[i] + b[j]
			}
		}
	case "Sub":
		return func(out, a, b []float32, di, dj int) {
			for o, i, j := 0, 0, 0; o < len(out); o, i, j = o+1, i+di, j+dj {
				out[o] = a[i] - b[j]
			}
		}
	case "Mul":
		return func(out, a, b []float32, di, dj int) {
			if di == 1 && dj == 1 {
				a, b = a[:len(out)], b[:len(out)]
				for i := range out {
					out[i] = a[i] * b[i]
				}
				return
			}
			for o, i, j := 0, 0, 0; o < len(out); o, i, j = o+1, i+di, j+dj {
				out[o] = a[i] * b[j]
			}
		}
	case "Div":
		return func(out, a, b []float32, di, dj int) {
			for o, i, j := 0, 0, 0; o < len(out); o, i, j = o+1, i+di, j+dj {
				out[o] = a[i] / b[j]
			}
		}
	}
	return func(out, a, b []float32, di, dj int) { // Pow
		for o, i, j := 0, 0, 0; o < len(out); o, i, j = o+1, i+di, j+dj {
			if b[j] == 2 {
				out[o] = a[i] * a[i]
			} else {
				out[o] = float32(math.Pow(float64(a[i]), float64(b[j])))
			}
		}
	}
}

// wholeArithmetic computes with whole numbers: shapes.
func wholeArithmetic(op string, a, b Tensor, shape []int) (Tensor, error) {
	n, err := count(shape)
	if err != nil {
		return Tensor{}, err
	}
	out := wholes(shape, make([]int64, n)...)
	each(shape, repeated(a.Shape, shape), repeated(b.Shape, shape), func(o, i, j, n, di, dj int) {
		for at := range n {
			v, ok := wholeOf(op, a.Ints[i+at*di], b.Ints[j+at*dj])
			if !ok {
				err = errInputs
			}
			out.Ints[o+at] = v
		}
	})
	return out, err
}

func wholeOf(op string, x, y int64) (v int64, ok bool) {
	switch op {
	case "Add":
		return x + y, true
	case "Sub":
		return x - y, true
	case "Mul":
		return x * y, true
	case "Div":
		if y == 0 {
			return 0, false
		}
		return x / y, true
	}
	return 0, false
}

// root is the square root of each number.
func root(r *run, in []Tensor) (Tensor, error) {
	out, err := r.like(in[0])
	for i := range out.Floats {
		out.Floats[i] = float32(math.Sqrt(float64(in[0].Floats[i])))
	}
	return out, err
}
