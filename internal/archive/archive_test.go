package archive_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

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

func TestExportsAreFoundWhereverTheyLie(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		files    []file
		want     []string
		platform string
		media    string
	}{
		"at the top":                     {[]file{{name: "alpha.csv", text: "posts\none\ntwo\n"}, {name: "a.png", text: "p"}}, []string{"one", "two"}, "alpha", "a.png"},
		"wrapped in a folder":            {[]file{{name: "w/alpha.csv", text: "posts\none\n"}, {name: "w/a.png", text: "p"}, {name: "w/b.txt", text: "no draft"}}, []string{"one"}, "alpha", "w/a.png"},
		"several platforms":              {[]file{{name: "p/alpha.csv", text: "posts\none\n"}, {name: "q/r/beta.csv", text: "posts\ntwo\n"}}, []string{"one", "two"}, "alpha, beta", ""},
		"an archive inside":              {[]file{{name: "alpha/alpha.csv", text: "posts\none\n"}, {name: "more.zip", text: "PK"}}, []string{"one"}, "alpha", ""},
		"one refused beside one that is": {[]file{{name: "p/alpha.csv", text: "posts\nrefuse\n"}, {name: "q/beta.csv", text: "posts\ntwo\n"}}, []string{"two"}, "alpha, beta", ""},
	}
	for name, test := range tests {
		for kind, path := range everyKind(t, test.files...) {
			t.Run(name+" as "+kind, func(t *testing.T) {
				t.Parallel()
				items, report, err := readAll(t, path, lines{"alpha"}, lines{"beta"})
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(test.want, texts(items)); diff != "" {
					t.Error(diff)
				}
				if report.Platform != test.platform || items[0].Media[0] != test.media {
					t.Errorf("got %q, media %q", report.Platform, items[0].Media)
				}
				for _, s := range report.Settings {
					if s.Platform != s.Value {
						t.Errorf("a setting of %q is said to be of %q", s.Value, s.Platform)
					}
				}
				if report.Found != report.Read+skipped(report) {
					t.Errorf("found %d is not read %d and skipped %d", report.Found, report.Read, skipped(report))
				}
			})
		}
	}
}

func skipped(r archive.Report) int {
	n := 0
	for _, s := range r.Skipped {
		n += s.Count
	}
	return n
}

func TestRefusedExportIsAnError(t *testing.T) {
	t.Parallel()
	path := write(t, "a.zip", zipOf(t, file{name: "alpha.csv", text: "posts\nrefuse\n"}))
	_, _, err := readAll(t, path, lines{"alpha"})
	if got := codeOf(err); got != bedside.CodeInvalid || !strings.Contains(err.Error(), "a.zip: this export is refused") {
		t.Errorf("got %v", err)
	}
}

func codeOf(err error) bedside.Code {
	if ours, ok := errors.AsType[*bedside.Error](err); ok {
		return ours.Code
	}
	return ""
}

func TestFolderOfDrafts(t *testing.T) {
	t.Parallel()
	files := []file{
		{name: "a.txt", text: "first words\n"},
		{name: "b/one.json", text: `{"id":"j1","text":"second words","time":"2025-01-02T03:04:05Z","media":[{"path":"p.png"}]}`},
		{name: "b/p.png", text: "picture"},
		{name: "c.jsonl", text: "\ufeff" + `{"text":"third"}` + "\r\n\nnonsense marker\n" + `{"id":"j2","text":"fourth"}`},
		{name: "d.MD", text: "fifth"},
		{name: ".hidden/e.txt", text: "hidden"},
		{name: ".f.txt", text: "hidden"},
		{name: "g.json", text: `{"marker":1}`},
		{name: "h.txt", text: "\xff\xfe marker"},
		{name: "i.txt", text: ""},
		{name: "k.png", text: "picture"},
	}
	for kind, path := range everyKind(t, files...) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			items, report, err := readAll(t, path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{"first words\n", "second words", "third", "fourth", "fifth"}, texts(items)); diff != "" {
				t.Error(diff)
			}
			var ids []string
			for _, i := range items {
				ids = append(ids, i.Draft.ID)
				if i.Draft.Time.IsZero() {
					t.Errorf("%s has no time", i.Draft.ID)
				}
			}
			if diff := cmp.Diff([]string{"a.txt", "j1", "c.jsonl:1", "j2", "d.MD"}, ids); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff([]string{"b/p.png"}, items[1].Media); diff != "" {
				t.Error(diff)
			}
			want := []archive.Skipped{{File: "c.jsonl", Reason: "not a draft", Count: 1}, {File: "g.json", Reason: "not a draft", Count: 1}, {File: "h.txt", Reason: "this looks like UTF-16; save it as UTF-8: byte 0 (line 1, column 1)", Count: 1}, {File: "i.txt", Reason: "without words or pictures", Count: 1}}
			if diff := cmp.Diff(want, report.Skipped); diff != "" {
				t.Error(diff)
			}
			if report.Found != 9 || report.Read != 5 {
				t.Errorf("found %d, read %d", report.Found, report.Read)
			}
		})
	}
}

func TestOneFileIsAnArchive(t *testing.T) {
	t.Parallel()
	items, report, err := readAll(t, write(t, "posts.jsonl", []byte(`{"text":"a"}`+"\n"+`{"text":"b"}`)))
	if err != nil || report.Read != 2 || items[1].Draft.ID != "posts.jsonl:2" {
		t.Errorf("got %v, %v", report, err)
	}
}

func TestLongLinesAreCounted(t *testing.T) {
	t.Parallel()
	long := `{"text":"` + strings.Repeat("x", bedside.MaxJSON) + `"}`
	items, report, err := readAll(t, write(t, "posts.jsonl", []byte(long+"\n"+`{"text":"b"}`+"\n"+long)))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"b"}, texts(items)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]archive.Skipped{{File: "posts.jsonl", Reason: "longer than a draft may be", Count: 2}}, report.Skipped); diff != "" {
		t.Error(diff)
	}
}

func TestNothingToRead(t *testing.T) {
	t.Parallel()
	for kind, path := range everyKind(t, file{name: "a/photo.png", text: "marker"}) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			_, _, err := readAll(t, path, lines{"alpha"})
			if codeOf(err) != bedside.CodeNotFound || !strings.Contains(err.Error(), "alpha") || !strings.Contains(err.Error(), ".jsonl") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestArchivesInsideAreCounted(t *testing.T) {
	t.Parallel()
	files := []file{{name: "p/alpha.csv", text: "posts\none\n"}, {name: "q/more.tar.gz", text: "x"}}
	_, report, err := readAll(t, write(t, "a.zip", zipOf(t, files...)), lines{"alpha"})
	want := []archive.Skipped{{File: "q/more.tar.gz", Reason: "an archive inside the archive; give it by itself", Count: 1}}
	if diff := cmp.Diff(want, report.Skipped); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestFolderOfPackedArchives(t *testing.T) {
	t.Parallel()
	_, _, err := readAll(t, filepath.Dir(write(t, "a.zip", zipOf(t, file{name: "alpha.csv", text: "posts\none\n"}))), lines{"alpha"})
	if codeOf(err) != bedside.CodeNotFound || !strings.Contains(err.Error(), "one by one") {
		t.Errorf("got %v", err)
	}
}

func TestEntriesThatLeadOutAreRefused(t *testing.T) {
	t.Parallel()
	inside := file{name: "data/a.txt", text: "inside"}
	tests := map[string]struct {
		entry  file
		reason string
	}{
		"up":               {file{name: "../up.txt", text: "out"}, "a path that leads out of the archive"},
		"up from inside":   {file{name: "data/../../up.txt", text: "out"}, "a path that leads out of the archive"},
		"absolute":         {file{name: "/etc/up.txt", text: "out"}, "a path that leads out of the archive"},
		"a drive":          {file{name: "C:/up.txt", text: "out"}, "a path that leads out of the archive"},
		"backslashes":      {file{name: `..\up.txt`, text: "out"}, "a path that leads out of the archive"},
		"link":             {file{name: "link.txt", text: "/etc/passwd", mode: fs.ModeSymlink}, "a link or a device"},
		"device":           {file{name: "dev.txt", mode: fs.ModeDevice}, "a link or a device"},
		"through a file":   {file{name: "data/a.txt/b.txt", text: "b"}, "a path through a file"},
		"twice":            {file{name: "data/a.txt", text: "again"}, "a second file of the same name"},
		"many folders":     {file{name: strings.Repeat("d/", 40) + "a.txt", text: "deep"}, "a path that is too long"},
		"a folder as file": {file{name: "data", text: "x"}, "a second file of the same name"},
	}
	for name, test := range tests {
		for kind, path := range map[string]string{
			"zip": write(t, "a.zip", zipOf(t, inside, test.entry)),
			"tar": write(t, "a.tar", tarOf(t, inside, test.entry)),
		} {
			t.Run(name+" in "+kind, func(t *testing.T) {
				t.Parallel()
				items, report, err := readAll(t, path)
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff([]string{"inside"}, texts(items)); diff != "" {
					t.Error(diff)
				}
				if diff := cmp.Diff([]archive.Skipped{{Reason: test.reason, Count: 1}}, report.Skipped); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestNamesInOldEncodings(t *testing.T) {
	t.Parallel()
	path := write(t, "a.zip", zipOf(t, file{name: "\x8ebersicht/caf\xe9.txt", text: "words"}, file{name: "a\x00b.txt", text: "zero"}))
	items, report, err := readAll(t, path)
	if err != nil || len(items) != 1 || items[0].File != "_bersicht/caf_.txt" {
		t.Errorf("got %d, %v", len(items), err)
	}
	if diff := cmp.Diff([]archive.Skipped{{Reason: "a path that is none", Count: 1}}, report.Skipped); diff != "" {
		t.Error(diff)
	}
}

func TestFoldersFollowNoLinks(t *testing.T) {
	t.Parallel()
	outside := t.TempDir()
	dir := t.TempDir()
	for _, err := range []error{
		os.WriteFile(filepath.Join(outside, "secret.txt"), []byte("outside"), 0o600),
		os.WriteFile(filepath.Join(dir, "a.txt"), []byte("inside"), 0o600),
		os.Symlink(filepath.Join(outside, "secret.txt"), filepath.Join(dir, "b.txt")),
		os.Symlink(outside, filepath.Join(dir, "c")),
		os.Symlink(".", filepath.Join(dir, "loop")),
		os.Symlink("a.txt", filepath.Join(dir, "d.txt")),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	items, _, err := readAll(t, dir)
	if diff := cmp.Diff([]string{"inside"}, texts(items)); err != nil || diff != "" {
		t.Error(err, diff)
	}
	s, err := archive.Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, name := range []string{"b.txt", "c/secret.txt", "loop/a.txt", "d.txt", "../a.txt"} {
		if f, err := s.FS().Open(name); err == nil {
			f.Close()
			t.Errorf("%s was opened", name)
		}
	}
}

func TestPackedArchiveIsAFileSystem(t *testing.T) {
	t.Parallel()
	files := []file{{name: "data/a.txt", text: "a"}, {name: "data/deep/b.json", text: "{}"}, {name: "c.csv", text: "c,d"}}
	for kind, path := range everyKind(t, files...) {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			s, err := archive.Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if err := fstest.TestFS(s.FS(), "data/a.txt", "data/deep/b.json", "c.csv"); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestBombs(t *testing.T) {
	t.Parallel()
	zeros := strings.Repeat("0", 1<<20)
	bomb := file{name: "bomb.txt", text: zeros}
	small := file{name: "small.txt", text: "fits"}
	limits := archive.Limits{Entries: 10, File: 1 << 16, Spool: 1 << 20, Ratio: 250}
	for kind, path := range map[string]string{
		"zip":    write(t, "a.zip", zipOf(t, bomb, small)),
		"tar.gz": write(t, "a.tgz", gzipOf(t, tarOf(t, bomb, small))),
	} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			items, report, err := readWith(t, archive.Opener{Limits: limits}, path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff([]string{"fits"}, texts(items)); diff != "" {
				t.Error(diff)
			}
			want := []archive.Skipped{{File: "bomb.txt", Reason: "larger than such a file may be when unpacked", Count: 1}}
			if diff := cmp.Diff(want, report.Skipped); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestSizesAreNotBelieved opens a zip file that says of ten bytes that they are many gigabytes when unpacked.
func TestSizesAreNotBelieved(t *testing.T) {
	t.Parallel()
	b := zipOf(t, file{name: "w/a.txt", text: "ten  words"})
	binary.LittleEndian.PutUint32(b[bytes.Index(b, []byte("PK\x01\x02"))+24:], 0xfffffff0)
	s, err := archive.Open(t.Context(), write(t, "a.zip", b))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	before := allocated()
	if _, err := fs.ReadFile(s.FS(), "w/a.txt"); err == nil {
		t.Error("a file of another size than it says was read without an error")
	}
	if n := allocated() - before; n > 1<<30 { // other tests run beside this one
		t.Errorf("%d bytes were taken", n)
	}
}

func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}

func TestRatio(t *testing.T) {
	t.Parallel()
	zeros := file{name: "a.png", text: strings.Repeat("\x00", 72<<20)}
	o := archive.Opener{Limits: archive.DefaultLimits()}
	o.Limits.Ratio = 10
	_, err := o.Open(t.Context(), write(t, "a.tar.gz", gzipOf(t, tarOf(t, zeros))))
	if codeOf(err) != bedside.CodeTooLarge {
		t.Errorf("tar.gz: got %v", err)
	}
	s, err := o.Open(t.Context(), write(t, "a.zip", zipOf(t, zeros)))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := fs.ReadFile(s.FS(), "a.png"); codeOf(err) != bedside.CodeTooLarge {
		t.Errorf("zip: got %v", err)
	}
}

// block is a header of a tar file.
func block(kind byte, name string, size int) []byte {
	b := make([]byte, 512)
	copy(b, name)
	copy(b[100:], "0000600\x000000000\x000000000\x00")
	copy(b[124:], fmt.Sprintf("%011o\x0000000000000\x00        ", size))
	b[156] = kind
	copy(b[257:], "ustar\x0000")
	sum := 0
	for _, c := range b {
		sum += int(c)
	}
	copy(b[148:], fmt.Sprintf("%06o\x00 ", sum))
	return b
}

// TestHoles opens a tar file of two kilobytes with a text of one gigabyte in it, nearly all of which is a hole.
func TestHoles(t *testing.T) {
	t.Parallel()
	var records strings.Builder
	for _, r := range []string{"GNU.sparse.major=1", "GNU.sparse.minor=0", "GNU.sparse.name=a.txt", "GNU.sparse.realsize=1073741824"} {
		n := len(r) + 2 // with the space and the end of the line
		n += len(strconv.Itoa(n + 2))
		fmt.Fprintf(&records, "%d %s\n", n, r)
	}
	pad := func(s string) []byte { return append([]byte(s), make([]byte, 512-len(s))...) }
	b := slices.Concat(block('x', "pax", records.Len()), pad(records.String()), block('0', "a.txt", 513), pad("1\n1073741823\n1\n"), pad("x"), make([]byte, 1024))
	_, err := archive.Open(t.Context(), write(t, "a.tar", b))
	if codeOf(err) != bedside.CodeTooLarge {
		t.Errorf("got %v", err)
	}
}

func TestTooManyEntries(t *testing.T) {
	t.Parallel()
	var files []file
	for i := range 11 {
		files = append(files, file{name: strings.Repeat("a", i+1) + ".txt", text: "x"})
	}
	limits := archive.Limits{Entries: 10, File: 1 << 16, Spool: 1 << 20, Ratio: 250}
	for kind, path := range map[string]string{"zip": write(t, "a.zip", zipOf(t, files...)), "tar": write(t, "a.tar", tarOf(t, files...))} {
		if _, err := (archive.Opener{Limits: limits}).Open(t.Context(), path); codeOf(err) != bedside.CodeTooLarge {
			t.Errorf("%s: got %v", kind, err)
		}
	}
}

func TestBrokenArchives(t *testing.T) {
	t.Parallel()
	text := file{name: "a.txt", text: strings.Repeat("words of a post, marker, over and over in another order ", 40)}
	zipped := zipOf(t, text)
	packed := gzipOf(t, tarOf(t, text))
	locked := bytes.Clone(zipped)
	at := bytes.Index(locked, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint16(locked[at+8:], binary.LittleEndian.Uint16(locked[at+8:])|1)
	overlapping := bytes.Clone(zipped)
	binary.LittleEndian.PutUint32(overlapping[at+20:], 1<<30)
	tests := map[string]struct {
		b    []byte
		want string
	}{
		"zip cut off":         {zipped[:len(zipped)-30], "a.bin: not a whole archive; get it again"},
		"zip with a password": {locked, "a.bin: it is locked with a password"},
		"zip with overlaps":   {overlapping, "a.bin: its entries say"},
		"gzip cut off":        {packed[:len(packed)/2], "a.bin: cut off before its end; get it again"},
		"gzip damaged":        {append(bytes.Clone(packed[:len(packed)-6]), 1, 2, 3, 4, 5, 6), "a.bin: damaged; get it again"},
		"gzip of no tar":      {gzipOf(t, []byte(strings.Repeat("marker", 200))), "a.bin: not a whole archive; get it again"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, err := readAll(t, write(t, "a.bin", test.b))
			if codeOf(err) != bedside.CodeInvalid || !strings.HasPrefix(err.Error(), test.want) || strings.Contains(err.Error(), "marker") {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestNoArchiveUnderTheNameOfOne(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"a.zip", "a.tar", "a.tar.GZ", "a.tgz"} {
		for _, b := range []string{"", "marker\x00\x17"} {
			_, _, err := readAll(t, write(t, name, []byte(b)))
			if codeOf(err) != bedside.CodeInvalid || !strings.HasPrefix(err.Error(), name+": this is no zip or tar file, or a broken one") {
				t.Errorf("%d bytes as %s: got %v", len(b), name, err)
			}
		}
	}
}

func TestMissingArchive(t *testing.T) {
	t.Parallel()
	if _, err := archive.Open(t.Context(), filepath.Join(t.TempDir(), "none.zip")); codeOf(err) != bedside.CodeNotFound {
		t.Errorf("got %v", err)
	}
}

func TestStopping(t *testing.T) {
	t.Parallel()
	path := write(t, "a.zip", zipOf(t, file{name: "alpha.csv", text: "posts\none\ntwo\n"}))
	s, err := archive.Open(t.Context(), path, lines{"alpha"})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	enough := errors.New("enough")
	r, err := s.Read(t.Context(), func(archive.Item) error { return enough })
	if !errors.Is(err, enough) || r.Read != 1 {
		t.Errorf("got %v after %d", err, r.Read)
	}
	ctx, cancel := context.WithCancel(t.Context())
	r, err = s.Read(ctx, func(archive.Item) error { cancel(); return nil })
	if !errors.Is(err, context.Canceled) || r.Read > 2 {
		t.Errorf("got %v after %d", err, r.Read)
	}
}

func TestReportStaysSmall(t *testing.T) {
	t.Parallel()
	out := archive.NewImport(func(archive.Item) error { return nil })
	for i := range 5000 {
		out.Skip(strings.Repeat("f", i%2500+1), "broken")
	}
	if n := len(out.Report.Skipped); n != 1001 || out.Report.Found != 5000 || skipped(out.Report) != 5000 {
		t.Errorf("got %d lines, found %d", n, out.Report.Found)
	}
}

func TestNothingIsLeftOnDisk(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	s, err := archive.Open(t.Context(), write(t, "a.tar", tarOf(t, file{name: "a.txt", text: "words"})))
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "bedside-*")); len(left) > 0 {
		t.Errorf("left while open: %d", len(left))
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, "bedside-*")); len(left) > 0 {
		t.Errorf("left after closing: %d", len(left))
	}
}

// FuzzOpen opens whatever bytes as an archive, and reads all files of what opens.
func FuzzOpen(f *testing.F) {
	t := &testing.T{}
	files := []file{{name: "data/alpha.csv", text: "posts\none\n"}, {name: "b.jsonl", text: `{"text":"two"}` + "\n{"}, {name: "c/../../d.txt", text: "three"}}
	for _, b := range [][]byte{zipOf(t, files...), tarOf(t, files...), gzipOf(t, tarOf(t, files...)), []byte(`{"text":"one"}`)} {
		f.Add(b)
		f.Add(b[:len(b)/2])
	}
	limits := archive.Limits{Entries: 100, File: 1 << 16, Spool: 1 << 18, Ratio: 250}
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := archive.Opener{Formats: []archive.Format{lines{"alpha"}}, Limits: limits}.Open(t.Context(), write(t, "a.bin", b))
		if err != nil {
			if codeOf(err) == "" {
				t.Errorf("an error without a code: %v", err)
			}
			return
		}
		defer s.Close()
		r, _ := s.Read(t.Context(), func(archive.Item) error { return nil })
		if r.Found != r.Read+skipped(r) {
			t.Errorf("found %d is not read %d and skipped %d", r.Found, r.Read, skipped(r))
		}
		_ = fs.WalkDir(s.FS(), ".", func(name string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				_, _ = fs.ReadFile(s.FS(), name)
			}
			return nil
		})
	})
}
