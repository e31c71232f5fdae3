package engine_test

import (
	"slices"
	"strings"
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
		"strangers":                  {engine.Cluster{Gained: []string{"stranger"}, Sure: true}, bedside.Revise},
		"strangers, perhaps":         {engine.Cluster{Gained: []string{"stranger"}}, bedside.Advise},
		"strangers, and a name":      {engine.Cluster{Gained: []string{"stranger"}, Identified: true}, bedside.Block},
		"the family":                 {engine.Cluster{Gained: []string{"family"}, Sure: true}, bedside.Revise},
		"the family, perhaps":        {engine.Cluster{Gained: []string{"family"}}, bedside.Advise},
		"nobody who could not alone": {engine.Cluster{}, bedside.OK},
	} {
		f, ok := e.Together(test.cluster)
		if ok != (test.want > bedside.OK) || f.Severity != test.want {
			t.Errorf("%s: got %s, %v, want %s", name, f.Severity, ok, test.want)
		}
	}
}

// TestTheOneToChange: where the earlier post tells of the patient and the draft only says where, it is the earlier one to change.
func TestTheOneToChange(t *testing.T) {
	t.Parallel()
	r := check(t, decode(t, `{"text":"Fourth week at Strathmore District Hospital and I can find the canteen.","time":"2026-03-12T08:00:00Z","author":{"role":"resident"},
		"context":{"timeline":[
			{"text":"Rain.","time":"2026-03-11T08:00:00Z"},
			{"text":"My patient is a retired lighthouse keeper with pneumonia, in good spirits.","time":"2026-03-10T20:00:00Z"}]}}`))
	for _, f := range r.Findings {
		if f.Rule != "privacy.together" {
			continue
		}
		if !strings.HasPrefix(f.Remedy.Text, "Change the post of 10 March 2026 first") {
			t.Errorf("the way out is %q", f.Remedy.Text)
		}
		if at := slices.IndexFunc(f.Evidence, func(e bedside.Evidence) bool { return e.Part == bedside.PartTimeline }); at < 0 || f.Evidence[at].Index != 1 || f.Evidence[at].Text == "" {
			t.Errorf("evidence %+v; want words of the post at 1", f.Evidence)
		}
		return
	}
	t.Errorf("nothing is found together: %+v", r.Findings)
}

// TestSilentTogether: earlier posts full of places and times make nothing of an everyday case, of the author's own family or of a manikin.
func TestSilentTogether(t *testing.T) {
	t.Parallel()
	const earlier = `"context":{"timeline":[{"text":"Second week on nights at Whinmoor Infirmary.","time":"2026-03-08T08:00:00Z"},{"text":"Whinmoor market on my day off.","time":"2026-03-09T08:00:00Z"}]}`
	for _, text := range []string{
		"Pneumonia season, the corridor is full again.",
		"My own twins start school today.",
		"Our manikin had moyamoya today, says the new simulation scenario. It survived.",
		"A patient thanked me today and it carried me through.",
	} {
		r := check(t, decode(t, `{"text":"`+text+`","time":"2026-03-12T08:00:00Z","author":{"role":"nurse"},`+earlier+`}`))
		if slices.ContainsFunc(r.Findings, func(f bedside.Finding) bool { return f.Rule == "privacy.together" }) {
			t.Errorf("%q is found together with where the author works", text)
		}
	}
}
