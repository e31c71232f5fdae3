package engine_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

// TestScenarios checks the nine scenarios of the Johns Hopkins guidelines, as people would write them (examples/).
func TestScenarios(t *testing.T) {
	t.Parallel()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	const advise, revise, block = bedside.Advise, bedside.Revise, bedside.Block
	bands := map[string][2]bedside.Severity{
		"s1": {block, block}, "s1-former": {revise, revise}, "s2": {revise, block}, "s3": {revise, block}, "s3-rare": {block, block}, "s4": {block, block},
		"s5": {advise, advise}, "s5-shaming": {revise, revise}, "s6": {advise, advise}, "s6-confidential": {revise, revise}, "s7": {revise, revise},
		"s8": {revise, block}, "s9": {advise, revise},
	}
	files, err := filepath.Glob("../examples/s*.json")
	if err != nil || len(files) != len(bands) {
		t.Errorf("%d files for %d scenarios: %v", len(files), len(bands), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := checkFile(t, e, file)
			if band := bands[name]; r.Verdict < band[0] || r.Verdict > band[1] {
				t.Errorf("verdict %s, want %s to %s: %v", r.Verdict, band[0], band[1], r.Findings)
			}
			wayOut(t, r, "jh."+name[:2])
		})
	}
}

// TestScenariosInPictures: in the scenarios whose words are harmless, or nearly, it is the picture that decides (examples/pictures).
func TestScenariosInPictures(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		rows         []string
		words, shown bedside.Severity
		clause       string
	}{
		"s3": {[]string{"REID, Thomas", "DOB 03/11/1962", "MRN 00482913", "R"}, bedside.OK, bedside.Block, "jh.bp3"},
		"s4": {[]string{"Baby OYELARAN", "DOB 14/02/2026 06:12", "MRN 00719284", "Cot 3"}, bedside.Advise, bedside.Block, "jh.bp3"},
		"s7": {[]string{"LARKFIELD", "SCHOOL OF", "MEDICINE"}, bedside.Advise, bedside.Revise, "jh.s7"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, err := os.ReadFile(filepath.Join("../examples/pictures", name+".json"))
			if err != nil {
				t.Fatal(err)
			}
			d := decode(t, string(b))
			if _, err := os.Stat(filepath.Join("../examples/pictures", d.Media[0].Path)); err != nil {
				t.Error(err)
			}
			if r := check(t, d); r.Verdict > tt.words {
				t.Errorf("the words alone are %s: %v", r.Verdict, r.Findings)
			}
			d.Media[0].Seen = photo(tt.rows...)
			r := check(t, d)
			if r.Verdict != tt.shown {
				t.Errorf("with its picture it is %s: %v", r.Verdict, r.Findings)
			}
			wayOut(t, r, tt.clause)
		})
	}
}

// wayOut asks for a finding that cites the clause, and for a remedy in each finding.
func wayOut(t *testing.T, r *bedside.Result, clause string) {
	t.Helper()
	cites := func(f bedside.Finding) bool {
		return slices.ContainsFunc(f.Clauses, func(c bedside.Clause) bool { return c.ID == clause })
	}
	if !slices.ContainsFunc(r.Findings, cites) {
		t.Errorf("no finding cites %s", clause)
	}
	for _, f := range r.Findings {
		if f.Remedy.Text == "" {
			t.Errorf("%s has no way out", f.Rule)
		}
	}
}

func checkFile(t *testing.T, e *engine.Engine, file string) *bedside.Result {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := bedside.DecodeDraft(b)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	r, err := e.Check(d, time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
