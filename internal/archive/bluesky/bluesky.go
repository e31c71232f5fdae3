// Package bluesky reads a repository that Bluesky, or another server of the AT protocol, hands out as a CAR file: posts,
// replies and the profile. The tree in it says which records still stand and under which names. It never reads reposts,
// and pictures are not in there. Start at Format.
package bluesky

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/fxamacker/cbor/v2"

	"bedside/internal/archive"
)

// Format reads exports of Bluesky.
type Format struct{}

// Name returns bluesky.
func (Format) Name() string { return "bluesky" }

// Recognize reports whether a folder holds a repository.
func (Format) Recognize(fsys fs.FS) bool {
	return archive.Look(fsys, ".", func(name string) bool { return isRepository(fsys, name) }, ".car", "")
}

// Read hands out the posts and the profile of every repository in a folder.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	for _, name := range repositories(fsys) {
		r := &reader{ctx: ctx, fsys: fsys, file: name, out: out}
		if err := r.read(); err != nil {
			return err
		}
	}
	return nil
}

// repositories lists the files that begin as a CAR file does. One without an ending may be one, too.
func repositories(fsys fs.FS) []string {
	return slices.DeleteFunc(archive.List(fsys, ".", ".car", ""), func(name string) bool { return !isRepository(fsys, name) })
}

func isRepository(fsys fs.FS, name string) bool {
	f, err := fsys.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = newCAR(f)
	return err == nil
}

// reader is a repository while it is read, in two passes: the tree, then the records.
type reader struct {
	ctx    context.Context
	fsys   fs.FS
	file   string
	out    *archive.Import
	mode   cbor.DecMode
	tree   *tree
	handle string
	about  string // the profile
}

func (r *reader) read() error {
	r.mode, r.tree = decoder(), newTree()
	quiet := *r
	quiet.out = archive.NewImport(nil) // what cannot be read is counted the second time
	if err := quiet.blocks(func(b block) error { r.tree.take(b); return nil }); err != nil {
		return err
	}
	r.tree.grow()
	r.about, r.handle = r.tree.about(), handle(r.fsys, r.tree.commit.DID)
	return r.blocks(r.record)
}

// blocks hands out one block after the other, and counts what ends the file early.
func (r *reader) blocks(hand func(block) error) error {
	f, err := r.fsys.Open(r.file)
	if err != nil {
		r.out.Skip(r.file, archive.Reason(err))
		return nil
	}
	defer f.Close()
	c, err := newCAR(f)
	if err == nil {
		r.tree.head = c.root
	}
	for err == nil {
		var b block
		if b, err = c.next(); err != nil {
			break
		}
		if err := errors.Join(r.ctx.Err(), hand(b)); err != nil {
			return err
		}
	}
	if !errors.Is(err, io.EOF) {
		r.out.Skip(r.file, archive.Reason(err))
	}
	return nil
}
