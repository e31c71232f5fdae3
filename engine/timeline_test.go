package engine_test

import (
	"testing"

	"bedside"
	"bedside/engine"
)

// TestCheckWith: a draft held against earlier posts is found with the words in them, at the index that Add gave.
func TestCheckWith(t *testing.T) {
	t.Parallel()
	e := checker(t)
	line := e.NewTimeline()
	for i, s := range []string{
		`{"text":"Good coffee, long day.","time":"2026-06-20T09:00:00Z"}`,
		`{"text":"Day 3 at Fort Nelson General, only student here.","time":"2026-06-28T09:00:00Z","author":{"role":"medical_student"}}`,
	} {
		_, record, err := e.CheckAndRecord(decode(t, s), now)
		if err != nil {
			t.Fatal(err)
		}
		if got := line.Add(record); got != i {
			t.Fatalf("post %d has index %d", i, got)
		}
	}
	draft := decode(t, `{"text":"What a lovely morning on labour ward. Twins, and everybody cried.","author":{"role":"medical_student"}}`)
	r, err := e.CheckWith(draft, now, line)
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for i := range r.Findings {
		if r.Findings[i].Rule == "privacy.together" {
			at = i
		}
	}
	if at < 0 {
		t.Fatalf("nothing is found together: %v", r.Findings)
	}
	parts := map[bedside.PartKind]int{}
	for _, ev := range r.Findings[at].Evidence {
		parts[ev.Part]++
		if ev.Part == bedside.PartTimeline && (ev.Index != 1 || ev.Start != 9 || ev.End != 28 || ev.Text != "") {
			t.Errorf("evidence %+v; want the institution in post 1, without words", ev)
		}
	}
	if parts[bedside.PartTimeline] != 1 || parts[bedside.PartText] == 0 {
		t.Errorf("evidence by part: %v", parts)
	}
	if alone := check(t, draft); alone.Verdict >= r.Verdict && r.Verdict < bedside.Revise {
		t.Errorf("alone %s, together %s", alone.Verdict, r.Verdict)
	}
}

func TestTogetherSaysWhatTheRulesSay(t *testing.T) {
	t.Parallel()
	e := checker(t)
	for name, test := range map[string]struct {
		cluster engine.Cluster
		want    bedside.Severity
	}{
		"strangers":                  {engine.Cluster{Gained: []string{"stranger"}}, bedside.Revise},
		"strangers, and a name":      {engine.Cluster{Gained: []string{"stranger"}, Identified: true}, bedside.Block},
		"the family":                 {engine.Cluster{Gained: []string{"family"}}, bedside.Revise},
		"nobody who could not alone": {engine.Cluster{}, bedside.OK},
	} {
		f, ok := e.Together(test.cluster)
		if ok != (test.want > bedside.OK) || f.Severity != test.want {
			t.Errorf("%s: got %s, %v, want %s", name, f.Severity, ok, test.want)
		}
	}
}
