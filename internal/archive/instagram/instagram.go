// Package instagram reads Instagram's "Download your information" as JSON, in the layouts of 2020 to 2026: posts, stories,
// reels, comments, messages that were sent, the bio, follow requests and privacy settings. It leaves what belongs to Threads
// to that package, and never takes other people's words for the author's. Start at Format.
package instagram

import (
	"context"
	"io/fs"

	"bedside/internal/archive"
	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
)

// Format is Instagram's.
type Format struct{}

// Name is the platform's.
func (Format) Name() string { return "instagram" }

// Recognize looks for keys and entries that only Instagram's files have, or for its web pages.
func (Format) Recognize(fsys fs.FS) bool {
	return meta.Recognize(fsys, "instagram") || meta.HTML(fsys, "instagram")
}

// Read hands out what the export holds.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	if !meta.Recognize(fsys, "instagram") {
		return meta.ErrHTML("Instagram")
	}
	r := &reader{Reader: meta.NewReader("instagram", fsys, out)}
	files, err := r.Files(ctx)
	if err != nil {
		return err
	}
	return r.read(ctx, files)
}

type reader struct {
	*meta.Reader
	profile meta.Profile
}

func (r *reader) read(ctx context.Context, files []string) error {
	for _, name := range files {
		if err := r.profileOf(ctx, name); err != nil {
			return err
		}
	}
	if err := r.profile.Apply(r.Reader); err != nil {
		return err
	}
	for _, name := range files {
		if err := r.Read(ctx, name, r.value); err != nil {
			return err
		}
	}
	return r.Talks.End()
}

// add hands out an entry of the file that is read.
func (r *reader) add(e entry.Entry) error {
	e.File = r.File
	return r.Account.Add(e)
}
