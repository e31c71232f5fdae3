package audit_test

import (
	"slices"
	"testing"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

func realEngine(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.New(engine.Config{Tables: tables.Stored(), Compile: detect.New, Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestPostsThatTellTogether audits posts of which two lead to one mother: neither is sent back by itself.
func TestPostsThatTellTogether(t *testing.T) {
	t.Parallel()
	post := func(id, at, text string) bedside.Draft {
		when, err := time.Parse(time.DateOnly, at)
		if err != nil {
			t.Fatal(err)
		}
		return bedside.Draft{ID: id, Text: text, Time: bedside.Time{Time: when}, Author: bedside.Author{Role: "medical_student"}, Account: bedside.Account{Platform: "x"}}
	}
	archives := from(
		post("3", "2025-06-01", "The garden is finally winning. Tomatoes next."),
		post("2", "2025-01-01", "What a lovely morning on labour ward. Twins, and everybody cried."),
		post("1", "2024-12-29", "Day 3 at Fort Nelson General, only student here. The canteen lady knows my name already."),
	)
	o := options(realEngine(t))
	o.State = stateFile(t)
	for _, round := range []string{"the first time", "from the state"} {
		got := run(t, archives, o)
		if len(got.Clusters) != 1 || len(got.Clusters[0].Posts) != 2 || got.Verdict < bedside.Revise {
			t.Fatalf("%s: got %d clusters, %s", round, len(got.Clusters), got.Verdict)
		}
		c := got.Clusters[0]
		if c.Posts[0].Post.ID != "1" || c.Posts[1].Post.ID != "2" || c.Why == "" || len(c.Clauses) == 0 || !slices.Contains(c.Posts[0].Gives, "institution") {
			t.Errorf("%s: the cluster says %+v", round, c)
		}
		for _, p := range c.Posts {
			for _, e := range p.Evidence {
				if e.Part == bedside.PartText && e.Text != p.Post.Text[e.Start:e.End] {
					t.Errorf("%s: the words of post %s are not those of its evidence", round, p.Post.ID)
				}
			}
		}
		if len(got.CleanUp) != 1 || !slices.Equal(got.CleanUp[0].Clusters, []string{c.ID}) {
			t.Errorf("%s: got %d tasks", round, len(got.CleanUp))
		}
		if round == "from the state" && (c.Status != bedside.StatusStillThere || got.Compared.FixedClusters != 0) {
			t.Errorf("the cluster is %s, and %d are fixed", c.Status, got.Compared.FixedClusters)
		}
	}
}
