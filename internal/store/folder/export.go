package folder

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"bedside"
	"bedside/internal/store"
	"bedside/internal/whole"
)

// From is what hands over everything that is kept.
type From interface {
	Each(ctx context.Context, do func(store.Record) error) error
}

// Export writes everything into a new folder, which appears only when it is whole.
func Export(ctx context.Context, from From, dir, version string, now time.Time) (_ Index, err error) {
	if _, err := os.Lstat(dir); err == nil {
		return Index{}, bedside.Errorf(bedside.CodeInvalid, "%s: this is there already; name a folder that is not", dir)
	}
	part, err := os.MkdirTemp(filepath.Dir(dir), ".bedside-export-*")
	if err != nil {
		return Index{}, unwritten(err)
	}
	defer func() {
		if err != nil {
			_ = os.RemoveAll(part)
		}
	}()
	w := writer{dir: part, index: Index{Schema: schema, Made: now.UTC().Truncate(time.Second), Version: version, Records: map[string]int{}}}
	if err := from.Each(ctx, w.record); err != nil {
		return Index{}, err
	}
	if err := w.end(); err != nil {
		return Index{}, err
	}
	return w.index, unwritten(os.Rename(part, dir))
}

// unwritten says that a disk did not take something. Other errors say themselves what they are.
func unwritten(err error) error {
	if err == nil || bedside.CodeOf(err) != bedside.CodeInternal {
		return err
	}
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the folder cannot be written: the disk is full, or can only be read; nothing is left of it", Err: err}
}

// writer writes records one by one.
type writer struct {
	dir   string
	index Index
}

func (w *writer) end() error {
	b, err := readable(w.index)
	if err != nil {
		return unwritten(err)
	}
	return unwritten(whole.WriteFile(filepath.Join(w.dir, indexName), b, 0o600))
}

// readable is JSON as people read it.
func readable(v any) ([]byte, error) {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	to.SetEscapeHTML(false)
	to.SetIndent("", "  ")
	err := to.Encode(v)
	return b.Bytes(), err
}

func (w *writer) record(r store.Record) error {
	dir := filepath.Join(w.dir, tame(r.Kind))
	if r.Owner != "" {
		dir = filepath.Join(w.dir, "@"+tame(r.Owner), tame(r.Kind))
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return unwritten(err)
	}
	f := fileOf(r)
	apart := f.split(r.Body)
	name, err := place(dir, tame(r.ID))
	if err != nil {
		return unwritten(err)
	}
	for key, content := range apart {
		f.Files[key] = name + extension(content)
		if err := create(filepath.Join(dir, f.Files[key]), content); err != nil {
			return unwritten(err)
		}
	}
	b, err := readable(f)
	if err != nil {
		return unwritten(err)
	}
	w.index.Records[r.Kind]++
	return unwritten(os.WriteFile(filepath.Join(dir, name+".json"), b, 0o600))
}

// place takes a name in a folder that no other record has, not even one that differs in capitals only.
func place(dir, name string) (string, error) {
	for n := 1; ; n++ {
		try := name
		if n > 1 {
			try += "~" + strconv.Itoa(n)
		}
		err := create(filepath.Join(dir, try+".json"), nil)
		if !errors.Is(err, fs.ErrExist) {
			return try, err
		}
	}
}

func create(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}

// tame makes a name of a file of any word: letters, digits and dashes. It need not be undone: the record says its own name.
func tame(word string) string {
	name := strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' {
			return r
		}
		return '_'
	}, word)
	return cmp.Or(name[:min(100, len(name))], "_")
}
