// Command scene draws the pictures of the examples: a card on a cot, a label on a film, a shirt in a bar. Everybody in them is invented.
// Run it in the folder that they belong to; start at main.
package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"bedside/internal/whole"
)

// card is a sheet with rows of words.
type card struct {
	at    image.Rectangle
	paper color.RGBA
	ink   color.RGBA
	size  float64
	rows  []string
}

// scene is a picture of a background with cards on it.
type scene struct {
	name   string
	size   image.Point
	ground func(x, y int) color.RGBA
	cards  []card
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "scene:", err)
		os.Exit(1)
	}
}

func run() error {
	face, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return err
	}
	for _, s := range scenes() {
		b, err := s.draw(face)
		if err != nil {
			return err
		}
		if err := whole.WriteFile(s.name, b, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func grey(v int) color.RGBA { return color.RGBA{R: uint8(v), G: uint8(v), B: uint8(v), A: 255} } //nolint:gosec // below 256

func scenes() []scene {
	white, black := grey(250), grey(20)
	return []scene{
		{"s4-cot-card.png", image.Pt(900, 640), stripes, []card{
			{image.Rect(250, 180, 700, 440), white, black, 40, []string{"Baby OYELARAN", "DOB 14/02/2026 06:12", "MRN 00719284", "Cot 3"}},
		}},
		{"s3-film.png", image.Pt(800, 800), film, []card{
			{image.Rect(20, 20, 420, 160), grey(12), grey(235), 30, []string{"REID, Thomas", "DOB 03/11/1962", "MRN 00482913"}},
			{image.Rect(690, 20, 780, 80), grey(12), grey(235), 40, []string{"R"}},
		}},
		{"s7-shirt.png", image.Pt(900, 700), bar, []card{
			{image.Rect(220, 220, 700, 480), color.RGBA{R: 30, G: 60, B: 110, A: 255}, white, 46, []string{"LARKFIELD", "SCHOOL OF", "MEDICINE"}},
		}},
	}
}

// stripes is a blanket.
func stripes(x, y int) color.RGBA {
	switch (x + y/3) / 45 % 4 {
	case 0:
		return color.RGBA{R: 232, G: 160, B: 170, A: 255}
	case 2:
		return color.RGBA{R: 150, G: 190, B: 225, A: 255}
	default:
		return color.RGBA{R: 245, G: 240, B: 230, A: 255}
	}
}

// film is a dark field with a bright middle.
func film(x, y int) color.RGBA {
	dx, dy := x-400, y-430
	return grey(max(12, 190-(dx*dx/2+dy*dy/4)/420))
}

// bar is a dim wall with shelves.
func bar(x, y int) color.RGBA {
	if y%180 < 14 {
		return color.RGBA{R: 70, G: 44, B: 28, A: 255}
	}
	return color.RGBA{R: uint8(90 + x/18), G: uint8(58 + y/22), B: 40, A: 255} //nolint:gosec // below 256
}

func (s *scene) draw(f *opentype.Font) ([]byte, error) {
	p := image.NewRGBA(image.Rectangle{Max: s.size})
	for y := range s.size.Y {
		for x := range s.size.X {
			p.SetRGBA(x, y, s.ground(x, y))
		}
	}
	for i := range s.cards {
		if err := s.cards[i].draw(p, f); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, p)
	return b.Bytes(), err
}

func (c *card) draw(p *image.RGBA, f *opentype.Font) error {
	draw.Draw(p, c.at, image.NewUniform(c.paper), image.Point{}, draw.Src)
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: c.size, DPI: 72})
	if err != nil {
		return err
	}
	d := font.Drawer{Dst: p, Src: image.NewUniform(c.ink), Face: face}
	for i, row := range c.rows {
		d.Dot = fixed.P(c.at.Min.X+24, c.at.Min.Y+20+int(c.size*(1+1.4*float64(i))))
		d.DrawString(row)
	}
	return nil
}
