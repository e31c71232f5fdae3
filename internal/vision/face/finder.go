package face

import (
	"cmp"
	"context"
	"fmt"
	"image"
	"slices"

	"bedside/internal/vision/onnx"
)

// Finder finds faces. It may be used by several goroutines.
type Finder struct{ net *onnx.Net }

// New makes a finder from the ONNX file of CenterFace.
func New(model []byte) (*Finder, error) {
	net, err := onnx.Load(model)
	if err != nil {
		return nil, fmt.Errorf("faces: %w", err)
	}
	return &Finder{net}, nil
}

// Face is a face, and how likely it is one: from 0 to 1. It is sure when the look at the whole picture shows it already: what only
// a look from near finds is small, and in the background.
type Face struct {
	Box   image.Rectangle
	Score float32
	Sure  bool
}

// The scores at which something is called a face, and surely one. Of 390 photographs of animals, food and things, the lower one
// called four a face (of a lion, a gorilla, a rat and a fly), the higher one none.
const (
	proposed = .5
	sure     = .6
)

const (
	doubtful = .15 // from here on, what is small is looked at from near
	small    = 32  // pixels as the network sees them: below it, a score says little
	whole    = 960
	near     = 448 // sides of what the network is shown
	looks    = 4   // how often one picture is looked at from near, at most
	margin   = 60  // how far from the edge of such a part its faces are whole
)

// Find finds the faces in a picture, the surest first. What was found before the context ended is given with its error.
func (f *Finder) Find(ctx context.Context, picture *image.RGBA) ([]Face, error) {
	bounds := picture.Bounds()
	found, err := f.look(ctx, picture, bounds, whole)
	seen := len(found)
	if scale := float64(whole) / float64(max(bounds.Dx(), bounds.Dy(), 1)); scale < 1 {
		for _, part := range parts(found, bounds, scale) {
			var closer []candidate
			if closer, err = f.look(ctx, picture, part, near); err != nil {
				break
			}
			found = append(found, uncut(closer, part, bounds)...)
		}
	}
	return faces(found[:seen], found[seen:], bounds), err
}

// manyPixels is how many pixels a picture needs for each further look from near: a common one is to take half a second at most.
const manyPixels = 2_500_000

// parts are where small things in doubt are looked at from near, the most likely ones first.
func parts(found []candidate, bounds image.Rectangle, scale float64) []image.Rectangle {
	var parts []image.Rectangle
	most := min(looks, 1+bounds.Dx()*bounds.Dy()/manyPixels)
	for _, c := range found {
		if max(c.width(), c.height())*scale >= small {
			continue
		}
		x, y := int(c.left+c.right)/2, int(c.top+c.bottom)/2
		if slices.ContainsFunc(parts, func(p image.Rectangle) bool { return image.Pt(x, y).In(p.Inset(margin)) }) {
			continue
		}
		if len(parts) == most {
			break
		}
		part := image.Rect(0, 0, min(near, bounds.Dx()), min(near, bounds.Dy()))
		part = part.Add(image.Pt(
			min(max(x-part.Dx()/2, bounds.Min.X), bounds.Max.X-part.Dx()),
			min(max(y-part.Dy()/2, bounds.Min.Y), bounds.Max.Y-part.Dy())))
		parts = append(parts, part)
	}
	return parts
}

// uncut leaves out what the edge of a part cuts, unless the picture ends there too.
func uncut(found []candidate, part, bounds image.Rectangle) []candidate {
	return slices.DeleteFunc(found, func(c candidate) bool {
		return c.left <= float64(part.Min.X+1) && part.Min.X > bounds.Min.X ||
			c.top <= float64(part.Min.Y+1) && part.Min.Y > bounds.Min.Y ||
			c.right >= float64(part.Max.X-1) && part.Max.X < bounds.Max.X ||
			c.bottom >= float64(part.Max.Y-1) && part.Max.Y < bounds.Max.Y
	})
}

// look shows a part of the picture to the network, at most so many pixels long.
func (f *Finder) look(ctx context.Context, picture *image.RGBA, part image.Rectangle, side int) ([]candidate, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if part.Empty() {
		return nil, nil
	}
	v := show(picture, part, side)
	out, err := f.net.Run(v.tensor)
	if err != nil {
		return nil, fmt.Errorf("faces: %w", err)
	}
	found, err := v.read(out)
	if err != nil {
		return nil, err
	}
	return distinct(found), nil
}

// distinct keeps, of candidates that cover each other, the most likely one.
func distinct(found []candidate) []candidate {
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	var kept []candidate
	for _, c := range found {
		if !slices.ContainsFunc(kept, c.covers) {
			kept = append(kept, c)
		}
	}
	return kept
}

// faces joins what was seen in the whole picture and what only from near. A face seen twice is where the surer look has it.
func faces(seen, closer []candidate, bounds image.Rectangle) []Face {
	var all []Face
	for _, c := range distinct(slices.Concat(seen, closer)) {
		box := c.box().Intersect(bounds)
		if c.score < proposed || box.Empty() {
			continue
		}
		first := slices.ContainsFunc(seen, func(s candidate) bool { return s.score >= proposed && s.covers(c) })
		all = append(all, Face{Box: box, Score: c.score, Sure: first && c.score >= sure})
	}
	return all
}
