package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/pack"
)

func TestChoosePacks(t *testing.T) {
	t.Parallel()
	whole := choose(t)
	one := choose(t, "cma")
	two := choose(t, "cma", "jhu")
	if whole.ID != "default" || one.ID != "default/cma" || two.ID != "default/cma,jhu" {
		t.Errorf("got ids %s, %s, %s", whole.ID, one.ID, two.ID)
	}
	if len(one.Bodies) != 1 || len(two.Bodies) != 2 {
		t.Errorf("got %d and %d bodies, want 1 and 2", len(one.Bodies), len(two.Bodies))
	}
	for _, p := range []*pack.Pack{one, two} {
		if len(p.Rules)+len(p.Disabled) != len(whole.Rules)+len(whole.Disabled) {
			t.Errorf("%s: %d rules and %d switched off do not add up to %d", p.ID, len(p.Rules), len(p.Disabled), len(whole.Rules))
		}
	}
	if got := choose(t, "default"); got.ID != "default" || len(got.Rules) != len(whole.Rules) {
		t.Errorf("default: got %s with %d rules", got.ID, len(got.Rules))
	}
}

func choose(t *testing.T, names ...string) *pack.Pack {
	t.Helper()
	compiled, _, err := choosePacks(names)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Load(compiled)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestChoosePacksLaysAFolderOver(t *testing.T) {
	t.Parallel()
	rule := choose(t).Rules[0].ID
	dir := t.TempDir()
	write := func(text string) {
		if err := os.WriteFile(filepath.Join(dir, "overlay.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("id: st-elsewhere\nversion: \"2\"\ndisable: [" + rule + "]\n")
	if p := choose(t, dir); !slices.Contains(p.Disabled, rule) || !strings.Contains(p.ID, "st-elsewhere") {
		t.Errorf("got %s with %v switched off, want %s", p.ID, p.Disabled, rule)
	}
	write("id: st-elsewhere\nversion: \"2\"\ndisabel: []\n")
	_, _, err := choosePacks([]string{dir})
	if err == nil || !strings.Contains(strings.Join(hintsOf(err), "\n"), "overlay.yaml:3:1") {
		t.Errorf("got %v with hints %q, want the place of the unknown key", err, hintsOf(err))
	}
}

func TestChoosePacksRefuses(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"cmaa":       "Did you mean “cma”?",
		"elsewhere!": "Known are default, ",
	} {
		_, _, err := choosePacks([]string{name})
		if err == nil || coded(err).Code != bedside.CodeNotFound || !strings.HasPrefix(hintsOf(err)[0], want) {
			t.Errorf("%s: got %v, want the hint %s", name, err, want)
		}
	}
}

// TestOpenEngine is the one test here that uses the real engine: that it opens, and answers.
func TestOpenEngine(t *testing.T) {
	t.Parallel()
	e, err := openEngine(nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := e.Check(bedside.Draft{Text: "My patient Mrs Alvarez coded twice last night at St Brannock's."}, fixedNow())
	if err != nil {
		t.Fatal(err)
	}
	if r.Verdict < bedside.Revise || r.Version != version || len(r.Packs) == 0 {
		t.Errorf("got verdict %s, version %q, %d packs", r.Verdict, r.Version, len(r.Packs))
	}
}
