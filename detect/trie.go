package detect

import (
	"cmp"
	"slices"

	"bedside"
)

// trie holds the patterns of one stratum in flat arrays. Few bytes and few places in memory a step: a walk waits for memory.
type trie struct {
	nodes []nodeInfo
	steps []step // by node: a small hash table of its words
	more  []branch
	ends  []end
	first []uint64 // bit set by word: whether a pattern can begin with it
}

type node uint32

const (
	nowhere node = iota
	root
	rootAtStart
)

// nodeInfo is all that a walk needs of a node, in one line of the processor's cache: a node is looked at far more often than
// it has a way on.
type nodeInfo struct {
	all           leads  // what leads on at once, or ends here
	words, others uint64 // its steps alone
	steps         uint32 // where its steps begin
	more, mores   uint32 // where its branches begin, and how many they are
	ends, ended   uint32 // where its ends begin, and how many they are
	bits          uint8  // of the number of places that its steps take
}

// step leads over a word to a node. The zero step is an empty place.
type step struct {
	word wordID
	to   node
}

// edge is a step with the node that it leads from.
type edge struct {
	from node
	word wordID
}

// branch is a step over a class of tokens, over a fact recognised before, or over a gap; one without any of these costs no word.
type branch struct {
	leads leads // what can be met to take it; of a gap, behind it
	to    node
	fact  bedside.FactKind
	class tokenClass
	gap   uint8
}

// free holds for a step that takes no word.
func (b *branch) free() bool { return b.class == classNone && b.fact == bedside.FactNone && b.gap == 0 }

// end is a pattern that is complete.
type end struct {
	fact      bedside.FactKind
	exception bool
	atEnd     bool // only at the end of a sentence
	size      int  // of a place: its population
	general   string
}

// way is a whole edge: what setSteps takes.
type way struct {
	edge
	to node
}

// freeze turns a grown trie into flat arrays.
func (t *builder) freeze(words wordID) *trie {
	t.merge()
	out := &trie{first: make([]uint64, words/64+1)}
	ways := make([]way, 0, len(t.edges))
	for e, to := range t.edges {
		ways = append(ways, way{e, to})
	}
	slices.SortFunc(ways, func(a, b way) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.word, b.word))
	})
	for n := range t.ends {
		out.nodes = append(out.nodes, nodeInfo{
			more: uint32(len(out.more)), mores: uint32(len(t.more[n])), ends: uint32(len(out.ends)), ended: uint32(len(t.ends[n])),
		})
		out.more = append(out.more, t.more[n]...)
		out.ends = append(out.ends, t.ends[n]...)
	}
	out.setSteps(ways)
	out.prepare()
	for w := range t.first {
		out.first[w/64] |= 1 << (w % 64)
	}
	return out
}

// tableBits is of how many places the steps of a node take: a power of two; few are looked through one by one, more leave some empty.
func tableBits(steps int) uint8 {
	bits := uint8(0)
	for size := 1; size < steps || steps > 4 && 2*size < 3*steps; size *= 2 {
		bits++
	}
	return bits
}

// setSteps fills in the steps of all nodes, from the first to the last.
func (t *trie) setSteps(ways []way) {
	total := 0
	for i, j := 0, 0; i < len(ways); i = j {
		j = runEnd(ways, i)
		total += 1 << tableBits(j-i)
	}
	t.steps = make([]step, total)
	at := 0
	for i, j := 0, 0; i < len(ways); i = j {
		j = runEnd(ways, i)
		n := &t.nodes[ways[i].from]
		n.steps, n.bits = uint32(at), tableBits(j-i)
		table := t.table(n)
		for _, w := range ways[i:j] {
			n.words |= wordBit(w.word)
			n.others |= otherBit(w.word)
			k := placeOf(w.word, len(table))
			for table[k].word != 0 {
				k = (k + 1) & (len(table) - 1)
			}
			table[k] = step{w.word, w.to}
		}
		at += len(table)
	}
}

// runEnd is where the ways from one node end.
func runEnd(ways []way, i int) int {
	j := i + 1
	for j < len(ways) && ways[j].from == ways[i].from {
		j++
	}
	return j
}

// placeOf is where the search for a word begins. Eight neighbours stay together, in one line of the processor's cache: common
// words are neighbours (see learnCommon).
func placeOf(w wordID, size int) int { return int(w>>3*0x9E3779B1>>12<<3|w&7) & (size - 1) }

// table is the steps of a node that has some.
func (t *trie) table(n *nodeInfo) []step { return t.steps[n.steps : n.steps+1<<n.bits] }

// eachWay calls f for every plain step in the order of node and word.
func (t *trie) eachWay(f func(way)) {
	for n := range t.nodes {
		if t.nodes[n].words == 0 {
			continue
		}
		steps := slices.Clone(t.table(&t.nodes[n]))
		slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.word, b.word) })
		for _, s := range steps {
			if s.word != 0 {
				f(way{edge{node(n), s.word}, s.to})
			}
		}
	}
}

// next is the node behind a word, or nowhere.
func (t *trie) next(n *nodeInfo, w wordID) node {
	if n.words&wordBit(w) == 0 || n.others&otherBit(w) == 0 {
		return nowhere
	}
	table := t.table(n)
	i := placeOf(w, len(table))
	for range table {
		s := table[i]
		if s.word == w {
			return s.to
		}
		if s.word == 0 {
			break
		}
		i = (i + 1) & (len(table) - 1)
	}
	return nowhere
}

func (t *trie) begins(w wordID) bool { return t.first[w/64]&(1<<(w%64)) != 0 }

func (t *trie) branches(n *nodeInfo) []branch { return t.more[n.more : n.more+n.mores] }

func (t *trie) complete(n *nodeInfo) []end { return t.ends[n.ends : n.ends+n.ended] }
