package faces

import (
	"image"
	"image/color"
	"image/draw"
	"slices"

	"golang.org/x/image/vector"
)

// masked draws a mask of a colour on every face: from the bridge of the nose to below the chin, with folds and ear loops.
func masked(p photograph, colour color.RGBA) photograph {
	pixels := *p.pixels
	pixels.Pix = slices.Clone(p.pixels.Pix)
	p.pixels = &pixels
	fold := color.RGBA{colour.R / 8 * 7, colour.G / 8 * 7, colour.B / 8 * 7, 255}
	for _, f := range p.faces {
		area(&pixels, f, color.RGBA{240, 240, 240, 255}, [][2]float32{{-.03, .4}, {.1, .5}, {.1, .53}})
		area(&pixels, f, color.RGBA{240, 240, 240, 255}, [][2]float32{{1.03, .4}, {.9, .5}, {.9, .53}})
		area(&pixels, f, colour, [][2]float32{{.08, .52}, {.3, .46}, {.5, .42}, {.7, .46}, {.92, .52}, {.9, .78}, {.72, .97}, {.5, 1.02}, {.28, .97}, {.1, .78}})
		for _, y := range []float32{.6, .7, .8} {
			area(&pixels, f, fold, [][2]float32{{.1, y}, {.5, y + .03}, {.9, y}, {.9, y + .015}, {.5, y + .045}, {.1, y + .015}})
		}
	}
	return p
}

// area fills a polygon whose corners are shares of a box.
func area(p *image.RGBA, box image.Rectangle, c color.Color, corners [][2]float32) {
	around := box.Inset(-box.Dx() / 4).Intersect(p.Bounds())
	if around.Empty() {
		return
	}
	r := vector.NewRasterizer(around.Dx(), around.Dy())
	for i, corner := range corners {
		x := float32(box.Min.X-around.Min.X) + corner[0]*float32(box.Dx())
		y := float32(box.Min.Y-around.Min.Y) + corner[1]*float32(box.Dy())
		if i == 0 {
			r.MoveTo(x, y)
		} else {
			r.LineTo(x, y)
		}
	}
	r.ClosePath()
	r.DrawOp = draw.Over
	r.Draw(p, around, image.NewUniform(c), image.Point{})
}

// maskColours are those of surgical and other masks.
func maskColours() map[string]color.RGBA {
	return map[string]color.RGBA{"blue": {150, 190, 215, 255}, "white": {235, 240, 240, 255}, "green": {120, 170, 150, 255}, "black": {30, 30, 35, 255}}
}
