package packfile_test

import (
	"strings"
	"testing"

	"bedside/internal/packfile"
)

func TestWording(t *testing.T) {
	t.Parallel()
	const message, why = "message: A dose is told to one person", "why: Nobody here has examined them. A dose can harm."
	tests := map[string]struct{ old, changed, want string }{
		"long message":      {message, "message: One two three four five six seven eight nine", "11:14: the message has 9 words, at most 8 are read"},
		"never said":        {message, "message: This is not safe", `11:14: "safe" is never said`},
		"inside a word":     {message, "message: About unsafe safety", ""},
		"hyphenated":        {why, "why: This is de-identified.", `12:10: "de-identified" is never said`},
		"in a remedy":       {"remedy: Point to their own doctor.", "remedy: Say it is approved.", `13:13: "approved" is never said`},
		"exclamation":       {why, "why: It can harm!", "12:10: no exclamation marks"},
		"emoji":             {why, "why: It can harm 😢", "12:10: no emoji"},
		"to the author":     {message, "message: You told a dose", "11:14: the message speaks of the text, not of its author"},
		"three sentences":   {why, "why: One. Two. Three.", "12:10: the why has 3 sentences, at most 2 are read"},
		"long sentence":     {why, "why:" + strings.Repeat(" word", 20), "12:10: a sentence has 20 words, at most 19 are read"},
		"decimals no break": {why, "why: A dose of 2.5 mg harms. Ask.", ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := packfile.Load(withDose(tt.old, tt.changed))
			got := ""
			if err != nil {
				got = strings.TrimPrefix(err.Error(), "rules/advice/dose.yaml:")
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
