package onnx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/vision/matrix"
	"bedside/internal/vision/onnx"
)

// TestAChainGivesTheSameInBands: however few rows are computed together, every number stays as it is.
func TestAChainGivesTheSameInBands(t *testing.T) {
	t.Parallel()
	wide := onnx.Link{In: 5, Out: 24, Groups: 1, Size: 1, Stride: 1, Dilation: 1}
	each := func(size, stride, dilation, pad int) onnx.Link {
		return onnx.Link{In: 24, Out: 24, Groups: 24, Size: size, Stride: stride, Dilation: dilation, Pad: pad}
	}
	narrow := onnx.Link{In: 24, Out: 4, Groups: 1, Size: 1, Stride: 1, Dilation: 1}
	for name, links := range map[string][]onnx.Link{
		"three by three":         {wide, each(3, 1, 1, 1), narrow},
		"stride two":             {wide, each(3, 2, 1, 1), narrow},
		"five by five, dilated":  {wide, each(5, 1, 2, 4), narrow},
		"no pads":                {wide, each(3, 1, 1, 0)},
		"pads wider than a band": {each(3, 1, 1, 3), narrow},
		"two that look around":   {{In: 5, Out: 24, Groups: 1, Size: 3, Stride: 2, Dilation: 1, Pad: 1}, each(3, 1, 1, 1), narrow},
		"stride beyond the size": {each(1, 3, 1, 0), narrow},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for i := range links {
				links[i].Weights = varied(links[i].Out*links[i].In/links[i].Groups*links[i].Size*links[i].Size, i)
			}
			in := onnx.Tensor{Shape: []int{1, links[0].In, 23, 19}, Floats: varied(links[0].In*23*19, 9)}
			for _, kernels := range []*matrix.Kernels{matrix.Portable(), matrix.Fastest()} {
				want, err := onnx.RunChain(kernels, links, in, 1<<30)
				if err != nil {
					t.Fatal(err)
				}
				for _, band := range []int{1, 24 * 19 * 3, 24 * 19 * 8} {
					got, err := onnx.RunChain(kernels, links, in, band)
					if err != nil {
						t.Fatal(err)
					}
					if diff := cmp.Diff(want.Floats, got.Floats); diff != "" || !cmp.Equal(want.Shape, got.Shape) {
						t.Errorf("%s, bands of %d numbers: %v, not %v\n%.300s", kernels.Name, band, got.Shape, want.Shape, diff)
					}
				}
			}
		})
	}
}

// TestAChainOfSeveralPictures computes each of them.
func TestAChainOfSeveralPictures(t *testing.T) {
	t.Parallel()
	links := []onnx.Link{
		{In: 2, Out: 8, Groups: 1, Size: 1, Stride: 1, Dilation: 1, Weights: varied(16, 1)},
		{In: 8, Out: 8, Groups: 8, Size: 3, Stride: 1, Dilation: 1, Pad: 1, Weights: varied(72, 2)},
	}
	in := onnx.Tensor{Shape: []int{2, 2, 9, 9}, Floats: varied(2*2*81, 3)}
	for _, band := range []int{1, 1 << 30} {
		got, err := onnx.RunChain(matrix.Portable(), links, in, band)
		if err != nil {
			t.Fatal(err)
		}
		for i := range 2 {
			one, err := onnx.RunChain(matrix.Portable(), links, onnx.Tensor{Shape: []int{1, 2, 9, 9}, Floats: in.Floats[i*162 : (i+1)*162]}, 1<<30)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(one.Floats, got.Floats[i*8*81:(i+1)*8*81]); diff != "" {
				t.Errorf("picture %d, bands of %d numbers:\n%.300s", i, band, diff)
			}
		}
	}
}

// varied are numbers that differ.
func varied(n, seed int) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = float32((i*7919+seed*104729)%331-165) / 64
	}
	return v
}
