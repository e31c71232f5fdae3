package main

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bedside/read/encoder"
)

const small = "testdata/small.safetensors"

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestScoresAreThoseOfPyTorch on a small random model: as close as the order of sums allows where PyTorch rounds too, and not far off
// where it does not. A number that lies between two whole ones may be rounded to either, and moves a score by some thousandths:
// so most scores must agree to 1e-4, and all to 0.05.
func TestScoresAreThoseOfPyTorch(t *testing.T) {
	t.Parallel()
	s, err := readTensors(readFile(t, small))
	if err != nil {
		t.Fatal(err)
	}
	b, err := encoder.Store(s)
	if err != nil {
		t.Fatal(err)
	}
	m, err := encoder.Load(b)
	if err != nil {
		t.Fatal(err)
	}
	var rounded, plain []float64
	for line := range bytes.Lines(readFile(t, "testdata/small.json")) {
		var want struct {
			Pieces         []uint16
			Plain, Rounded []float64
		}
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatal(err)
		}
		answer, err := m.Answer(want.Pieces)
		got := append(answer.Scores, answer.Story)
		if err != nil || len(got) != len(want.Rounded) {
			t.Fatalf("%d scores, %v", len(got), err)
		}
		for i, score := range got {
			rounded = append(rounded, math.Abs(float64(score)/encoder.One-want.Rounded[i]))
			plain = append(plain, math.Abs(float64(score)/encoder.One-want.Plain[i]))
		}
	}
	slices.Sort(rounded)
	middle, worst := rounded[len(rounded)/2], rounded[len(rounded)-1]
	t.Logf("%d scores: off by %.2g in the middle, %.2g at most; from the model that is not rounded %.2g at most", len(rounded), middle, worst, slices.Max(plain))
	if len(rounded) < 16*20 || middle > 1e-4 || worst > .05 || slices.Max(plain) > 1 {
		t.Error("that is too far")
	}
}

// TestReadTensorsRefuses, or Store does: no damaged file becomes a model.
func TestReadTensorsRefuses(t *testing.T) {
	t.Parallel()
	whole := string(readFile(t, small))
	for name, b := range map[string]string{
		"nothing":           "",
		"a header cut":      whole[:100],
		"numbers cut":       whole[:len(whole)-1],
		"text":              strings.Repeat("weights ", 20),
		"no heads":          strings.Replace(whole, `"heads"`, `"tails"`, 1),
		"heads in words":    strings.Replace(whole, `"heads":"4"`, `"heads":"x"`, 1),
		"another type":      strings.Replace(whole, "F32", "F16", 1),
		"a tensor missing":  strings.Replace(whole, `"norm.bias"`, `"norm.bios"`, 1),
		"a layer missing":   strings.Replace(whole, `"layer.0.query.weight"`, `"layer.9.query.weight"`, 1),
		"another shape":     strings.Replace(whole, "[64,64]", "[32,96]", 1),
		"no shape":          strings.Replace(whole, "[64,64]", `"64x6"`, 1),
		"a range backwards": strings.Replace(whole, `"data_offsets":[`, `"data_offsets":[9`, 1),
	} {
		if b == whole {
			t.Errorf("%s: nothing is changed", name)
		}
		s, err := readTensors([]byte(b))
		if err == nil {
			_, err = encoder.Store(s)
		}
		if err == nil {
			t.Errorf("%s: taken", name)
		}
	}
}
