package encoder

import "bedside"

// Sizes are the dimensions of a model.
type Sizes struct {
	Pieces    int // how many pieces of words are known
	Positions int // how many of them a text may have
	Hidden    int // how many numbers stand for a position
	Heads     int // how many ways of attending each layer has
	Inner     int // how many numbers the feed-forward layers have between them
	Layers    int
	Outputs   int
}

// What a file may ask for at most: sums stay within 32 bits, and memory within a few megabytes.
const (
	maxPieces    = 1 << 16
	maxPositions = 160
	maxHidden    = 1024
	maxInner     = 4096
	maxLayers    = 24
	maxOutputs   = 256

	sizeCount = 7
)

// list is the sizes in the order in which they are stored.
func (s *Sizes) list() [sizeCount]*int {
	return [...]*int{&s.Pieces, &s.Positions, &s.Hidden, &s.Heads, &s.Inner, &s.Layers, &s.Outputs}
}

func (s *Sizes) check() error {
	top := Sizes{maxPieces, maxPositions, maxHidden, maxHidden / panelRows, maxInner, maxLayers, maxOutputs}
	tops := top.list()
	for i, n := range s.list() {
		if *n < 1 || *n > *tops[i] {
			return bedside.Errorf(bedside.CodeInvalid, "the encoder's sizes are out of bounds: %+v, at most %+v", *s, top)
		}
	}
	if s.Hidden%run != 0 || s.Inner%run != 0 || s.Outputs%panelRows != 0 || s.Hidden%(s.Heads*panelRows) != 0 {
		return bedside.Errorf(bedside.CodeInvalid, "the encoder's sizes do not fit: hidden and inner are multiples of %d, outputs and each head of %d", run, panelRows)
	}
	return nil
}

// headWidth is how many numbers of a position one head looks at.
func (s *Sizes) headWidth() int { return s.Hidden / s.Heads }

// roundUp is the next multiple of a step.
func roundUp(n, step int) int { return (n + step - 1) / step * step }
