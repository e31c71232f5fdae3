package packfile

import (
	"slices"

	"bedside/pack"
)

// Cover says what a pack does about one clause.
type Cover struct {
	Clause  string   `json:"clause"`
	State   State    `json:"state"`
	Rules   []string `json:"rules"`     // rules that cite it, switched on, with flag and allow examples
	Asked   []string `json:"questions"` // questions that cite it
	Room    string   `json:"room,omitempty"`
	Planned bool     `json:"planned,omitempty"`
}

// State is the strongest thing that a pack does about a clause.
type State string

// The states, from strongest to none.
const (
	Checked State = "checked" // by a rule
	Asked   State = "asked"   // by a question
	Carried State = "carried" // by a room of the web application, or a command
	Planned State = "planned" // by a room that does not do it yet
	Nothing State = "nothing"
)

// States lists them in that order.
func States() []State { return []State{Checked, Asked, Carried, Planned, Nothing} }

// Coverage goes through every clause of every body, in order.
func Coverage(p *pack.File, examples []Example) []Cover {
	rules := tested(p, examples)
	var out []Cover
	for _, b := range p.Bodies {
		for _, c := range b.Clauses {
			cover := Cover{Clause: c.ID, Rules: []string{}, Asked: []string{}, Room: c.Carried, Planned: c.Planned}
			for i := range rules {
				if Cites(&rules[i], c.ID) {
					cover.Rules = append(cover.Rules, rules[i].ID)
				}
			}
			for _, q := range p.Questions {
				if slices.Contains(q.Clauses, c.ID) {
					cover.Asked = append(cover.Asked, q.ID)
				}
			}
			cover.State = cover.state()
			out = append(out, cover)
		}
	}
	return out
}

func (c Cover) state() State {
	switch {
	case len(c.Rules) > 0:
		return Checked
	case len(c.Asked) > 0:
		return Asked
	case c.Room != "" && !c.Planned:
		return Carried
	case c.Room != "":
		return Planned
	}
	return Nothing
}

// tested are the rules that are switched on and have both kinds of examples.
func tested(p *pack.File, examples []Example) []pack.Rule {
	flags, allows := map[string]bool{}, map[string]bool{}
	for _, e := range examples {
		flags[e.Rule], allows[e.Rule] = flags[e.Rule] || !e.Allow, allows[e.Rule] || e.Allow
	}
	var out []pack.Rule
	for _, r := range p.Rules {
		if flags[r.ID] && allows[r.ID] && !slices.Contains(p.Disabled, r.ID) {
			out = append(out, r)
		}
	}
	return out
}

// Cites reports whether a rule cites a clause, always or when a fact is there.
func Cites(r *pack.Rule, clause string) bool {
	_, also := r.Also[clause]
	return also || slices.Contains(r.Clauses, clause)
}
