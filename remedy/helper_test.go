package remedy_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/remedy"
	"bedside/text"
)

// marksOf reads marks, parted by semicolons: "age 34-year-old; rare_condition lupus => an illness". Words are looked for from the
// left, those that are the same one after the other.
func marksOf(t *testing.T, s, specs string) []remedy.Mark {
	t.Helper()
	var out []remedy.Mark
	after := map[string]int{}
	for spec := range strings.SplitSeq(specs, "; ") {
		if spec == "" {
			continue
		}
		spec, general, _ := strings.Cut(spec, " => ")
		name, words, _ := strings.Cut(spec, " ")
		kind, ok := bedside.ParseFact(name)
		at := strings.Index(s[after[words]:], words)
		if !ok || at < 0 {
			t.Fatalf("no fact %q or no %q in %q", name, words, s)
		}
		at += after[words]
		after[words] = at + len(words)
		out = append(out, remedy.Mark{Kind: kind, Start: at, End: at + len(words), General: general})
	}
	slices.SortStableFunc(out, func(a, b remedy.Mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return out
}

func parse(s string) *text.Document { return new(text.Parser).Parse(s) }

// mended is a text with the edits of a task.
func mended(t *testing.T, s, edit, specs string) string {
	t.Helper()
	edits := remedy.Plan(parse(s), remedy.Task{Edit: edit, Insert: "See your own doctor.", Marks: marksOf(t, s, specs)})
	checkEdits(t, s, edits)
	return remedy.Apply(s, edits)
}

// checkEdits asks for what the contract promises: sorted, apart, inside the text, each a change.
func checkEdits(t *testing.T, s string, edits []bedside.Edit) {
	t.Helper()
	at := 0
	for i, e := range edits {
		if e.Start < at || e.End < e.Start || e.End > len(s) {
			t.Fatalf("edit %d is [%d, %d) behind %d in %d bytes", i, e.Start, e.End, at, len(s))
		}
		if s[e.Start:e.End] == e.Text {
			t.Fatalf("edit %d changes nothing", i)
		}
		at = e.End
	}
}

// wording is a case of a table: a text, its marks, and what becomes of it.
type wording struct{ name, text, marks, want string }

func checkWordings(t *testing.T, edit string, tests []wording) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if got := mended(t, tt.text, edit, tt.marks); got != tt.want {
				t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}
