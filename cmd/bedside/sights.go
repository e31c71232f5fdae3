package main

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"bedside"
	"bedside/internal/look"
	"bedside/render"
)

// sights are the files of a draft's media while the draft is checked.
type sights struct {
	files    []*mediaFile // by medium; nil where there is none
	problems []error      // of files that could not be looked at; they name no file, because names can name people
}

func (s *sights) close() {
	for _, f := range s.files {
		if f != nil {
			f.Close()
		}
	}
}

// see looks at the files that a draft names, from the folder of the draft. What cannot be looked at is a problem, and the draft is
// checked without it.
func (a *app) see(d *bedside.Draft, folder string) *sights {
	s := &sights{files: make([]*mediaFile, len(d.Media))}
	for i := range d.Media {
		if d.Media[i].Path == "" {
			continue
		}
		name := filepath.FromSlash(d.Media[i].Path)
		if !filepath.IsAbs(name) {
			name = filepath.Join(folder, name)
		}
		f, err := openMedia(name)
		if err == nil {
			s.files[i] = f
			d.Media[i].Seen, err = a.looker().Look(context.Background(), f)
		}
		if err != nil {
			d.Media[i].Seen = unseen()
			s.problems = append(s.problems, aboutMedium(i, err))
		}
	}
	return s
}

// unseen stands for a file that nobody could look at.
func unseen() *bedside.Seen {
	return &bedside.Seen{NotChecked: []bedside.NotChecked{{
		Code: "media", Part: bedside.PartMedia, Message: "The picture or file could not be looked at, only the words with it.",
	}}}
}

// aboutMedium says what is wrong with the file of a medium.
func aboutMedium(i int, err error) error {
	at := func(what string) error { return invalid("media[%d].path: %s", i, what) }
	switch known, ok := errors.AsType[*bedside.Error](err); {
	case ok:
		return at(known.Message)
	case errors.Is(err, fs.ErrNotExist):
		return hint(at("there is no such file"), "A path is counted from the folder of the draft.")
	case errors.Is(err, fs.ErrPermission):
		return at("this file may not be read")
	default:
		return at("this file cannot be read")
	}
}

// shown are small copies of the pictures in which findings point at places, for a page.
func (s *sights) shown(r *bedside.Result) []render.Shown {
	var out []render.Shown
	for i, f := range s.files {
		if f == nil || !pointsAt(r, i) {
			continue
		}
		if b, err := look.Shown(context.Background(), f); err == nil { // what cannot be drawn is drawn as a frame
			out = append(out, render.Shown{Index: i, Type: "image/jpeg", Bytes: b})
		}
	}
	return out
}

// pointsAt reports whether a finding points at a place in a medium.
func pointsAt(r *bedside.Result, medium int) bool {
	for _, f := range r.Findings {
		for _, e := range f.Evidence {
			if e.Box != nil && e.Index == medium {
				return true
			}
		}
	}
	return false
}
