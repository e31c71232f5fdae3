package word

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"

	"bedside/internal/vision/onnx"
)

// How sure a reading must be: to look no further, and to count when lines vote which way the words of the picture stand.
const (
	sure   = 0.9
	counts = 0.75
)

// reading is what a line says, read one way.
type reading struct {
	text     string
	sureness float64 // of all letters, also of those left out
	letters  int
	droned   bool
}

// read reads lines in the order in which they come, until the context ends. Then words of one picture mostly stand one way: lines that say as much
// read that way as another are taken to.
func (r *Reader) read(ctx context.Context, picture *image.RGBA, lines []line) error {
	var votes [4]float64
	err := r.readAll(ctx, picture, lines, &votes)
	for i := range lines {
		lines[i].settle(votes)
	}
	return err
}

func (r *Reader) readAll(ctx context.Context, picture *image.RGBA, lines []line, votes *[4]float64) error {
	for i := range lines {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.readLine(picture, &lines[i], votes); err != nil {
			return err
		}
	}
	return nil
}

// readLine reads a line the way it most likely stands, and the other ways while that says little.
func (r *Reader) readLine(picture *image.RGBA, l *line, votes *[4]float64) error {
	for _, way := range l.ways(votes) {
		read, err := r.decode(cut(picture, l.turned(way)))
		if err != nil {
			return err
		}
		l.read[way], l.tried = read, true
		if read.sureness >= counts {
			votes[way] += float64(len(read.text))
		}
		if read.sureness >= sure {
			break
		}
	}
	return nil
}

// ways are the quarter turns in which a line may stand, the likeliest first: a line that is higher than long stands on its side, unless it is a single letter.
// Where most words stand on their side, a short line does too.
func (l *line) ways(votes *[4]float64) []int {
	ways := []int{0, 2}
	switch upright := votes[0] + votes[2]; {
	case l.height > 3*l.length:
		ways = []int{3, 1}
	case l.height > 1.4*l.length:
		ways = []int{0, 3, 1}
	case l.length < 2.5*l.height && votes[1]+votes[3] > 4*upright+10:
		ways = []int{3, 1}
	}
	slices.SortStableFunc(ways, func(a, b int) int {
		switch {
		case votes[a] > 2*votes[b]+3:
			return -1
		case votes[b] > 2*votes[a]+3:
			return 1
		}
		return 0
	})
	return ways
}

// settle picks one reading.
func (l *line) settle(votes [4]float64) {
	best, most := 0, 0.0
	for way, read := range l.read {
		weight := read.sureness
		if votes[way] == slices.Max(votes[:]) {
			weight += 0.15
		}
		if read.letters > 0 && weight > most {
			best, most = way, weight
		}
	}
	l.way, l.reading = best, l.read[best]
}

func (r *Reader) decode(input onnx.Tensor) (reading, error) {
	out, err := r.reader.Run(input)
	if err != nil {
		return reading{}, fmt.Errorf("read words: %w", err)
	}
	if len(out) != 1 || len(out[0].Shape) != 3 || out[0].Shape[2] != r.letters.space+1 {
		return reading{}, errors.New("read words: the network knows other characters than its file names")
	}
	return r.letters.spell(out[0].Floats, out[0].Shape[2]), nil
}
