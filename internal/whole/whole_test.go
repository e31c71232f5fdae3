package whole_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"bedside/internal/whole"
)

func TestWriteFileReplacesAndLeavesNothingBehind(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	for _, want := range []string{"one", "two, longer", ""} {
		if err := whole.WriteFile(path, []byte(want), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("got %q, %v; want %q", got, err, want)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("got %d files, want 1", len(left))
	}
}

func TestWriteFileThatCannotReplace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "folder")
	if err := os.MkdirAll(filepath.Join(path, "inside"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := whole.WriteFile(path, []byte("a"), 0o600); err == nil {
		t.Error("a folder was replaced")
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("got %d files, want 1", len(left))
	}
}

func TestTryChangesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(path, []byte("as it was"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct {
		path string
		ok   bool
	}{
		"a file":               {path, true},
		"a new file":           {filepath.Join(dir, "b.txt"), true},
		"a folder":             {dir, false},
		"a folder not there":   {filepath.Join(dir, "missing", "b.txt"), false},
		"a file for a folder":  {filepath.Join(path, "b.txt"), false},
		"the same file, again": {path, true},
	} {
		if err := whole.Try(test.path); (err == nil) != test.ok {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "as it was" {
		t.Errorf("the file was changed: %q, %v", b, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("got %d files, want 1", len(left))
	}
}

func TestCreateReplacesNothing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := whole.Create(path, []byte("first"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := whole.Create(path, []byte("second"), 0o600); !errors.Is(err, fs.ErrExist) {
		t.Errorf("got %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "first" {
		t.Errorf("got %q, %v", got, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("got %d files, want 1", len(left))
	}
}

func TestWriteThatFailsLeavesWhatWasThere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	path := filepath.Join(dir, "a.txt")
	if err := whole.WriteFile(path, []byte("as it was"), 0o600); err != nil {
		t.Fatal(err)
	}
	half := errors.New("half of it")
	err := whole.Write(path, 0o600, func(w io.Writer) error {
		_, err := w.Write([]byte("half"))
		return errors.Join(err, half)
	})
	if !errors.Is(err, half) {
		t.Errorf("got %v", err)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != "as it was" {
		t.Errorf("got %q, %v", got, err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("got %d files, want 1", len(left))
	}
}

// TestLinksLeadToWhatIsReplaced: somebody who keeps a file elsewhere, behind a link, still has the link afterwards.
func TestLinksLeadToWhatIsReplaced(t *testing.T) {
	t.Parallel()
	elsewhere, dir := t.TempDir(), t.TempDir()
	kept, link := filepath.Join(elsewhere, "kept.txt"), filepath.Join(dir, "a.txt")
	if err := errors.Join(os.WriteFile(kept, []byte("before"), 0o600), os.Symlink(kept, link)); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(whole.Try(link), whole.WriteFile(link, []byte("after"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if to, err := os.Readlink(link); err != nil || to != kept {
		t.Errorf("the link leads to %q, %v", to, err)
	}
	if got, err := os.ReadFile(kept); err != nil || string(got) != "after" {
		t.Errorf("got %q, %v", got, err)
	}
}
