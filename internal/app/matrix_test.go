package app_test

import (
	"testing"

	"bedside/internal/app"
	"bedside/pack"
	"bedside/packs"
)

// TestMatrix: every clause stands in the matrix once, under a topic of the rules that check it, and is counted once.
func TestMatrix(t *testing.T) {
	t.Parallel()
	p, err := pack.Load(packs.Default())
	if err != nil {
		t.Fatal(err)
	}
	m := (&app.App{Pack: p}).Matrix()
	clauses, cells := 0, map[string]int{}
	for _, s := range m.Sources {
		clauses += len(s.Clauses)
	}
	for _, row := range m.Rows {
		for i, cell := range row.Cells {
			for _, c := range cell {
				cells[c.ID]++
				if (row.Topic == "") != (len(c.Rules) == 0) {
					t.Errorf("%s of %s stands under %q, with %d rules", c.ID, m.Sources[i].ID, row.Topic, len(c.Rules))
				}
			}
		}
	}
	for id, n := range cells {
		if n != 1 {
			t.Errorf("%s stands there %d times", id, n)
		}
	}
	if len(cells) != clauses || m.Checked+m.Procedure+m.Unbuilt != clauses || len(m.Points) != len(p.Conflicts) {
		t.Errorf("%d clauses, %d in cells, counted %d, %d, %d; %d points", clauses, len(cells), m.Checked, m.Procedure, m.Unbuilt, len(m.Points))
	}
}
