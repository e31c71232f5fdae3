package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside/detect"
	"bedside/detect/tagger"
)

func TestRead(t *testing.T) {
	t.Parallel()
	files := fstest.MapFS{"x": {Data: []byte(strings.Join([]string{
		"-DOCSTART- -X- -X- O", "", "@\tB-PER", "zorb\tB-PER", "met\tO", "Zodwa\t_\t_\tB-person", "Quill\tI-person", `'"'` + "\tO", "\tO", "", "in\tO", "Lark\tI-LOC", "Bridge\tI-LOC", "a\tB-product", "",
	}, "\n"))}}
	got, err := set{path: "x", handle: true}.read(files)
	if err != nil {
		t.Fatal(err)
	}
	want := []post{
		{{"@zorb", none, false}, {"met", none, false}, {"Zodwa", person, true}, {"Quill", person, false}, {`"`, none, false}},
		{{"in", none, false}, {"Lark", place, true}, {"Bridge", place, false}, {"a", none, false}},
	}
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(word{})); diff != "" {
		t.Error(diff)
	}
	if _, err := (set{path: "y"}).read(fstest.MapFS{"y": {Data: []byte("a\tB-animal\n")}}); err == nil {
		t.Error("an unknown label is taken")
	}
}

func TestRender(t *testing.T) {
	t.Parallel()
	p := post{{"Met", none, false}, {"Zodwa", person, true}, {"Quill", person, false}, {"'s", none, false}, {"gran", none, false}, {".", none, false}, {"#ZorbEze", person, true}}
	got, spans := p.render()
	if want := "Met Zodwa Quill's gran. #ZorbEze"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	var names []string
	for _, s := range spans {
		names = append(names, got[s.start:s.end])
	}
	if diff := cmp.Diff([]string{"Zodwa Quill", "ZorbEze"}, names); diff != "" {
		t.Error(diff)
	}
}

func TestTagged(t *testing.T) {
	t.Parallel()
	p := post{{"Met", none, false}, {"Zodwa", person, true}, {"O'Brien-Quill", person, false}, {"Zorb", person, true}, {"in", none, false}, {"Lark", place, true}}
	for small, want := range map[bool]string{false: "Met #ZodwaOBrienQuill #Zorb in Lark", true: "Met #zodwaobrienquill #zorb in Lark"} {
		if got, _ := tagged(p, small).render(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestSwap: other names take the place of people's, in their form and case; nothing else changes.
func TestSwap(t *testing.T) {
	t.Parallel()
	names := people{given: [][]string{{"ana"}}, family: [][]string{{"quill"}}}
	p := post{{"Met", none, false}, {"Zodwa", person, true}, {"B.", person, false}, {"EZE", person, false}, {"of", none, false}, {"Lark", place, true}, {"zorb99", person, true}}
	got, _ := names.swap(p, rand.New(rand.NewPCG(1, 1))).render()
	if want := "Met Ana B. QUILL of Lark zorb99"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if p[1].text != "Zodwa" {
		t.Error("the post itself is changed")
	}
}

// TestLearns: from a few invented posts, training finds the name in a new one; twice the same bytes.
func TestLearns(t *testing.T) {
	t.Parallel()
	d, err := detect.New(map[string][]byte{"words.txt": []byte("met\nsaw\nwith\nthe\nat\nbed\ntoday\n")})
	if err != nil {
		t.Fatal(err)
	}
	var posts []post
	for _, name := range []string{"Zodwa", "Quill", "Zorb", "Eze", "Tamsin", "Okoro"} {
		posts = append(posts,
			post{{"met", none, false}, {name, person, true}, {"today", none, false}},
			post{{"saw", none, false}, {"the", none, false}, {name + "ium", none, false}, {"today", none, false}},
		)
	}
	words := tagger.NewWords()
	train := func() []byte {
		r := usual()
		r.bits, r.epochs, r.chances = 12, 100, chances{}
		tr, err := newTrainer(r, d, words, people{})
		if err != nil {
			t.Fatal(err)
		}
		tr.fit(posts, nil)
		return tr.stored(words)
	}
	stored := train()
	m, err := tagger.Load(stored)
	if err != nil {
		t.Fatal(err)
	}
	s := newScorer(d, m, 0)
	s.add(post{{"met", none, false}, {"Lumen", person, true}, {"today", none, false}})
	s.add(post{{"saw", none, false}, {"the", none, false}, {"Lumenium", none, false}, {"today", none, false}})
	if got := s.tallies[person]; got != (tally{1, 1, 1}) {
		t.Errorf("found, gold, both: %v", got)
	}
	if !bytes.Equal(stored, train()) {
		t.Error("the same posts give other bytes")
	}
}

func TestRunSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	empty := t.TempDir()
	for _, tt := range []struct{ name, shared, want string }{
		{"no folder", filepath.Join(empty, "none"), "the shared data is missing"},
		{"an empty folder", empty, "lacks a file"},
	} {
		var stdout, stderr bytes.Buffer
		out := filepath.Join(empty, "tagger.bin")
		if status := run([]string{"-shared", tt.shared, "-out", out}, &stdout, &stderr); status != 2 || !strings.Contains(stderr.String(), tt.want) {
			t.Errorf("%s: status %d, %q", tt.name, status, stderr.String())
		}
		if _, err := os.Stat(out); err == nil {
			t.Errorf("%s: weights are written", tt.name)
		}
	}
}
