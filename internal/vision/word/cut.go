package word

import (
	"image"
	"math"

	"bedside/internal/vision/onnx"
)

// What the second network takes: lines of this height, no longer than that.
const (
	tall        = 48
	longestLine = 2400
	least       = 48
)

// cut takes a line out of the picture, upright, as the network takes it: blue, green and red from -1 to 1.
func cut(picture *image.RGBA, t tilted) onnx.Tensor {
	width := int(math.Ceil(tall * t.length / t.height))
	width = max(least, min(longestLine, (width+7)/8*8))
	out := onnx.Tensor{Shape: []int{1, 3, tall, width}, Floats: make([]float32, 3*tall*width)}
	sin, cos := math.Sincos(t.angle)
	stepX, stepY := t.length/float64(width), t.height/tall
	times := max(1, int(math.Ceil(min(stepX, stepY)-0.25))) // a dot of the line is the mean of so many squared of the picture
	share := 1 / float32(times*times)
	for y := range tall {
		for x := range width {
			var sum [3]float32
			for k := range times * times {
				u := (float64(x)+(float64(k%times)+0.5)/float64(times))*stepX - t.length/2
				v := (float64(y)+(float64(k/times)+0.5)/float64(times))*stepY - t.height/2
				add(&sum, picture, t.x+u*cos-v*sin-0.5, t.y+u*sin+v*cos-0.5)
			}
			for c := range 3 {
				out.Floats[(c*tall+y)*width+x] = sum[2-c]*share/127.5 - 1
			}
		}
	}
	return out
}

// add adds the colour between four dots; beyond the edge it is that of the edge.
func add(sum *[3]float32, m *image.RGBA, x, y float64) {
	x, y = max(0, min(float64(m.Rect.Dx()-1), x)), max(0, min(float64(m.Rect.Dy()-1), y))
	x0, y0 := int(x), int(y)
	fx, fy := float32(x-float64(x0)), float32(y-float64(y0))
	right, below := 4, m.Stride
	if x0+1 >= m.Rect.Dx() {
		right = 0
	}
	if y0+1 >= m.Rect.Dy() {
		below = 0
	}
	i := y0*m.Stride + 4*x0
	for c := range 3 {
		top := float32(m.Pix[i+c])*(1-fx) + float32(m.Pix[i+right+c])*fx
		bottom := float32(m.Pix[i+below+c])*(1-fx) + float32(m.Pix[i+below+right+c])*fx
		sum[c] += top*(1-fy) + bottom*fy
	}
}
