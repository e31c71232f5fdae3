package pictures

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// shot is how a picture is taken of a sheet.
type shot struct {
	width, height    int
	corners          [4]point // where those of the sheet come to lie
	contrast, bright float64
	slope            point // light that falls from one side
	blur, noise      float64
	quality          int
}

type point struct{ x, y float64 }

// photograph takes a picture of a sheet: tilted, from one side, in bad light, a little out of focus, in JPEG. One in nine lies on its side.
func photograph(r *rand.Rand, s *sheet) (Picture, error) {
	if r.IntN(9) == 0 && !s.rigid {
		s = s.turned()
	}
	t := aim(r, s)
	back := surface(r, t.width, t.height)
	if s.screen {
		dim(back, 0.35)
	}
	m := between(s.picture.Bounds(), t.corners)
	lay(back, s.picture, m.inverse())
	t.develop(r, back)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, back, &jpeg.Options{Quality: t.quality}); err != nil {
		return Picture{}, err
	}
	return s.truth(m, b.Bytes()), nil
}

// aim decides how the sheet lies in the picture and how the camera did.
func aim(r *rand.Rand, s *sheet) shot {
	w, h := float64(s.picture.Bounds().Dx()), float64(s.picture.Bounds().Dy())
	if s.rigid {
		return shot{int(w), int(h), [4]point{{0, 0}, {w, 0}, {w, h}, {0, h}}, 0.9 + 0.1*r.Float64(), 0, point{}, 0, 1 + 2*r.Float64(), 70 + r.IntN(28)}
	}
	scale := 0.8 + 0.35*r.Float64()
	angle := (r.Float64()*2 - 1) * 0.25 // about fourteen degrees
	squeeze := 0.06 * r.Float64()       // how much smaller the far side is
	t := shot{contrast: 0.38 + 0.57*r.Float64(), bright: (r.Float64()*2 - 1) * 20, slope: point{r.Float64()*90 - 45, r.Float64()*70 - 35}, blur: 0.3 + 0.8*r.Float64(), noise: 2 + 7*r.Float64(), quality: 55 + r.IntN(38)}
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for i, c := range [4]point{{-w / 2, -h / 2}, {w / 2, -h / 2}, {w / 2, h / 2}, {-w / 2, h / 2}} {
		if i < 2 {
			c.x *= 1 - squeeze
		} else {
			c.x *= 1 + squeeze
		}
		sin, cos := math.Sincos(angle)
		c = point{(c.x*cos - c.y*sin) * scale, (c.x*sin + c.y*cos) * scale}
		t.corners[i] = c
		low, high = point{min(low.x, c.x), min(low.y, c.y)}, point{max(high.x, c.x), max(high.y, c.y)}
	}
	edge := 20 + 120*r.Float64()
	for i := range t.corners {
		t.corners[i].x += edge - low.x
		t.corners[i].y += edge - low.y
	}
	t.width, t.height = int(high.x-low.x+2*edge), int(high.y-low.y+2*edge)
	return t
}

// truth says where words, identifiers and codes came to lie.
func (s *sheet) truth(m projection, data []byte) Picture {
	p := Picture{JPEG: data}
	for _, w := range s.words {
		p.Words = append(p.Words, Word{w.text, w.line, m.box(w.box)})
	}
	for _, g := range s.planted {
		one := Planted{Kind: g.kind, Text: g.text}
		for _, w := range p.Words[g.from:g.to] {
			one.Boxes = append(one.Boxes, w.Box)
		}
		p.Planted = append(p.Planted, one)
	}
	for _, c := range s.codes {
		c.Box = m.box(c.Box)
		p.Codes = append(p.Codes, c)
	}
	return p
}

// turned lays the sheet on its left side.
func (s *sheet) turned() *sheet {
	b := s.picture.Bounds()
	t := &sheet{picture: image.NewRGBA(image.Rect(0, 0, b.Dy(), b.Dx())), planted: s.planted, lines: s.lines, screen: s.screen}
	for y := range b.Dy() {
		for x := range b.Dx() {
			t.picture.SetRGBA(y, b.Dx()-1-x, s.picture.RGBAAt(x, y))
		}
	}
	turn := func(r image.Rectangle) image.Rectangle {
		return image.Rect(r.Min.Y, b.Dx()-r.Max.X, r.Max.Y, b.Dx()-r.Min.X)
	}
	for _, w := range s.words {
		t.words = append(t.words, mark{w.text, w.line, turn(w.box)})
	}
	for _, c := range s.codes {
		t.codes = append(t.codes, Code{c.Kind, c.Text, turn(c.Box)})
	}
	return t
}

// develop gives a picture the light, the focus and the grain of the shot.
func (t shot) develop(r *rand.Rand, m *image.RGBA) {
	if t.blur > 0 {
		soften(m, t.blur)
	}
	for y := range t.height {
		for x := range t.width {
			light := t.bright + t.slope.x*(float64(x)/float64(t.width)-0.5) + t.slope.y*(float64(y)/float64(t.height)-0.5)
			grain := (r.Float64() + r.Float64() - 1) * t.noise * 1.7
			i := m.PixOffset(x, y)
			for c := range 3 {
				v := 128 + (float64(m.Pix[i+c])-128)*t.contrast + light + grain
				m.Pix[i+c] = uint8(max(0, min(255, v)))
			}
		}
	}
}

func dim(m *image.RGBA, by float64) {
	for i := range m.Pix {
		if i%4 != 3 {
			m.Pix[i] = uint8(float64(m.Pix[i]) * by)
		}
	}
}

// soften is a Gaussian of the given width, across and down.
func soften(m *image.RGBA, sigma float64) {
	radius := int(3*sigma) + 1
	kernel := make([]float64, 2*radius+1)
	sum := 0.0
	for i := range kernel {
		d := float64(i - radius)
		kernel[i] = math.Exp(-d * d / (2 * sigma * sigma))
		sum += kernel[i]
	}
	w, h := m.Bounds().Dx(), m.Bounds().Dy()
	pass := func(length, lines, step, next int) {
		line := make([]float64, length)
		for l := range lines {
			for c := range 3 {
				at := func(i int) *uint8 { return &m.Pix[l*next+max(0, min(length-1, i))*step+c] }
				for i := range length {
					line[i] = 0
					for k, weight := range kernel {
						line[i] += weight / sum * float64(*at(i + k - radius))
					}
				}
				for i := range length {
					*at(i) = uint8(line[i] + 0.5)
				}
			}
		}
	}
	pass(w, h, 4, m.Stride)
	pass(h, w, m.Stride, 4)
}

// lay puts a sheet into a picture; back leads from the picture to the sheet.
func lay(m, sheet *image.RGBA, back projection) {
	b := sheet.Bounds()
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			p := back.at(point{float64(x) + 0.5, float64(y) + 0.5})
			if p.x >= 0.5 && p.y >= 0.5 && p.x < float64(b.Dx())-0.5 && p.y < float64(b.Dy())-0.5 {
				m.SetRGBA(x, y, blend(sheet, p.x-0.5, p.y-0.5))
			}
		}
	}
}

// blend mixes the four dots around a place.
func blend(m *image.RGBA, x, y float64) color.RGBA {
	x0, y0 := int(x), int(y)
	fx, fy := x-float64(x0), y-float64(y0)
	i := m.PixOffset(x0, y0)
	right, below := 4, m.Stride
	if x0+1 >= m.Bounds().Dx() {
		right = 0
	}
	if y0+1 >= m.Bounds().Dy() {
		below = 0
	}
	var c [3]uint8
	for k := range c {
		p := func(o int) float64 { return float64(m.Pix[i+o+k]) }
		c[k] = uint8((p(0)*(1-fx)+p(right)*fx)*(1-fy) + (p(below)*(1-fx)+p(below+right)*fx)*fy + 0.5)
	}
	return color.RGBA{c[0], c[1], c[2], 255}
}
