package main

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"bedside"
	"bedside/internal/eval"
)

const (
	graver  = `{"id":"w1-001","draft":{"text":"a graver draft that is long enough to be read at a glance"},"gold":{"verdict":"revise","band":["revise","block"],"findings":[{"topic":"advice","severity":"revise"}]},"meta":{"writer":"w1","twin":"w1-002"}}`
	milder  = `{"id":"w1-002","draft":{"text":"a milder draft that is long enough to be read at a glance"},"gold":{"verdict":"ok","band":["ok","ok"],"findings":[]},"meta":{"writer":"w1","twin":"w1-001"}}`
	lockbox = `{"id":"w9-001","draft":{"text":"a sealed draft that is long enough to be read at a glance"},"gold":{"verdict":"ok","band":["ok","ok"],"findings":[]},"meta":{"writer":"w9","twin":"w1-001"}}`
)

// TestTwins: a pair is taken when the check says of both what their labels do, and for the label's topic; nothing sealed is looked at.
func TestTwins(t *testing.T) {
	t.Parallel()
	corpus := fstest.MapFS{"dev/w1.jsonl": {Data: []byte(graver + "\n" + milder + "\n")}, "lockbox/w9.jsonl": {Data: []byte(lockbox)}}
	set, err := eval.ReadDev(corpus)
	if err != nil {
		t.Fatal(err)
	}
	advice := []bedside.Finding{{Topic: "advice", Severity: bedside.Revise}}
	for name, c := range map[string]struct {
		graver, milder bedside.Result
		want           []string
	}{
		"agreed":               {bedside.Result{Verdict: bedside.Revise, Findings: advice}, bedside.Result{}, []string{"w1-001", "w1-002"}},
		"the graver is missed": {bedside.Result{}, bedside.Result{}, nil},
		"the milder is found":  {bedside.Result{Verdict: bedside.Revise, Findings: advice}, bedside.Result{Verdict: bedside.Advise, Findings: advice}, nil},
		"for another reason":   {bedside.Result{Verdict: bedside.Revise, Findings: []bedside.Finding{{Topic: "claims", Severity: bedside.Revise}}}, bedside.Result{}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			items, err := twinsOf(set.Records, func(d bedside.Draft) (*bedside.Result, error) {
				if d.Text == set.Records[0].Draft.Text {
					return &c.graver, nil
				}
				return &c.milder, nil
			}, 4)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, i := range items {
				got = append(got, i.ID)
				if i.Topic != "advice" {
					t.Errorf("%s is of topic %s", i.ID, i.Topic)
				}
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
