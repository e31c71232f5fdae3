package archive

import (
	"context"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bedside"
)

// Format is how one platform lays out its exports.
type Format interface {
	// Name is the platform as account.platform names it: x, mastodon, bluesky …
	Name() string
	// Recognize reports whether an archive is such an export. It looks at structure, never at a fragment of a file's name alone.
	// It is asked of every folder near the top, so that it should say no quickly.
	Recognize(fsys fs.FS) bool
	// Read hands out what the archive holds. A file that cannot be read, and an entry of unknown shape, are counted in the
	// report and passed over; an error ends the reading: that of hand, of ctx, or one that makes the archive worthless.
	Read(ctx context.Context, fsys fs.FS, out *Import) error
}

// Item is one post, comment, reply, message, bio or contact request of an archive.
type Item struct {
	Draft  bedside.Draft // with id, kind, state, posted_by, time, account and context as far as the export holds them
	URL    string        // where it stands, where that is known
	Thread string        // what it belongs to: items of one thread share it; empty for none
	Media  []string      // names, inside the archive, of the files of Draft.Media, in their order; empty where one is missing
	File   string        // the file of the archive that it came from
}

// Published is an item that the author put up, still without words. Where the platform gave it no id, the import does.
func Published(platform, kind, id string) Item {
	if id != "" {
		id = platform + "-" + id
	}
	d := bedside.Draft{ID: id, Kind: kind, State: "published", PostedBy: "self"}
	d.Account.Platform = platform
	return Item{Draft: d}
}

// Report is what an import says of itself. Found is the sum of what was read and what was skipped.
type Report struct {
	Platform string    `json:"platform"` // several are parted by commas
	Found    int       `json:"found"`
	Read     int       `json:"read"`
	Skipped  []Skipped `json:"skipped"`
	Settings []Setting `json:"settings,omitempty"`
}

// Skipped counts what was passed over in one file for one reason.
type Skipped struct {
	File   string `json:"file"` // empty for many files together, and for the archive itself
	Reason string `json:"reason"`
	Count  int    `json:"count"`
}

// Setting is one of the account's settings of privacy as the export holds it.
type Setting struct {
	Platform string       `json:"platform,omitempty"`
	Name     string       `json:"name"`  // audience, discoverable, tagging …
	Value    string       `json:"value"` // as the platform writes it
	Time     bedside.Time `json:"time,omitzero"`
}

// List names the files of a folder with one of the extensions, without the folder; empty where it cannot be read.
func List(fsys fs.FS, folder string, extensions ...string) []string {
	entries, err := fs.ReadDir(fsys, folder)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if !e.IsDir() && !hidden(e.Name()) && slices.Contains(extensions, strings.ToLower(path.Ext(e.Name()))) {
			out = append(out, e.Name())
		}
	}
	return out
}

// mostLooked is how many files of a folder Look looks into: an export has dozens, and only a folder of drafts has thousands.
const mostLooked = 200

// Look reports whether one of the first files of a folder is what a format looks for.
func Look(fsys fs.FS, folder string, is func(name string) bool, extensions ...string) bool {
	names := List(fsys, folder, extensions...)
	return slices.ContainsFunc(names[:min(len(names), mostLooked)], func(name string) bool { return is(path.Join(folder, name)) })
}

// Existing is the name of a file if it is in the archive, and empty if it is not.
func Existing(fsys fs.FS, name string) string {
	info, err := fs.Stat(fsys, name)
	if err != nil || info.IsDir() {
		return ""
	}
	return name
}
