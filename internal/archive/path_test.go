package archive_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/archive"
)

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
