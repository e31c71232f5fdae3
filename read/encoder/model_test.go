package encoder_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"bedside"
	"bedside/read/encoder"
)

// header is eight bytes of magic and seven sizes.
const header = 8 + 4*7

// TestLoadRefuses: what is cut, damaged or something else is refused with a sentence.
func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	whole := bytesOf(t, stored(small(), 1))
	size := func(i int, n uint32) []byte {
		b := bytes.Clone(whole)
		binary.LittleEndian.PutUint32(b[8+4*i:], n)
		return b
	}
	float := func(at int, f float64) []byte {
		b := bytes.Clone(whole)
		binary.LittleEndian.PutUint32(b[at:], math.Float32bits(float32(f)))
		return b
	}
	const story = 4*128 + 4                            // the last: 128 weights and a bias
	biases := len(whole) - story - 16*128/32*17 - 4*16 // of the outputs: before sixteen rows of 128 inputs
	tests := map[string][]byte{
		"nothing": nil, "magic": whole[:8], "header": whole[:header], "one byte less": whole[:len(whole)-1], "half": whole[:len(whole)/2],
		"one byte more": append(bytes.Clone(whole), 0), "text": bytes.Repeat([]byte("weights "), 1000),
		"no pieces": size(0, 0), "one piece more": size(0, 51), "very many pieces": size(0, math.MaxUint32), "many positions": size(1, 161),
		"an odd width": size(2, 65), "no heads": size(3, 0), "three heads": size(3, 3), "narrow heads": size(3, 8), "an odd inner width": size(4, 100),
		"a wide one": size(4, 1<<20), "no layers": size(5, 0), "many layers": size(5, 1<<31), "one layer less": size(5, 1), "other outputs": size(6, 15),
		"a scale that is none": float(header, math.NaN()), "one below zero": float(header, -1), "one without end": float(header, math.Inf(1)),
		"a bias that is none": float(biases, math.NaN()), "a bias far off": float(biases, -2e4), "a story that is none": float(len(whole)-story, math.NaN()), "its bias without end": float(len(whole)-4, math.Inf(-1)),
	}
	for name, b := range tests {
		m, err := encoder.Load(b)
		if be, ok := errors.AsType[*bedside.Error](err); m != nil || !ok || be.Code != bedside.CodeInvalid || be.Message == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestStoreRefuses what has other sizes than it says, or numbers that are none.
func TestStoreRefuses(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*encoder.Stored){
		"sizes":               func(s *encoder.Stored) { s.Sizes.Hidden = 60 },
		"few pieces":          func(s *encoder.Stored) { s.Pieces = s.Pieces[1:] },
		"few positions":       func(s *encoder.Stored) { s.Positions = nil },
		"a short norm":        func(s *encoder.Stored) { s.Norm.Bias = s.Norm.Bias[1:] },
		"layers":              func(s *encoder.Stored) { s.Layers = s.Layers[1:] },
		"a short layer":       func(s *encoder.Stored) { s.Layers[1].Grow.Weight = s.Layers[1].Grow.Weight[1:] },
		"a short story":       func(s *encoder.Stored) { s.Story.Weight = s.Story.Weight[2:] },
		"no outputs":          func(s *encoder.Stored) { s.Output = encoder.Affine{} },
		"a bias without end":  func(s *encoder.Stored) { s.Layers[0].Key.Bias[3] = float32(math.Inf(1)) },
		"a norm that is none": func(s *encoder.Stored) { s.Layers[1].ShrinkNorm.Weight[3] = float32(math.NaN()) },
		"a far weight":        func(s *encoder.Stored) { s.Layers[1].Query.Weight[3] = 1e6 },
		"a far piece":         func(s *encoder.Stored) { s.Pieces[3] = 1e6 },
	} {
		s := stored(small(), 1)
		change(s)
		b, err := encoder.Store(s)
		if be, ok := errors.AsType[*bedside.Error](err); b != nil || !ok || be.Code != bedside.CodeInvalid || be.Message == "" {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

// TestStoreGivesTheSameBytes, as many as the format says.
func TestStoreGivesTheSameBytes(t *testing.T) {
	t.Parallel()
	b := bytesOf(t, stored(small(), 1))
	if !bytes.Equal(b, bytesOf(t, stored(small(), 1))) {
		t.Error("stored in two ways")
	}
	linear := func(rows, inputs int) int { return 8*rows + rows*inputs/32*17 }
	row := 4 + 64/32 + 64/2
	want := header + (50+40)*row + 8*64 + 2*(4*linear(64, 64)+linear(96, 64)+linear(64, 96)+16*64) + linear(16, 128) + 4*128 + 4
	if len(b) != want {
		t.Errorf("%d bytes, want %d", len(b), want)
	}
}

// FuzzLoad: whatever the bytes, they are refused or score a text, and give the same in all loops.
func FuzzLoad(f *testing.F) {
	tiny := encoder.Sizes{Pieces: 3, Positions: 4, Hidden: 32, Heads: 2, Inner: 32, Layers: 1, Outputs: 16}
	whole := bytesOf(f, stored(tiny, 1))
	f.Add(whole, uint16(1), uint16(2))
	f.Add(whole[:len(whole)-1], uint16(0), uint16(0))
	f.Add(whole[:header], uint16(0), uint16(0))
	wild := bytes.Clone(whole)
	for i := header + 4; i < len(wild); i += 7 {
		wild[i] = 0x41
	}
	f.Add(wild, uint16(0), uint16(2))
	f.Fuzz(func(t *testing.T, b []byte, first, second uint16) {
		m, err := encoder.Load(b)
		if err != nil {
			return
		}
		got, err := m.Answer([]uint16{first, second, first})
		other, otherErr := m.Portable().Answer([]uint16{first, second, first})
		if (err == nil) != (otherErr == nil) || !bytes.Equal(words(got), words(other)) {
			t.Errorf("got %v, %v and %v, %v", got, err, other, otherErr)
		}
	})
}

func words(a encoder.Answer) (b []byte) {
	for _, s := range append(a.Scores, a.Story) {
		b = binary.LittleEndian.AppendUint32(b, uint32(s))
	}
	return b
}
