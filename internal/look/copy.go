package look

import (
	"bytes"
	"context"
	"errors"
	"slices"

	"bedside"
	"bedside/media"
)

// Copy is a copy of a picture to post instead.
type Copy struct {
	Bytes    []byte
	Type     string        // jpeg, png …
	Covered  []Region      // what is under solid boxes
	Kept     []Region      // what somebody chose to leave as it is
	Lossless bool          // no pixel was changed: only metadata is left out
	Still    bool          // of an animation only the first picture is left
	Film     bool          // of a video: what is found is covered for as long as it is seen, and the sound is left out
	Seen     *bedside.Seen // of the copy, when it was looked at again

	NotCovered string // why what is seen in a video was not covered, or not all; empty where it was, or there is nothing to cover

	filmLeft int // what was still seen in a video at other times
	scale    int // how many pixels of the picture stand side by side in one of the copy
}

// The kinds of regions.
const (
	face   = "face"
	words  = "words"
	code   = "code"
	placed = "place" // that somebody marked by hand
)

// Region is a place of a picture to cover: a face, words or a code, or a place that somebody marked by hand.
type Region struct {
	Kind string // face, words, code or place
	Box  [4]int
}

// Regions lists what of a picture is covered unless somebody says otherwise: every face, surely seen or not, all words and all codes.
func Regions(s *bedside.Seen) []Region {
	var out []Region
	add := func(kind string, box [4]int) {
		if box[2] > 0 && box[3] > 0 {
			out = append(out, Region{kind, box})
		}
	}
	for i := range s.Faces {
		add(face, s.Faces[i].Box)
	}
	for i := range s.Texts {
		add(words, s.Texts[i].Box)
	}
	for i := range s.Codes {
		add(code, s.Codes[i].Box)
	}
	return out
}

// mostRounds is how often a copy is covered and looked at again before what is still seen in it is told instead.
const mostRounds = 3

// Copy makes a copy of a picture without metadata in which regions are covered, and looks at it again. kind is the type to write, jpeg
// or png; empty keeps that of the picture as far as it can be written. Where nothing is covered, no pixel changes.
func (l *Looker) Copy(ctx context.Context, f media.File, seen *bedside.Seen, regions []Region, kind string) (*Copy, error) {
	return l.copied(ctx, f, seen, Choice{Cover: regions}, kind, mostRounds)
}

// Choice is what somebody chose for a copy, place by place.
type Choice struct{ Cover, Keep []Region }

// CopyChosen makes a copy in which exactly what somebody chose is covered, and looks at it again. What is still seen then is told, and
// not covered: see [Copy.Left].
func (l *Looker) CopyChosen(ctx context.Context, f media.File, seen *bedside.Seen, c Choice) (*Copy, error) {
	return l.copied(ctx, f, seen, c, "", 0)
}

// copied makes a copy. What is seen in it that nobody chose to keep is covered too, in so many rounds.
func (l *Looker) copied(ctx context.Context, f media.File, seen *bedside.Seen, choice Choice, kind string, rounds int) (*Copy, error) {
	regions := choice.Cover
	if isFilm(seen) && kind == "" {
		c, err := l.copyFilm(ctx, f, seen, regions)
		if err == nil {
			c.Kept = choice.Keep
		}
		return c, err
	}
	if len(regions) == 0 && (kind == "" || kind == seen.Type) {
		if c, err := l.stripped(ctx, f, seen, choice.Keep); !isUnavailable(err) {
			return c, err
		}
	}
	p, err := media.Decode(ctx, f)
	if isUnavailable(err) && kind == "" { // a picture that cannot be opened: what is seen in it stays, and is told
		if c, stripped := l.stripped(ctx, f, seen, choice.Keep); stripped == nil {
			return c, nil
		}
	}
	if err != nil {
		return nil, err
	}
	c := &Copy{Type: writable(kind, seen.Type), Covered: slices.Clone(regions), Kept: choice.Keep, Still: moves(seen), scale: p.Scale}
	for round := 0; ; round++ {
		if err := l.cover(ctx, p, c); err != nil {
			return nil, err
		}
		more := c.Uncovered()
		if len(more) == 0 || len(regions) == 0 || round == rounds {
			return c, nil
		}
		c.Covered = append(c.Covered, more...)
	}
}

func isFilm(s *bedside.Seen) bool { return s.Type == media.MP4 || s.Type == media.MOV }

// copyFilm covers what is found in a video where that can be done, except kinds that were seen and that somebody keeps; else, and where
// there is nothing, only its metadata is left out.
func (l *Looker) copyFilm(ctx context.Context, f media.File, seen *bedside.Seen, regions []Region) (*Copy, error) {
	keep := map[string]bool{}
	for _, r := range Regions(seen) {
		keep[r.Kind] = !slices.ContainsFunc(regions, func(o Region) bool { return o.Kind == r.Kind })
	}
	made, err := l.covered(ctx, f, seen, keep)
	if err != nil {
		return nil, err
	}
	if made.Bytes == nil {
		c, err := l.stripped(ctx, f, seen, nil)
		if err == nil {
			c.NotCovered = made.NotCovered
		}
		return c, err
	}
	made.Seen, err = l.Look(ctx, bytes.NewReader(made.Bytes))
	return made, err
}

// stripped is a copy in which no pixel changes.
func (l *Looker) stripped(ctx context.Context, f media.File, seen *bedside.Seen, kept []Region) (*Copy, error) {
	var b bytes.Buffer
	if err := media.Strip(ctx, &b, f); err != nil {
		return nil, err
	}
	c := &Copy{Bytes: b.Bytes(), Type: seen.Type, Kept: kept, Lossless: true, scale: 1}
	var err error
	c.Seen, err = l.Look(ctx, bytes.NewReader(c.Bytes))
	return c, err
}

func isUnavailable(err error) bool {
	e, ok := errors.AsType[*bedside.Error](err)
	return ok && e.Code == bedside.CodeUnavailable && e.Err == nil
}

// cover writes the copy, and looks at it.
func (l *Looker) cover(ctx context.Context, p *media.Picture, c *Copy) error {
	boxes := make([][4]int, len(c.Covered))
	for i, r := range c.Covered {
		boxes[i] = r.Covers()
	}
	var err error
	if c.Bytes, err = media.Encode(media.Cover(p, boxes), c.Type); err != nil {
		return err
	}
	c.Seen, err = l.Look(ctx, bytes.NewReader(c.Bytes))
	return err
}

// Covers is the box that is drawn over a region: with some air around what was found, for finding is not exact; as it is where somebody
// placed it by hand.
func (r Region) Covers() [4]int {
	if r.Kind == placed {
		return r.Box
	}
	return media.Pad(r.Box)
}

// Uncovered is what is seen in the copy beyond its boxes, and beyond what is kept, in pixels of the picture.
func (c *Copy) Uncovered() (out []Region) {
	for _, r := range Regions(c.Seen) {
		for i := range r.Box {
			r.Box[i] *= max(1, c.scale)
		}
		known := func(o Region) bool { return inside(r.Box, media.Pad(o.Box)) }
		covered := !c.Film && slices.ContainsFunc(c.Covered, known) // those of a video lie at other times
		if isFilm(c.Seen) {                                         // whatever is kept of it is kept all along
			known = func(o Region) bool { return o.Kind == r.Kind }
		}
		if !covered && !slices.ContainsFunc(c.Kept, known) {
			out = append(out, r)
		}
	}
	return out
}

// Left is how many places are still seen in the copy but for those that were kept: in a video, at least so many.
func (c *Copy) Left() int { return max(c.filmLeft, len(c.Uncovered())) }

// inside reports whether most of a box lies in another: a black box has edges, which may be taken for something.
func inside(a, b [4]int) bool {
	width := min(a[0]+a[2], b[0]+b[2]) - max(a[0], b[0])
	height := min(a[1]+a[3], b[1]+b[3]) - max(a[1], b[1])
	return width > 0 && height > 0 && 2*width*height >= a[2]*a[3]
}

// writable is the type in which a picture is written anew: as asked, else photographs as JPEG and all else as PNG.
func writable(asked, source string) string {
	if asked != "" {
		return asked
	}
	if source == media.JPEG {
		return media.JPEG
	}
	return media.PNG
}

// moves holds for what was seen in several pictures of one file.
func moves(s *bedside.Seen) bool {
	return s.Type == media.GIF && slices.ContainsFunc(s.NotChecked, func(n bedside.NotChecked) bool { return n.Code == "media_frames" })
}
