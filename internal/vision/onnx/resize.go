package onnx

import (
	"errors"
	"fmt"
	"math"
)

// resize makes a picture larger or smaller, by its nearest numbers or by mixing neighbours.
func resize(n *node) kernel {
	mode, coordinates := n.text("mode", "nearest"), n.text("coordinate_transformation_mode", "half_pixel")
	rounding := n.text("nearest_mode", "round_prefer_floor")
	if len(n.inputs) == 2 { // Upsample, and Resize before version 11
		coordinates, rounding = "asymmetric", "floor"
	}
	return func(r *run, in []Tensor) (Tensor, error) {
		t := in[0]
		if len(t.Shape) != 4 || t.whole() {
			return Tensor{}, errInputs
		}
		scales, rows, columns, err := resized(in)
		if err != nil {
			return Tensor{}, err
		}
		y, errY := sources(rows, t.Shape[2], scales[0], mode, coordinates, rounding)
		x, errX := sources(columns, t.Shape[3], scales[1], mode, coordinates, rounding)
		if err := errors.Join(errY, errX); err != nil {
			return Tensor{}, err
		}
		out, err := r.tensor(t.Shape[0], t.Shape[1], rows, columns)
		if err != nil {
			return out, err
		}
		source, places := t.Shape[2]*t.Shape[3], rows*columns
		r.parallel(t.Shape[0]*t.Shape[1], func(_, i int) {
			mix(out.Floats[i*places:(i+1)*places], t.Floats[i*source:(i+1)*source], y, x, t.Shape[3])
		})
		return out, nil
	}
}

// resized is the size asked for, and the scales that lead to it: sizes are the fourth input, scales the third or second.
func resized(in []Tensor) (scales [2]float64, rows, columns int, err error) {
	shape := in[0].Shape
	if shape[2] == 0 || shape[3] == 0 || len(in) == 1 {
		return scales, 0, 0, errInputs
	}
	if len(in) == 4 {
		s := in[3].Ints
		if len(s) != 4 || s[0] != int64(shape[0]) || s[1] != int64(shape[1]) || min(s[2], s[3]) < 1 || max(s[2], s[3]) > maxNumbers {
			return scales, 0, 0, errInputs
		}
		return [2]float64{float64(s[2]) / float64(shape[2]), float64(s[3]) / float64(shape[3])}, int(s[2]), int(s[3]), nil
	}
	s := in[min(2, len(in)-1)].Floats
	if len(s) != 4 || s[0] != 1 || s[1] != 1 || !(s[2] > 0 && s[2] <= 64 && s[3] > 0 && s[3] <= 64) {
		return scales, 0, 0, fmt.Errorf("scales %v", s)
	}
	scales = [2]float64{float64(s[2]), float64(s[3])}
	rows, columns = int(float64(shape[2])*scales[0]), int(float64(shape[3])*scales[1])
	if rows < 1 || columns < 1 {
		return scales, 0, 0, errInputs
	}
	return scales, rows, columns, nil
}

// source says which two numbers make one of the result, and how much the second counts.
type source struct {
	first, second int
	share         float32
}

// sources finds, along one side, the numbers that make each of the result.
func sources(out, in int, scale float64, mode, coordinates, rounding string) ([]source, error) {
	if out > maxNumbers {
		return nil, errInputs
	}
	s := make([]source, out)
	for i := range s {
		var at float64
		switch coordinates {
		case "asymmetric":
			at = float64(i) / scale
		case "half_pixel", "pytorch_half_pixel":
			at = (float64(i)+.5)/scale - .5
			if out == 1 && coordinates == "pytorch_half_pixel" {
				at = 0
			}
		case "align_corners":
			at = float64(i) * float64(in-1) / float64(max(1, out-1))
		default:
			return nil, errors.New("a resizing of coordinates that are not known")
		}
		var err error
		if s[i], err = sourceAt(at, in, mode, rounding); err != nil {
			return nil, err
		}
	}
	return s, nil
}

func sourceAt(at float64, in int, mode, rounding string) (source, error) {
	at = min(max(at, 0), float64(in-1))
	switch {
	case mode == "linear":
		first := int(at)
		return source{first, min(first+1, in-1), float32(at - float64(first))}, nil
	case mode == "nearest" && rounding == "floor":
		return source{int(at), int(at), 0}, nil
	case mode == "nearest" && rounding == "round_prefer_floor":
		i := int(math.Ceil(at - .5))
		return source{i, i, 0}, nil
	}
	return source{}, errors.New("a resizing of a kind that is not known")
}

// mix makes one channel of the result.
func mix(out, in []float32, y, x []source, width int) {
	for _, row := range y {
		upper, lower := in[row.first*width:][:width], in[row.second*width:][:width]
		for i, column := range x {
			v := upper[column.first]
			if column.share != 0 {
				v += (upper[column.second] - v) * column.share
			}
			if row.share != 0 {
				w := lower[column.first]
				w += (lower[column.second] - w) * column.share
				v += (w - v) * row.share
			}
			out[i] = v
		}
		out = out[len(x):]
	}
}
