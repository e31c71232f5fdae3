package detect

import (
	"cmp"
	"slices"

	"bedside"
)

// trie holds the patterns of one stratum in flat arrays, which are stored and loaded as they are.
type trie struct {
	keys   []uint64 // open addressing: node and word; 0 is an empty place
	values []node
	nodes  []nodeInfo // one longer than there are nodes
	more   []branch
	gates  []gate // by branch: what lies behind it
	filter filter // which words can lead on from a node, or from those behind it without a word
	ends   []end
	first  []uint64 // bit set by word: whether a pattern can begin with it
	// wild says that a pattern can begin with something else than a word; wildWord, that this can be any word at all.
	wild, wildWord bool
}

type node uint32

const (
	nowhere node = iota
	root
	rootAtStart
)

// nodeInfo keeps what a step needs of a node side by side: a node is looked at far more often than it has a way on.
type nodeInfo struct {
	words uint64 // a bit for each word that leads on, by its number modulo 64
	more  uint32 // where its branches begin
	ends  uint32 // where its ends begin
}

// gate says what can be met at the next cell by way of a node and the nodes that it leads to without a word.
type gate struct {
	words uint64 // as nodeInfo has them, of the node and those behind it
	facts bool   // some fact leads on
	open  bool   // something else does: a kind of token, a gap, the end of a pattern
}

// filter answers "can this word lead on from this node" with certainly not, or perhaps. It is small enough to stay near the
// processor, where the table of edges is not.
type filter []uint64

func newFilter(pairs int) filter {
	size := 1
	for size*64 < 12*pairs {
		size *= 2
	}
	return make(filter, size)
}

func (f filter) at(n node, w wordID) (int, uint64) {
	h := edge{n, w}.key() * 0xD6E8FEB86659FD93
	return int(h>>38) & (len(f) - 1), 1 << (h >> 32 & 63)
}

func (f filter) add(n node, w wordID) {
	i, bit := f.at(n, w)
	f[i] |= bit
}

func (f filter) mayHave(n node, w wordID) bool {
	i, bit := f.at(n, w)
	return f[i]&bit != 0
}

type edge struct {
	from node
	word wordID
}

func (e edge) key() uint64 { return uint64(e.from)<<32 | uint64(e.word) }

// branch is a step over a class of tokens, over a fact recognised before, or over a gap; one without any of these costs no word.
type branch struct {
	class tokenClass
	gap   uint8
	fact  bedside.FactKind
	to    node
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

// freeze turns a grown trie into flat arrays.
func (t *builder) freeze(words wordID) *trie {
	out := emptyTrie(len(t.edges))
	out.wild, out.first = t.wild, make([]uint64, words/64+1)
	for e, to := range t.edges {
		out.set(e, to)
	}
	for n := range t.ends {
		out.nodes = append(out.nodes, nodeInfo{more: uint32(len(out.more)), ends: uint32(len(out.ends))})
		out.more = append(out.more, t.more[n]...)
		out.ends = append(out.ends, t.ends[n]...)
	}
	out.nodes = append(out.nodes, nodeInfo{more: uint32(len(out.more)), ends: uint32(len(out.ends))})
	out.prepare()
	for w := range t.first {
		out.first[w/64] |= 1 << (w % 64)
	}
	return out
}

// emptyTrie has room for some edges, and always an empty place to end a search.
func emptyTrie(edges int) *trie {
	size := 4
	for size < 2*edges {
		size *= 2
	}
	return &trie{keys: make([]uint64, size), values: make([]node, size)}
}

func (t *trie) set(e edge, to node) {
	i := t.place(e.key())
	t.keys[i], t.values[i] = e.key(), to
}

// eachEdge calls f for every plain step, in no order.
func (t *trie) eachEdge(f func(edge)) {
	for _, k := range t.keys {
		if k != 0 {
			f(edge{node(k >> 32), wordID(k)})
		}
	}
}

// edges lists the plain steps in the order of node and word.
func (t *trie) edges() []edge {
	var out []edge
	t.eachEdge(func(e edge) { out = append(out, e) })
	slices.SortFunc(out, func(a, b edge) int { return cmp.Compare(a.key(), b.key()) })
	return out
}

// place is where a key is, or where it would be put.
func (t *trie) place(key uint64) uint64 {
	mask := uint64(len(t.keys) - 1)
	i := key * 0x9E3779B97F4A7C15 >> 20 & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

// prepare fills in what is not stored.
func (t *trie) prepare() {
	t.setGates()
	for _, n := range []node{root, rootAtStart} {
		for _, b := range t.branches(n) {
			t.wildWord = t.wildWord || b.class == classWord || b.class == classCapital || b.gap > 0
		}
	}
}

// setGates works out what lies behind each node. A branch without a word leads to a later node, so the last come first.
func (t *trie) setGates() {
	words := make([][]wordID, len(t.nodes)) // only where some branch without a word leads
	behind := make([]gate, len(t.nodes))
	joined := make([]bool, len(t.nodes))
	for k := range t.more {
		joined[t.more[k].to] = true
	}
	pairs := 0
	t.eachEdge(func(e edge) {
		pairs++
		t.nodes[e.from].words |= bit(e.word)
		if joined[e.from] {
			words[e.from] = append(words[e.from], e.word)
		}
	})
	for n := len(t.nodes) - 2; n >= 0; n-- {
		behind[n].open = t.nodes[n].ends < t.nodes[n+1].ends
		behind[n].words = t.nodes[n].words
		for k := t.nodes[n].more; k < t.nodes[n+1].more; k++ {
			b := &t.more[k]
			switch {
			case b.free() && int(b.to) > n:
				behind[n].words |= behind[b.to].words
				behind[n].facts = behind[n].facts || behind[b.to].facts
				behind[n].open = behind[n].open || behind[b.to].open
				if joined[n] {
					words[n] = append(words[n], words[b.to]...)
				}
			case b.fact != bedside.FactNone:
				behind[n].facts = true
			default:
				behind[n].open = true
			}
		}
		pairs += len(words[n])
	}
	t.filter = newFilter(pairs)
	t.eachEdge(func(e edge) { t.filter.add(e.from, e.word) })
	for n := range words {
		for _, w := range words[n] {
			t.filter.add(node(n), w)
		}
	}
	t.gates = make([]gate, len(t.more))
	for k := range t.more {
		t.gates[k] = behind[t.more[k].to]
	}
}

// opens reports whether the words of a cell, or a fact that begins there, can lead on over a branch. The bits tell most
// words away without leaving the list of branches; the filter tells most of the others.
func (t *trie) opens(k uint32, c cell, hasFact bool) bool {
	g := &t.gates[k]
	if g.open || g.facts && hasFact {
		return true
	}
	return c.id != 0 && g.words&bit(c.id) != 0 && t.filter.mayHave(t.more[k].to, c.id) ||
		c.exact != 0 && g.words&bit(c.exact) != 0 && t.filter.mayHave(t.more[k].to, c.exact)
}

func bit(w wordID) uint64 { return 1 << (w & 63) }

// next is the node behind a word, or nowhere.
func (t *trie) next(n node, w wordID) node {
	if t.nodes[n].words&bit(w) == 0 || !t.filter.mayHave(n, w) {
		return nowhere
	}
	return t.values[t.place(edge{n, w}.key())]
}

func (t *trie) begins(w wordID) bool { return t.first[w/64]&(1<<(w%64)) != 0 }

func (t *trie) branches(n node) []branch { return t.more[t.nodes[n].more:t.nodes[n+1].more] }

func (t *trie) complete(n node) []end { return t.ends[t.nodes[n].ends:t.nodes[n+1].ends] }
