// Package facebook reads Facebook's "Download your information" as JSON, in the layouts of 2018 to 2026: posts, posts in
// groups and on other people's pages, comments, stories, notes, messages that were sent, photos with their captions, the
// bio, friend requests and privacy settings. It never takes other people's words for the author's. Start at Format.
package facebook

import (
	"context"
	"io/fs"

	"bedside/internal/archive"
	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
)

// Format is Facebook's.
type Format struct{}

// Name is the platform's.
func (Format) Name() string { return "facebook" }

// Recognize looks for keys and entries that only Facebook's files have, or for its web pages.
func (Format) Recognize(fsys fs.FS) bool {
	return meta.Recognize(fsys, "facebook") || meta.HTML(fsys, "facebook")
}

// Read hands out what the export holds.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	if !meta.Recognize(fsys, "facebook") {
		return meta.ErrHTML("Facebook")
	}
	r := &reader{Reader: meta.NewReader("facebook", fsys, out), shown: map[string]bool{}}
	files, err := r.Files(ctx)
	if err != nil {
		return err
	}
	return r.read(ctx, files)
}

type reader struct {
	*meta.Reader
	bio    entry.Entry
	shown  map[string]bool // pictures that were read with a post
	albums []string        // files of pictures, read last: most of what they hold stands in posts
}

func (r *reader) read(ctx context.Context, files []string) error {
	for _, name := range files {
		if err := r.profileOf(ctx, name); err != nil {
			return err
		}
	}
	r.Owner.Settle()
	if err := r.handBio(); err != nil {
		return err
	}
	for _, name := range files {
		if err := r.Read(ctx, name, r.value); err != nil {
			return err
		}
	}
	if err := r.Talks.End(); err != nil {
		return err
	}
	for _, name := range r.albums {
		if err := r.Read(ctx, name, r.picture); err != nil {
			return err
		}
	}
	return nil
}
