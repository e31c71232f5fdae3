package onnx_test

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/vision/matrix"
	"bedside/internal/vision/onnx"
)

// reference is a small network with what onnxruntime makes of its inputs; testdata/reference.py writes them.
type reference struct {
	Name            string
	Model           []byte
	Inputs, Outputs []onnx.Tensor
}

func references(tb testing.TB) []reference {
	tb.Helper()
	file, err := os.Open("testdata/operators.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer file.Close()
	var all []reference
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r reference
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			tb.Fatal(err)
		}
		all = append(all, r)
	}
	if len(all) < 80 {
		tb.Fatalf("%d networks", len(all))
	}
	return all
}

// tolerance is how far a number may be from that of onnxruntime, which adds up in another order.
const tolerance = 2e-5

func TestOperatorsComputeWhatOnnxruntimeComputes(t *testing.T) {
	t.Parallel()
	for _, kernels := range []*matrix.Kernels{matrix.Portable(), matrix.Fastest()} {
		for _, r := range references(t) {
			t.Run(kernels.Name+"/"+r.Name, func(t *testing.T) {
				t.Parallel()
				n, err := onnx.LoadWith(kernels, r.Model)
				if err != nil {
					t.Fatal(err)
				}
				got, err := n.Run(r.Inputs...)
				if err != nil {
					t.Fatal(err)
				}
				for i, want := range r.Outputs {
					compare(t, got[i], want)
				}
			})
		}
	}
}

func compare(t *testing.T, got, want onnx.Tensor) {
	t.Helper()
	if diff := cmp.Diff(want.Shape, got.Shape); diff != "" {
		t.Fatalf("shape (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want.Ints, got.Ints); diff != "" {
		t.Errorf("whole numbers (-want +got):\n%s", diff)
	}
	if len(got.Floats) != len(want.Floats) {
		t.Fatalf("%d numbers, want %d", len(got.Floats), len(want.Floats))
	}
	for i, w := range want.Floats {
		if math.Abs(float64(got.Floats[i]-w)) > tolerance*max(1, math.Abs(float64(w))) {
			t.Fatalf("number %d is %v, want %v", i, got.Floats[i], w)
		}
	}
}
