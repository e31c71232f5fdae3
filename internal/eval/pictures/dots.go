package pictures

import (
	"image"
	"math/rand/v2"

	"golang.org/x/image/draw"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// dotFace is a typeface of dots, each so many pixels wide, as old screens and printers of labels have.
type dotFace struct {
	font.Face

	wide int
}

// dotted is how wide the dots are; mostly there are none.
func dotted(r *rand.Rand) int {
	if r.IntN(4) > 0 {
		return 0
	}
	return 2
}

// Glyph implements font.Face.
func (f dotFace) Glyph(dot fixed.Point26_6, r rune) (at image.Rectangle, mask image.Image, from image.Point, advance fixed.Int26_6, ok bool) {
	small, mask, from, advance, ok := f.Face.Glyph(fixed.Point26_6{}, r)
	if !ok {
		return at, nil, from, 0, false
	}
	large := image.NewAlpha(image.Rectangle{Max: small.Size().Mul(f.wide)})
	draw.NearestNeighbor.Scale(large, large.Rect, mask, image.Rectangle{from, from.Add(small.Size())}, draw.Src, nil)
	at = large.Rect.Add(small.Min.Mul(f.wide)).Add(image.Pt(dot.X.Round(), dot.Y.Round()))
	return at, large, image.Point{}, advance * fixed.Int26_6(f.wide), true
}

// GlyphBounds implements font.Face.
func (f dotFace) GlyphBounds(r rune) (fixed.Rectangle26_6, fixed.Int26_6, bool) {
	b, advance, ok := f.Face.GlyphBounds(r)
	n := fixed.Int26_6(f.wide)
	return fixed.Rectangle26_6{Min: fixed.Point26_6{X: b.Min.X * n, Y: b.Min.Y * n}, Max: fixed.Point26_6{X: b.Max.X * n, Y: b.Max.Y * n}}, advance * n, ok
}

// GlyphAdvance implements font.Face.
func (f dotFace) GlyphAdvance(r rune) (fixed.Int26_6, bool) {
	advance, ok := f.Face.GlyphAdvance(r)
	return advance * fixed.Int26_6(f.wide), ok
}

// Kern implements font.Face.
func (f dotFace) Kern(rune, rune) fixed.Int26_6 { return 0 }
