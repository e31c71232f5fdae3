package packfile

import (
	"path"
	"slices"
	"strings"

	"bedside/pack"
)

// bodies reads the sources of clauses, then the points where they differ.
func (l *loader) bodies() {
	const conflicts = "bodies/conflicts.yaml"
	l.each("bodies", func(s *sheet, n *node) {
		if s.file != conflicts {
			l.body(s, n)
		}
	})
	l.one(conflicts, l.conflicts)
}

func (l *loader) body(s *sheet, n *node) {
	f := s.fields(n, "a body", "body", "source", "title", "year?", "url?", "clauses", "positions?")
	b := pack.Body{
		ID: s.text(f["body"]), Source: s.text(f["source"]), Title: s.text(f["title"]),
		Year: s.number(f["year"]), Positions: []pack.Position{},
	}
	if f["url"] != nil {
		b.URL = s.text(f["url"])
	}
	if b.ID != "" && b.ID != slug(s.file) {
		s.fail(f["body"], "the body is %q and the file is named %q", b.ID, slug(s.file))
	}
	for _, c := range s.items(f["clauses"]) {
		b.Clauses = append(b.Clauses, l.clause(s, c))
	}
	for _, p := range s.items(f["positions"]) {
		g := s.fields(p, "a position", "point", "stance", "text")
		b.Positions = append(b.Positions, pack.Position{Point: s.text(g["point"]), Stance: s.text(g["stance"]), Text: s.text(g["text"])})
	}
	l.src.Pack.Bodies = append(l.src.Pack.Bodies, b)
}

func (l *loader) clause(s *sheet, n *node) pack.Clause {
	f := s.fields(n, "a clause", "id", "cite", "text", "binds")
	c := pack.Clause{ID: s.text(f["id"]), Cite: s.text(f["cite"]), Text: s.text(f["text"]), Binds: s.texts(f["binds"])}
	l.know(s, f["id"], c.ID)
	return c
}

// know notes the id of a clause or of a fact of law.
func (l *loader) know(s *sheet, n *node, id string) {
	if before, ok := l.clauses[id]; ok && id != "" {
		s.fail(n, "the id %q is used in %s already", id, before)
	}
	if n != nil {
		l.clauses[id] = s.file
	}
}

func (l *loader) conflicts(s *sheet, n *node) {
	f := s.fields(n, "conflicts", "points")
	known := map[string]bool{}
	for _, p := range s.items(f["points"]) {
		g := s.fields(p, "a point", "id", "title", "rule", "clauses", "follows")
		c := pack.Conflict{
			ID: s.text(g["id"]), Title: s.text(g["title"]), Rule: s.text(g["rule"]),
			Clauses: l.cited(s, g["clauses"]), Follows: l.cited(s, g["follows"]),
		}
		for i, id := range c.Follows {
			if !slices.Contains(c.Clauses, id) {
				s.fail(g["follows"].items[i], "%q is followed and does not stand under clauses", id)
			}
		}
		if known[c.ID] {
			s.fail(g["id"], "the point %q stands here twice", c.ID)
		}
		known[c.ID] = true
		l.src.Pack.Conflicts = append(l.src.Pack.Conflicts, c)
	}
	for _, b := range l.src.Pack.Bodies {
		for _, p := range b.Positions {
			if !known[p.Point] {
				s.fail(nil, "body %q has a position on %q, which is not one of the points", b.ID, p.Point)
			}
		}
	}
}

// law reads the facts of law of one jurisdiction.
func (l *loader) law(s *sheet, n *node) {
	f := s.fields(n, "law", "jurisdiction", "facts")
	place := strings.ToLower(s.text(f["jurisdiction"]))
	for _, item := range s.items(f["facts"]) {
		g := s.fields(item, "a fact of law", "id", "cite", "text", "status", "source")
		fact := pack.Law{
			ID: s.text(g["id"]), Cite: s.text(g["cite"]), Text: s.text(g["text"]),
			Status: s.oneOf(g["status"], "status", []string{"verified", "computed", "unverified"}), Source: s.text(g["source"]),
		}
		if fact.ID != "" && !strings.HasPrefix(fact.ID, place+".") {
			s.fail(g["id"], "the id of a fact of law begins with its jurisdiction, here %q", place+".")
		}
		l.know(s, g["id"], fact.ID)
		l.src.Pack.Law = append(l.src.Pack.Law, fact)
	}
}

// cited reads a list of clause ids, each of which must be known.
func (l *loader) cited(s *sheet, n *node) []string {
	ids := s.texts(n)
	for i, id := range ids {
		if _, ok := l.clauses[id]; !ok && id != "" {
			s.fail(n.items[i], "unknown clause %q, %s", id, suggest(id, l.clauseIDs()))
		}
	}
	return ids
}

// slug is a file's name without folder and ending.
func slug(file string) string { return strings.TrimSuffix(path.Base(file), path.Ext(file)) }
