package app

import (
	"slices"

	"bedside/pack"
)

// Source is one body of guidelines with what is done about each of its clauses.
type Source struct {
	ID, Title, URL string
	Year           int
	Clauses        []Clause
}

// Clause is one norm with the rules and questions that rest on it.
type Clause struct {
	ID, Cite, Text string
	Rules          []Rule
	Asked          []string // questions, as they are put
	Carried        string   // the room or command that does what the clause asks
	Planned        bool     // not built yet
}

// Rule is a rule as the Guidelines room shows it.
type Rule struct{ ID, Topic, Says string }

// Sources lists the guidelines in force.
func (a *App) Sources() []Source {
	rules, asked := a.byClause()
	out := make([]Source, len(a.Pack.Bodies))
	for i := range a.Pack.Bodies {
		b := &a.Pack.Bodies[i]
		out[i] = Source{ID: b.ID, Title: b.Title, URL: b.URL, Year: b.Year}
		for _, c := range b.Clauses {
			out[i].Clauses = append(out[i].Clauses, Clause{c.ID, c.Cite, c.Text, rules[c.ID], asked[c.ID], c.Carried, c.Planned})
		}
	}
	return out
}

// byClause lists rules and questions by the clauses that they cite.
func (a *App) byClause() (rules map[string][]Rule, asked map[string][]string) {
	rules, asked = map[string][]Rule{}, map[string][]string{}
	for i := range a.Pack.Rules {
		r := &a.Pack.Rules[i]
		for _, id := range r.Clauses {
			rules[id] = append(rules[id], Rule{r.ID, r.Topic, gravest(r)})
		}
	}
	for i := range a.Pack.Questions {
		for _, id := range a.Pack.Questions[i].Clauses {
			asked[id] = append(asked[id], a.Pack.Questions[i].Prompt)
		}
	}
	return rules, asked
}

// gravest is what a rule says where it says most.
func gravest(r *pack.Rule) string {
	if len(r.Grades) == 0 {
		return ""
	}
	most := slices.MaxFunc(r.Grades, func(x, y pack.Grade) int { return int(x.Severity) - int(y.Severity) })
	return most.Message
}

// Way is the way of mending that a rule names at a severity; empty when it names none.
func (a *App) Way(rule, severity string) string {
	for i := range a.Pack.Rules {
		if a.Pack.Rules[i].ID != rule {
			continue
		}
		for _, g := range a.Pack.Rules[i].Grades {
			if g.Severity.String() == severity && g.Edit != "" {
				return g.Edit
			}
		}
	}
	return ""
}
