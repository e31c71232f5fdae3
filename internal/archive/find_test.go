package archive_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/archive"
)

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

func TestRefusedExportIsAnError(t *testing.T) {
	t.Parallel()
	path := write(t, "a.zip", zipOf(t, file{name: "alpha.csv", text: "posts\nrefuse\n"}))
	_, _, err := readAll(t, path, lines{"alpha"})
	if got := codeOf(err); got != bedside.CodeInvalid || !strings.Contains(err.Error(), "a.zip: this export is refused") {
		t.Errorf("got %v", err)
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

func TestMissingArchive(t *testing.T) {
	t.Parallel()
	if _, err := archive.Open(t.Context(), filepath.Join(t.TempDir(), "none.zip")); codeOf(err) != bedside.CodeNotFound {
		t.Errorf("got %v", err)
	}
}
