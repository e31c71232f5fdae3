package engine_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/packs"
)

// marker stands for words of a post that must not leak into an error.
const marker = "Quillfeather"

func TestRefuses(t *testing.T) {
	t.Parallel()
	long := strings.Repeat(marker+" ", bedside.MaxText/len(marker)+1)
	tests := []struct {
		name  string
		draft bedside.Draft
		want  bedside.Code
	}{
		{"text too large", bedside.Draft{Text: long}, bedside.CodeTooLarge},
		{"alternative text too large", bedside.Draft{Media: []bedside.Media{{Alt: long}}}, bedside.CodeTooLarge},
		{"too large together", bedside.Draft{Text: long[:bedside.MaxText], Account: bedside.Account{Bio: marker}}, bedside.CodeTooLarge},
		{"timeline too large", bedside.Draft{Text: marker, Context: bedside.Context{Timeline: []bedside.TimelinePost{{Text: long}}}}, bedside.CodeTooLarge},
		{"text", bedside.Draft{Text: marker + "\xff"}, bedside.CodeInvalid},
		{"half a character", bedside.Draft{Text: marker + "\xf0\x9f\x98"}, bedside.CodeInvalid},
		{"alternative text", bedside.Draft{Text: "a", Media: []bedside.Media{{}, {Alt: marker + "\xff"}}}, bedside.CodeInvalid},
		{"caption", bedside.Draft{Text: "a", Media: []bedside.Media{{Caption: marker + "\xff"}}}, bedside.CodeInvalid},
		{"bio", bedside.Draft{Text: "a", Account: bedside.Account{Bio: marker + "\xff"}}, bedside.CodeInvalid},
		{"note", bedside.Draft{Text: "a", Context: bedside.Context{Note: marker + "\xff"}}, bedside.CodeInvalid},
		{"what is answered", bedside.Draft{Text: "a", Context: bedside.Context{ReplyTo: bedside.ReplyTo{Text: marker + "\xff"}}}, bedside.CodeInvalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r, err := checker(t).Check(tt.draft, now)
			if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != tt.want || r != nil {
				t.Fatalf("got %v, want code %s", err, tt.want)
			}
			checkNoWords(t, err)
		})
	}
}

// checkNoWords: neither the sentence that is shown nor any cause holds words of the post.
func checkNoWords(t *testing.T, err error) {
	t.Helper()
	for ; err != nil; err = errors.Unwrap(err) {
		if s := fmt.Sprintf("%v %+v %q", err, err, err); strings.Contains(s, marker) {
			t.Errorf("an error says %s", s)
		}
	}
}

// TestLargest: the most that is allowed is checked.
func TestLargest(t *testing.T) {
	t.Parallel()
	if r := check(t, bedside.Draft{Text: strings.Repeat(" ", bedside.MaxText)}); r.Verdict != bedside.OK {
		t.Errorf("got %s", r.Verdict)
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, want string
		config     engine.Config
	}{
		{"no pack", "load pack: not a compiled pack", engine.Config{Compile: detect.New}},
		{"no tables", "word lists: tables.bin is missing, and nothing compiles lists", engine.Config{Pack: packs.Default()}},
		{"a broken pack", "load pack: not a compiled pack", engine.Config{Compile: detect.New, Pack: []byte("{")}},
		{
			"a broken list", "word lists: concepts/x.txt:2:3: a bracket is not closed",
			engine.Config{Compile: detect.New, Pack: packs.Default(), Tables: map[string][]byte{"concepts/x.txt": []byte("[drug]\n(a")}},
		},
		{
			"broken stored tables", "word lists: not a stored detector, or one of another version: make it anew",
			engine.Config{Pack: packs.Default(), Tables: map[string][]byte{"tables.bin": []byte("x")}},
		},
		{
			"broken weights of the name tagger", "word lists: the weights of the name tagger are not in the stored form",
			engine.Config{Compile: detect.New, Pack: packs.Default(), Tables: map[string][]byte{"tagger.bin": []byte("x")}},
		},
		{
			"a rule without a clause", "rule a.b: it cites no clause",
			engine.Config{Compile: detect.New, Pack: []byte(`{"rules":[{"id":"a.b","topic":"respect","each":"draft"}]}`)},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := engine.New(tt.config)
			if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid || be.Message != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}
