package assess_test

import (
	"testing"

	"bedside"
	"bedside/pack"
)

// TestUnits: what one finding is about. Persons have one each; sentences and parts share one, and the graver speaks.
func TestUnits(t *testing.T) {
	t.Parallel()
	graver := []pack.Grade{gradeOf(t, bedside.Revise, `{"all":["death"]}`), gradeOf(t, bedside.Advise, `{"all":["drug"]}`)}
	tests := []struct{ name, each, facts, want string }{
		{"draft", "draft", "drug:0 death:7", "respect.test revise [drug death]"},
		{"sentences", "sentence", "drug:0 death:1 drug:2", "respect.test revise [drug death drug]"},
		{"sentences, the graver first", "sentence", "death:0 drug:1", "respect.test revise [death drug]"},
		{"sentences, one holds", "sentence", "drug:0 sex:1", "respect.test advise [drug]"},
		{"parts", "part", "drug:0 drug:3 death:5", "respect.test revise [drug drug death]"},
		{"persons", "person", "drug@1:0 death@2:1", "respect.test@p2 revise [death]; respect.test@p1 advise [drug]"},
		{"persons, one holds", "person", "drug@2:0 sex@1:1", "respect.test@p2 advise [drug]"},
		{"persons and nobody", "person", "drug:0 sex@1:1", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := compileRules(t, rule{each: tt.each, starts: "drug death", evidence: "drug death", severity: bedside.Block, when: `{"all":["record"]}`, more: graver})
			if got := judge(t, p, tt.facts); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.facts, got, tt.want)
			}
		})
	}
}

func TestGraverSpeaks(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{
		each: "sentence", starts: "drug", severity: bedside.Block, when: `{"all":["drug","death"]}`, more: []pack.Grade{gradeOf(t, bedside.Advise, "")},
	})
	found := p.Judge(caseOf(t, "drug:0 drug:1 death:1")).Findings
	if len(found) != 1 || found[0].Message != "says block" || found[0].Severity != bedside.Block {
		t.Errorf("got %v", found)
	}
}

// TestEvidence: the marked words of the unit, asserted ones only, in order of place, those that overlap as one.
func TestEvidence(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, each, facts, want string }{
		{"in order", "draft", "death:3 drug:1 drug:0", "respect.test advise [drug drug death]"},
		{"only what is marked", "draft", "drug:0 sex:0 age:0", "respect.test advise [drug]"},
		{"only what is asserted", "draft", "drug:0 !death:0", "respect.test advise [drug]"},
		{"of the person", "person", "drug@1:0 death@2:0 death:0", "respect.test@p1 advise [drug]; respect.test@p2 advise [death]"},
		{"of the sentence", "sentence", "drug:0 sex:1", "respect.test advise [drug]"},
		{"of the part", "part", "drug:0 death:3", "respect.test advise [drug death]"},
		{"of another part", "draft", "drug:0 death:6", "respect.test advise [drug death]"},
		{"by a prefix", "draft", "drug:0 sensitive.mental:0 sensitive.sexual:0", "respect.test advise [drug sensitive.mental sensitive.sexual]"},
		{"no words", "draft", "drug:0 identified@1", "respect.test advise [drug]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := compileRules(t, rule{each: tt.each, starts: "drug death", evidence: "drug death sensitive.* identified"})
			if got := judge(t, p, tt.facts); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.facts, got, tt.want)
			}
		})
	}
}

func TestEvidenceMerged(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{starts: "drug", evidence: "drug death"})
	c := caseOf(t, "drug:0 death:0 drug:0 death:6")
	for i, at := range [][2]int{{10, 20}, {15, 30}, {30, 40}, {12, 14}} {
		c.Facts[i].Span.Start, c.Facts[i].Span.End = at[0], at[1]
	}
	want := []bedside.Evidence{{Part: bedside.PartText, Start: 10, End: 30}, {Part: bedside.PartText, Start: 30, End: 40}, {Part: bedside.PartAlt, Start: 12, End: 14}}
	got := p.Judge(c).Findings[0].Evidence
	if len(got) != len(want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %v, want %v", got[i], want[i])
		}
	}
}

// TestEvidenceIsBounded: a text full of marks does not make an endless finding.
func TestEvidenceIsBounded(t *testing.T) {
	t.Parallel()
	for _, each := range []string{"draft", "sentence", "part", "person"} {
		p := compileRules(t, rule{each: each, starts: "drug", evidence: "drug"})
		c := caseOf(t, "drug@1:0")
		for i := range 3000 {
			f := c.Facts[0]
			f.Sentence = i % 5
			f.Span.Start, f.Span.End = 10*i, 10*i+5
			c.Facts = append(c.Facts, f)
		}
		if n := len(p.Judge(c).Findings[0].Evidence); n < 100 || n > 400 {
			t.Errorf("each %s: %d marks", each, n)
		}
	}
}
