package archive_test

import (
	"io/fs"
	"testing"

	"bedside/internal/archive"
)

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
