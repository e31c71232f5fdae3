package onnx

import "bedside/internal/vision/matrix"

// Link is a convolution of a chain under test, with the same settings along both sides.
type Link struct {
	In, Out, Groups, Size, Stride, Dilation, Pad int
	Weights                                      []float32
}

// RunChain computes convolutions one behind another, in bands of so many numbers.
func RunChain(kernels *matrix.Kernels, links []Link, t Tensor, band int) (Tensor, error) {
	n := &node{}
	for _, l := range links {
		both := func(v int) [2]int { return [2]int{v, v} }
		c := &convolution{
			groups: l.Groups, in: l.In, out: l.Out, size: both(l.Size), stride: both(l.Stride), dilation: both(l.Dilation),
			pads: [4]int{l.Pad, l.Pad, l.Pad, l.Pad}, weights: l.Weights, bias: l.Weights[:l.Out], after: plain(),
		}
		if n.conv == nil {
			n.conv = c
		} else {
			n.behind = append(n.behind, c)
		}
	}
	r := &run{kernels: kernels, workers: 2, spare: make([][]float32, 2), band: band}
	return kernelOf(n)(r, []Tensor{t})
}
