package packfile

import (
	"encoding/json"

	"bedside"
	"bedside/internal/locate"
	"bedside/pack"
)

// minExamples is how many flag and how many allow examples a rule has at least.
const minExamples = 3

// Example is a draft with what its rule must say of it. It stays beside the compiled pack.
type Example struct {
	Rule  string
	File  string
	Line  int
	Draft json.RawMessage
	Seen  []bedside.Seen // in its media, as far as somebody looked
	Allow bool           // the rule says nothing, and the whole verdict is at most Verdict

	// Of a flag: what the rule must say.
	Severity bedside.Severity
	Evidence []string // each is overlapped by what the rule marks
	Person   string   // the subject of one of the finding's people; "" is not looked at

	Verdict bedside.Severity // of an allow: the worst that the whole verdict may be
}

// examples reads both lists of a rule.
func (s *sheet) examples(r pack.Rule, flag, allow *node) []Example {
	var out []Example
	for _, n := range s.enough(flag, "flag") {
		f := s.fields(n, "a flag example", "draft", "seen?", "severity", "evidence?", "person?")
		e := Example{Rule: r.ID, File: s.file, Line: n.line, Severity: s.severity(f["severity"], bedside.Advise), Evidence: s.texts(f["evidence"]), Seen: s.seen(f["seen"])}
		if f["person"] != nil {
			e.Person = s.text(f["person"])
		}
		out = append(out, s.draft(e, f["draft"], f["evidence"]))
	}
	for _, n := range s.enough(allow, "allow") {
		f := s.fields(n, "an allow example", "draft", "seen?", "verdict?")
		e := Example{Rule: r.ID, File: s.file, Line: n.line, Allow: true, Verdict: s.severity(f["verdict"], bedside.OK), Seen: s.seen(f["seen"])}
		out = append(out, s.draft(e, f["draft"], nil))
	}
	return out
}

func (s *sheet) enough(n *node, key string) []*node {
	items := s.items(n)
	if n != nil && n.kind == list && len(items) < minExamples {
		s.fail(n, "%d %s examples, at least %d are needed", len(items), key, minExamples)
	}
	return items
}

// draft reads the draft of an example and checks that the words it expects to be marked are in it.
func (s *sheet) draft(e Example, n, evidence *node) Example {
	if !s.is(n, table) {
		return e
	}
	e.Draft = n.raw()
	d, err := e.decode()
	if err != nil {
		s.fail(n, "the draft: %v", err)
		return e
	}
	for i, words := range e.Evidence {
		if len(locate.Find(d, "", words)) == 0 {
			s.fail(evidence.items[i], "these words are not in the draft")
		}
	}
	return e
}
