package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/packfile"
	"bedside/packs"
)

// TestPick: the clearest first, and no writer twice.
func TestPick(t *testing.T) {
	t.Parallel()
	from := []example{{writer: "a", score: 1}, {writer: "b", score: 5}, {writer: "b", score: 4}, {writer: "c", score: 2}, {writer: "d", score: 3}}
	var got []string
	for _, x := range pick(from) {
		got = append(got, x.writer)
	}
	if diff := cmp.Diff([]string{"b", "d", "c"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestReplaceExamples writes examples into the shipped rules, and the pack that comes of it reads them back.
func TestReplaceExamples(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.CopyFS(dir, packs.Sources()); err != nil {
		t.Fatal(err)
	}
	before, err := packfile.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	awkward := bedside.Draft{Text: "“Quoted” & <b>: #1 - it's\n\ta \"line\" — ünï 🙂", Kind: "reply"}
	for _, id := range echoes(before.Pack) {
		three := []example{{draft: awkward}, {draft: awkward}, {draft: awkward}}
		if err := replaceExamples(filepath.Join(dir, before.Files[id]), chosen{flag: three, allow: three}); err != nil {
			t.Fatal(err)
		}
	}
	after, err := packfile.Load(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before.Pack, after.Pack); diff != "" {
		t.Error("the rules themselves changed:", diff)
	}
	rules := echoes(before.Pack)
	seen := 0
	for _, e := range after.Examples {
		if e.Rule != rules[0] {
			continue
		}
		seen++
		d, err := bedside.DecodeDraft(e.Draft)
		if err != nil || d.Text != awkward.Text || d.Kind != awkward.Kind {
			t.Errorf("an example came back otherwise: %v", err)
		}
	}
	if seen != 2*wanted {
		t.Errorf("%d examples, want %d", seen, 2*wanted)
	}
}
