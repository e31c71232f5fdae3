package archive

import (
	"context"
	"io/fs"
	"path"
	"strings"
)

const (
	findDepth   = 5    // how far below the top an export may begin
	findFolders = 1000 // how many folders are looked at
)

// place is where an export begins, and who reads it.
type place struct {
	format Format
	root   string
}

// find looks for exports from the top down. What lies below one belongs to it. Archives inside of the archive are named, too:
// nobody opens them.
func find(ctx context.Context, fsys fs.FS, formats []Format) (places []place, packed []string, err error) {
	level := []string{"."}
	looked := 0
	for range findDepth + 1 {
		var next []string
		for _, folder := range level {
			if looked++; looked > findFolders {
				return places, packed, nil
			}
			if err := ctx.Err(); err != nil {
				return nil, nil, err
			}
			found, below, err := findIn(fsys, folder, formats)
			if err != nil && folder == "." {
				return nil, nil, err
			}
			if found == nil {
				for _, name := range List(fsys, folder, packedExtensions()...) {
					packed = append(packed, path.Join(folder, name))
				}
			}
			places = append(places, found...)
			next = append(next, below...)
		}
		level = next
	}
	return places, packed, nil
}

// findIn asks every format about one folder, and names the folders below it if none claims it.
func findIn(fsys fs.FS, folder string, formats []Format) (found []place, below []string, err error) {
	for _, f := range formats {
		if f.Recognize(under(fsys, folder)) {
			found = append(found, place{f, folder})
		}
	}
	if found != nil {
		return found, nil, nil
	}
	entries, err := fs.ReadDir(fsys, folder)
	for _, e := range entries {
		if e.IsDir() && !hidden(e.Name()) {
			below = append(below, path.Join(folder, e.Name()))
		}
	}
	return nil, below, err
}

// below is a folder of a file system; unlike that of fs.Sub it describes a file without opening it.
type below struct {
	fsys fs.FS
	root string
}

func under(fsys fs.FS, root string) fs.FS {
	if root == "." {
		return fsys
	}
	return below{fsys, root}
}

func (b below) full(op, name string) (string, error) {
	if !fs.ValidPath(name) {
		return "", &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	return path.Join(b.root, name), nil
}

func (b below) Open(name string) (fs.File, error) {
	name, err := b.full("open", name)
	if err != nil {
		return nil, err
	}
	return b.fsys.Open(name)
}

func (b below) ReadFile(name string) ([]byte, error) { return readFile(b, name) }

func (b below) Stat(name string) (fs.FileInfo, error) {
	name, err := b.full("stat", name)
	if err != nil {
		return nil, err
	}
	return fs.Stat(b.fsys, name)
}

func (b below) ReadDir(name string) ([]fs.DirEntry, error) {
	name, err := b.full("readdir", name)
	if err != nil {
		return nil, err
	}
	return fs.ReadDir(b.fsys, name)
}

// hidden reports whether a file is one that systems leave behind rather than people.
func hidden(name string) bool {
	return strings.HasPrefix(name, ".") && name != "." || name == "__MACOSX" || name == "Thumbs.db" || name == "desktop.ini"
}
