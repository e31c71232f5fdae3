package packfile

import (
	"bedside"
	"bedside/pack"
)

// when reads a condition: facts and nested conditions under all, any and none.
func (s *sheet) when(n *node) pack.When {
	f := s.fields(n, "a condition", "all?", "any?", "none?")
	if n != nil && n.kind == table && len(n.entries) == 0 {
		s.fail(n, "the condition is empty")
	}
	return pack.When{All: s.conditions(f["all"]), Any: s.conditions(f["any"]), None: s.conditions(f["none"])}
}

func (s *sheet) conditions(n *node) []pack.Item {
	var out []pack.Item
	for _, item := range s.items(n) {
		if item.kind == table {
			w := s.when(item)
			out = append(out, pack.Item{When: &w})
			continue
		}
		out = append(out, pack.Item{Fact: s.fact(item)})
	}
	if n != nil && n.kind == list && len(n.items) == 0 {
		s.fail(n, "the list is empty")
	}
	return out
}

// fact reads the name of a fact, with an optional scope before it.
func (s *sheet) fact(n *node) string {
	v := s.text(n)
	if v == "" {
		return ""
	}
	if _, name := pack.SplitScope(v); !isFact(name) {
		s.fail(n, "unknown fact %q, %s", v, suggest(name, factNames()))
	}
	return v
}

func (s *sheet) facts(n *node) []string {
	names := s.texts(n)
	for i := range names {
		s.fact(n.items[i])
	}
	return names
}

// factsOrPrefixes reads facts and prefixes such as "claims.*".
func (s *sheet) factsOrPrefixes(n *node) []string {
	names := s.texts(n)
	for i, name := range names {
		if _, err := pack.MatchFacts(name); err != nil && name != "" {
			s.fail(n.items[i], "unknown fact %q, %s", name, suggest(name, factNames()))
		}
	}
	return names
}

func isFact(name string) bool {
	_, ok := bedside.ParseFact(name)
	return ok
}

func factNames() []string {
	names := make([]string, 0, bedside.FactCount)
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		names = append(names, k.String())
	}
	return names
}
