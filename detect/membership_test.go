package detect_test

import (
	"bytes"
	"strings"
	"testing"

	"bedside/detect"
	"bedside/tables"
)

func TestSetsThatAreWrongAreRefused(t *testing.T) {
	t.Parallel()
	sets := string(tables.Files()["sets.txt"])
	tests := []struct{ name, file, want string }{
		{"words before a name", "mr mrs\n" + sets, "sets.txt:1: "},
		{"a name that nothing asks for", "# streets\n[no such set]\nstreet\n" + sets, "sets.txt:2: "},
		{"a name twice", sets + "[title]\nmr\n", "that is not above"},
		{"a set that is missing", strings.Replace(sets, "[title]\n", "", 1), "1 sets of detect/set.go have no words"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := detect.New(map[string][]byte{"sets.txt": []byte(tt.file)})
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("New: %v; want an error with %q", err, tt.want)
			}
		})
	}
}

func TestAWordOfASetIsAskedFor(t *testing.T) {
	t.Parallel()
	const draft = "zebrary 4471823"
	files := smallTables()
	files["sets.txt"] = bytes.Replace(files["sets.txt"], []byte("[record label]\n"), []byte("[record label]\nzebrary "), 1)
	built, err := detect.New(files)
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := detect.Load(built.Store())
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		d    *detect.Detector
		want string
	}{
		{"without it", scanners(), ""},
		{"with it", built, "record_number zebrary 4471823"},
		{"stored and loaded", loaded, "record_number zebrary 4471823"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := show(tt.d, draft); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", draft, got, tt.want)
			}
		})
	}
	if built.Known("zebrary") {
		t.Error("a word that is in sets alone is known to patterns")
	}
}
