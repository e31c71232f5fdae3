package pictures

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/datamatrix"
	"github.com/makiuchi-d/gozxing/oned"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// code draws a code with its quiet zone, black on white, and returns its right edge. Matrix codes are as wide as high.
func (s *sheet) code(r *rand.Rand, at image.Point, kind, text string, height int) int {
	var w gozxing.Writer
	var format gozxing.BarcodeFormat
	width := height
	switch kind {
	case "qr":
		w, format = qrcode.NewQRCodeWriter(), gozxing.BarcodeFormat_QR_CODE
	case "datamatrix":
		w, format = datamatrix.NewDataMatrixWriter(), gozxing.BarcodeFormat_DATA_MATRIX
	default:
		w, format = oned.NewCode128Writer(), gozxing.BarcodeFormat_CODE_128
		width = 300 + r.IntN(60)
	}
	m, err := w.Encode(text, format, width, height, nil)
	if err != nil {
		panic("pictures: a code that cannot be drawn: " + err.Error())
	}
	box := image.Rect(at.X, at.Y, at.X+m.GetWidth(), at.Y+m.GetHeight())
	s.fill(box.Inset(-10), color.White)
	ink := image.Rectangle{}
	for y := range m.GetHeight() {
		for x := range m.GetWidth() {
			if m.Get(x, y) {
				dot := image.Rect(at.X+x, at.Y+y, at.X+x+1, at.Y+y+1)
				s.fill(dot, color.Black)
				ink = ink.Union(dot)
			}
		}
	}
	s.codes = append(s.codes, Code{kind, text, ink})
	return box.Max.X
}

// wave draws a curve as monitors do.
func (s *sheet) wave(r *rand.Rand, in image.Rectangle, c color.Color) {
	period, height := 60+r.Float64()*80, float64(in.Dy())*0.4
	last := in.Min.Y + in.Dy()/2
	for x := in.Min.X; x < in.Max.X; x++ {
		t := math.Mod(float64(x), period) / period
		y := in.Min.Y + in.Dy()/2 - int(height*(math.Exp(-900*(t-0.3)*(t-0.3))-0.25*math.Exp(-300*(t-0.38)*(t-0.38))+0.25*math.Exp(-120*(t-0.6)*(t-0.6))))
		s.fill(image.Rect(x, min(y, last), x+2, max(y, last)+3), c)
		last = y
	}
}

// disc fills an ellipse.
func (s *sheet) disc(in image.Rectangle, c color.Color) {
	cx, cy := float64(in.Min.X+in.Max.X)/2, float64(in.Min.Y+in.Max.Y)/2
	rx, ry := float64(in.Dx())/2, float64(in.Dy())/2
	for y := in.Min.Y; y < in.Max.Y; y++ {
		half := rx * math.Sqrt(max(0, 1-(float64(y)-cy)*(float64(y)-cy)/(ry*ry)))
		s.fill(image.Rect(int(cx-half), y, int(cx+half)+1, y+1), c)
	}
}

// portrait is a person on a badge, as a sign for one: no features.
func (s *sheet) portrait(r *rand.Rand, in image.Rectangle) {
	s.fill(in, tint(r, 170, 210))
	w, h := in.Dx(), in.Dy()
	skin := color.RGBA{uint8(110 + r.IntN(120)), uint8(80 + r.IntN(90)), uint8(60 + r.IntN(80)), 255}
	s.disc(image.Rect(in.Min.X+w/3, in.Min.Y+h/7, in.Max.X-w/3, in.Min.Y+h/2+h/10), skin)
	s.disc(image.Rect(in.Min.X+w/8, in.Min.Y+h*6/10, in.Max.X-w/8, in.Max.Y+h/3).Intersect(in), tint(r, 40, 140))
}

// bones draws what an X-ray shows, roughly: bright bands and ribs on black.
func (s *sheet) bones(r *rand.Rand) {
	b := s.picture.Bounds()
	turn := r.Float64() * 2
	for y := 150; y < b.Dy()-130; y++ {
		for x := 100; x < b.Dx()-100; x++ {
			dx, dy := (float64(x)-500)/420, (float64(y)-500)/430
			v := 120 * math.Exp(-dx*dx*1.4-dy*dy*1.2)
			v += 80 * math.Exp(-dx*dx*60)                                                        // spine
			v += 45 * max(0, math.Sin(dy*22+math.Abs(dx)*4+turn)) * math.Exp(-dx*dx*2.5-dy*dy*3) // ribs
			s.picture.SetRGBA(x, y, color.RGBA{uint8(min(v, 235)), uint8(min(v, 235)), uint8(min(v, 240)), 255})
		}
	}
}
