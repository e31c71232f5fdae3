package detect

import "bedside/text"

// match runs one trie over all sentences. The first steps are looked up for all cells before any is followed: they do not
// wait for each other.
func (s *scan) match(t *trie) {
	s.starts = s.starts[:0]
	for i := range s.cells {
		s.starts = append(s.starts, t.next(root, s.cells[i].id))
	}
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if to := s.starts[i]; to != nowhere && !s.mayGoOn(t, to, l, i+1) {
				s.starts[i] = nowhere
			}
		}
	}
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			s.begins(t, l, i)
		}
	}
}

// mayGoOn reports whether anything is met at a node, or leads on from it.
func (s *scan) mayGoOn(t *trie, n node, l line, i int32) bool {
	here, behind := &t.nodes[n], &t.nodes[n+1]
	return here.ends != behind.ends || here.more != behind.more || here.leads&s.met(l, i) != 0
}

// begins follows the patterns that begin at a cell.
func (s *scan) begins(t *trie, l line, i int32) {
	if to := s.starts[i]; to != nowhere {
		s.walk(t, to, l, i, i+1)
	}
	if c := &s.cells[i]; c.exact != 0 {
		if to := t.next(root, c.exact); to != nowhere {
			s.walk(t, to, l, i, i+1)
		}
	}
	if t.wild && (s.at[i] != 0 || s.token(i).Kind != text.Word || t.wildWord) {
		s.branches(t, root, l, i, i)
	}
	if i == l.first {
		s.walk(t, rootAtStart, l, i, i)
	}
}

// walk follows every way through the trie from a cell. Patterns are short and gaps bounded, so the work at a cell is too.
func (s *scan) walk(t *trie, n node, l line, start, i int32) {
	for _, e := range t.complete(n) {
		s.end(e, l, start, i)
	}
	if i < l.end && t.nodes[n].leads&s.cells[i].leads != 0 {
		c := &s.cells[i]
		if to := t.next(n, c.id); to != nowhere {
			s.walk(t, to, l, start, i+1)
		}
		if c.exact != 0 {
			if to := t.next(n, c.exact); to != nowhere {
				s.walk(t, to, l, start, i+1)
			}
		}
	}
	s.branches(t, n, l, start, i)
}

// branches follows the ways on from a node that are no plain words.
func (s *scan) branches(t *trie, n node, l line, start, i int32) {
	from, to := t.nodes[n].more, t.nodes[n+1].more
	if from == to {
		return
	}
	met := s.met(l, i)
	more := t.more[from:to]
	for k := range more {
		switch b := &more[k]; {
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
