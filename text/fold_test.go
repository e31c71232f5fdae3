package text_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"bedside/text"
)

func TestFold(t *testing.T) {
	t.Parallel()
	tests := []struct{ word, want string }{
		{"", ""},
		{"patient", "patient"},
		{"Patient", "patient"},
		{"Zoë", "zoe"},
		{"Zoe\u0308", "zoe"},
		{"José", "jose"},
		{"Łukasz", "lukasz"},
		{"Straße", "strasse"},
		{"İstanbul", "istanbul"},
		{"ŒDÈME", "oedeme"},
		{"don't", "dont"},
		{"don’t", "dont"},
		{"O'Brien", "obrien"},
		{"'s", "'s"},
		{"’s", "'s"},
		{"cаmе", "came"},                         // Cyrillic а, е
		{"ραtιεnτ", "patient"},                   // Greek
		{"ｐａｔｉｅｎｔ", "patient"},                   // full width
		{"𝐩𝐚𝐭𝐢𝐞𝐧𝐭", "patient"},                   // mathematical bold
		{"𝓅𝒶𝓉𝒾ℯ𝓃𝓉", "patient"},                   // script
		{"ⓟⓐⓣⓘⓔⓝⓣ", "patient"},                   // circled
		{"ᴘᴀᴛɪᴇɴᴛ", "patient"},                   // small capitals
		{"p̶a̶t̶i̶e̶n̶t̶", "patient"},            // struck through
		{"p\u200ba\u2060t\u00adient", "patient"}, // invisible
		{"ﬁt", "fit"},
		{"sooooooo", "sooo"},
		{"SOOO", "sooo"},
		{"10000", "10000"},
		{"１２", "12"},
		{"µg", "ug"},
		{"щи", "щи"},
		{"f**k", "f**k"},
		{"34yo", "34yo"},
	}
	for _, tt := range tests {
		if got := text.Fold(tt.word); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}

// TestFoldTwice folds every character: folding what is folded changes nothing, and nothing becomes empty.
func TestFoldTwice(t *testing.T) {
	t.Parallel()
	for r := rune(0); r <= utf8.MaxRune; r++ {
		once := text.Fold("x" + string(r) + "x")
		if twice := text.Fold(once); twice != once {
			t.Errorf("%U folds to %q and then to %q", r, once, twice)
		}
		for _, form := range text.Words(string(r)) {
			if form == "" {
				t.Errorf("%U has an empty form", r)
			}
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	tests := []struct{ pattern, want string }{
		{"came in with", "came in with"},
		{"can't", "cant"},
		{"patient's", "patient 's"},
		{"34-year-old", "34 year old"},
		{"4west", "4 west"},
		{"a&e", "a & e"},
		{"#CameInWith", "came in with"},
		{"24/7", "24/7"},
		{"a\nb", "a b"},
	}
	for _, tt := range tests {
		if got := strings.Join(text.Words(tt.pattern), " "); got != tt.want {
			t.Errorf("Words(%q) = %q, want %q", tt.pattern, got, tt.want)
		}
	}
}
