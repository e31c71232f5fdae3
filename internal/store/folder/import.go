package folder

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"

	"bedside"
	"bedside/internal/store"
)

// Into is where everything goes, all or none.
type Into interface {
	PutAll(ctx context.Context, records iter.Seq2[store.Record, error]) error
}

// largest is how many bytes one file may have.
const largest = 64 << 20

// Import reads a folder that Export wrote. What is kept already stays; a record that is there twice stops it, and nothing is changed.
func Import(ctx context.Context, into Into, dir string) (Index, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Index{}, &bedside.Error{Code: bedside.CodeNotFound, Message: dir + ": this folder cannot be read", Err: err}
	}
	defer root.Close()
	return ImportFS(ctx, into, root.FS(), dir)
}

// ImportFS is Import for files wherever they are; name is what messages call them.
func ImportFS(ctx context.Context, into Into, files fs.FS, name string) (Index, error) {
	r := reader{files, name}
	index, err := r.index()
	if err != nil {
		return Index{}, err
	}
	var found map[string]int
	err = into.PutAll(ctx, func(yield func(store.Record, error) bool) {
		found = map[string]int{}
		r.all(index, found, yield)
	})
	if bedside.CodeOf(err) == bedside.CodeConflict {
		return Index{}, &bedside.Error{Code: bedside.CodeConflict, Message: "something of it is kept here already; nothing was changed: import into an empty folder", Err: err}
	}
	return index, err
}

// reader reads files of a folder, and none outside of it.
type reader struct {
	files fs.FS
	name  string
}

func (r reader) index() (index Index, _ error) {
	b, err := r.read(indexName)
	if err == nil {
		err = json.Unmarshal(b, &index)
	}
	switch {
	case err != nil:
		return index, &bedside.Error{Code: bedside.CodeInvalid, Message: r.name + ": there is no " + indexName + " that can be read: the folder is no export of Bedside, or not whole", Err: err}
	case index.Schema != schema:
		return index, bedside.Errorf(bedside.CodeInvalid, "the folder was written by a newer Bedside; nothing was changed: use the newer one")
	}
	return index, nil
}

// all hands over every record, and an error in the end when there are not as many as the index says.
func (r reader) all(index Index, found map[string]int, yield func(store.Record, error) bool) {
	stopped := errors.New("stopped")
	err := fs.WalkDir(r.files, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != ".json" || name == indexName {
			return err
		}
		record, err := r.record(name)
		if err != nil {
			return err
		}
		found[record.Kind]++
		if !yield(record, nil) {
			return stopped
		}
		return nil
	})
	switch {
	case errors.Is(err, stopped):
	case err != nil:
		yield(store.Record{}, unread(err))
	case !maps.Equal(found, index.Records):
		yield(store.Record{}, bedside.Errorf(bedside.CodeInvalid, "files are missing, or there are more than %s says; nothing was changed", indexName))
	}
}

func (r reader) record(name string) (store.Record, error) {
	b, err := r.read(name)
	if err != nil {
		return store.Record{}, err
	}
	var f file
	strict := json.NewDecoder(bytes.NewReader(b))
	strict.DisallowUnknownFields()
	if err := strict.Decode(&f); err != nil || f.ID == "" || f.Kind == "" {
		return store.Record{}, &bedside.Error{Code: bedside.CodeInvalid, Message: "a file of the folder is no record; nothing was changed", Err: err}
	}
	body, err := f.join(func(beside string) ([]byte, error) { return r.read(path.Join(path.Dir(name), path.Base(beside))) })
	return f.record(body), err
}

func (r reader) read(name string) ([]byte, error) {
	f, err := r.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, largest+1))
	if err == nil && len(b) > largest {
		err = bedside.Errorf(bedside.CodeTooLarge, "a file of the folder is larger than %d MiB; nothing was changed", largest>>20)
	}
	return b, err
}

func unread(err error) error {
	if bedside.CodeOf(err) != bedside.CodeInternal {
		return err
	}
	return &bedside.Error{Code: bedside.CodeInvalid, Message: "a file of the folder cannot be read; nothing was changed", Err: err}
}
