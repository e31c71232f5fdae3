package packfile

import (
	"path"
	"slices"
	"strings"

	"bedside"
	"bedside/pack"
)

// rule reads one rule with its examples.
func (l *loader) rule(s *sheet, n *node) {
	f := s.fields(n, "a rule", "id", "topic", "clauses", "each", "starts", "evidence?", "grades", "raise?", "lower?", "band?", "also?", "flag", "allow")
	r := pack.Rule{
		ID: s.text(f["id"]), Topic: s.oneOf(f["topic"], "topic", bedside.Topics()), Clauses: l.cited(s, f["clauses"]),
		Each: s.oneOf(f["each"], "unit", pack.Units()), Starts: s.facts(f["starts"]), Evidence: s.factsOrPrefixes(f["evidence"]),
		Raise: s.facts(f["raise"]), Lower: s.facts(f["lower"]), Band: s.band(f["band"]), Also: l.also(s, f["also"]),
	}
	l.ruleName(s, f, &r)
	for _, g := range s.items(f["grades"]) {
		r.Grades = append(r.Grades, s.grade(g))
	}
	for _, key := range []string{"clauses", "starts", "grades"} {
		if n := f[key]; n != nil && n.kind == list && len(n.items) == 0 {
			s.fail(n, "%s is empty", key)
		}
	}
	if !l.unique(s, f["id"], r.ID) {
		return
	}
	l.src.Pack.Rules = append(l.src.Pack.Rules, r)
	l.src.Examples = append(l.src.Examples, s.examples(r, f["flag"], f["allow"])...)
}

// band reads how far the learned reader may move a rule. What is absent does not move.
func (s *sheet) band(n *node) *pack.Band {
	if n == nil {
		return nil
	}
	f := s.fields(n, "a band", "head", "lowest?", "highest?")
	b := &pack.Band{Head: s.oneOf(f["head"], "head", bedside.Heads()), Lowest: bedside.Block}
	if f["lowest"] != nil {
		b.Lowest = s.severity(f["lowest"], bedside.OK)
	}
	if f["highest"] != nil {
		b.Highest = s.severity(f["highest"], bedside.Advise)
	} else if b.Lowest == bedside.Block && f["head"] != nil {
		s.fail(n, "the band neither sinks nor rises: give lowest or highest")
	}
	return b
}

// ruleName checks that id, topic and place agree: rules/patient_privacy/patient-name.yaml holds privacy.patient-name.
func (l *loader) ruleName(s *sheet, f map[string]*node, r *pack.Rule) {
	if dir := path.Base(path.Dir(s.file)); r.Topic != "" && r.Topic != dir {
		s.fail(f["topic"], "the topic is %q and the folder is named %q", r.Topic, dir)
	}
	prefix, rest, ok := strings.Cut(r.ID, ".")
	switch {
	case r.ID == "":
	case !ok || rest != slug(s.file):
		s.fail(f["id"], "the id's last part must be the file's name: %s.%s", prefix, slug(s.file))
	case prefix != r.Topic && !slices.Contains(strings.Split(r.Topic, "_"), prefix):
		s.fail(f["id"], "the id begins with its topic or a word of it, not with %q", prefix)
	case l.prefixes[prefix] != "" && l.prefixes[prefix] != r.Topic:
		s.fail(f["id"], "ids that begin with %q belong to the topic %s", prefix, l.prefixes[prefix])
	default:
		l.prefixes[prefix] = r.Topic
	}
}

// also reads the further clauses that a rule cites when a fact is there.
func (l *loader) also(s *sheet, n *node) map[string][]string {
	if !s.is(n, table) {
		return nil
	}
	out := map[string][]string{}
	for _, e := range n.entries {
		if _, ok := l.clauses[e.key.value]; !ok {
			s.fail(e.key, "unknown clause %q, %s", e.key.value, suggest(e.key.value, l.clauseIDs()))
		}
		out[e.key.value] = s.facts(e.value)
	}
	return out
}

func (s *sheet) grade(n *node) pack.Grade {
	f := s.fields(n, "a grade", "when", "severity", "message", "why", "remedy", "edit?", "insert?")
	g := pack.Grade{
		When: s.when(f["when"]), Severity: s.severity(f["severity"], bedside.Advise),
		Message: s.text(f["message"]), Why: s.text(f["why"]), Remedy: s.text(f["remedy"]),
	}
	if f["edit"] != nil {
		g.Edit = s.oneOf(f["edit"], "edit", pack.Edits()[1:])
	}
	if f["insert"] != nil {
		g.Insert = s.text(f["insert"])
	}
	s.inserts(f, g)
	s.wordGrade(f, g)
	return g
}

// inserts checks that the edits that put words in have words, and the others have none.
func (s *sheet) inserts(f map[string]*node, g pack.Grade) {
	puts := slices.Contains([]string{"prepend", "append", "reply"}, g.Edit)
	switch {
	case puts && f["insert"] == nil:
		s.fail(f["edit"], "%s needs the words to put in, under insert", g.Edit)
	case !puts && f["insert"] != nil:
		s.fail(f["insert"], "insert goes with edit: prepend, append or reply")
	}
}
