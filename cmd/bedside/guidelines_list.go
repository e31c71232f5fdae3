package main

import (
	"fmt"
	"strings"

	"bedside"
	"bedside/internal/packfile"
	"bedside/pack"
)

type guidelinesList struct {
	pageFlags
}

// Help gives examples.
func (guidelinesList) Help() string {
	return `Examples:

    bedside guidelines list
    bedside guidelines list --format json`
}

// listing is the list as JSON.
type listing struct {
	Pack      string         `json:"pack"`
	Version   string         `json:"version"`
	Bodies    []pack.Body    `json:"bodies"`
	Points    []string       `json:"points"`
	Topics    []topicListing `json:"topics"`
	Questions []string       `json:"questions"`
}

type topicListing struct {
	Topic string        `json:"topic"`
	Rules []ruleListing `json:"rules"`
}

type ruleListing struct {
	ID       string           `json:"id"`
	Severity bedside.Severity `json:"severity"` // the highest of its grades
	Message  string           `json:"message"`  // of that grade
	Clauses  []string         `json:"clauses"`
}

func listRule(r *pack.Rule) ruleListing {
	l := ruleListing{ID: r.ID, Clauses: r.Clauses}
	for _, g := range r.Grades {
		if g.Severity > l.Severity {
			l.Severity, l.Message = g.Severity, g.Message
		}
	}
	return l
}

func writeRules(p *prose, rules []ruleListing) {
	for _, r := range rules {
		p.hang("  ", 4, r.ID+": "+r.Message+" ("+r.Severity.String()+")")
	}
}

// Run lists the guidelines.
func (c *guidelinesList) Run(a *app) error {
	src, err := readSource("")
	if err != nil {
		return err
	}
	l := list(src)
	return c.answer(a, l, l.write)
}

func list(src *packfile.Source) listing {
	p := src.Pack
	l := listing{Pack: p.ID, Version: p.Version, Bodies: p.Bodies, Points: []string{}, Topics: []topicListing{}, Questions: []string{}}
	for _, c := range p.Conflicts {
		l.Points = append(l.Points, c.ID)
	}
	for _, q := range p.Questions {
		l.Questions = append(l.Questions, q.ID)
	}
	for _, topic := range bedside.Topics() {
		t := topicListing{Topic: topic, Rules: []ruleListing{}}
		for i := range p.Rules {
			if r := &p.Rules[i]; r.Topic == topic {
				t.Rules = append(t.Rules, listRule(r))
			}
		}
		l.Topics = append(l.Topics, t)
	}
	return l
}

func (l listing) write(p *prose) {
	for _, b := range l.Bodies {
		title := b.Source + ": " + b.Title
		if b.Year > 0 {
			title += fmt.Sprintf(", %d", b.Year)
		}
		p.heading(title)
		for _, c := range b.Clauses {
			p.row(2, 28, c.ID, c.Cite)
		}
	}
	p.heading("Points where sources differ: " + strings.Join(l.Points, ", "))
	for _, t := range l.Topics {
		p.heading(fmt.Sprintf("Rules on %s: %d", strings.ReplaceAll(t.Topic, "_", " "), len(t.Rules)))
		writeRules(p, t.Rules)
	}
	if len(l.Questions) > 0 {
		p.heading("Questions: " + strings.Join(l.Questions, ", "))
	}
	p.heading("Show any of these: bedside guidelines show jh.bp3")
}
