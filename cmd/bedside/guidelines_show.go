package main

import (
	"slices"

	"bedside"
	"bedside/internal/packfile"
	"bedside/pack"
)

type guidelinesShow struct {
	ID string `arg:"" name:"ID" complete:"id" help:"A clause, a fact of law, a rule, a question, or a point where sources differ."`
	pageFlags
}

// Help gives examples.
func (guidelinesShow) Help() string {
	return `Examples:

    bedside guidelines show jh.bp3
    bedside guidelines show privacy.patient-name
    bedside guidelines show C3`
}

// Run shows what the id names.
func (c *guidelinesShow) Run(a *app) error {
	src, err := readSource("")
	if err != nil {
		return err
	}
	thing := find(src, c.ID)
	if thing == nil {
		return unknownID(src, c.ID)
	}
	return c.answer(a, thing, thing.write)
}

// shown is anything that has an id.
type shown interface{ write(*prose) }

func find(src *packfile.Source, id string) shown {
	p := src.Pack
	for _, b := range p.Bodies {
		if i := slices.IndexFunc(b.Clauses, func(c pack.Clause) bool { return c.ID == id }); i >= 0 {
			return showClause(src, b, b.Clauses[i])
		}
	}
	if i := slices.IndexFunc(p.Law, func(l pack.Law) bool { return l.ID == id }); i >= 0 {
		return shownLaw{p.Law[i], citing(p, id)}
	}
	if i := slices.IndexFunc(p.Rules, func(r pack.Rule) bool { return r.ID == id }); i >= 0 {
		return showRule(src, &p.Rules[i])
	}
	if i := slices.IndexFunc(p.Questions, func(q pack.Question) bool { return q.ID == id }); i >= 0 {
		return shownQuestion{p.Questions[i], clausesOf(p, p.Questions[i].Clauses)}
	}
	if i := slices.IndexFunc(p.Conflicts, func(c pack.Conflict) bool { return c.ID == id }); i >= 0 {
		return showPoint(p, &p.Conflicts[i])
	}
	return nil
}

func unknownID(src *packfile.Source, id string) error {
	var known []string
	for _, b := range src.Pack.Bodies {
		for _, c := range b.Clauses {
			known = append(known, c.ID)
		}
	}
	for i := range src.Pack.Rules {
		known = append(known, src.Pack.Rules[i].ID)
	}
	err := bedside.Errorf(bedside.CodeNotFound, "there is no clause, rule, question or point with this id")
	if near := bedside.Nearest(id, known); near != "" {
		return hint(err, "Did you mean “"+near+"”?")
	}
	return hint(err, "Run “bedside guidelines list” for all of them.")
}

// citing lists the rules that cite a clause or a fact of law.
func citing(p *pack.File, id string) []ruleListing {
	out := []ruleListing{}
	for i := range p.Rules {
		if r := &p.Rules[i]; packfile.Cites(r, id) {
			out = append(out, listRule(r))
		}
	}
	return out
}

// clausesOf finds clauses and facts of law as findings cite them.
func clausesOf(p *pack.File, ids []string) []bedside.Clause {
	out := []bedside.Clause{}
	for _, b := range p.Bodies {
		for _, c := range b.Clauses {
			if slices.Contains(ids, c.ID) {
				out = append(out, bedside.Clause{ID: c.ID, Source: b.Source + ", " + c.Cite, Text: c.Text})
			}
		}
	}
	for _, l := range p.Law {
		if slices.Contains(ids, l.ID) {
			out = append(out, bedside.Clause{ID: l.ID, Source: l.Cite, Text: l.Text})
		}
	}
	return out
}
