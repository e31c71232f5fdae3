package detect

import (
	"cmp"
	"slices"

	"bedside"
)

// trie holds the patterns of one stratum in flat arrays. Few bytes and few places in memory a step: a walk waits for memory.
type trie struct {
	nodes []nodeInfo // one longer than there are nodes
	steps []step     // by node: a small hash table of its words
	more  []branch
	ends  []end
	first []uint64 // bit set by word: whether a pattern can begin with it
	// wild says that a pattern can begin with something else than a word; wildWord, that this can be any word at all.
	wild, wildWord bool
}

type node uint32

const (
	nowhere node = iota
	root
	rootAtStart
)

// nodeInfo keeps what a walk needs of a node side by side: a node is looked at far more often than it has a way on.
type nodeInfo struct {
	leads leads  // its words
	words uint64 // its words by other bits: of a node with many words, the two together still tell most others away
	steps uint32 // where its steps begin
	more  uint32 // where its branches begin
	ends  uint32 // where its ends begin
}

// leads is a set of what leads on from a node: some bit for each word, one for any fact, one for all else. A cell has such a
// set of what it offers. Where the two share nothing, nothing leads on; where they share a bit, perhaps something does.
type leads uint64

const (
	leadsFact leads = 1 << 62 // a fact that begins there
	leadsAny  leads = 1 << 63 // a kind of token, a gap, the end of a pattern: every cell offers it, and the end of a sentence
)

func leadsWord(w wordID) leads { return 1 << (w % 62) }

func otherBit(w wordID) uint64 { return 1 << (w / 62 % 64) }

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
	out := &trie{wild: t.wild, first: make([]uint64, words/64+1)}
	ways := make([]way, 0, len(t.edges))
	for e, to := range t.edges {
		ways = append(ways, way{e, to})
	}
	slices.SortFunc(ways, func(a, b way) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.word, b.word))
	})
	for n := range t.ends {
		out.nodes = append(out.nodes, nodeInfo{more: uint32(len(out.more)), ends: uint32(len(out.ends))})
		out.more = append(out.more, t.more[n]...)
		out.ends = append(out.ends, t.ends[n]...)
	}
	out.nodes = append(out.nodes, nodeInfo{more: uint32(len(out.more)), ends: uint32(len(out.ends))})
	out.setSteps(ways)
	out.prepare()
	for w := range t.first {
		out.first[w/64] |= 1 << (w % 64)
	}
	return out
}

// tableSize is how many places the steps of a node take: a power of two; few are looked through one by one, more leave some empty.
func tableSize(steps int) int {
	size := 1
	for size < steps || steps > 4 && 2*size < 3*steps {
		size *= 2
	}
	return size
}

// setSteps fills in the steps of all nodes, from the first to the last.
func (t *trie) setSteps(ways []way) {
	total := 0
	for i, j := 0, 0; i < len(ways); i = j {
		j = runEnd(ways, i)
		total += tableSize(j - i)
	}
	t.steps = make([]step, total)
	at, i := 0, 0
	for n := range t.nodes {
		t.nodes[n].steps = uint32(at)
		if i == len(ways) || ways[i].from != node(n) {
			continue
		}
		j := runEnd(ways, i)
		table := t.steps[at : at+tableSize(j-i)]
		for ; i < j; i++ {
			w := ways[i].word
			t.nodes[n].leads |= leadsWord(w)
			t.nodes[n].words |= otherBit(w)
			k := placeOf(w, len(table))
			for table[k].word != 0 {
				k = (k + 1) & (len(table) - 1)
			}
			table[k] = step{w, ways[i].to}
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

// eachWay calls f for every plain step in the order of node and word.
func (t *trie) eachWay(f func(way)) {
	for n := range len(t.nodes) - 1 {
		steps := slices.Clone(t.steps[t.nodes[n].steps:t.nodes[n+1].steps])
		slices.SortFunc(steps, func(a, b step) int { return cmp.Compare(a.word, b.word) })
		for _, s := range steps {
			if s.word != 0 {
				f(way{edge{node(n), s.word}, s.to})
			}
		}
	}
}

// prepare fills in what is not stored. Branches lead to earlier nodes, save those of the roots, so that the roots come last.
func (t *trie) prepare() {
	behind := make([]leads, len(t.nodes)) // what is met at a node and at those it leads to without a word
	for n := int(rootAtStart) + 1; n < len(t.nodes)-1; n++ {
		behind[n] = t.lead(n, behind)
	}
	for n := range int(rootAtStart) + 1 {
		t.lead(n, behind)
	}
	for _, n := range []node{root, rootAtStart} {
		for _, b := range t.branches(n) {
			t.wildWord = t.wildWord || b.class == classWord || b.class == classCapital || b.gap > 0
		}
	}
}

// lead fills in the branches of a node and tells what is met there.
func (t *trie) lead(n int, behind []leads) leads {
	out := t.nodes[n].leads
	if t.nodes[n].ends < t.nodes[n+1].ends {
		out |= leadsAny
	}
	for k := t.nodes[n].more; k < t.nodes[n+1].more; k++ {
		b := &t.more[k]
		switch {
		case b.gap > 0:
			b.leads = behind[b.to]
			out |= leadsAny
		case b.free():
			b.leads = behind[b.to]
			out |= b.leads
		case b.fact != bedside.FactNone:
			b.leads = leadsFact
			out |= leadsFact
		default:
			b.leads = leadsAny
			out |= leadsAny
		}
	}
	return out
}

// next is the node behind a word, or nowhere.
func (t *trie) next(n node, w wordID) node {
	info := &t.nodes[n]
	if info.leads&leadsWord(w) == 0 || info.words&otherBit(w) == 0 || n <= rootAtStart && !t.begins(w) {
		return nowhere
	}
	table := t.steps[info.steps:t.nodes[n+1].steps]
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

func (t *trie) branches(n node) []branch { return t.more[t.nodes[n].more:t.nodes[n+1].more] }

func (t *trie) complete(n node) []end { return t.ends[t.nodes[n].ends:t.nodes[n+1].ends] }
