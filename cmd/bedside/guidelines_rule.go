package main

import (
	"fmt"
	"strings"

	"bedside"
	"bedside/internal/packfile"
	"bedside/pack"
)

// shownRule is a rule with its clauses and the number of its examples.
type shownRule struct {
	pack.Rule
	Cited []bedside.Clause `json:"cited"`
	Flag  int              `json:"flag"`
	Allow int              `json:"allow"`
}

func showRule(src *packfile.Source, r *pack.Rule) shownRule {
	s := shownRule{Rule: *r, Cited: clausesOf(src.Pack, r.Clauses)}
	for _, e := range src.Examples {
		switch {
		case e.Rule != r.ID:
		case e.Allow:
			s.Allow++
		default:
			s.Flag++
		}
	}
	return s
}

func (s shownRule) write(p *prose) {
	p.heading(s.ID)
	p.para("", "On "+strings.ReplaceAll(s.Topic, "_", " ")+", by "+s.Each+".")
	writeClauses(p, s.Cited)
	p.heading("Grades, the first that fits")
	for _, g := range s.Grades {
		p.para("  ", g.Severity.String()+": "+g.Message)
		p.para("    ", g.Why)
		p.para("    ", g.Remedy)
	}
	p.heading(fmt.Sprintf("Examples: %d to flag, %d to allow", s.Flag, s.Allow))
}

func writeClauses(p *prose, clauses []bedside.Clause) {
	p.heading("Clauses")
	for _, c := range clauses {
		p.para("  ", c.ID+", "+c.Source)
		p.para("    ", c.Text)
	}
}

// shownQuestion is a question with its clauses.
type shownQuestion struct {
	pack.Question
	Cited []bedside.Clause `json:"cited"`
}

func (s shownQuestion) write(p *prose) {
	p.heading(s.ID + ", asked of each " + s.Each)
	p.para("", s.Prompt)
	for _, o := range s.Options {
		p.row(2, 16, o.Value, o.Label)
	}
	if len(s.Cited) > 0 {
		writeClauses(p, s.Cited)
	}
}
