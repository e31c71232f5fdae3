package look

import (
	"bytes"
	"context"
	"image"
	"image/draw"
	"slices"
	"time"

	"bedside"
	"bedside/media"
)

// Limits of videos in which faces are covered: looking at one takes about as long as it lasts, writing it not much less.
const (
	MostFilm   = time.Minute
	filmTime   = 5 * time.Minute
	mostShades = 400
	batch      = 8 // pictures that are held at once
)

// Why faces in a video are not covered.
const (
	noProgram  = "Faces in a video are covered where ffmpeg is installed, and it was not found. They are not covered."
	noFaces    = "This program was built without what finds faces. Faces in the video are not covered."
	tooLong    = "Faces are covered in videos of at most one minute. In this one they are not covered: cut it first."
	tooMany    = "More moves in the video than can be covered. Faces in it are not covered."
	unopened   = "The video could not be opened or written anew. Faces in it are not covered."
	noTimeLeft = "There was no time to look at all of the video. Faces in it are not covered."
)

// film is a video of which a copy is made.
type film struct {
	l             *Looker
	reel          media.Reel
	width, height int // of its small pictures
	sights        []sight
	shades        []media.Shade
}

// covered makes a copy of a video with boxes over faces for as long as they are seen, without sound and metadata. A copy without any
// says why nothing was covered; nil bytes mean that no face was found.
func (l *Looker) covered(ctx context.Context, f media.File, seen *bedside.Seen) (*Copy, error) {
	switch {
	case l.Reels == nil:
		return &Copy{NotCovered: noProgram}, nil
	case l.Recognisers.Faces == nil:
		return &Copy{NotCovered: noFaces}, nil
	}
	ctx, stop := context.WithTimeout(ctx, filmTime)
	defer stop()
	reel, err := l.Reels.Open(ctx, f, seen.Type)
	if err != nil {
		return &Copy{NotCovered: unopened}, ctx.Err()
	}
	defer reel.Close()
	if reel.Length() > MostFilm {
		return &Copy{NotCovered: tooLong}, nil
	}
	v := &film{l: l, reel: reel}
	c, err := v.copy(ctx, seen.Type)
	switch {
	case ctx.Err() != nil:
		return &Copy{NotCovered: noTimeLeft}, nil
	case err != nil:
		return &Copy{NotCovered: unopened}, nil // what a program from outside says may name somebody
	}
	return c, nil
}

// copy finds faces, covers them, and looks at the copy at other times than before, until nothing more is found.
func (v *film) copy(ctx context.Context, kind string) (*Copy, error) {
	found, err := v.look(ctx, v.reel, 0)
	if err != nil || len(found) == 0 {
		return &Copy{}, err
	}
	c := &Copy{Type: kind, Film: true}
	for round := 1; ; round++ {
		v.sights = append(v.sights, found...)
		if !v.plan(c) {
			return &Copy{NotCovered: tooMany}, nil
		}
		if c.Bytes, err = v.written(ctx); err != nil {
			return nil, err
		}
		if found, err = v.again(ctx, c, round); err != nil {
			return nil, err
		}
		if len(found) == 0 || round == mostRounds {
			c.filmLeft = len(tracks(found))
			return c, nil
		}
	}
}

// plan works out the boxes, and what they cover.
func (v *film) plan(c *Copy) bool {
	v.shades, c.Covered = nil, nil
	for _, t := range tracks(v.sights) {
		v.shades = append(v.shades, t.shades(v.width, v.height)...)
		c.Covered = append(c.Covered, Region{"face", t[0].box})
	}
	return len(v.shades) <= mostShades
}

// written is the copy, without what whoever wrote it noted in it.
func (v *film) written(ctx context.Context) ([]byte, error) {
	b, err := v.reel.Cover(ctx, v.shades)
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := media.Strip(ctx, &out, bytes.NewReader(b)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// again looks at the copy between the times of before, and gives the faces that no box hides.
func (v *film) again(ctx context.Context, c *Copy, round int) ([]sight, error) {
	reel, err := v.l.Reels.Open(ctx, bytes.NewReader(c.Bytes), c.Type)
	if err != nil {
		return nil, err
	}
	defer reel.Close()
	found, err := v.look(ctx, reel, []time.Duration{filmStep / 2, filmStep / 4, 3 * filmStep / 4}[(round-1)%3])
	return slices.DeleteFunc(found, func(s sight) bool {
		return slices.ContainsFunc(v.shades, func(o media.Shade) bool { return hides(o, s, v.width, v.height) })
	}), err
}

// look finds faces in pictures a step apart, the first at a time.
func (v *film) look(ctx context.Context, reel media.Reel, from time.Duration) (found []sight, err error) {
	for at := from; at <= reel.Length(); at += batch * filmStep {
		shots, err := reel.Shots(ctx, at, filmStep, batch)
		if err != nil && at > from { // at the very end there may be no picture
			break
		}
		if err != nil {
			return nil, err
		}
		for i, shot := range shots {
			boxes, err := v.faces(ctx, shot)
			if err != nil {
				return nil, err
			}
			for _, b := range boxes {
				found = append(found, sight{at + time.Duration(i)*filmStep, b})
			}
		}
	}
	return found, ctx.Err()
}

func (v *film) faces(ctx context.Context, shot image.Image) ([][4]int, error) {
	p := image.NewRGBA(image.Rectangle{Max: shot.Bounds().Size()})
	draw.Draw(p, p.Rect, shot, shot.Bounds().Min, draw.Src)
	v.width, v.height = p.Rect.Dx(), p.Rect.Dy()
	found, err := v.l.Recognisers.Faces.FindFaces(ctx, p)
	boxes := make([][4]int, len(found))
	for i, f := range found {
		boxes[i] = f.Box
	}
	return boxes, err
}
