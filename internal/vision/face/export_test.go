package face

import (
	"image"

	"bedside/internal/vision/onnx"
)

// Show is what the network is shown of a part of a picture.
func Show(picture *image.RGBA, part image.Rectangle, side int) onnx.Tensor {
	return show(picture, part, side).tensor
}

// Read is what is made of the network's outputs for that part.
func Read(picture *image.RGBA, part image.Rectangle, side int, out []onnx.Tensor) ([]image.Rectangle, error) {
	found, err := show(picture, part, side).read(out)
	var boxes []image.Rectangle
	for _, c := range distinct(found) {
		boxes = append(boxes, c.box())
	}
	return boxes, err
}

// Likely is a candidate for tests: a box and its score.
type Likely struct {
	Box   image.Rectangle
	Score float32
}

func candidates(likely []Likely) []candidate {
	var all []candidate
	for _, l := range likely {
		all = append(all, candidate{float64(l.Box.Min.X), float64(l.Box.Min.Y), float64(l.Box.Max.X), float64(l.Box.Max.Y), l.Score})
	}
	return all
}

// Parts are where a picture is looked at from near.
func Parts(likely []Likely, bounds image.Rectangle, scale float64) []image.Rectangle {
	return parts(candidates(likely), bounds, scale)
}

// Faces are the faces of both looks.
func Faces(seen, closer []Likely, bounds image.Rectangle) []Face {
	return faces(candidates(seen), candidates(closer), bounds)
}
