package locate_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/locate"
)

func TestFind(t *testing.T) {
	t.Parallel()
	d := bedside.Draft{
		Text:    "a cat, a cat",
		Media:   []bedside.Media{{Alt: "nothing"}, {Alt: "the cat"}},
		Context: bedside.Context{ReplyTo: bedside.ReplyTo{Text: "cat?"}},
	}
	all := []bedside.Span{
		{Part: bedside.PartText, Start: 2, End: 5},
		{Part: bedside.PartText, Start: 9, End: 12},
		{Part: bedside.PartAlt, Index: 1, Start: 4, End: 7},
		{Part: bedside.PartReplyTo, Start: 0, End: 3},
	}
	tests := map[string]struct {
		kind  bedside.PartKind
		words string
		want  []bedside.Span
	}{
		"everywhere":  {"", "cat", all},
		"in one part": {bedside.PartAlt, "cat", all[2:3]},
		"nowhere":     {"", "dog", nil},
		"no words":    {"", "", nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, locate.Find(d, tt.kind, tt.words)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
