package detect

// begun is a walk that can begin: the word of a cell leads to a node, and what is behind the cell may lead on.
type begun struct {
	cell int32
	from *start
}

// lookUp finds where the words of all cells lead from the roots of all strata.
func (s *scan) lookUp() {
	for len(s.begun) < len(s.d.strata) {
		s.begun = append(s.begun, nil)
	}
	for k := range s.begun {
		s.begun[k] = s.begun[k][:0]
	}
	s.d.starts.fetch(s.cells)
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			s.beginWith(s.cells[i].id, l, i)
			s.beginWith(s.cells[i].exact, l, i)
		}
	}
	for k, t := range s.d.strata {
		s.fetch(t, s.begun[k])
	}
}

// fetch does for the first nodes of walks, and then for the ways on from there, what vocabulary.fetch does for words.
//
//go:noinline
func (s *scan) fetch(t *trie, all []begun) (read uint32) {
	for i := range all {
		read ^= t.nodes[all[i].from.to].steps
	}
	for i := range all {
		n, next := &t.nodes[all[i].from.to], int(all[i].cell)+1
		if n.mores > 0 {
			read ^= uint32(t.more[n.more].to)
		}
		if n.words != 0 && next < len(s.cells) {
			table := t.table(n)
			read ^= uint32(table[placeOf(s.cells[next].id, len(table))].to)
		}
	}
	return read
}

func (s *scan) beginWith(w wordID, l line, i int32) {
	all := s.d.starts.of(w)
	for k := range all {
		if b := &all[k]; (b.near.kinds|b.far.kinds)&factBits != 0 || s.leadsOn(b, l, i+1) { // facts are found later
			s.begun[b.stratum] = append(s.begun[b.stratum], begun{i, b})
		}
	}
}

// leadsOn reports whether what stands behind the first word of a pattern can lead on from there.
func (s *scan) leadsOn(b *start, l line, i int32) bool {
	if b.near.meet(s.offer(l, i)) {
		return true
	}
	if b.reach > 0 {
		for end := min(i+int32(b.reach)+1, l.end); i < end; i++ {
			if b.far.meet(&s.offers[i]) {
				return true
			}
		}
	}
	return false
}

// match runs one trie over all sentences.
func (s *scan) match(stratum int) {
	t, begun := s.d.strata[stratum], s.begun[stratum]
	first, atStart := &t.nodes[root], &t.nodes[rootAtStart]
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			for len(begun) > 0 && begun[0].cell == i {
				if b := begun[0].from; s.leadsOn(b, l, i+1) {
					s.walk(t, b.to, l, i, i+1)
				}
				begun = begun[1:]
			}
			if first.all.kinds&s.offers[i].kinds != 0 {
				s.branches(t, first, l, i, i)
			}
			if i == l.first && atStart.all.meet(&s.offers[i]) {
				s.walk(t, rootAtStart, l, i, i)
			}
		}
	}
}

// walk follows every way through the trie from a cell. Patterns are short and gaps bounded, so the work at a cell is too.
func (s *scan) walk(t *trie, to node, l line, start, i int32) {
	n, offer := &t.nodes[to], s.offer(l, i)
	if !n.all.meet(offer) {
		return
	}
	if n.ended > 0 {
		for k := range t.complete(n) {
			s.end(&t.ends[n.ends+uint32(k)], l, start, i)
		}
	}
	if i < l.end && n.words&offer.words != 0 && n.others&offer.others != 0 {
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
	if n.mores > 0 {
		s.branches(t, n, l, start, i)
	}
}

// branches follows the ways on from a node that are no plain words.
func (s *scan) branches(t *trie, n *nodeInfo, l line, start, i int32) {
	offer, more := s.offer(l, i), t.branches(n)
	for k := range more {
		switch b := &more[k]; {
		case b.gap > 0:
			s.gap(t, b, l, start, i)
		case !b.leads.meet(offer):
		case b.free():
			s.walk(t, b.to, l, start, i)
		case i < l.end:
			s.take(t, b, l, start, i)
		}
	}
}

func (s *scan) end(e *end, l line, start, i int32) {
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

// offer is what a cell offers to lead on, or the end of a sentence.
func (s *scan) offer(l line, i int32) *leads {
	if i >= l.end {
		return &s.past
	}
	return &s.offers[i]
}

// gap follows a branch that leaves out some words.
func (s *scan) gap(t *trie, b *branch, l line, start, i int32) {
	for end := min(i+int32(b.gap)+1, l.end); i < end; i++ {
		if b.leads.meet(&s.offers[i]) {
			s.walk(t, b.to, l, start, i)
		}
	}
}

// take follows a branch that takes words: a kind of token, a fact.
func (s *scan) take(t *trie, b *branch, l line, start, i int32) {
	if b.class != classNone {
		s.walk(t, b.to, l, start, i+1)
		return
	}
	for k := s.at[i]; k != 0; k = s.kept[k-1].next {
		if f := &s.kept[k-1]; f.fact == b.fact && f.end <= l.end {
			s.walk(t, b.to, l, start, f.end)
		}
	}
}
