package main

import (
	"slices"
	"strings"

	"bedside/internal/packfile"
	"bedside/pack"
)

// shownClause is a clause with everything that hangs on it.
type shownClause struct {
	Source string `json:"source"`
	pack.Clause
	Points    []shownPoint  `json:"points"`
	Rules     []ruleListing `json:"rules"`
	Questions []string      `json:"questions"`
}

func showClause(src *packfile.Source, b pack.Body, c pack.Clause) shownClause {
	p := src.Pack
	s := shownClause{Source: b.Source, Clause: c, Points: []shownPoint{}, Rules: citing(p, c.ID), Questions: []string{}}
	for i := range p.Conflicts {
		if slices.Contains(p.Conflicts[i].Clauses, c.ID) {
			s.Points = append(s.Points, showPoint(p, &p.Conflicts[i]))
		}
	}
	for _, q := range p.Questions {
		if slices.Contains(q.Clauses, c.ID) {
			s.Questions = append(s.Questions, q.ID)
		}
	}
	return s
}

func (s shownClause) write(p *prose) {
	p.heading(s.ID + ": " + s.Source + ", " + s.Cite)
	p.para("", s.Text)
	p.para("", "It binds "+strings.ReplaceAll(strings.Join(s.Binds, ", "), "_", " ")+".")
	for _, point := range s.Points {
		p.heading("Where sources differ: " + point.ID)
		point.lines(p)
		if !slices.Contains(point.Follows, s.ID) {
			p.para("  ", "This clause is not among those followed.")
		}
	}
	writeCiting(p, s.Rules)
	if len(s.Questions) > 0 {
		p.heading("Questions that cite it: " + strings.Join(s.Questions, ", "))
	}
	if s.Carried != "" {
		p.heading("Carried by: " + s.Carried + map[bool]string{true: ", planned"}[s.Planned])
	}
}

func writeCiting(p *prose, rules []ruleListing) {
	if len(rules) == 0 {
		p.heading("No rule cites it.")
		return
	}
	p.heading("Rules that cite it")
	writeRules(p, rules)
}

// shownPoint is a point where sources differ, with what each holds.
type shownPoint struct {
	pack.Conflict
	Positions []position `json:"positions"`
}

type position struct {
	Source string `json:"source"`
	pack.Position
}

func showPoint(p *pack.File, c *pack.Conflict) shownPoint {
	s := shownPoint{Conflict: *c, Positions: []position{}}
	for _, b := range p.Bodies {
		for _, held := range b.Positions {
			if held.Point == c.ID {
				s.Positions = append(s.Positions, position{b.Source, held})
			}
		}
	}
	return s
}

func (s shownPoint) write(p *prose) {
	p.heading(s.ID)
	s.lines(p)
	p.para("  ", "Clauses that speak on it: "+strings.Join(s.Clauses, ", "))
}

func (s shownPoint) lines(p *prose) {
	p.para("", s.Title)
	for _, held := range s.Positions {
		p.hang("  ", 4, held.Source+": "+held.Text)
	}
	p.hang("  ", 4, "Bedside: "+s.Rule)
	p.hang("  ", 4, "Followed: "+strings.Join(s.Follows, ", "))
}

// shownLaw is a fact of law.
type shownLaw struct {
	pack.Law
	Rules []ruleListing `json:"rules"`
}

func (s shownLaw) write(p *prose) {
	p.heading(s.ID + ": " + s.Cite)
	p.para("", s.Law.Text)
	p.para("", "Status: "+s.Status+". Source: "+s.Law.Source)
	writeCiting(p, s.Rules)
}
