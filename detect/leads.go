package detect

import "bedside"

// leads is a set of what leads on from a node. A cell has such a set of what it offers. Where the two do not meet, nothing
// leads on; where they do, perhaps something does.
type leads struct {
	words, others uint64 // words, in two ways of giving bits to them: one that is there is found in both
	kinds         uint64 // kinds of tokens and facts, and what every cell offers
}

// leadsAny is what every cell offers, and the end of a sentence: a gap, the end of a pattern.
const leadsAny = 1

func wordBit(w wordID) uint64 { return 1 << (w % 64) }

func otherBit(w wordID) uint64 { return 1 << (w / 64 % 64) }

func classBit(c tokenClass) uint64 { return 1 << c }

// factBit is a bit for each fact, shared by some.
func factBit(f bedside.FactKind) uint64 {
	const others = uint(classCount)
	return 1 << (others + uint(f)%(64-others))
}

// factBits are the bits of all facts.
const factBits = ^uint64(1<<classCount - 1)

// meet reports whether two sets have something in common, perhaps.
func (a *leads) meet(b *leads) bool {
	return a.kinds&b.kinds != 0 || a.words&b.words != 0 && a.others&b.others != 0
}

func (a *leads) add(b leads) {
	a.words |= b.words
	a.others |= b.others
	a.kinds |= b.kinds
}

func (a *leads) addWord(w wordID) {
	if w != 0 {
		a.words |= wordBit(w)
		a.others |= otherBit(w)
	}
}

// prepare fills in what is not stored: of each node and branch what leads on. Branches lead to earlier nodes, save those of the
// roots, so that the roots come last.
func (t *trie) prepare() {
	for n := int(rootAtStart) + 1; n < len(t.nodes); n++ {
		t.lead(&t.nodes[n])
	}
	for n := range int(rootAtStart) + 1 {
		t.lead(&t.nodes[n])
	}
}

func (t *trie) lead(n *nodeInfo) {
	n.all = leads{words: n.words, others: n.others}
	if n.ended > 0 {
		n.all.kinds = leadsAny
	}
	more := t.branches(n)
	for k := range more {
		b := &more[k]
		switch {
		case b.gap > 0:
			b.leads = t.nodes[b.to].all
			n.all.kinds |= leadsAny
			continue
		case b.free():
			b.leads = t.nodes[b.to].all
		case b.fact != bedside.FactNone:
			b.leads = leads{kinds: factBit(b.fact)}
		default:
			b.leads = leads{kinds: classBit(b.class)}
		}
		n.all.add(b.leads)
	}
}

// starts says by word where patterns of any stratum begin with it.
type starts struct {
	at   []uint32 // by word: where its starts begin in list; one longer than there are words
	list []start
}

type start struct {
	near    leads // what leads on from the node at once, or that something ends there
	far     leads // what leads on behind a gap
	to      node
	stratum uint16
	reach   uint8 // the longest gap
}

// startOf looks at what leads on from a node, also over branches that take no word.
func (t *trie) startOf(to node) start {
	n := &t.nodes[to]
	s := start{near: leads{words: n.words, others: n.others}, to: to}
	if n.ended > 0 {
		s.near.kinds = leadsAny
	}
	for _, b := range t.branches(n) {
		switch {
		case b.gap > 0:
			s.far.add(b.leads)
			s.reach = max(s.reach, b.gap)
		case b.free():
			behind := t.startOf(b.to)
			s.near.add(behind.near)
			s.far.add(behind.far)
			s.reach = max(s.reach, behind.reach)
		default:
			s.near.add(b.leads)
		}
	}
	return s
}

func startsOf(strata []*trie, words wordID) starts {
	s := starts{at: make([]uint32, words+1)}
	each := func(f func(stratum int, b step)) {
		for k, t := range strata {
			if t.nodes[root].words == 0 {
				continue
			}
			for _, b := range t.table(&t.nodes[root]) {
				if b.word != 0 {
					f(k, b)
				}
			}
		}
	}
	each(func(_ int, b step) { s.at[b.word]++ })
	total := uint32(0)
	for w, n := range s.at {
		s.at[w] = total
		total += n
	}
	s.list = make([]start, total)
	fill := make([]uint32, words)
	each(func(stratum int, b step) {
		i := s.at[b.word] + fill[b.word]
		fill[b.word]++
		s.list[i] = strata[stratum].startOf(b.to)
		s.list[i].stratum = uint16(stratum)
	})
	return s
}

// fetch does for starts what vocabulary.fetch does for words.
//
//go:noinline
func (s *starts) fetch(cells []cell) (read node) {
	for i := range cells {
		if at := s.at[cells[i].id]; int(at) < len(s.list) {
			read ^= s.list[at].to
		}
	}
	return read
}

func (s *starts) of(w wordID) []start { return s.list[s.at[w]:s.at[w+1]] }
