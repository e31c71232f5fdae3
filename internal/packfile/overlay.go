package packfile

import (
	"io/fs"
	"slices"
	"strings"

	"bedside"
	"bedside/pack"
)

// Overlay is a pack with an institution's changes laid over it.
type Overlay struct {
	Source
	Lists map[string][]byte // word lists to add to the tables, by their path in the overlay's folder
}

// Open reads the pack in a folder: a whole pack where there is a pack.yaml, else an overlay over base.
func Open(base *pack.File, fsys fs.FS) (*Overlay, error) {
	if _, err := fs.Stat(fsys, "pack.yaml"); err != nil {
		return Lay(base, fsys)
	}
	src, err := Load(fsys)
	if err != nil {
		return nil, err
	}
	return &Overlay{Source: *src, Lists: map[string][]byte{}}, nil
}

// Lay reads the overlay in a folder and lays it over a pack, which stays as it is. overlay.yaml holds
//
//	id: st-elsewhere
//	version: "2"
//	disable: [disclaimer.missing]         # rules switched off; every result names them
//	severity: {colleague.named: revise}   # all grades of the rule
//	lower_privacy: [privacy.picture]      # needed to lower a privacy rule that blocks
//	lists: [lists/brands.txt]             # word lists, docs/adr/0003-word-lists.md
//	disclaimer: Views are my own.         # the words that rules on disclaimers put in
//
// Beside it, bodies/*.yaml, rules/ and questions/ may add clauses, rules and questions of the institution's own.
func Lay(base *pack.File, fsys fs.FS) (*Overlay, error) {
	l := newLoader(fsys)
	l.src.Pack = clone(base)
	l.knowBase()
	l.each("bodies", l.body)
	out := &Overlay{Lists: map[string][]byte{}}
	l.rulesAndQuestions()
	l.one("overlay.yaml", func(s *sheet, n *node) { l.overlay(s, n, out) })
	src, err := l.finish()
	if err != nil {
		return nil, err
	}
	out.Source = *src
	return out, nil
}

// clone copies as deep as an overlay changes.
func clone(base *pack.File) *pack.File {
	p := *base
	p.Bodies, p.Questions = slices.Clone(base.Bodies), slices.Clone(base.Questions)
	p.Rules, p.Disabled = slices.Clone(base.Rules), slices.Clone(base.Disabled)
	for i := range p.Rules {
		p.Rules[i].Grades = slices.Clone(p.Rules[i].Grades)
	}
	return &p
}

// knowBase notes what the base has, so that the overlay can name it and not use its ids again.
func (l *loader) knowBase() {
	const from = "the pack below"
	for _, b := range l.src.Pack.Bodies {
		for _, c := range b.Clauses {
			l.clauses[c.ID] = from
		}
	}
	for _, f := range l.src.Pack.Law {
		l.clauses[f.ID] = from
	}
	for _, r := range l.src.Pack.Rules {
		l.src.Files[r.ID] = from
		prefix, _, _ := strings.Cut(r.ID, ".")
		l.prefixes[prefix] = r.Topic
	}
	for _, q := range l.src.Pack.Questions {
		l.src.Files[q.ID] = from
	}
}

func (l *loader) overlay(s *sheet, n *node, out *Overlay) {
	f := s.fields(n, "an overlay", "id", "version", "disable?", "severity?", "lower_privacy?", "lists?", "disclaimer?")
	p := l.src.Pack
	p.ID += "+" + s.text(f["id"])
	p.Version += "+" + s.text(f["version"])
	for _, id := range l.rules(s, f["disable"]) {
		if !slices.Contains(p.Disabled, id) {
			p.Disabled = append(p.Disabled, id)
		}
	}
	slices.Sort(p.Disabled)
	l.regrade(s, f["severity"], l.rules(s, f["lower_privacy"]))
	l.lists(s, f["lists"], out)
	if f["disclaimer"] != nil {
		l.disclaim(s.text(f["disclaimer"]))
	}
}

// rules reads ids of rules that must be there.
func (l *loader) rules(s *sheet, n *node) []string {
	ids := s.texts(n)
	for i, id := range ids {
		l.findRule(s, n.items[i], id)
	}
	return ids
}

func (l *loader) findRule(s *sheet, n *node, id string) *pack.Rule {
	known := make([]string, len(l.src.Pack.Rules))
	for i := range l.src.Pack.Rules {
		if known[i] = l.src.Pack.Rules[i].ID; known[i] == id {
			return &l.src.Pack.Rules[i]
		}
	}
	s.fail(n, "unknown rule %q, %s", id, suggest(id, known))
	return nil
}

// regrade changes severities. A privacy rule that blocks is lowered only when it is listed for that.
func (l *loader) regrade(s *sheet, n *node, listed []string) {
	if !s.is(n, table) {
		return
	}
	for _, e := range n.entries {
		r, to := l.findRule(s, e.key, e.key.value), s.severity(e.value, bedside.Advise)
		if r == nil {
			continue
		}
		blocks := slices.ContainsFunc(r.Grades, func(g pack.Grade) bool { return g.Severity == bedside.Block })
		if blocks && to < bedside.Block && r.Topic == "patient_privacy" && !slices.Contains(listed, r.ID) {
			s.fail(e.key, "this rule keeps patients private and blocks; list it under lower_privacy as well to lower it")
			continue
		}
		for i := range r.Grades {
			r.Grades[i].Severity = to
		}
	}
}

func (l *loader) lists(s *sheet, n *node, out *Overlay) {
	for i, name := range s.texts(n) {
		b, err := fs.ReadFile(l.fsys, name)
		if err != nil {
			s.fail(n.items[i], "the word list %q cannot be read", name)
			continue
		}
		out.Lists[name] = b
	}
}

// disclaim has the rules on disclaimers put in the institution's own words.
func (l *loader) disclaim(words string) {
	for i := range l.src.Pack.Rules {
		r := &l.src.Pack.Rules[i]
		for j := range r.Grades {
			if g := &r.Grades[j]; r.Topic == "disclaimer" && (g.Edit == "prepend" || g.Edit == "append") {
				g.Insert = words
			}
		}
	}
}
