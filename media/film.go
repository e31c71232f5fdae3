package media

import (
	"bytes"
	"context"
	"encoding/binary"
	"image"
	"image/draw"
	"image/gif"
	"io"
	"slices"
)

// maxUnpacked bounds how many pixels of an animation's frames are unpacked, all together; even the smallest frame costs something.
const (
	maxUnpacked = 120_000_000
	frameCost   = 10_000
)

// film unpacks the frames of an animation one after the other onto one canvas.
type film struct {
	header  []byte
	frames  []frame
	whole   bool // all frames of the file are there, and in reach
	canvas  *image.NRGBA
	before  *image.NRGBA
	current frame
}

// frame is a picture of an animation, with the extension that says what becomes of it.
type frame struct {
	control, whole []byte
	area           image.Rectangle
}

// newFilm plans which frames are unpacked.
func newFilm(b []byte) (*film, error) {
	header, blocks, _, ok := gifBlocks(b)
	if header == nil {
		return nil, damaged("picture")
	}
	f := &film{header: header, whole: ok}
	width, height := gifSize(b)
	var control []byte
	for cost := 0; len(blocks) > 0; blocks = blocks[1:] {
		g := blocks[0]
		if g.kind == '!' {
			if g.label == 0xf9 {
				control = g.whole
			}
			continue
		}
		next := frame{control, g.whole, g.area}
		if cost += frameCost + g.area.Dx()*g.area.Dy(); next.disposal() >= 2 {
			cost += width * height
		}
		if cost > maxUnpacked && len(f.frames) > 0 {
			f.whole = false
			break
		}
		f.frames, control = append(f.frames, next), nil
	}
	if len(f.frames) == 0 {
		return nil, damaged("picture")
	}
	f.canvas = image.NewNRGBA(image.Rect(0, 0, width, height))
	return f, nil
}

func gifSize(b []byte) (width, height int) {
	return int(binary.LittleEndian.Uint16(b[6:])), int(binary.LittleEndian.Uint16(b[8:]))
}

// play shows the first, the middle and the last frame as people see them, counted from 0.
func (f *film) play(ctx context.Context, show func(frame int, p image.Image) error) error {
	last := len(f.frames) - 1
	shown := []int{0, (last + 1) / 2, last}
	for i, next := range f.frames {
		if ctx.Err() != nil {
			f.whole = false
			break
		}
		err := f.lay(next)
		if err != nil && i == 0 {
			return err
		}
		if err != nil {
			f.whole = false
			break // what stands before it was shown
		}
		if slices.Contains(shown, i) {
			if err := show(i, f.canvas); err != nil {
				return err
			}
		}
		f.clear()
	}
	return nil
}

// lay unpacks a frame as a file of its own, and lays it over the canvas.
func (f *film) lay(next frame) error {
	one := io.MultiReader(bytes.NewReader(f.header), bytes.NewReader(next.control), bytes.NewReader(next.whole), bytes.NewReader([]byte{';'}))
	picture, err := gif.Decode(one)
	if err != nil {
		return damaged("picture")
	}
	if f.current = next; next.disposal() == 3 {
		if f.before == nil {
			f.before = image.NewNRGBA(f.canvas.Rect)
		}
		copy(f.before.Pix, f.canvas.Pix)
	}
	draw.Draw(f.canvas, picture.Bounds(), picture, picture.Bounds().Min, draw.Over)
	return nil
}

// disposal is what becomes of a frame that was shown: 2 it goes, 3 what was before it comes back, else it stays.
func (f frame) disposal() byte {
	if len(f.control) < 4 {
		return 0
	}
	return f.control[3] >> 2 & 7
}

// clear does with the frame that was shown what it asks for.
func (f *film) clear() {
	switch f.current.disposal() {
	case 2:
		draw.Draw(f.canvas, f.current.area, image.Transparent, image.Point{}, draw.Src)
	case 3:
		f.canvas, f.before = f.before, f.canvas
	}
}
