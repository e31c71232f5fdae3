package word

import (
	"context"
	"fmt"
	"image"
	"math"

	"golang.org/x/image/draw"

	"bedside/internal/vision/onnx"
)

// line is a line of words, as found and then as read.
type line struct {
	tilted

	reading // the one that was settled upon

	score float64 // how sure the first network is
	box   image.Rectangle
	tried bool       // it was read, or at least there was time to try
	read  [4]reading // by quarter turns; empty where it was not tried
	way   int        // the quarter turns of the reading
}

// How the picture is shown to the network that marks words, and what counts as marked.
const (
	longest  = 960 // the longer side of what is shown, at most
	shortest = 480 // and at least, as small pictures have small words
	multiple = 32  // both sides are a multiple of it
	marked   = 0.2 // the least of a dot that belongs to a line
	certain  = 0.4 // the least mean of a line
	growth   = 1.5
	thinnest = 3.0 // dots of the shown picture
)

// find marks the lines of a picture.
func (r *Reader) find(ctx context.Context, picture *image.RGBA) ([]line, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	input, scale := shown(picture)
	out, err := r.finder.Run(input)
	if err != nil {
		return nil, fmt.Errorf("find words: %w", err)
	}
	height, width := input.Shape[2], input.Shape[3]
	if len(out) != 1 || len(out[0].Floats) != width*height {
		return nil, fmt.Errorf("find words: the network gave no map of the picture")
	}
	m := &heat{width, height, out[0].Floats}
	var lines []line
	for _, t := range m.lines() {
		t.tilted = t.tilted.grown(growth).scaled(1 / scale)
		t.box = t.tilted.box()
		lines = append(lines, t)
	}
	return largestFirst(lines), nil
}

// shown is the picture as the network takes it: no larger than it needs to be, in multiples, colours around their means.
func shown(picture *image.RGBA) (onnx.Tensor, float64) {
	w, h := picture.Rect.Dx(), picture.Rect.Dy()
	scale := 1.0
	switch long := max(w, h); {
	case long > longest:
		scale = longest / float64(long)
	case long < shortest:
		scale = min(2, shortest/float64(long))
	}
	sw, sh := max(1, int(math.Round(float64(w)*scale))), max(1, int(math.Round(float64(h)*scale)))
	small := picture
	if sw != w || sh != h {
		small = image.NewRGBA(image.Rect(0, 0, sw, sh))
		draw.BiLinear.Scale(small, small.Rect, picture, picture.Rect, draw.Src, nil)
	}
	return normal(small), scale
}

// normal is a picture as three planes of numbers around zero, as the network was taught; what is added at the right and below is grey.
func normal(m *image.RGBA) onnx.Tensor {
	w, h := m.Rect.Dx(), m.Rect.Dy()
	width, height := (w+multiple-1)/multiple*multiple, (h+multiple-1)/multiple*multiple
	t := onnx.Tensor{Shape: []int{1, 3, height, width}, Floats: make([]float32, 3*height*width)}
	mean, deviation := [3]float32{0.485, 0.456, 0.406}, [3]float32{0.229, 0.224, 0.225}
	for c := range 3 {
		// The network was taught with blue first, and with these means for it.
		var value [256]float32
		for v := range value {
			value[v] = (float32(v)/255 - mean[c]) / deviation[c]
		}
		plane := t.Floats[c*height*width:]
		for y := range h {
			row := m.Pix[y*m.Stride+2-c:]
			out := plane[y*width : y*width+w]
			for x := range out {
				out[x] = value[row[4*x]]
			}
		}
	}
	return t
}
