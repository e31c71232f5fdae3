package folder_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/store"
	"bedside/internal/store/folder"
)

// shelf is a store as far as a folder knows one.
type shelf struct {
	records []store.Record
	fails   error // after the last one
}

func (s *shelf) Each(_ context.Context, do func(store.Record) error) error {
	for _, r := range s.records {
		if err := do(r); err != nil {
			return err
		}
	}
	return s.fails
}

func (s *shelf) PutAll(_ context.Context, records iter.Seq2[store.Record, error]) error {
	var all []store.Record
	for r, err := range records {
		if err != nil {
			return err
		}
		all = append(all, r)
	}
	s.records = all
	return nil
}

func now() time.Time { return time.Date(2026, 3, 4, 15, 4, 5, 0, time.UTC) }

func record(id string, body []byte) store.Record {
	return store.Record{ID: id, Kind: "hold", State: "open", At: now().Add(7 * time.Microsecond), Rank: -2, Body: body}
}

func export(t *testing.T, s *shelf) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	if _, err := folder.Export(t.Context(), s, dir, "test", now()); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestThereAndBack(t *testing.T) {
	t.Parallel()
	png := append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte{0, 255}, 50)...)
	picture, err := json.Marshal(map[string]any{"type": "image/png", "data": png})
	if err != nil {
		t.Fatal(err)
	}
	due, owned := record("due", []byte(`{"n":9007199254740993}`)), record("due", []byte(`{}`))
	due.Due, owned.Owner = now(), "ada@example.org"
	for name, records := range map[string][]store.Record{
		"nothing":                              nil,
		"a due date, and an owner's":           {due, owned},
		"a picture":                            {record("p", canonical(t, picture))},
		"bytes that are no JSON":               {record("raw", []byte{0, 1, 2, 255})},
		"no bytes":                             {record("none", []byte{})},
		"JSON that is no object":               {record("list", []byte(`[1,2]`)), record("null", []byte(`null`)), record("word", []byte(`"data"`))},
		"data that is no picture":              {record("data", []byte(`{"data":"no base64","x":1}`)), record("n", []byte(`{"data":7}`)), record("e", []byte(`{"data":""}`))},
		"base64 that is written otherwise":     {record("b", []byte(`{"data":"QUJD\u0044"}`))},
		"words that HTML would escape":         {record("h", []byte(`{"text":"<b> & </b>"}`))},
		"ids that are no names of files":       {record("../../up", []byte(`{}`)), record("a/b", []byte(`{}`)), record("a:b", []byte(`{}`))},
		"ids that differ in capitals only":     {record("AB", []byte(`1`)), record("ab", []byte(`2`))},
		"an id as long as a file's may not be": {record(strings.Repeat("long", 200), []byte(`{}`))},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, into := export(t, &shelf{records: records}), &shelf{}
			if _, err := folder.Import(t.Context(), into, dir); err != nil {
				t.Fatal(err)
			}
			byID := cmp.Transformer("byID", func(records []store.Record) map[string]string {
				m := map[string]string{}
				for _, r := range records {
					m[r.Owner+"/"+r.ID] = strings.Join([]string{r.Kind, r.State, r.At.String(), r.Due.String(), string(r.Body)}, "|")
				}
				return m
			})
			if diff := cmp.Diff(records, into.records, byID); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// canonical is JSON with its keys in order, as the export of a picture has it.
func canonical(t *testing.T, b []byte) []byte {
	t.Helper()
	var v map[string]json.RawMessage
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPictureIsAFileOfItsOwn(t *testing.T) {
	t.Parallel()
	dir := export(t, &shelf{records: []store.Record{record("p", []byte(`{"data":"/9j/4AAQSkZJRg=="}`))}})
	if b, err := os.ReadFile(filepath.Join(dir, "hold", "p.jpg")); err != nil || !bytes.HasPrefix(b, []byte("\xff\xd8\xff")) {
		t.Errorf("got %d bytes, %v", len(b), err)
	}
	if info, err := os.Stat(filepath.Join(dir, "hold", "p.json")); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("got %v, %v", info.Mode(), err)
	}
}

func TestExportIsWholeOrNotThere(t *testing.T) {
	t.Parallel()
	above := t.TempDir()
	dir := filepath.Join(above, "out")
	broken := errors.New("broken")
	if _, err := folder.Export(t.Context(), &shelf{[]store.Record{record("a", []byte(`{}`))}, broken}, dir, "test", now()); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
	if left, err := os.ReadDir(above); err != nil || len(left) != 0 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := folder.Export(t.Context(), &shelf{}, dir, "test", now()); bedside.CodeOf(err) != bedside.CodeInvalid {
		t.Errorf("got %v", err)
	}
	if _, err := folder.Export(t.Context(), &shelf{}, filepath.Join(above, "nowhere", "out"), "test", now()); bedside.CodeOf(err) != bedside.CodeUnavailable {
		t.Errorf("got %v", err)
	}
}

func TestFoldersThatAreRefused(t *testing.T) {
	t.Parallel()
	const index = "bedside.json"
	for name, harm := range map[string]func(dir string) error{
		"no index":              func(dir string) error { return os.Remove(filepath.Join(dir, index)) },
		"an index that is none": func(dir string) error { return os.WriteFile(filepath.Join(dir, index), []byte("{"), 0o600) },
		"a newer index":         func(dir string) error { return os.WriteFile(filepath.Join(dir, index), []byte(`{"schema":2}`), 0o600) },
		"a record is missing":   func(dir string) error { return os.Remove(filepath.Join(dir, "hold", "a.json")) },
		"a picture is missing":  func(dir string) error { return os.Remove(filepath.Join(dir, "hold", "p.jpg")) },
		"half a record":         func(dir string) error { return os.Truncate(filepath.Join(dir, "hold", "a.json"), 40) },
		"one record too many": func(dir string) error {
			return os.Link(filepath.Join(dir, "hold", "a.json"), filepath.Join(dir, "hold", "z.json"))
		},
		"a picture from elsewhere": func(dir string) error {
			return errors.Join(os.Remove(filepath.Join(dir, "hold", "p.jpg")), os.Symlink("/etc/hostname", filepath.Join(dir, "hold", "p.jpg")))
		},
		"a key that nobody knows": func(dir string) error {
			return os.WriteFile(filepath.Join(dir, "hold", "a.json"), []byte(`{"id":"a","kind":"hold","command":"x"}`), 0o600)
		},
		"a record with two files": func(dir string) error { // which of them it is would be chance
			return os.WriteFile(filepath.Join(dir, "hold", "a.json"), []byte(`{"id":"a","kind":"hold","files":{"":"p.jpg","data":"p.json"}}`), 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := export(t, &shelf{records: []store.Record{record("a", []byte(`{"text":"Quillfeather"}`)), record("p", []byte(`{"data":"/9j/4AAQSkZJRg=="}`))}})
			if err := harm(dir); err != nil {
				t.Fatal(err)
			}
			into := &shelf{}
			_, err := folder.Import(t.Context(), into, dir)
			if bedside.CodeOf(err) != bedside.CodeInvalid || strings.Contains(err.Error(), "Quill") || len(into.records) != 0 {
				t.Errorf("got %d records, %v", len(into.records), err)
			}
		})
	}
	if _, err := folder.Import(t.Context(), &shelf{}, filepath.Join(t.TempDir(), "nothing")); bedside.CodeOf(err) != bedside.CodeNotFound || !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}

// FuzzImport reads records that anybody may have written: they are refused or kept, and what is kept is written out the same again.
func FuzzImport(f *testing.F) {
	f.Add([]byte(`{"id":"a","kind":"hold","state":"open","at":"2026-03-04T15:04:05.000007Z","rank":-2,"body":{"text":"x"}}`))
	f.Add([]byte(`{"id":"a","kind":"hold","files":{"data":"a.jpg"},"body":{}}`))
	f.Add([]byte(`{"id":"a","kind":"hold","files":{"":"../../etc/hostname"}}`))
	f.Add([]byte(`{"id":"a","kind":"hold","due":"0000-01-01T00:00:00Z","body":[]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		files := fstest.MapFS{"hold/a.json": {Data: b}, "bedside.json": {Data: []byte(`{"schema":1,"records":{"hold":1}}`)}} // a disk would take most of the time
		first, second := &shelf{}, &shelf{}
		if _, err := folder.ImportFS(t.Context(), first, files, "fuzz"); err != nil {
			return
		}
		if _, err := folder.Import(t.Context(), second, export(t, first)); err != nil {
			t.Fatal(err)
		}
		if a, b := first.records[0], second.records[0]; a.ID != b.ID || a.State != b.State || !a.At.Equal(b.At) || !a.Due.Equal(b.Due) || !bytes.Equal(a.Body, b.Body) {
			t.Errorf("%d and %d bytes", len(a.Body), len(b.Body))
		}
	})
}
