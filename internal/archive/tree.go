package archive

import (
	"cmp"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"
)

// tree is the files of a packed archive as a file system. It is complete before anybody looks at it, and holds no content.
type tree struct {
	nodes   map[string]*node
	refused map[string]int // entries that are not in it, by reason
	open    func(at int) (io.ReadCloser, error)
}

// node is a file or a folder; it is its own fs.FileInfo and fs.DirEntry.
type node struct {
	name     string
	size     int64
	time     time.Time
	at       int // what tree.open asks for; -1 for a folder
	children []*node
}

func newTree(open func(at int) (io.ReadCloser, error)) *tree {
	return &tree{nodes: map[string]*node{".": {name: ".", at: -1}}, refused: map[string]int{}, open: open}
}

// add takes in one entry of the archive, unless its path leads out of it or its mode is that of a link or a device.
func (t *tree) add(name string, mode fs.FileMode, size int64, modified time.Time, at int) {
	if clean, reason := cleanName(name); reason != "" {
		t.refused[reason]++
	} else if clean == "." {
		return
	} else if mode.IsDir() {
		if t.folder(clean) == nil {
			t.refused["a path through a file"]++
		}
	} else if !mode.IsRegular() {
		t.refused["a link or a device"]++
	} else if reason := t.file(clean, size, modified, at); reason != "" {
		t.refused[reason]++
	}
}

// cleanName gives an entry's path as fs.FS writes them, or the reason why it has none. Letters of an unknown encoding, which
// old systems wrote, become a sign each.
func cleanName(name string) (clean, reason string) {
	name = strings.TrimSuffix(strings.ReplaceAll(strings.ToValidUTF8(name, "_"), `\`, "/"), "/")
	for strings.HasPrefix(name, "./") {
		name = name[2:]
	}
	switch {
	case strings.HasPrefix(name, "/"), len(name) > 1 && name[1] == ':', slices.Contains(strings.Split(name, "/"), ".."):
		return "", "a path that leads out of the archive"
	case len(name) > nameBytes, strings.Count(name, "/") >= depth:
		return "", "a path that is too long"
	case strings.ContainsRune(name, 0) || !fs.ValidPath(name):
		return "", "a path that is none"
	}
	return name, ""
}

func (t *tree) file(name string, size int64, modified time.Time, at int) (reason string) {
	if t.nodes[name] != nil {
		return "a second file of the same name"
	}
	parent := t.folder(path.Dir(name))
	if parent == nil {
		return "a path through a file"
	}
	n := &node{name: path.Base(name), size: size, time: modified, at: at}
	t.nodes[name] = n
	parent.children = append(parent.children, n)
	return ""
}

// folder finds or makes a folder and those above it; nil where a file stands in the way.
func (t *tree) folder(name string) *node {
	if n := t.nodes[name]; n != nil {
		if n.at >= 0 {
			return nil
		}
		return n
	}
	parent := t.folder(path.Dir(name))
	if parent == nil {
		return nil
	}
	n := &node{name: path.Base(name), at: -1}
	t.nodes[name] = n
	parent.children = append(parent.children, n)
	return n
}

// sort puts every folder in the order that fs.ReadDirFS asks for.
func (t *tree) sort() *tree {
	for _, n := range t.nodes {
		slices.SortFunc(n.children, func(a, b *node) int { return cmp.Compare(a.name, b.name) })
	}
	return t
}

func (t *tree) find(op, name string) (*node, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	if n := t.nodes[name]; n != nil {
		return n, nil
	}
	return nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// Open opens a file or a folder.
func (t *tree) Open(name string) (fs.File, error) {
	n, err := t.find("open", name)
	if err != nil {
		return nil, err
	}
	if n.IsDir() {
		return &folderFile{node: n}, nil
	}
	r, err := t.open(n.at)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &treeFile{node: n, ReadCloser: r}, nil
}

// ReadFile reads a file whole. It does not believe what the archive says of its size, for which fs.ReadFile makes room.
func (t *tree) ReadFile(name string) ([]byte, error) { return readFile(t, name) }

// readFile takes as much memory as there is to be read.
func readFile(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(f)
}

// ReadDir lists a folder.
func (t *tree) ReadDir(name string) ([]fs.DirEntry, error) {
	n, err := t.find("readdir", name)
	if err != nil {
		return nil, err
	}
	if !n.IsDir() {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	return n.entries(), nil
}

// Stat describes a file without opening it.
func (t *tree) Stat(name string) (fs.FileInfo, error) {
	n, err := t.find("stat", name)
	if err != nil {
		return nil, err // a nil *node would not be a nil FileInfo
	}
	return n, nil
}

func (n *node) Name() string               { return n.name }
func (n *node) Size() int64                { return n.size }
func (n *node) ModTime() time.Time         { return n.time }
func (n *node) IsDir() bool                { return n.at < 0 }
func (n *node) Sys() any                   { return nil }
func (n *node) Type() fs.FileMode          { return n.Mode().Type() }
func (n *node) Info() (fs.FileInfo, error) { return n, nil }

func (n *node) Mode() fs.FileMode {
	if n.IsDir() {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

func (n *node) entries() []fs.DirEntry {
	out := make([]fs.DirEntry, len(n.children))
	for i, c := range n.children {
		out[i] = c
	}
	return out
}

type treeFile struct {
	*node
	io.ReadCloser
}

func (f *treeFile) Stat() (fs.FileInfo, error) { return f.node, nil }

type folderFile struct {
	*node
	read int
}

func (f *folderFile) Stat() (fs.FileInfo, error) { return f.node, nil }
func (f *folderFile) Close() error               { return nil }

func (f *folderFile) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir lists the next n entries, as fs.ReadDirFile asks for.
func (f *folderFile) ReadDir(n int) ([]fs.DirEntry, error) {
	rest := f.entries()[f.read:]
	if n > 0 && len(rest) == 0 {
		return nil, io.EOF
	}
	if n > 0 && n < len(rest) {
		rest = rest[:n]
	}
	f.read += len(rest)
	return rest, nil
}
