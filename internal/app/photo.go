package app

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"time"

	"bedside"
	"bedside/internal/look"
	"bedside/media"
)

// Photo is a picture or another file beside a draft: its bytes, what can be shown of it, and what was seen in it. It lies in memory only.
type Photo struct {
	Bytes  []byte
	Shown  []byte // a small JPEG; nil for what cannot be drawn
	Seen   *bedside.Seen
	Marked []look.Region // what would be covered, in the order in which people read
	Copied *look.Copy    // how it was made, where it is a copy
}

// LookAt looks at a file that somebody put beside a draft. What cannot be drawn is looked at all the same.
func (a *App) LookAt(ctx context.Context, b []byte) (*Photo, error) {
	f := bytes.NewReader(b)
	seen, err := a.looker().Look(ctx, f)
	if err != nil {
		return nil, err
	}
	p := &Photo{Bytes: b, Seen: seen, Marked: coverable(seen)}
	if shown, err := look.Shown(ctx, f); err == nil {
		p.Shown = shown
	}
	return p, nil
}

// coverable are the places of a picture that can be covered, in the order in which people read. In a video what is found moves, and each kind
// of it is covered or kept: there is one place of each.
func coverable(s *bedside.Seen) []look.Region {
	out := look.Regions(s)
	if isFilm(s) {
		var kinds []look.Region
		for _, r := range out {
			if !slices.ContainsFunc(kinds, func(k look.Region) bool { return k.Kind == r.Kind }) {
				kinds = append(kinds, r)
			}
		}
		return kinds
	}
	slices.SortStableFunc(out, func(a, b look.Region) int {
		return cmp.Or(cmp.Compare(s.Row(a.Box), s.Row(b.Box)), cmp.Compare(a.Box[0], b.Box[0]), cmp.Compare(a.Box[1], b.Box[1]))
	})
	return out
}

// Covered is a copy of a picture in which exactly what somebody chose is covered, without what its file tells of people, places and
// devices. It was looked at again.
func (a *App) Covered(ctx context.Context, p *Photo, c look.Choice) (*Photo, error) {
	return p.copied(ctx, a.looker(), c)
}

// CoveredFilm is Covered for a video, which takes minutes; tell hears how far it is.
func (a *App) CoveredFilm(ctx context.Context, p *Photo, c look.Choice, tell func(stage string, done, of time.Duration)) (*Photo, error) {
	l := *a.looker()
	l.Progress = tell
	return p.copied(ctx, &l, c)
}

func (p *Photo) copied(ctx context.Context, l *look.Looker, c look.Choice) (*Photo, error) {
	made, err := l.CopyChosen(ctx, bytes.NewReader(p.Bytes), p.Seen, c)
	if err != nil {
		return nil, err
	}
	out := &Photo{Bytes: made.Bytes, Seen: made.Seen, Marked: coverable(made.Seen), Copied: made}
	if shown, err := look.Shown(ctx, bytes.NewReader(made.Bytes)); err == nil {
		out.Shown = shown
	}
	return out, nil
}

func (a *App) looker() *look.Looker {
	if a.Looker == nil {
		return &look.Looker{}
	}
	return a.Looker
}

// Covers reports whether a copy of a picture can be made.
func (p *Photo) Covers() bool {
	switch p.Seen.Type {
	case media.JPEG, media.PNG, media.GIF, media.WebP, media.BMP, media.TIFF, media.MP4, media.MOV:
		return p.Copied == nil
	}
	return false
}

// IsFilm reports whether this is a video.
func (p *Photo) IsFilm() bool { return isFilm(p.Seen) }

func isFilm(s *bedside.Seen) bool { return s.Type == media.MP4 || s.Type == media.MOV }

// Tells says what the file holds beside the picture, in words; nil for nothing.
func (p *Photo) Tells() (out []string) {
	m := &p.Seen.Metadata
	for _, t := range []struct {
		there bool
		what  string
	}{
		{m.Place != nil, "where it was taken"},
		{m.Taken != "", "when it was taken"},
		{m.Device != "", "with which device"},
		{m.Owner != "", "whose it is"},
		{m.Previews > 0, "a smaller picture, which may show what was cut away"},
	} {
		if t.there {
			out = append(out, t.what)
		}
	}
	return out
}
