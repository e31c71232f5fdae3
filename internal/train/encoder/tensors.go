package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
)

// tensors are what a safetensors file holds: the length of a header in JSON, the header, and the numbers one tensor after the other
// (https://github.com/huggingface/safetensors).
type tensors struct {
	byName   map[string]tensor
	metadata map[string]string
	numbers  []byte
	err      error // the first tensor that could not be read, or does not have the shape it should have
}

type tensor struct {
	Type  string `json:"dtype"`
	Shape []int  `json:"shape"`
	Range [2]int `json:"data_offsets"`
}

const metadataKey = "__metadata__"

func openTensors(b []byte) (*tensors, error) {
	const lengthBytes = 8
	if len(b) < lengthBytes || binary.LittleEndian.Uint64(b) > uint64(len(b)-lengthBytes) {
		return nil, errors.New("this is no safetensors file")
	}
	end := lengthBytes + int(binary.LittleEndian.Uint64(b))
	var header map[string]json.RawMessage
	if err := json.Unmarshal(b[lengthBytes:end], &header); err != nil {
		return nil, fmt.Errorf("the header is not JSON: %w", err)
	}
	t := &tensors{byName: map[string]tensor{}, numbers: b[end:]}
	for name, raw := range header {
		if name == metadataKey {
			if err := json.Unmarshal(raw, &t.metadata); err != nil {
				return nil, fmt.Errorf("the metadata are no map of strings: %w", err)
			}
			continue
		}
		var one tensor
		if err := json.Unmarshal(raw, &one); err != nil {
			return nil, fmt.Errorf("tensor %q: %w", name, err)
		}
		t.byName[name] = one
	}
	return t, nil
}

// rows is how many rows a tensor has, and how long they are; zeros when there is none of this name.
func (t *tensors) rows(name string) (count, width int) {
	shape := t.byName[name].Shape
	switch len(shape) {
	case 0:
		return 0, 0
	case 1:
		return shape[0], 1
	default:
		return shape[0], shape[1]
	}
}

// floats reads a tensor that has the shape.
func (t *tensors) floats(name string, shape ...int) []float32 {
	one, ok := t.byName[name]
	count := 1
	for _, n := range shape {
		count *= n
	}
	switch {
	case t.err != nil:
		return nil
	case !ok:
		t.err = fmt.Errorf("tensor %q is missing", name)
	case one.Type != "F32":
		t.err = fmt.Errorf("tensor %q is of type %s; F32 is what is read", name, one.Type)
	case fmt.Sprint(one.Shape) != fmt.Sprint(shape):
		t.err = fmt.Errorf("tensor %q has the shape %v, not %v", name, one.Shape, shape)
	case one.Range[0] < 0 || one.Range[1] > len(t.numbers) || one.Range[1]-one.Range[0] != 4*count:
		t.err = fmt.Errorf("tensor %q does not lie within the file", name)
	}
	if t.err != nil {
		return nil
	}
	out := make([]float32, count)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(t.numbers[one.Range[0]+4*i:]))
	}
	return out
}
