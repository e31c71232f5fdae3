package detect

import (
	"bedside"
	"bedside/text"
)

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
	if i < l.end {
		c := s.cells[i]
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
	from, to := t.nodes[n].more, t.nodes[n+1].more
	if from == to {
		return
	}
	c, hasFact := s.ahead(l, i)
	for k := from; k < to; k++ {
		if b := &t.more[k]; b.free() {
			if t.opens(k, c, hasFact) {
				s.walk(t, b.to, l, start, i)
			}
		} else if i < l.end && (b.fact == bedside.FactNone || hasFact) {
			s.take(t, k, l, start, i)
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

// ahead is what can be met at a cell: its words, and whether a fact begins there.
func (s *scan) ahead(l line, i int32) (c cell, hasFact bool) {
	if i >= l.end {
		return cell{}, false
	}
	return s.cells[i], s.at[i] != 0
}

// take follows a branch that takes words: a gap, a kind of token, a fact.
func (s *scan) take(t *trie, k uint32, l line, start, i int32) {
	b := &t.more[k]
	switch {
	case b.gap > 0:
		for skip := int32(0); skip <= int32(b.gap) && i+skip < l.end; skip++ {
			if c, hasFact := s.ahead(l, i+skip); t.opens(k, c, hasFact) {
				s.walk(t, b.to, l, start, i+skip)
			}
		}
	case b.class != classNone:
		if b.class.matches(s.token(i)) {
			s.walk(t, b.to, l, start, i+1)
		}
	default:
		for k := s.at[i]; k != 0; k = s.kept[k-1].next {
			if f := s.kept[k-1]; f.fact == b.fact && f.end <= l.end {
				s.walk(t, b.to, l, start, f.end)
			}
		}
	}
}
