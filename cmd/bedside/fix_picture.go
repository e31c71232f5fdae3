package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"bedside"
	"bedside/internal/look"
	"bedside/internal/whole"
	"bedside/media"
)

// isPicture holds for a draft of one file that is no words: what is mended is a copy of the file.
func isPicture(d bedside.Draft) bool {
	return d.Text == "" && len(d.Media) == 1 && d.Media[0].Alt == "" && d.Media[0].Caption == "" && d.Media[0].Seen != nil
}

// fixPicture writes a copy of a picture in which faces, words and codes are covered and metadata is left out, and says what was done
// and what is still found in it. The picture itself stays as it is.
func (s *session) fixPicture(name string, d bedside.Draft, f *mediaFile) error {
	kind, err := s.copyKind(name)
	if err != nil {
		return err
	}
	seen := d.Media[0].Seen
	done := s.app.newProgress(nil).looking()
	made, err := s.app.looker().Copy(context.Background(), f, seen, look.Regions(seen), kind)
	done()
	if err != nil {
		return about(name, uncopied(err))
	}
	again := d
	again.Media = []bedside.Media{{Path: d.Media[0].Path, Seen: made.Seen}}
	r, err := s.check(again)
	if err != nil {
		return about(name, err)
	}
	if err := whole.WriteFile(s.Out, made.Bytes, 0o600); err != nil {
		return unwritten(s.Out, err)
	}
	for _, line := range append(coveredIn(made, seen), foundAgain(made, r)) {
		fmt.Fprintf(s.app.stderr, "bedside: %s\n", line)
	}
	return nil
}

// copyKind is the type that a copy is written in, by the name that it is to have; empty for that of the picture.
func (s *session) copyKind(name string) (string, error) {
	switch {
	case s.Out == "":
		return "", hint(invalid("%s: a copy of a picture is written to a file", display(name)), "Say where: --fix --out copy.jpg")
	case sameFile(name, s.Out) || filepath.Clean(name) == filepath.Clean(s.Out):
		return "", hint(invalid("%s: --out names the picture itself, which is never changed", display(name)), "Choose another name.")
	}
	if err := whole.Try(s.Out); err != nil { // to look again at what could not be written would be for nothing
		return "", unwritten(s.Out, err)
	}
	switch strings.ToLower(filepath.Ext(s.Out)) {
	case ".jpg", ".jpeg":
		return media.JPEG, nil
	case ".png":
		return media.PNG, nil
	default:
		return "", nil
	}
}

// uncopied explains why there is no copy of a file that can be looked at.
func uncopied(err error) error {
	known, ok := errors.AsType[*bedside.Error](err)
	if !ok || known.Code == bedside.CodeInternal || known.Err != nil {
		return err
	}
	return hint(invalid("%s", known.Message), "Nothing was written.")
}

// coveredIn says what a copy leaves out.
func coveredIn(c *look.Copy, seen *bedside.Seen) []string {
	var parts []string
	for _, k := range []struct{ kind, one, many string }{
		{"face", "one face", "faces"}, {"words", "one line of words", "lines of words"}, {"code", "one code", "codes"}, {"place", "one place", "places"},
	} {
		n := 0
		for _, r := range c.Covered {
			if r.Kind == k.kind {
				n++
			}
		}
		switch {
		case n == 1:
			parts = append(parts, k.one)
		case n > 1:
			parts = append(parts, strconv.Itoa(n)+" "+k.many)
		}
	}
	said := "Metadata is left out; no pixel was changed."
	switch {
	case len(parts) > 0:
		said = "Covered: " + strings.Join(parts, ", ") + ". Metadata is left out."
	case !c.Lossless:
		said = "Nothing was covered. Metadata is left out, and the picture is written anew."
	}
	if c.Still {
		said += " Only the first picture of the animation is in the copy."
	}
	if seen.Type == media.DICOM {
		return []string{said, "The copy is a plain picture. It still shows somebody's body: ask for written consent, or use a teaching library's."}
	}
	if c.Film {
		said += " The sound is left out: voices tell who people are."
	}
	switch {
	case c.NotCovered != "":
		return []string{said, c.NotCovered}
	case c.Lossless && len(look.Regions(seen)) > 0:
		return []string{said, "What is seen in a file of this type cannot be covered here."}
	}
	return []string{said}
}

// foundAgain says what the copy still shows, and what of it could not be looked at.
func foundAgain(c *look.Copy, r *bedside.Result) string {
	said := "Looked at again: nothing found by these checks."
	if r.Verdict > bedside.OK {
		said = "Looked at again, still found: " + strings.Join(messages(r), "; ") + "."
	} else if left := c.Left(); left > 0 {
		said = fmt.Sprintf("Looked at again: %d places may still show something.", left)
		if left == 1 {
			said = "Looked at again: one place may still show something."
		}
	}
	if slices.ContainsFunc(r.NotChecked, func(n bedside.NotChecked) bool { return strings.HasPrefix(n.Code, "media") }) {
		said += " Not all could be checked: look at the copy before you post it."
	}
	return said
}

func messages(r *bedside.Result) (out []string) {
	for _, f := range r.Findings {
		out = append(out, f.Message)
	}
	return out
}
