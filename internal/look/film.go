package look

import (
	"bytes"
	"context"
	"slices"
	"time"

	"bedside"
	"bedside/media"
)

// Limits of videos in which something is covered: looking at one takes about as long as it lasts, or twice that where there are words, and
// writing it not much less.
const (
	MostFilm   = time.Minute
	filmTime   = 5 * time.Minute
	wordTime   = filmTime / 2 // of that, until words and codes are no longer looked for
	mostShades = 400
	batch      = 8 // pictures that are held at once
)

// Why nothing in a video is covered, or not all.
const (
	noProgram  = "What a video shows is covered where ffmpeg is installed, and it was not found. Nothing in it is covered."
	noFinders  = "This program was built without what finds faces and words. Nothing in the video is covered."
	halfBuilt  = "This program was built without all that finds faces and words. What it cannot find in the video is not covered."
	tooLong    = "Videos of at most one minute are covered. In this one nothing is covered: cut it first."
	tooMany    = "More moves in the video than can be covered. Nothing in it is covered."
	unopened   = "The video could not be opened or written anew. Nothing in it is covered."
	noTimeLeft = "There was no time to look at all of the video. Nothing in it is covered."
	wordsLeft  = "There was no time to look for words in all of the video. Some may not be covered."
)

// film is a video of which a copy is made.
type film struct {
	l             *Looker
	reel          media.Reel
	find          map[string]bool // the kinds that are looked for
	words         context.Context //nolint:containedctx // until it ends there is time for words
	width, height int             // of its small pictures
	sights        []sight
	shades        []media.Shade
	cut           bool // there was no time for all words
}

// covered makes a copy of a video with boxes over what is found in it for as long as that is seen, without sound and metadata. Of the kinds
// that are kept nothing is looked for. A copy without any bytes says why nothing was covered, or that nothing was found.
func (l *Looker) covered(ctx context.Context, f media.File, seen *bedside.Seen, keep map[string]bool) (*Copy, error) {
	v := &film{l: l, find: map[string]bool{
		face: l.Recognisers.Faces != nil && !keep[face], words: l.Recognisers.Words != nil && !keep[words], code: l.Recognisers.Codes != nil && !keep[code],
	}}
	switch {
	case l.Reels == nil:
		return &Copy{NotCovered: noProgram}, nil
	case l.Recognisers.Faces == nil && l.Recognisers.Words == nil:
		return &Copy{NotCovered: noFinders}, nil
	case !v.find[face] && !v.find[words] && !v.find[code]:
		return &Copy{}, nil
	}
	ctx, stop := context.WithTimeout(ctx, filmTime)
	defer stop()
	reading := context.WithTimeout
	if l.reading != nil {
		reading = l.reading
	}
	v.words, stop = reading(ctx, wordTime)
	defer stop()
	var err error
	if v.reel, err = l.Reels.Open(ctx, f, seen.Type); err != nil {
		return &Copy{NotCovered: unopened}, ctx.Err()
	}
	defer v.reel.Close()
	if v.reel.Length() > MostFilm {
		return &Copy{NotCovered: tooLong}, nil
	}
	c, err := v.copy(ctx, seen.Type)
	switch {
	case ctx.Err() != nil:
		return &Copy{NotCovered: noTimeLeft}, nil
	case err != nil:
		return &Copy{NotCovered: unopened}, nil // what a program from outside says may name somebody
	case c.NotCovered == "" && v.cut:
		c.NotCovered = wordsLeft
	case c.NotCovered == "" && (l.Recognisers.Faces == nil || l.Recognisers.Words == nil):
		c.NotCovered = halfBuilt
	}
	return c, nil
}

// copy finds what is to be covered, covers it, and looks at the copy at other times than before, until nothing more is found.
func (v *film) copy(ctx context.Context, kind string) (*Copy, error) {
	found, err := v.look(ctx, v.reel, 0, lookingAt)
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
		c.Covered = append(c.Covered, Region{t[0].kind, t[0].box})
	}
	return len(v.shades) <= mostShades
}

// written is the copy, without what whoever wrote it noted in it.
func (v *film) written(ctx context.Context) ([]byte, error) {
	v.l.tell(writing, 0, 0)
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

// again looks at the copy between the times of before, and gives what no box hides.
func (v *film) again(ctx context.Context, c *Copy, round int) ([]sight, error) {
	reel, err := v.l.Reels.Open(ctx, bytes.NewReader(c.Bytes), c.Type)
	if err != nil {
		return nil, err
	}
	defer reel.Close()
	found, err := v.look(ctx, reel, []time.Duration{filmStep / 2, filmStep / 4, 3 * filmStep / 4}[(round-1)%3], lookingAgain)
	return slices.DeleteFunc(found, func(s sight) bool {
		return slices.ContainsFunc(v.shades, func(o media.Shade) bool { return hides(o, s, v.width, v.height) })
	}), err
}
