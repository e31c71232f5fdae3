package platforms_test

import (
	"slices"
	"testing"

	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/platforms"
)

func TestAll(t *testing.T) {
	t.Parallel()
	var names []string
	for _, f := range platforms.All() {
		names = append(names, f.Name())
		if f.Recognize(archivetest.Files(map[string]string{"notes.txt": "words", "data/a.json": "{}", "b.csv": "x,y\n1,2\n", "c.js": "var a"})) {
			t.Errorf("%s recognises what is nobody's", f.Name())
		}
	}
	if !slices.IsSorted(names) || len(slices.Compact(names)) != len(platforms.All()) {
		t.Errorf("got %q, want each once, by name", names)
	}
}
