// Package x reads the archive that X hands out: posts, replies, posts in communities, messages sent, the profile and what is
// known of protection. Its files are JSON behind the name of a variable, and that name says what they hold. It never reads
// reposts and messages of others as the author's words. Start at Format.
package x

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/stream"
)

// Format reads exports of X.
type Format struct{}

// Name returns x.
func (Format) Name() string { return "x" }

// Recognize reports whether a folder, or its folder data, holds files of X.
func (Format) Recognize(fsys fs.FS) bool {
	ours := func(name string) bool { return variable(fsys, name) != "" }
	return archive.Look(fsys, ".", ours, ".js") || archive.Look(fsys, "data", ours, ".js")
}

// Read hands out what the author wrote.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	r := &reader{ctx: ctx, fsys: fsys, out: out}
	all := files(fsys)
	r.account(all)
	r.protection(all)
	if err := r.bio(all); err != nil {
		return err
	}
	if err := r.posts(all); err != nil {
		return err
	}
	return r.messages(all)
}

// reader is an archive while it is read.
type reader struct {
	ctx      context.Context
	fsys     fs.FS
	out      *archive.Import
	id       string // of the account
	handle   string
	name     string
	bioText  string
	audience string
}

// file is a file of the archive, and the variable that its content is given to.
type file struct {
	name   string
	holds  string // tweets, direct_messages, account …
	folder string // where it lies, with the folders of pictures beside it
}

// files lists the files of the archive, one part behind the other.
func files(fsys fs.FS) []file {
	var out []file
	for _, folder := range []string{".", "data"} {
		for _, name := range archive.List(fsys, folder, ".js") {
			f := file{name: path.Join(folder, name), folder: folder}
			if f.holds = variable(fsys, f.name); f.holds != "" {
				out = append(out, f)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b file) int { return stream.Compare(a.name, b.name) })
	return out
}

// variable is what a file says it holds: tweets in "window.YTD.tweets.part0 = [".
func variable(fsys fs.FS, name string) string {
	f, err := fsys.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	holds, _ := assigned(f)
	return holds
}

// assigned reads up to the sign of equality, and gives the variable's name and what is behind the sign.
func assigned(r io.Reader) (holds string, rest io.Reader) {
	head := make([]byte, 256)
	n, err := io.ReadFull(r, head)
	if n == 0 && err != nil {
		return "", nil
	}
	name, value, ok := strings.Cut(strings.TrimPrefix(string(head[:n]), "\ufeff"), "=")
	name, ytd := strings.CutPrefix(strings.TrimSpace(name), "window.YTD.")
	holds, _, part := strings.Cut(name, ".part")
	if !ok || !ytd || !part {
		return "", nil
	}
	return holds, io.MultiReader(strings.NewReader(value), r)
}

// of picks the files that hold one of some things.
func of(all []file, holds ...string) []file {
	return slices.DeleteFunc(slices.Clone(all), func(f file) bool { return !slices.Contains(holds, f.holds) })
}

// each hands out the elements of a file's list.
func (r *reader) each(name string, hand func(raw []byte) error) error {
	return r.walk(name, nil, func(_ []string, raw json.RawMessage) error {
		if raw == nil {
			return nil
		}
		return hand(raw)
	})
}

// walk reads a file behind its sign of equality, and counts what cannot be read.
func (r *reader) walk(name string, into func([]string) bool, visit stream.Visit) error {
	f, err := r.fsys.Open(name)
	if err != nil {
		r.out.Skip(name, archive.Reason(err))
		return nil
	}
	defer f.Close()
	_, rest := assigned(f)
	if rest == nil {
		r.out.Skip(name, "cut off before its end")
		return nil
	}
	err = stream.WalkInto(rest, into, func(keys []string, raw json.RawMessage) error {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		return visit(keys, raw)
	})
	if broken, ok := errors.AsType[*stream.BrokenError](err); ok {
		r.out.Skip(name, broken.Reason)
		return nil
	}
	return err
}

// item begins a draft of the author's account.
func (r *reader) item(f file, kind, id string) archive.Item {
	item := archive.Published("x", kind, id)
	item.File = f.name
	item.Draft.Account = bedside.Account{Platform: "x", Handle: r.handle, Audience: r.audience, Bio: r.bioText}
	return item
}
