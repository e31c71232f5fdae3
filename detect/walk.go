package detect

import "bedside/text"

// match runs one trie over all sentences.
func (s *scan) match(t *trie) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if !s.mayBegin(t, i) {
				continue
			}
			s.walk(t, root, l, i, i)
			if i == l.first {
				s.walk(t, rootAtStart, l, i, i)
			}
		}
	}
}

// mayBegin reports whether some pattern could begin at a cell: by its word, or, where patterns begin with a fact or a kind of
// token, because a fact was found there or it is no plain word.
func (s *scan) mayBegin(t *trie, i int32) bool {
	c := s.cells[i]
	return t.begins(c.id) || c.exact != 0 && t.begins(c.exact) || t.wild && (s.at[i] != 0 || s.token(i).Kind != text.Word || t.wildWord)
}

// walk follows every way through the trie from a cell. Patterns are short and gaps bounded, so the work at a cell is too.
func (s *scan) walk(t *trie, n node, l line, start, i int32) {
	for _, e := range t.complete(n) {
		s.end(e, l, start, i)
	}
	met := s.met(l, i)
	if i < l.end && t.nodes[n].leads&met != 0 {
		c := &s.cells[i]
		if c.id != 0 {
			if to := t.next(n, c.id); to != nowhere {
				s.walk(t, to, l, start, i+1)
			}
		}
		if c.exact != 0 {
			if to := t.next(n, c.exact); to != nowhere {
				s.walk(t, to, l, start, i+1)
			}
		}
	}
	for k := t.nodes[n].more; k < t.nodes[n+1].more; k++ {
		switch b := &t.more[k]; {
		case b.gap > 0:
			s.gap(t, b, l, start, i)
		case b.leads&met == 0:
		case b.free():
			s.walk(t, b.to, l, start, i)
		case i < l.end:
			s.take(t, b, l, start, i)
		}
	}
}

func (s *scan) end(e end, l line, start, i int32) {
	if e.atEnd && i != l.end {
		return
	}
	f := found{fact: e.fact, first: start, end: i, general: e.general}
	if e.exception {
		s.drops = append(s.drops, f)
	} else {
		s.raw = append(s.raw, f)
	}
}

// met is what a cell offers to lead on.
func (s *scan) met(l line, i int32) leads {
	if i >= l.end {
		return leadsAny
	}
	if s.at[i] != 0 {
		return s.cells[i].leads | leadsFact
	}
	return s.cells[i].leads
}

// gap follows a branch that leaves out some words.
func (s *scan) gap(t *trie, b *branch, l line, start, i int32) {
	for end := min(i+int32(b.gap)+1, l.end); i < end; i++ {
		if b.leads&s.met(l, i) != 0 {
			s.walk(t, b.to, l, start, i)
		}
	}
}

// take follows a branch that takes words: a kind of token, a fact.
func (s *scan) take(t *trie, b *branch, l line, start, i int32) {
	if b.class != classNone {
		if b.class.matches(s.token(i)) {
			s.walk(t, b.to, l, start, i+1)
		}
		return
	}
	for k := s.at[i]; k != 0; k = s.kept[k-1].next {
		if f := &s.kept[k-1]; f.fact == b.fact && f.end <= l.end {
			s.walk(t, b.to, l, start, f.end)
		}
	}
}
