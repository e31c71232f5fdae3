package encoder

import (
	"encoding/binary"

	"bedside"
)

// Stored is what training hands to Store: weights in float32, matrices row by row, a row an output.
type Stored struct {
	Sizes     Sizes
	Pieces    []float32
	Positions []float32 // those of token type 0 added
	Norm      Affine
	Layers    []StoredLayer
	Output    Affine // of the mean and the maximum of the hidden numbers, one behind the other
	Story     Affine // as Output
}

// StoredLayer is one layer.
type StoredLayer struct {
	Query, Key, Value, Attention, AttentionNorm, Grow, Shrink, ShrinkNorm Affine
}

// Affine is weights and biases, of a linear layer or a norm.
type Affine struct{ Weight, Bias []float32 }

// Store rounds a model's weights and writes them in the form that Load reads. The same input gives the same bytes.
func Store(s *Stored) ([]byte, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	b := []byte(magic)
	for _, n := range s.Sizes.list() {
		b = binary.LittleEndian.AppendUint32(b, uint32(*n))
	}
	hidden, inner := s.Sizes.Hidden, s.Sizes.Inner
	b = appendTable(appendTable(b, s.Pieces, hidden), s.Positions, hidden)
	b = appendAffine(b, &s.Norm)
	for i := range s.Layers {
		l := &s.Layers[i]
		for _, a := range []*Affine{&l.Query, &l.Key, &l.Value, &l.Attention} {
			b = appendLinear(b, a.Weight, a.Bias, hidden)
		}
		b = appendAffine(b, &l.AttentionNorm)
		b = appendLinear(appendLinear(b, l.Grow.Weight, l.Grow.Bias, hidden), l.Shrink.Weight, l.Shrink.Bias, inner)
		b = appendAffine(b, &l.ShrinkNorm)
	}
	b = appendLinear(b, s.Output.Weight, s.Output.Bias, 2*hidden)
	b = appendAffine(b, &s.Story)
	if _, err := Load(b); err != nil {
		return nil, bedside.Errorf(bedside.CodeInvalid, "a number of the encoder is none, or too far from zero: weights and biases are %g at most", float64(maxParameter))
	}
	return b, nil
}

func appendAffine(b []byte, a *Affine) []byte { return appendFloats(appendFloats(b, a.Weight), a.Bias) }

// check finds what does not have the size it should have.
func (s *Stored) check() error {
	if err := s.Sizes.check(); err != nil {
		return err
	}
	hidden, inner := s.Sizes.Hidden, s.Sizes.Inner
	fits := len(s.Layers) == s.Sizes.Layers && len(s.Pieces) == s.Sizes.Pieces*hidden && len(s.Positions) == s.Sizes.Positions*hidden &&
		s.Norm.fits(hidden, 1) && s.Output.fits(s.Sizes.Outputs, 2*hidden) && s.Story.fits(1, 2*hidden)
	for _, l := range s.Layers {
		for _, a := range []*Affine{&l.Query, &l.Key, &l.Value, &l.Attention} {
			fits = fits && a.fits(hidden, hidden)
		}
		fits = fits && l.AttentionNorm.fits(hidden, 1) && l.Grow.fits(inner, hidden) && l.Shrink.fits(hidden, inner) && l.ShrinkNorm.fits(hidden, 1)
	}
	if !fits {
		return bedside.Errorf(bedside.CodeInvalid, "the encoder's weights do not have the sizes %+v", s.Sizes)
	}
	return nil
}

func (a *Affine) fits(rows, inputs int) bool {
	return len(a.Weight) == rows*inputs && len(a.Bias) == rows
}
