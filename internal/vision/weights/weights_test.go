package weights_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bedside/internal/vision/weights"
)

func TestEveryFileIsPinnedAndCredited(t *testing.T) {
	t.Parallel()
	root := "../../.."
	notice, err := os.ReadFile(filepath.Join(root, "NOTICE"))
	if err != nil {
		t.Fatal(err)
	}
	dependencies, err := os.ReadFile(filepath.Join(root, "docs/dependencies.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range weights.Files() {
		if len(f.SHA256) != 64 || len(f.Archive) != 64 || f.Version == "" || f.Bytes == 0 || f.Licence == "" || f.Without == "" {
			t.Errorf("%s is not pinned whole: %+v", f.Name, f)
		}
		for name, text := range map[string][]byte{"NOTICE": notice, "docs/dependencies.md": dependencies} {
			if !strings.Contains(string(text), f.Package) || !strings.Contains(string(text), f.Version) {
				t.Errorf("%s does not name %s %s, from which %s comes", name, f.Package, f.Version, f.Name)
			}
		}
	}
}

func TestWhatIsOpenedIsWhatWasPinned(t *testing.T) {
	t.Parallel()
	for _, f := range weights.Files() {
		b, ok := weights.Open(f.Name)
		if ok != weights.Has(f.Name) {
			t.Errorf("%s: Open and Has disagree", f.Name)
		}
		if ok && (!f.Is(b) || len(b) != f.Bytes) {
			t.Errorf("%s is another file than the one that is pinned", f.Name)
		}
	}
	if _, ok := weights.Open("README.md.onnx"); ok {
		t.Error("a file that is not there was opened")
	}
}
