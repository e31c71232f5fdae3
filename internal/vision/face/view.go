package face

import (
	"image"

	"bedside/internal/vision/onnx"
)

// view is a part of a picture as the network is shown it: made small, and filled up with black to whole strides.
type view struct {
	part   image.Rectangle
	scale  float64 // pixels of the view for one of the picture
	tensor onnx.Tensor
}

// even is what the sides of a view are multiples of: the network halves them five times.
const even = 32

// show makes the view of a part, at most so many pixels long.
func show(picture *image.RGBA, part image.Rectangle, side int) *view {
	v := &view{part: part, scale: min(1, float64(side)/float64(max(part.Dx(), part.Dy())))}
	width := max(1, int(float64(part.Dx())*v.scale+.5))
	height := max(1, int(float64(part.Dy())*v.scale+.5))
	columns, rows := (width+even-1)/even*even, (height+even-1)/even*even
	v.tensor = onnx.Tensor{Shape: []int{1, 3, rows, columns}, Floats: make([]float32, 3*rows*columns)}
	shrink(v.tensor.Floats, picture, part, width, height, columns, rows*columns)
	return v
}

// place turns a box of the view into one of the picture.
func (v *view) place(left, top, right, bottom float64) candidate {
	x, y := float64(v.part.Min.X), float64(v.part.Min.Y)
	return candidate{
		left: max(x, x+left/v.scale), top: max(y, y+top/v.scale),
		right: min(float64(v.part.Max.X), x+right/v.scale), bottom: min(float64(v.part.Max.Y), y+bottom/v.scale),
	}
}

// span is the share that a pixel has in two neighbours of the smaller picture.
type span struct {
	to           int
	first, other float32
}

// spans deals out in pixels to out places by area.
func spans(in, out int) []span {
	s := make([]span, in)
	ratio := float64(out) / float64(in)
	for i := range s {
		start, end := float64(i)*ratio, float64(i+1)*ratio
		to := min(int(start), out-1)
		border := float64(to + 1)
		s[i] = span{to: to, first: float32(min(end, border) - start)}
		if end > border && to+1 < out {
			s[i].other = float32(end - border)
		}
	}
	return s
}

// shrink makes a part of a picture smaller by the mean of what falls together: planes of red, green and blue.
func shrink(planes []float32, picture *image.RGBA, part image.Rectangle, width, height, columns, plane int) {
	across, down := spans(part.Dx(), width), spans(part.Dy(), height)
	line := make([]float32, 3*(width+1))
	for y, share := range down {
		clear(line)
		at := picture.PixOffset(part.Min.X, part.Min.Y+y)
		sumLine(line, picture.Pix[at:at+4*part.Dx()], across)
		for channel := range 3 {
			to := planes[channel*plane+share.to*columns:]
			for x := range width {
				to[x] += share.first * line[3*x+channel]
			}
			if share.other > 0 {
				next := to[columns:]
				for x := range width {
					next[x] += share.other * line[3*x+channel]
				}
			}
		}
	}
}

// sumLine sums a line of pixels into fewer places.
func sumLine(line []float32, pixels []byte, across []span) {
	for i, s := range across {
		p := pixels[4*i : 4*i+3]
		to := line[3*s.to : 3*s.to+6]
		red, green, blue := float32(p[0]), float32(p[1]), float32(p[2])
		to[0] += s.first * red
		to[1] += s.first * green
		to[2] += s.first * blue
		to[3] += s.other * red
		to[4] += s.other * green
		to[5] += s.other * blue
	}
}
