package render

import (
	"strings"
	"testing"
)

func TestChanges(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, before, after, want string }{
		{"nothing", "", "", ""},
		{"the same", "a b c", "a b c", "a b c"},
		{"one word", "a b c", "a x c", "a [-b ][+x ]c"},
		{"at the start", "Mrs Alvarez coded", "Someone coded", "[-Mrs Alvarez ][+Someone ]coded"},
		{"at the end", "coded today", "coded", "[-coded today][+coded]"},
		{"taken out", "a b c d", "a d", "a [-b c ]d"},
		{"put in", "a d", "a b c d", "a [+b c ]d"},
		{"words repeat", "a a a", "a a", "a [-a ]a"},
		{"all new", "a b", "c d", "[-a b][+c d]"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var got strings.Builder
			for _, c := range changes(test.before, test.after) {
				got.WriteString(map[string]string{"same": c.Text, "out": "[-" + c.Text + "]", "in": "[+" + c.Text + "]"}[c.Kind])
			}
			if got.String() != test.want {
				t.Errorf("got %s, want %s", &got, test.want)
			}
		})
	}
}

func TestChangesNeverLoseAWord(t *testing.T) {
	t.Parallel()
	before := strings.Repeat("one two three ", 3000)
	after := "zero " + strings.Repeat("one three two ", 3000) + "four"
	var kept, fresh strings.Builder
	for _, c := range changes(before, after) {
		if c.Kind != "in" {
			kept.WriteString(c.Text)
		}
		if c.Kind != "out" {
			fresh.WriteString(c.Text)
		}
	}
	if kept.String() != before || fresh.String() != after {
		t.Error("the stretches do not add up to the texts")
	}
}
