package face

import (
	"cmp"
	"errors"
	"image"
	"math"
	"slices"

	"bedside/internal/vision/onnx"
)

// candidate is what may be a face, in pixels of the picture.
type candidate struct {
	left, top, right, bottom float64
	score                    float32
}

func (c candidate) width() float64  { return c.right - c.left }
func (c candidate) height() float64 { return c.bottom - c.top }

func (c candidate) box() image.Rectangle {
	return image.Rect(int(math.Round(c.left)), int(math.Round(c.top)), int(math.Round(c.right)), int(math.Round(c.bottom)))
}

// covers says whether two candidates share so much of their area that they are one face.
func (c candidate) covers(d candidate) bool {
	width := min(c.right, d.right) - max(c.left, d.left)
	height := min(c.bottom, d.bottom) - max(c.top, d.top)
	if width <= 0 || height <= 0 {
		return false
	}
	shared := width * height
	return shared > .3*(c.width()*c.height()+d.width()*d.height()-shared)
}

// stride is how many pixels lie between the places that the network has a say for.
const stride = 4

// maxCandidates bounds what is compared with each other in one look.
const maxCandidates = 1000

var errOutputs = errors.New("faces: the network's outputs are not those of CenterFace")

// read makes candidates of the network's outputs: how likely the middle of a face is here, its size, and where exactly it lies.
func (v *view) read(out []onnx.Tensor) ([]candidate, error) {
	if len(out) < 3 || len(out[0].Shape) != 4 || out[0].Shape[1] != 1 {
		return nil, errOutputs
	}
	rows, columns := out[0].Shape[2], out[0].Shape[3]
	places := rows * columns
	likely, size, offset := out[0].Floats, out[1].Floats, out[2].Floats
	if len(likely) != places || len(size) != 2*places || len(offset) != 2*places {
		return nil, errOutputs
	}
	var at []int
	for i, score := range likely {
		if score >= doubtful {
			at = append(at, i)
		}
	}
	slices.SortStableFunc(at, func(i, j int) int { return cmp.Compare(likely[j], likely[i]) })
	var found []candidate
	for _, i := range at[:min(len(at), maxCandidates)] {
		y := (float64(i/columns) + float64(offset[i]) + .5) * stride
		x := (float64(i%columns) + float64(offset[places+i]) + .5) * stride
		height := math.Exp(float64(size[i])) * stride
		width := math.Exp(float64(size[places+i])) * stride
		c := v.place(x-width/2, y-height/2, x+width/2, y+height/2)
		if c.score = likely[i]; c.width() >= 1 && c.height() >= 1 {
			found = append(found, c)
		}
	}
	return found, nil
}
