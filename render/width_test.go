package render_test

import (
	"testing"

	"bedside/render"
)

func TestColumns(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, in string
		want     int
	}{
		{"nothing", "", 0},
		{"letters", "Alvarez", 7},
		{"accents of their own", "e\u0301te\u0301", 3},
		{"stacked accents", "Z\u0351\u036b\u0343a\u0328\u0301", 2},
		{"Chinese", "山田さん", 8},
		{"full-width letters", "ＡＢ", 4},
		{"Hangul in letters", "\u1100\u1161\u11a8", 2},
		{"Hangul syllables", "김철수", 6},
		{"Devanagari", "नमस्ते", 4},
		{"Arabic with marks", "مَرْحَبًا", 5},
		{"emoji", "😭", 2},
		{"skin", "👩🏽", 2},
		{"family of four", "👨‍👩‍👧‍👦", 2},
		{"profession", "👩🏽‍⚕️", 2},
		{"heart as a picture", "❤️", 2},
		{"keycap", "1️⃣", 2},
		{"flag", "🇬🇧", 2},
		{"two flags", "🇬🇧🇳🇬", 4},
		{"half a flag", "🇬a", 2},
		{"flag of letters", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", 2},
		{"joiner at the end", "👩\u200d", 2},
		{"joiner between letters", "ක්\u200dය", 2},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if got := render.Columns(test.in); got != test.want {
				t.Errorf("got %d columns, want %d", got, test.want)
			}
		})
	}
}
