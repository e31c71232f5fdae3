package code

import (
	"cmp"
	"image"
	"math"
	"slices"
)

// matrices finds codes of squares. QR codes are looked for in the whole picture, because they show where they are; of the others the
// decoders must be shown the place: patches full of edges in two directions, about as wide as high.
func (s *search) matrices() {
	s.quickResponse()
	for _, c := range s.grids {
		for _, r := range c.checked() {
			if s.ctx.Err() != nil {
				return
			}
			if !s.known(r) {
				s.square(r)
			}
		}
	}
}

// quickResponse finds all QR codes that their decoder sees, in the picture at two sizes.
func (s *search) quickResponse() {
	last := 0
	for _, size := range []int{1000, 1700} {
		scale := scaleTo(s.full, size)
		if scale == last || s.ctx.Err() != nil {
			return
		}
		last = scale
		for _, f := range decodeAllQR(s.full.shrunk(scale)) {
			b := f.where
			b = b.Inset(-max(b.Dx(), b.Dy()) / 4) // the points are the middles of the corner squares
			s.add("qr", f.text, image.Rect(b.Min.X*scale, b.Min.Y*scale, b.Max.X*scale, b.Max.Y*scale))
		}
	}
}

// checked lists places where a matrix code could be, the fullest first.
func (c *cells) checked() []image.Rectangle {
	take := func(e cell) bool { return e.energy() >= 2*busy }
	type place struct {
		box  image.Rectangle
		full float64
	}
	var places []place
	for _, p := range c.patches(take, func(*patch, cell) bool { return true }) {
		b := image.Rectangle{}
		for _, i := range p.cells {
			x, y := i%c.width, i/c.width
			b = b.Union(image.Rect(x, y, x+1, y+1))
		}
		full := float64(len(p.cells)) / float64(b.Dx()*b.Dy())
		long, short := max(b.Dx(), b.Dy()), min(b.Dx(), b.Dy())
		if short >= 3 && long <= 2*short && full >= 0.45 && p.sum.coherence() < 0.5 {
			f := side * c.scale
			places = append(places, place{image.Rect(b.Min.X*f, b.Min.Y*f, b.Max.X*f, b.Max.Y*f), full * math.Sqrt(float64(len(p.cells)))})
		}
	}
	slices.SortStableFunc(places, func(a, b place) int { return cmp.Compare(b.full, a.full) })
	out := make([]image.Rectangle, 0, most)
	for _, p := range places[:min(len(places), most)] {
		out = append(out, p.box)
	}
	return out
}

// square tries to read one place, with a little around it.
func (s *search) square(b image.Rectangle) {
	half := float64(max(b.Dx(), b.Dy())) / 2 * 1.25
	r := slanted{float64(b.Min.X+b.Max.X) / 2, float64(b.Min.Y+b.Max.Y) / 2, 0, half, half}
	dots := max(120, min(480, int(2*half*1.5)))
	if kind, text, ok := decodeMatrix(s.full.cut(r, dots, dots)); ok {
		s.add(kind, text, b)
	}
}
