package media

import (
	"image"
	"image/draw"
)

// newPicture turns a decoded picture as its orientation says, lays it on white, and shrinks one of very many pixels.
func newPicture(p image.Image, orientation int) *Picture {
	width, height := p.Bounds().Dx(), p.Bounds().Dy()
	scale := scaleOf(int64(width) * int64(height))
	small := image.Pt((width+scale-1)/scale, (height+scale-1)/scale)
	t := turning(orientation, small)
	out := &Picture{Pixels: image.NewRGBA(image.Rectangle{Max: t.size}), Width: width, Height: height, Scale: scale}
	if t.size != small || orientation > 4 {
		out.Width, out.Height = height, width
	}
	o, opaque := p.(interface{ Opaque() bool })
	opaque = opaque && o.Opaque()
	strip := image.NewRGBA(image.Rect(0, 0, width, 8*scale))
	for y := 0; y < small.Y; y += 8 {
		lay(strip, p, y*scale, opaque)
		rows := min(8, small.Y-y)
		if scale > 1 {
			shrink(strip, small.X, rows, height-y*scale)
		}
		for row := range rows {
			t.write(out.Pixels, strip.Pix[row*strip.Stride:], y+row, small.X)
		}
	}
	return out
}

// lay draws some rows of a picture, one that lets through what is behind it on white.
func lay(strip *image.RGBA, p image.Image, y int, opaque bool) {
	at := p.Bounds().Min.Add(image.Pt(0, y))
	if opaque {
		draw.Draw(strip, strip.Rect, p, at, draw.Src)
		return
	}
	draw.Draw(strip, strip.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(strip, strip.Rect, p, at, draw.Over)
}

// shrink averages squares of four pixels into the upper left of a strip. Where the picture ends in the middle of a square, its last
// row or column counts twice.
func shrink(strip *image.RGBA, width, rows, left int) {
	for y := range rows {
		upper, lower := strip.Pix[2*y*strip.Stride:], strip.Pix[2*y*strip.Stride:]
		if 2*y+1 < left {
			lower = strip.Pix[(2*y+1)*strip.Stride:]
		}
		to := strip.Pix[y*strip.Stride:]
		for x := range width {
			a, b := 8*x, min(8*x+4, 4*(strip.Rect.Dx()-1))
			for c := range 4 {
				to[4*x+c] = byte((int(upper[a+c]) + int(upper[b+c]) + int(lower[a+c]) + int(lower[b+c]) + 2) / 4)
			}
		}
	}
}

// turn maps pixels of a picture as it is stored to where people see them: from an origin, a step for each column and each row.
type turn struct {
	size             image.Point
	originX, originY int
	columnX, columnY int
	rowX, rowY       int
}

// turning gives the turn for an orientation as EXIF counts them: 1 upright, 2 mirrored, 3 upside down, 4 both, 5 to 8 lying.
func turning(orientation int, size image.Point) turn {
	right, bottom := size.X-1, size.Y-1
	switch orientation {
	case 2:
		return turn{size, right, 0, -1, 0, 0, 1}
	case 3:
		return turn{size, right, bottom, -1, 0, 0, -1}
	case 4:
		return turn{size, 0, bottom, 1, 0, 0, -1}
	case 5:
		return turn{image.Pt(size.Y, size.X), 0, 0, 0, 1, 1, 0}
	case 6:
		return turn{image.Pt(size.Y, size.X), bottom, 0, 0, 1, -1, 0}
	case 7:
		return turn{image.Pt(size.Y, size.X), bottom, right, 0, -1, -1, 0}
	case 8:
		return turn{image.Pt(size.Y, size.X), 0, right, 0, -1, 1, 0}
	}
	return turn{size, 0, 0, 1, 0, 0, 1}
}

// write puts a row where it belongs.
func (t turn) write(to *image.RGBA, row []byte, y, width int) {
	at := to.PixOffset(t.originX+t.rowX*y, t.originY+t.rowY*y)
	if t.columnX == 1 {
		copy(to.Pix[at:], row[:4*width])
		return
	}
	step := 4*t.columnX + to.Stride*t.columnY
	for x := range width {
		copy(to.Pix[at:at+4], row[4*x:4*x+4])
		at += step
	}
}
