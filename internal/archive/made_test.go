package archive_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/internal/archive"
)

// file is one entry of an archive that a test builds.
type file struct {
	name, text string
	mode       fs.FileMode
}

func zipOf(t *testing.T, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC)}
		h.SetMode(f.mode | 0o600)
		e, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(e, f.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarOf(t *testing.T, files ...file) []byte {
	t.Helper()
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Mode: 0o600, Size: int64(len(f.text)), ModTime: time.Date(2026, 3, 4, 5, 6, 7, 0, time.UTC), Typeflag: tar.TypeReg}
		switch {
		case f.mode.IsDir():
			h.Typeflag = tar.TypeDir
		case f.mode&fs.ModeSymlink != 0:
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, f.text, 0
		case f.mode&fs.ModeDevice != 0:
			h.Typeflag, h.Size = tar.TypeBlock, 0
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if h.Size > 0 {
			if _, err := io.WriteString(w, f.text); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t *testing.T, b []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func write(t *testing.T, name string, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func everyKind(t *testing.T, files ...file) map[string]string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		path := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	tarred := tarOf(t, files...)
	return map[string]string{
		"folder":                 dir,
		"zip":                    write(t, "a.zip", zipOf(t, files...)),
		"tar":                    write(t, "a.tar", tarred),
		"tar.gz":                 write(t, "a.tgz", gzipOf(t, tarred)),
		"zip under another name": write(t, "download", zipOf(t, files...)),
	}
}

// readAll opens an archive and reads it to its end.
func readAll(t *testing.T, path string, formats ...archive.Format) ([]archive.Item, archive.Report, error) {
	t.Helper()
	return readWith(t, archive.Opener{Formats: formats}, path)
}

func readWith(t *testing.T, o archive.Opener, path string) ([]archive.Item, archive.Report, error) {
	t.Helper()
	s, err := o.Open(t.Context(), path)
	if err != nil {
		return nil, archive.Report{}, err
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	var items []archive.Item
	r, err := s.Read(t.Context(), func(i archive.Item) error {
		items = append(items, i)
		return nil
	})
	return items, r, err
}

func texts(items []archive.Item) []string {
	var out []string
	for _, i := range items {
		out = append(out, i.Draft.Text)
	}
	return out
}

func skipped(r archive.Report) int {
	n := 0
	for _, s := range r.Skipped {
		n += s.Count
	}
	return n
}

func codeOf(err error) bedside.Code {
	if ours, ok := errors.AsType[*bedside.Error](err); ok {
		return ours.Code
	}
	return ""
}

// lines is an invented platform: a folder with a file exports.lines, one post a line.
type lines struct{ name string }

func (l lines) Name() string { return l.name }

func (l lines) Recognize(fsys fs.FS) bool {
	b, err := fs.ReadFile(fsys, l.name+".csv")
	return err == nil && bytes.HasPrefix(b, []byte("posts\n"))
}

func (l lines) Read(_ context.Context, fsys fs.FS, out *archive.Import) error {
	b, err := fs.ReadFile(fsys, l.name+".csv")
	if err != nil {
		return err
	}
	for line := range strings.Lines(strings.TrimPrefix(string(b), "posts\n")) {
		line = strings.TrimSpace(line)
		if line == "refuse" {
			return bedside.Errorf(bedside.CodeInvalid, "this export is refused; ask for another")
		}
		item := archive.Item{Draft: bedside.Draft{Text: line, Media: []bedside.Media{{}}}, Media: []string{archive.Existing(fsys, "a.png")}, File: l.name + ".csv"}
		if err := out.Add(item); err != nil {
			return err
		}
	}
	out.Set(archive.Setting{Name: "audience", Value: l.name})
	return nil
}
