package packfile

import (
	"strings"

	"bedside/pack"
)

// question reads one question. Its file is named after its id, dots written as dashes.
func (l *loader) question(s *sheet, n *node) {
	f := s.fields(n, "a question", "id", "each", "starts", "when?", "prompt", "options", "evidence?", "clauses?")
	q := pack.Question{
		ID: s.text(f["id"]), Each: s.oneOf(f["each"], "unit", []string{"person", "draft"}), Starts: s.facts(f["starts"]),
		Prompt: s.text(f["prompt"]), Evidence: s.factsOrPrefixes(f["evidence"]), Clauses: l.cited(s, f["clauses"]),
	}
	if f["when"] != nil {
		q.When = s.when(f["when"])
	}
	if want := strings.ReplaceAll(q.ID, ".", "-"); q.ID != "" && slug(s.file) != want {
		s.fail(f["id"], "the question %q belongs in a file named %s.yaml", q.ID, want)
	}
	s.calm(f["prompt"], q.Prompt)
	q.Options = s.options(f["options"])
	if l.unique(s, f["id"], q.ID) {
		l.src.Pack.Questions = append(l.src.Pack.Questions, q)
	}
}

func (s *sheet) options(n *node) []pack.Option {
	var out []pack.Option
	seen := map[string]bool{}
	for _, item := range s.items(n) {
		f := s.fields(item, "an option", "value", "label", "sets?", "clears?")
		o := pack.Option{Value: s.text(f["value"]), Label: s.text(f["label"]), Sets: s.facts(f["sets"]), Clears: s.facts(f["clears"])}
		if seen[o.Value] {
			s.fail(f["value"], "the value %q stands here twice", o.Value)
		}
		seen[o.Value] = true
		s.calm(f["label"], o.Label)
		out = append(out, o)
	}
	if n != nil && len(out) < 2 {
		s.fail(n, "a question has at least two options")
	}
	return out
}
