package main

import (
	"fmt"
	"strconv"

	"bedside/read/encoder"
)

// readTensors takes a model out of a safetensors file. Its sizes are those of the tensors.
func readTensors(b []byte) (*encoder.Stored, error) {
	t, err := openTensors(b)
	if err != nil {
		return nil, err
	}
	s := &encoder.Stored{Sizes: sizes(t)}
	if s.Sizes.Heads, err = strconv.Atoi(t.metadata["heads"]); err != nil {
		return nil, fmt.Errorf("the metadata do not say how many heads there are")
	}
	hidden, inner := s.Sizes.Hidden, s.Sizes.Inner
	s.Pieces = t.floats("piece", s.Sizes.Pieces, hidden)
	s.Positions = t.floats("position", s.Sizes.Positions, hidden)
	s.Norm = t.norm("norm", hidden)
	for i := range s.Sizes.Layers {
		at := layerName(i)
		s.Layers = append(s.Layers, encoder.StoredLayer{
			Query: t.linear(at+"query", hidden, hidden), Key: t.linear(at+"key", hidden, hidden), Value: t.linear(at+"value", hidden, hidden),
			Attention: t.linear(at+"attention", hidden, hidden), AttentionNorm: t.norm(at+"attention.norm", hidden),
			Grow: t.linear(at+"grow", inner, hidden), Shrink: t.linear(at+"shrink", hidden, inner), ShrinkNorm: t.norm(at+"shrink.norm", hidden),
		})
	}
	s.Output = t.linear("output", s.Sizes.Outputs, 2*hidden)
	s.Story = t.linear("story", 1, 2*hidden)
	return s, t.err
}

func sizes(t *tensors) encoder.Sizes {
	var s encoder.Sizes
	s.Pieces, s.Hidden = t.rows("piece")
	s.Positions, _ = t.rows("position")
	s.Inner, _ = t.rows(layerName(0) + "grow.weight")
	s.Outputs, _ = t.rows("output.weight")
	for {
		if _, ok := t.byName[layerName(s.Layers)+"query.weight"]; !ok {
			return s
		}
		s.Layers++
	}
}

func layerName(i int) string { return "layer." + strconv.Itoa(i) + "." }

func (t *tensors) linear(name string, rows, inputs int) encoder.Affine {
	return encoder.Affine{Weight: t.floats(name+".weight", rows, inputs), Bias: t.floats(name+".bias", rows)}
}

func (t *tensors) norm(name string, width int) encoder.Affine {
	return encoder.Affine{Weight: t.floats(name+".weight", width), Bias: t.floats(name+".bias", width)}
}
