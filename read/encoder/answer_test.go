package encoder_test

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"bedside"
	"bedside/read/encoder"
)

// TestAnswersAreThoseOfTheReference: for texts of all lengths. Where float32 and float64 round an activation to different whole
// numbers, which happens to one in some thousands, a score moves by up to some hundredths, as it does in PyTorch when its inputs
// move by a millionth; so most scores must agree closely, and all of them roughly.
func TestAnswersAreThoseOfTheReference(t *testing.T) {
	t.Parallel()
	var off []float64
	for seed := range uint64(4) {
		s := stored(small(), seed)
		m, r := load(t, bytesOf(t, s)), rand.New(rand.NewPCG(seed, 2))
		for _, n := range []int{1, 2, 5, 6, 7, 15, 16, 17, 23, 40} {
			pieces := some(r, s.Sizes, n)
			want := reference(s, pieces)
			for i, got := range answer(t, m, pieces) {
				off = append(off, math.Abs(float64(got)/encoder.One-want[i]))
			}
		}
	}
	slices.Sort(off)
	middle, worst := off[len(off)/2], off[len(off)-1]
	t.Logf("off by %.2g in the middle, %.2g at most", middle, worst)
	if middle > 1e-4 || worst > .05 {
		t.Errorf("off by %g in the middle and %g at most", middle, worst)
	}
}

// TestAnswersOfAllLoops are the same to the last bit, also for the sizes of MiniLM.
func TestAnswersOfAllLoops(t *testing.T) {
	t.Parallel()
	for _, s := range []encoder.Sizes{small(), {Pieces: 9, Positions: 60, Hidden: 384, Heads: 12, Inner: 1536, Layers: 1, Outputs: 16}} {
		m, r := load(t, bytesOf(t, stored(s, 5))), rand.New(rand.NewPCG(1, 2))
		for _, n := range []int{1, 6, 13, s.Positions} {
			pieces := some(r, s, n)
			if got, want := answer(t, m, pieces), answer(t, m.Portable(), pieces); !slices.Equal(got, want) {
				t.Errorf("%d pieces: %s gives %v, Go %v", n, m.Kernels(), got, want)
			}
		}
	}
}

// TestAnswersOfTheSameBits: what every processor and browser must give. Make them anew only where the arithmetic is meant to change.
func TestAnswersOfTheSameBits(t *testing.T) {
	t.Parallel()
	want := []int32{
		-126964, -1836, -93972, -45351, 35462, 57197, -66404, 63561, -7158, 25808, -17203, -64233, -277528, 41941, 37708, 78875, // scores
		-54100, // the story
	}
	s := small()
	for _, m := range []*encoder.Model{load(t, bytesOf(t, stored(s, 7))), load(t, bytesOf(t, stored(s, 7))).Portable()} {
		if got := answer(t, m, some(rand.New(rand.NewPCG(3, 4)), s, 21)); !slices.Equal(got, want) {
			t.Errorf("%s: got %#v, want %#v", m.Kernels(), got, want)
		}
	}
}

// TestAnswersDependOnTheTextAlone: not on what was read before, nor on what is read at the same time.
func TestAnswersDependOnTheTextAlone(t *testing.T) {
	t.Parallel()
	s := small()
	b := bytesOf(t, stored(s, 3))
	m, r := load(t, b), rand.New(rand.NewPCG(1, 2))
	var group sync.WaitGroup
	for range 20 {
		pieces := some(r, s, 1+r.IntN(s.Positions))
		group.Go(func() {
			fresh, err := encoder.Load(b)
			if err != nil {
				t.Error(err)
				return
			}
			got, _ := m.Answer(pieces)
			if want, _ := fresh.Answer(pieces); !slices.Equal(got.Scores, want.Scores) || got.Story != want.Story {
				t.Errorf("%d pieces: got %v, alone %v", len(pieces), got, want)
			}
		})
	}
	group.Wait()
}

// TestAnswersRefuse: texts that the model has no place or no number for.
func TestAnswersRefuse(t *testing.T) {
	t.Parallel()
	s := small()
	m := load(t, bytesOf(t, stored(s, 1)))
	for name, pieces := range map[string][]uint16{
		"none": nil, "too many": make([]uint16, s.Positions+1), "an unknown one": {0, uint16(s.Pieces)}, "the last number": {math.MaxUint16},
	} {
		got, err := m.Answer(pieces)
		if be, ok := errors.AsType[*bedside.Error](err); got.Scores != nil || !ok || be.Code != bedside.CodeInvalid || be.Message == "" {
			t.Errorf("%s: got %v, %v", name, got, err)
		}
	}
	if m.Sizes() != s {
		t.Errorf("sizes %+v", m.Sizes())
	}
}

// TestAnswersUseTheirMemoryAgain: nothing but the answer is new.
func TestAnswersUseTheirMemoryAgain(t *testing.T) { //nolint:paralleltest // others' allocations would be counted
	m := load(t, bytesOf(t, stored(small(), 1)))
	pieces := some(rand.New(rand.NewPCG(1, 2)), small(), 30)
	answer(t, m, pieces)
	if n := testing.AllocsPerRun(100, func() { _, _ = m.Answer(pieces) }); n > 1.5 { // the pool may be emptied in between
		t.Errorf("%v allocations", n)
	}
}

// The sizes that are shipped, 46 pieces, never the same ones.
func BenchmarkAnswer(b *testing.B) {
	s := encoder.Sizes{Pieces: 3000, Positions: 160, Hidden: 384, Heads: 12, Inner: 1536, Layers: 3, Outputs: 16}
	m := load(b, bytesOf(b, stored(s, 1)))
	for _, m := range []*encoder.Model{m, m.Portable()} {
		b.Run(m.Kernels(), func(b *testing.B) {
			r := rand.New(rand.NewPCG(1, 2))
			b.ReportAllocs()
			for b.Loop() {
				answer(b, m, some(r, s, 46))
			}
		})
	}
}

func BenchmarkLoad(b *testing.B) {
	stored := bytesOf(b, stored(encoder.Sizes{Pieces: 3000, Positions: 160, Hidden: 384, Heads: 12, Inner: 1536, Layers: 3, Outputs: 16}, 1))
	for b.Loop() {
		load(b, stored)
	}
}
