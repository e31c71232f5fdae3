package main

import (
	"fmt"
	"strings"

	"bedside/internal/packfile"
)

type guidelinesCoverage struct {
	pageFlags
}

// Help says what the states mean.
func (guidelinesCoverage) Help() string {
	return `A clause is checked when a rule with examples of both kinds cites it, asked when a question cites it, carried when a
room of the web application or a command does what it asks, planned when that room is still to be built.

Examples:

    bedside guidelines coverage
    bedside guidelines coverage --format json`
}

// coverage is the table as JSON.
type coverage struct {
	Clauses []packfile.Cover `json:"clauses"`
	Counts  map[string]int   `json:"counts"`
}

// Run shows the table. A clause about which nothing is done counts as found.
func (c *guidelinesCoverage) Run(a *app) error {
	src, err := readSource("")
	if err != nil {
		return err
	}
	table := coverage{Clauses: packfile.Coverage(src.Pack, src.Examples), Counts: map[string]int{}}
	for _, s := range packfile.States() {
		table.Counts[string(s)] = 0
	}
	for _, row := range table.Clauses {
		table.Counts[string(row.State)]++
	}
	a.outcome.found = table.Counts[string(packfile.Nothing)] > 0
	return c.answer(a, table, table.write)
}

func (c coverage) write(p *prose) {
	for _, row := range c.Clauses {
		lead, rules := fmt.Sprintf("%-24s %s", row.Clause, row.State), by(row)
		if column := 34; column+longestWord(rules) <= p.width {
			p.row(0, column, lead, rules)
		} else { // a rule's id does not part: it goes under its clause
			p.para("", lead)
			p.para("  ", rules)
		}
	}
	var counts []string
	for _, s := range packfile.States() {
		counts = append(counts, fmt.Sprintf("%d %s", c.Counts[string(s)], s))
	}
	p.heading(fmt.Sprintf("%d clauses: %s", len(c.Clauses), strings.Join(counts, ", ")))
}

// by names what the state rests on: the first and how many more.
func by(row packfile.Cover) string {
	names := row.Rules
	switch row.State {
	case packfile.Asked:
		names = row.Asked
	case packfile.Carried, packfile.Planned:
		names = []string{row.Room}
	case packfile.Checked, packfile.Nothing:
	}
	if len(names) > 1 {
		return fmt.Sprintf("%s and %d more", names[0], len(names)-1)
	}
	return strings.Join(names, "")
}

func longestWord(s string) int {
	n := 0
	for w := range strings.FieldsSeq(s) {
		n = max(n, len(w))
	}
	return n
}
