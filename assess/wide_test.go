package assess_test

import (
	"testing"

	"bedside"
)

// TestEvidenceOfThePart: each sentence shows what its own part has beside it, and nothing of another part.
func TestEvidenceOfThePart(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{id: "respect.test", each: "sentence", starts: "drug", evidence: "drug part:condition", severity: bedside.Revise})
	for facts, want := range map[string]string{
		"drug:0":             "respect.test revise [drug]",
		"drug:0 condition:6": "respect.test revise [drug]",
		"drug:0 condition:2": "respect.test revise [drug condition]",
		"drug:5 condition:6": "respect.test revise [drug condition]",
	} {
		if got := judge(t, p, facts); got != want {
			t.Errorf("%s: got %q, want %q", facts, got, want)
		}
	}
}
