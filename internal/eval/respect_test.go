package eval_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"bedside"
	"bedside/internal/eval"
)

// TestRespect: objecting is right when nothing about respect is said of it, meaning it when anything is.
func TestRespect(t *testing.T) {
	t.Parallel()
	suite := `{"id":"1","text":"quoted","way":"negated","label":"acceptable","twin":"a"}
{"id":"2","text":"meant BAD","way":"used","label":"not","twin":"a"}
{"id":"3","text":"told BAD","way":"negated","label":"acceptable"}
{"id":"4","text":"told PRIVATE","way":"negated","label":"acceptable"}
{"id":"5","text":"meant","way":"used","label":"not","twin":"b"}
{"id":"6","text":"told","way":"negated","label":"acceptable","twin":"b"}
`
	check := func(d bedside.Draft) (*bedside.Result, error) {
		topic := ""
		switch {
		case strings.HasSuffix(d.Text, "BAD"):
			topic = "respect"
		case strings.HasSuffix(d.Text, "PRIVATE"):
			topic = "patient_privacy"
		default:
			return &bedside.Result{}, nil
		}
		return &bedside.Result{Verdict: bedside.Revise, Findings: []bedside.Finding{finding(topic, bedside.Revise, bedside.PartText, 0, 1)}}, nil
	}
	ways, err := eval.Respect(fstest.MapFS{"respect/r1.jsonl": {Data: []byte(suite)}}, check)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]eval.Count{}
	for _, w := range ways {
		got[w.Way] = w.Right.Count
	}
	for way, want := range map[string]eval.Count{"negated": {Hits: 3, Of: 4}, "used": {Hits: 1, Of: 2}, "twins, both": {Hits: 1, Of: 2}, "reported": {}} {
		if got[way] != want {
			t.Errorf("%s: %v, want %v", way, got[way], want)
		}
	}
	if _, err := eval.Respect(fstest.MapFS{"respect/r1.jsonl": {Data: []byte("MARKER\n")}}, check); err == nil || strings.Contains(err.Error(), "MARKER") {
		t.Errorf("a broken line: %v", err)
	}
}
