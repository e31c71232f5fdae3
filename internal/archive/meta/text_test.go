package meta_test

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"bedside/internal/archive/meta"
)

// written is text as Meta's exports write it: each byte of its UTF-8 as a character.
func written(s string) string {
	var out []rune
	for _, b := range []byte(s) {
		out = append(out, rune(b))
	}
	return string(out)
}

func TestMend(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"plain", "good morning", "good morning"},
		{"an accent", "caf\u00c3\u00a9", "café"},
		{"a dash and a heart", "on call \u00e2\u0080\u0093 \u00e2\u009d\u00a4\u00ef\u00b8\u008f", "on call – ❤️"},
		{"Arabic", written("مرحبا"), "مرحبا"},
		{"written twice", written(written("Zoë")), "Zoë"},
		{"right already", "café naïve Ö £5 10°", "café naïve Ö £5 10°"},
		{"right, with an emoji", "Ã© 🎉", "Ã© 🎉"},
		{"right, in Cyrillic", "дежурство", "дежурство"},
		{"right, by chance half of it", "Â£ and é", "Â£ and é"},
		{"cut within a character", written("ward – ❤️")[:len(written("ward – ❤️"))-2], "ward – ❤"},
		{"empty", "", ""},
		{"not UTF-8", "a\xffb\xc3", "a\xffb\xc3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := meta.Mend(c.text); got != c.want {
				t.Errorf("got %+q, want %+q", got, c.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	var got struct{ A, B meta.Text }
	if err := json.Unmarshal([]byte(`{"A":"\u00c3\u00a9","B":null}`), &got); err != nil || got.A != "é" || got.B != "" {
		t.Errorf("got %+q: %v", got, err)
	}
	if err := json.Unmarshal([]byte(`{"A":4}`), &got); err == nil {
		t.Error("a number is no text")
	}
}

// FuzzMend holds that right text stays, that written text comes back, and that mending twice is mending once.
func FuzzMend(f *testing.F) {
	for _, s := range []string{"a", "café", "Ã©", "naïve – ❤️", "дежурство", "Â", "\u00c3\u0083\u00c2\u00a9", "a\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := meta.Mend(s)
		if twice := meta.Mend(once); twice != once {
			t.Errorf("%+q mends to %+q, and that to %+q", s, once, twice)
		}
		if !utf8.ValidString(s) {
			if once != s {
				t.Errorf("%+q is no text, and was changed to %+q", s, once)
			}
			return
		}
		if right(s) && once != s {
			t.Errorf("%+q is right, and was changed to %+q", s, once)
		}
		if got := meta.Mend(written(s)); got != once && right(s) {
			t.Errorf("%+q was written, and came back as %+q", s, got)
		}
	})
}

// right reports whether text can only be right: it holds a character beyond those that bytes are written as.
func right(s string) bool {
	for _, r := range s {
		if r > 0xFF {
			return true
		}
	}
	return false
}
