package archive

import (
	"cmp"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"bedside"
)

// folder is a folder on disk as a file system without links: what a link leads to is not there.
type folder struct {
	root   *os.Root
	limits Limits
}

func openFolder(path string, limits Limits) (*folder, error) {
	root, err := os.OpenRoot(path)
	if err != nil {
		return nil, err
	}
	return &folder{root: root, limits: limits}, nil
}

func (f *folder) Close() error { return f.root.Close() }

// Open opens a file or a folder that no link leads to.
func (f *folder) Open(name string) (fs.File, error) {
	if _, err := f.lstat("open", name); err != nil {
		return nil, err
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	return newBoundedFile(file, f.limits), nil
}

// Stat describes a file without opening it.
func (f *folder) Stat(name string) (fs.FileInfo, error) { return f.lstat("stat", name) }

// lstat looks at every step of a path, so that no folder above is a link either.
func (f *folder) lstat(op, name string) (fs.FileInfo, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	for i := range name {
		if name[i] == '/' {
			if _, err := f.plain(op, name[:i]); err != nil {
				return nil, err
			}
		}
	}
	return f.plain(op, name)
}

// plain describes what is a file or a folder, and nothing else.
func (f *folder) plain(op, name string) (fs.FileInfo, error) {
	info, err := f.root.Lstat(name)
	if err == nil && !info.IsDir() && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return info, err
}

// ReadFile reads a file whole, up to the limit.
func (f *folder) ReadFile(name string) ([]byte, error) { return readFile(f, name) }

// ReadDir lists a folder, links and devices left out.
func (f *folder) ReadDir(name string) ([]fs.DirEntry, error) {
	if _, err := f.lstat("readdir", name); err != nil {
		return nil, err
	}
	file, err := f.root.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	entries, err := file.ReadDir(-1)
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return !e.IsDir() && !e.Type().IsRegular() })
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return entries, err
}

// boundedFile is an open file that ends in an error where it grows too large. It has no other way to be read.
type boundedFile struct {
	bounded
	file *os.File
}

func newBoundedFile(f *os.File, limits Limits) *boundedFile {
	return &boundedFile{bounded: bounded{Reader: f, left: limits.File, over: errTooLarge}, file: f}
}

func (b *boundedFile) Stat() (fs.FileInfo, error)           { return b.file.Stat() }
func (b *boundedFile) Close() error                         { return b.file.Close() }
func (b *boundedFile) ReadDir(n int) ([]fs.DirEntry, error) { return b.file.ReadDir(n) }

// single is one file by itself as an archive.
func single(path string, limits Limits) (*tree, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	t := newTree(func(int) (io.ReadCloser, error) {
		file, err := os.Open(path)
		if err != nil {
			return nil, err
		}
		return newBoundedFile(file, limits), nil
	})
	t.add(strings.ReplaceAll(info.Name(), `\`, "_"), 0, info.Size(), info.ModTime(), 0)
	if len(t.refused) > 0 {
		return nil, bedside.Errorf(bedside.CodeInvalid, "give the file a shorter name in plain letters")
	}
	return t.sort(), nil
}
