package app

import (
	"slices"

	"bedside/pack"
)

// Source is one body of guidelines with what is done about each of its clauses.
type Source struct {
	ID      string   `json:"id"`
	Name    string   `json:"name"` // as people call it
	Title   string   `json:"title"`
	URL     string   `json:"url,omitempty"`
	Year    int      `json:"year,omitempty"`
	Clauses []Clause `json:"clauses"`
}

// Clause is one norm with the rules and questions that rest on it.
type Clause struct {
	ID      string   `json:"id"`
	Cite    string   `json:"cite"`
	Text    string   `json:"text"`
	Rules   []Rule   `json:"rules,omitempty"`
	Asked   []string `json:"asked,omitempty"`   // questions, as they are put
	Carried string   `json:"carried,omitempty"` // the room or command that does what the clause asks
	Planned bool     `json:"planned,omitempty"` // not built yet
}

// Rule is a rule as the Guidelines room shows it.
type Rule struct {
	ID    string `json:"id"`
	Topic string `json:"topic"`
	Says  string `json:"says"`
}

// Sources lists the guidelines in force.
func (a *App) Sources() []Source {
	rules, asked := a.byClause()
	out := make([]Source, len(a.Pack.Bodies))
	for i := range a.Pack.Bodies {
		b := &a.Pack.Bodies[i]
		out[i] = Source{ID: b.ID, Name: b.Source, Title: b.Title, URL: b.URL, Year: b.Year}
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
