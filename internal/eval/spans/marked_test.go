package spans_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/eval/spans"
)

func TestParseMarked(t *testing.T) {
	t.Parallel()
	set, err := spans.ParseMarked("set", []byte("# comment\n= a voice\n[name Zoë] in [place Appin]\\n!\n\nnobody\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := []spans.Text{
		{Row: 3, Text: "Zoë in Appin\n!", Gold: []spans.Span{{Start: 0, End: 4, Type: "name"}, {Start: 8, End: 13, Type: "place"}}, Seen: true},
		{Row: 5, Text: "nobody", Seen: true},
	}
	if diff := cmp.Diff(want, set.Texts); diff != "" {
		t.Error(diff)
	}
	for _, bad := range []string{"[name Ann", "[Ann]", "[age 40]", "[name ]", "[nobody knows]"} {
		if _, err := spans.ParseMarked("set", []byte("fine\n"+bad)); err == nil || !strings.Contains(err.Error(), "line 2") || strings.Contains(err.Error(), "Ann") {
			t.Errorf("%s: %v", bad, err)
		}
	}
}
