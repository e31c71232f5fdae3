package app

import (
	"slices"

	"bedside"
)

// Matrix is which clause of which source has what behind it, topic by topic.
type Matrix struct {
	Sources                     []Source
	Rows                        []MatrixRow
	Checked, Procedure, Unbuilt int       // clauses that rules check, that a question or a room carries, and for which nothing is built yet
	Points                      []Point   // where sources differ
	Packs                       []InForce // what is in force
}

// MatrixRow is a topic, with the clauses of each source that are mostly about it. The last row has no topic: what no rule checks.
type MatrixRow struct {
	Topic string
	Cells [][]Clause // by source
}

// Point is one on which sources differ, and what Bedside does there.
type Point struct{ ID, Title, Rule string }

// InForce is a pack that is in force, with the rules that it switched off.
type InForce struct {
	ID, Version string
	Disabled    []string
}

// Matrix gathers what the guidelines in force ask and what stands behind it.
func (a *App) Matrix() Matrix {
	m := Matrix{Sources: a.Sources()}
	for _, topic := range append(bedside.Topics(), "") {
		m.Rows = append(m.Rows, MatrixRow{topic, make([][]Clause, len(m.Sources))})
	}
	for i := range m.Sources {
		for _, c := range m.Sources[i].Clauses {
			m.count(c)
			at := slices.IndexFunc(m.Rows, func(r MatrixRow) bool { return r.Topic == topicOf(c) })
			m.Rows[at].Cells[i] = append(m.Rows[at].Cells[i], c)
		}
	}
	m.Rows = slices.DeleteFunc(m.Rows, func(r MatrixRow) bool {
		return !slices.ContainsFunc(r.Cells, func(c []Clause) bool { return len(c) > 0 })
	})
	for _, c := range a.Pack.Conflicts {
		m.Points = append(m.Points, Point{c.ID, c.Title, c.Rule})
	}
	info := a.Pack.Info()
	m.Packs = []InForce{{info.ID, info.Version, info.Disabled}}
	return m
}

func (m *Matrix) count(c Clause) {
	switch c.State() {
	case Checked:
		m.Checked++
	case Planned:
		m.Unbuilt++
	default:
		m.Procedure++
	}
}

// What stands behind a clause.
const (
	Checked   = "checked"   // by a rule
	Procedure = "procedure" // a question asks, or a room carries it
	Planned   = "planned"   // nothing yet
)

// State is what stands behind a clause.
func (c Clause) State() string {
	switch {
	case len(c.Rules) > 0:
		return Checked
	case c.Planned:
		return Planned
	}
	return Procedure
}

// CheckedOf counts the clauses of a source that rules check.
func (s Source) CheckedOf() int {
	n := 0
	for _, c := range s.Clauses {
		if c.State() == Checked {
			n++
		}
	}
	return n
}

// topicOf is the topic that most rules of a clause have, the first one told among equals; none without rules.
func topicOf(c Clause) string {
	best, most := "", 0
	for _, topic := range bedside.Topics() {
		n := 0
		for _, r := range c.Rules {
			if r.Topic == topic {
				n++
			}
		}
		if n > most {
			best, most = topic, n
		}
	}
	return best
}
