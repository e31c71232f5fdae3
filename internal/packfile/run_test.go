package packfile_test

import (
	"errors"
	"testing"

	"bedside"
	"bedside/internal/packfile"
)

func TestRunExamples(t *testing.T) {
	t.Parallel()
	flag := packfile.Example{
		Rule: "advice.dose", File: "rules/advice/dose.yaml", Line: 7, Draft: []byte(`{"text":"take 400 mg"}`),
		Severity: bedside.Block, Evidence: []string{"400 mg"}, Person: "other",
	}
	allow := packfile.Example{Rule: "advice.dose", File: "rules/advice/dose.yaml", Line: 9, Draft: flag.Draft, Allow: true, Verdict: bedside.Advise}
	finding := func(rule string, s bedside.Severity, start, end int) bedside.Finding {
		return bedside.Finding{Rule: rule, Severity: s, People: []string{"p1"}, Evidence: []bedside.Evidence{{Part: bedside.PartText, Start: start, End: end}}}
	}
	result := func(verdict bedside.Severity, fs ...bedside.Finding) *bedside.Result {
		return &bedside.Result{Verdict: verdict, Findings: fs, People: []bedside.Person{{ID: "p1", Subject: "other"}}}
	}
	unknownPerson := flag
	unknownPerson.Person = "patient"
	badDraft := flag
	badDraft.Draft = []byte(`{"txt":"x"}`)
	const at = "rules/advice/dose.yaml:7: advice.dose: "
	tests := map[string]struct {
		example packfile.Example
		result  *bedside.Result
		err     error
		status  packfile.Status
		reason  string
	}{
		"flagged":         {example: flag, result: result(bedside.Block, finding("advice.dose", bedside.Block, 7, 9)), status: packfile.Pass},
		"nothing":         {example: flag, result: result(bedside.OK), status: packfile.Fail, reason: at + "wanted block, nothing was found"},
		"another rule":    {example: flag, result: result(bedside.Block, finding("advice.x", bedside.Block, 7, 9)), status: packfile.Fail, reason: at + "wanted block, the rule is silent (advice.x block)"},
		"milder":          {example: flag, result: result(bedside.Revise, finding("advice.dose", bedside.Revise, 7, 9)), status: packfile.Fail, reason: at + "wanted block, the rule says revise"},
		"marked aside":    {example: flag, result: result(bedside.Block, finding("advice.dose", bedside.Block, 0, 4)), status: packfile.Fail, reason: at + "evidence 1 is not marked"},
		"other person":    {example: unknownPerson, result: result(bedside.Block, finding("advice.dose", bedside.Block, 7, 9)), status: packfile.Fail, reason: at + "wanted a finding about patient, it is about other"},
		"checker's error": {example: flag, err: errors.New("no tables"), status: packfile.Error, reason: at + "no tables"},
		"allowed":         {example: allow, result: result(bedside.Advise, finding("advice.x", bedside.Advise, 0, 4)), status: packfile.Pass},
		"allowed, said":   {example: allow, result: result(bedside.Advise, finding("advice.dose", bedside.Advise, 0, 4)), status: packfile.Fail, reason: "rules/advice/dose.yaml:9: advice.dose: this is allowed, and the rule says advise"},
		"allowed, worse":  {example: allow, result: result(bedside.Revise, finding("advice.x", bedside.Revise, 0, 4)), status: packfile.Fail, reason: "rules/advice/dose.yaml:9: advice.dose: the verdict may be advise at most, it is revise (advice.x revise)"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			check := func(bedside.Draft) (*bedside.Result, error) { return tt.result, tt.err }
			got := packfile.RunExamples([]packfile.Example{tt.example}, check)[0]
			if got.Status != tt.status || got.Reason != tt.reason {
				t.Errorf("got %s %q, want %s %q", got.Status, got.Reason, tt.status, tt.reason)
			}
		})
	}
	if got := packfile.RunExamples([]packfile.Example{badDraft}, nil)[0]; got.Status != packfile.Error {
		t.Errorf("a draft that cannot be read: %s", got.Status)
	}
}
