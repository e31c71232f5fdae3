package faces

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"path/filepath"
	"slices"

	"bedside"
	"bedside/internal/eval"
	"bedside/media"
)

// Options say what is looked at.
type Options struct {
	Folder string // of the marked photographs: faces-truth.json and faces-group
	Nobody string // a folder of further pictures that show nobody; empty for none
	Drawn  int    // how many pictures of nobody are drawn
}

// Found are the faces of one kind of pictures, at one threshold.
type Found struct {
	Recall    eval.Count // of the marked faces
	Precision eval.Count // of the boxes
}

// Line is what was found in one kind of pictures: all boxes, and the sure ones.
type Line struct {
	Pictures      string
	All, Sure     Found
	Photographs   int
	FalseIn       []string // names of pictures with a box that marks no face
	NobodyMarked  bool     // no faces are there: every box is false
	FalseAll      int
	FalseSureOnly int
}

// Report is what was measured.
type Report struct{ Lines []Line }

// sameFace is how much a box must share with a marked one, of what both cover: people draw them differently.
const sameFace = .4

// Measure looks for faces in all pictures.
func Measure(ctx context.Context, find media.Faces, o Options) (*Report, error) {
	marked, err := photographs(ctx, o.Folder)
	if err != nil {
		return nil, err
	}
	if len(marked) == 0 {
		return nil, errors.New("no marked photographs: faces-group is empty")
	}
	r := &Report{}
	if err := r.look(ctx, find, "as they are", marked); err != nil {
		return nil, err
	}
	for _, name := range []string{"blue", "white", "green", "black"} {
		var drawn []photograph
		for _, p := range marked {
			drawn = append(drawn, masked(p, maskColours()[name]))
		}
		if err := r.look(ctx, find, name+" masks", drawn); err != nil {
			return nil, err
		}
	}
	return r, r.nobody(ctx, find, o)
}

// look adds a line for marked photographs.
func (r *Report) look(ctx context.Context, find media.Faces, pictures string, all []photograph) error {
	l := Line{Pictures: pictures}
	for _, p := range all {
		found, err := find.FindFaces(ctx, p.pixels)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		l.add(p.name, found, p.faces)
	}
	r.Lines = append(r.Lines, l)
	return nil
}

// nobody adds the lines for pictures that show nobody.
func (r *Report) nobody(ctx context.Context, find media.Faces, o Options) error {
	var drawn []photograph
	for i := range o.Drawn {
		drawn = append(drawn, photograph{name: fmt.Sprintf("drawn %d", i), pixels: nobody(i)})
	}
	if err := r.look(ctx, find, "nobody, drawn", drawn); err != nil || o.Nobody == "" {
		return err
	}
	l := Line{Pictures: "nobody, photographed"}
	err := filepath.WalkDir(o.Nobody, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		pixels, err := open(ctx, path)
		if err != nil {
			return nil //nolint:nilerr // not a picture: nothing to measure
		}
		found, err := find.FindFaces(ctx, pixels)
		l.add(filepath.Base(path), found, nil)
		return err
	})
	r.Lines = append(r.Lines, l)
	return err
}

// add counts one picture: each box goes to the marked face that it shares most with, the surest box first.
func (l *Line) add(name string, found []bedside.SeenFace, marked []image.Rectangle) {
	l.Photographs++
	l.All.add(found, marked)
	l.Sure.add(slices.DeleteFunc(slices.Clone(found), func(f bedside.SeenFace) bool { return !f.Sure }), marked)
	l.FalseAll, l.FalseSureOnly = l.All.Precision.Of-l.All.Precision.Hits, l.Sure.Precision.Of-l.Sure.Precision.Hits
	if hits := match(found, marked); hits < len(found) {
		l.FalseIn = append(l.FalseIn, name)
	}
}

func (f *Found) add(found []bedside.SeenFace, marked []image.Rectangle) {
	hits := match(found, marked)
	f.Recall.Hits, f.Recall.Of = f.Recall.Hits+hits, f.Recall.Of+len(marked)
	f.Precision.Hits, f.Precision.Of = f.Precision.Hits+hits, f.Precision.Of+len(found)
}

// match counts the boxes that mark a face which no earlier one marks.
func match(found []bedside.SeenFace, marked []image.Rectangle) (hits int) {
	left := slices.Clone(marked)
	for _, f := range found {
		box := image.Rect(f.Box[0], f.Box[1], f.Box[0]+f.Box[2], f.Box[1]+f.Box[3])
		best, most := -1, sameFace
		for i, m := range left {
			if share := shared(box, m); share >= most {
				best, most = i, share
			}
		}
		if best >= 0 {
			hits++
			left = slices.Delete(left, best, best+1)
		}
	}
	return hits
}

// shared is the area that two boxes share, by the area that they cover.
func shared(a, b image.Rectangle) float64 {
	both := a.Intersect(b)
	area := func(r image.Rectangle) float64 { return float64(r.Dx()) * float64(r.Dy()) }
	if both.Empty() {
		return 0
	}
	return area(both) / (area(a) + area(b) - area(both))
}
