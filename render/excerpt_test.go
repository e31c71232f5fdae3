package render_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bedside/render"
)

func TestExcerpt(t *testing.T) {
	t.Parallel()
	prose := strings.Repeat("a quiet night on the ward, ", 200)
	wide := strings.Repeat("夜勤明けの", 400)
	for name, test := range map[string]struct {
		text  string
		marks []string
		most  int
	}{
		"short, whole":        {"Mrs Alvarez came.", []string{"Mrs Alvarez"}, 17},
		"long, one mark":      {prose + "Mrs Alvarez" + prose, []string{"Mrs Alvarez"}, 500},
		"long, at both ends":  {"Larkfield " + prose + "Mrs Alvarez", []string{"Larkfield", "Mrs Alvarez"}, 700},
		"long, near together": {prose + "Larkfield, Mrs Alvarez" + prose, []string{"Mrs Alvarez", "Larkfield"}, 500},
		"no blanks at all":    {wide + "Alvarez" + wide, []string{"Alvarez"}, 500},
		"nothing marked":      {prose + prose, nil, 1000},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var at [][2]int
			for _, m := range test.marks {
				i := strings.Index(test.text, m)
				at = append(at, [2]int{i, i + len(m)})
			}
			got, marks := render.Excerpt(test.text, at...)
			if len(got) > test.most || !utf8.ValidString(got) || got == "" {
				t.Errorf("got %d bytes, want at most %d", len(got), test.most)
			}
			found := make(map[string]bool)
			for _, m := range marks {
				found[got[m[0]:m[1]]] = true
			}
			for _, m := range test.marks {
				if !found[m] {
					t.Errorf("%q is not marked any more: %v", m, found)
				}
			}
			if cut := len(test.text) > 1000; cut != strings.Contains(got, "…") {
				t.Errorf("something is left out: %v, and said: %v", cut, !cut)
			}
		})
	}
}
