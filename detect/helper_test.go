package detect_test

import (
	"fmt"
	"maps"
	"strings"
	"sync"
	"testing"

	"bedside"
	"bedside/detect"
	"bedside/tables"
	"bedside/text"
)

// smallTables are a few invented rows of each table, so that no test depends on the large ones.
func smallTables() map[string][]byte {
	files := map[string]string{
		"words.txt":       "# common words\nthe\na\npatient\nwill\ngrace\nmay\nbed\nreading\nrush\nlong\nmy\nis\nin\nof\nto\nshe\nwith\ndoctor\nafter\n",
		"given_names.txt": "tom\njane\npriya\nwill\tw\ngrace\tw\n",
		"surnames.txt":    "alvarez\nokafor\nobrien\nlong\tw\n",
		"places.txt":      "# name, country, division, people\nLarkbridge\tGB\tENG\t45000\nReading\tGB\tENG\t174000\tw\nLittle Pebble\tUS\tOH\t1200\nTallow\tUS\tTX\t9000\n",
		"institutions.txt": "Quillmoor Royal Infirmary\thospital\nZebrahall\thospital\nRush\thospital\tw\n" +
			"Brightwater School\tschool\n",
	}
	out := map[string][]byte{}
	for name, s := range files {
		out[name] = []byte(s)
	}
	out["sets.txt"] = tables.Files()["sets.txt"] // what scanners ask for is the same everywhere
	return out
}

// scanners is a detector with the small tables and no word list.
var scanners = sync.OnceValue(func() *detect.Detector {
	d, err := detect.New(smallTables())
	if err != nil {
		panic(err)
	}
	return d
})

// withList is a detector with the small tables and one word list.
func withList(t *testing.T, list string) *detect.Detector {
	t.Helper()
	files := smallTables()
	files["concepts/test.txt"] = []byte(list)
	d, err := detect.New(files)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// withLists is the same with several lists by name, and the error where they are wrong.
func withLists(lists map[string]string) (*detect.Detector, error) {
	files := maps.Clone(smallTables())
	for name, s := range lists {
		files["concepts/"+name] = []byte(s)
	}
	return detect.New(files)
}

func mentions(d *detect.Detector, s string) []bedside.Mention {
	p := text.Parser{Known: d.Known}
	return d.Detect(p.Parse(s), bedside.PartText, 0, 0)
}

// show prints what was found as "kind words", parted by semicolons, with the general wording behind an arrow.
func show(d *detect.Detector, s string) string {
	var out []string
	for _, m := range mentions(d, s) {
		line := fmt.Sprintf("%s %s", m.Kind, s[m.Span.Start:m.Span.End])
		if m.General != "" {
			line += " => " + m.General
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

// found is a case of a table: a text, and what a detector finds in it.
type found struct{ name, text, want string }

func checkFound(t *testing.T, d *detect.Detector, tests []found) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := show(d, tt.text); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}
