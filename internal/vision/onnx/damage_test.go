package onnx_test

import (
	"slices"
	"testing"

	"bedside/internal/vision/onnx"
)

// try loads and runs what may be no network at all; it only must not panic.
func try(model []byte, inputs []onnx.Tensor) {
	if n, err := onnx.Load(model); err == nil {
		_, _ = n.Run(inputs...)
	}
}

func TestDamagedNetworksAreErrors(t *testing.T) {
	t.Parallel()
	for _, r := range references(t) {
		for cut := 0; cut < len(r.Model); cut += 7 {
			try(r.Model[:cut], r.Inputs)
		}
		for at := range r.Model {
			model := slices.Clone(r.Model)
			model[at] ^= []byte{1, 0x80, 0xff, 4}[at%4]
			try(model, r.Inputs)
		}
	}
}

func TestInputsThatDoNotFitAreErrors(t *testing.T) {
	t.Parallel()
	wrong := []onnx.Tensor{
		{},
		{Shape: []int{1}},
		{Shape: []int{2, 2}, Floats: make([]float32, 3)},
		{Shape: []int{-1, 4}, Floats: make([]float32, 4)},
		{Shape: []int{1 << 40, 1 << 40}, Floats: make([]float32, 1)},
		{Shape: []int{1, 4, 0, 0}, Floats: []float32{}},
		{Shape: []int{1, 1, 1, 1}, Floats: make([]float32, 1)},
		{Shape: []int{0}, Ints: []int64{}},
		{Shape: []int{2}, Ints: []int64{1, 2}},
	}
	for _, r := range references(t) {
		n, err := onnx.Load(r.Model)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := n.Run(); err == nil {
			t.Errorf("%s: ran without inputs", r.Name)
		}
		for _, input := range wrong {
			_, _ = n.Run(slices.Repeat([]onnx.Tensor{input}, len(r.Inputs))...) // some fit; none may panic
		}
	}
}

func TestUnknownOperatorsAreNamedWhenLoading(t *testing.T) {
	t.Parallel()
	_, err := onnx.Load([]byte("\x3a\x14\x0a\x0d\x0a\x01x\x12\x01y\x22\x05Magic\x62\x03\x0a\x01y"))
	if err == nil || err.Error() != "load a network: node 0, Magic: an operator that is not among those that can be run" {
		t.Errorf("got %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	for _, r := range references(f) {
		f.Add(r.Model)
	}
	input := onnx.Tensor{Shape: []int{1, 4, 5, 6}, Floats: make([]float32, 120)}
	f.Fuzz(func(_ *testing.T, model []byte) { try(model, []onnx.Tensor{input}) })
}
