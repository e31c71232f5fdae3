package packfile_test

import (
	"testing"
	"testing/fstest"

	"bedside/internal/packfile"
)

// Whatever a file holds, reading it ends with a pack or with problems, never with a panic.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(doseRule))
	f.Add([]byte("a: [b, {c: d}]\n? x\n"))
	f.Add([]byte("- - -\n!!binary x\n&a *a\n<<: *a\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		fsys := small(nil)
		fsys["rules/advice/dose.yaml"] = &fstest.MapFile{Data: b}
		if src, err := packfile.Load(fsys); err == nil && len(src.Pack.Rules) != 1 {
			t.Error("neither a rule nor a problem")
		}
	})
}
