package packfile_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/packfile"
	"bedside/pack"
)

func TestCoverage(t *testing.T) {
	t.Parallel()
	clauses := []pack.Clause{
		{ID: "a.rule"},
		{ID: "a.also"},
		{ID: "a.off"},
		{ID: "a.untested"},
		{ID: "a.asked"},
		{ID: "a.carried", Carried: "Inbox"},
		{ID: "a.planned", Carried: "Learn", Planned: true},
		{ID: "a.none"},
	}
	p := &pack.File{
		Bodies: []pack.Body{{ID: "a", Clauses: clauses}},
		Rules: []pack.Rule{
			{ID: "r.on", Clauses: []string{"a.rule"}, Also: map[string][]string{"a.also": {"death"}}},
			{ID: "r.off", Clauses: []string{"a.off"}},
			{ID: "r.untested", Clauses: []string{"a.untested", "a.rule"}},
		},
		Questions: []pack.Question{{ID: "q", Clauses: []string{"a.asked", "a.rule"}}},
		Disabled:  []string{"r.off"},
	}
	examples := []packfile.Example{
		{Rule: "r.on"}, {Rule: "r.on", Allow: true}, {Rule: "r.off"}, {Rule: "r.off", Allow: true}, {Rule: "r.untested"},
	}
	got := map[string]packfile.State{}
	for _, c := range packfile.Coverage(p, examples) {
		got[c.Clause] = c.State
	}
	want := map[string]packfile.State{
		"a.rule": packfile.Checked, "a.also": packfile.Checked, "a.off": packfile.Nothing, "a.untested": packfile.Nothing,
		"a.asked": packfile.Asked, "a.carried": packfile.Carried, "a.planned": packfile.Planned, "a.none": packfile.Nothing,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
