package detect

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// merge makes one node of nodes from which the same follows, and leaves out nodes that only lead on to another. Ways through
// the trie stay as they are and in their order. Every step leads to a later node, so the last come first.
func (t *builder) merge() {
	steps := make([][]step, len(t.ends))
	for e, to := range t.edges {
		steps[e.from] = append(steps[e.from], step{e.word, to})
	}
	is := make([]node, len(t.ends)) // the node that stands for another
	same := map[string]node{}
	var key []byte
	for n := node(len(t.ends) - 1); n > rootAtStart; n-- {
		t.lead(n, steps, is)
		if more := t.more[n]; len(more) == 1 && more[0].free() && len(steps[n]) == 0 && len(t.ends[n]) == 0 {
			is[n] = more[0].to
			continue
		}
		key = t.appendKey(key[:0], n, steps[n])
		if known, ok := same[string(key)]; ok {
			is[n] = known
			continue
		}
		same[string(key)], is[n] = n, n
	}
	for n := range rootAtStart + 1 {
		is[n] = n
		t.lead(n, steps, is)
	}
	t.compact(steps, is)
}

// lead turns the ways on from a node to the nodes that stand for others.
func (t *builder) lead(n node, steps [][]step, is []node) {
	for i := range steps[n] {
		steps[n][i].to = is[steps[n][i].to]
	}
	slices.SortFunc(steps[n], func(a, b step) int { return cmp.Compare(a.word, b.word) })
	for i := range t.more[n] {
		t.more[n][i].to = is[t.more[n][i].to]
	}
	var kept []branch
	for _, b := range t.more[n] {
		for _, b := range t.straight(b, steps) {
			if !slices.Contains(kept, b) {
				kept = append(kept, b)
			}
		}
	}
	t.more[n] = kept
}

// maxStraight is how many branches one takes the place of.
const maxStraight = 4

// straight is the branches behind one that only leads to them: a walk then needs not look at the node between.
func (t *builder) straight(b branch, steps [][]step) []branch {
	if more := t.more[b.to]; b.free() && len(t.ends[b.to]) == 0 && len(steps[b.to]) == 0 && len(more) <= maxStraight {
		return more
	}
	return []branch{b}
}

// appendKey writes all that follows from a node.
func (t *builder) appendKey(key []byte, n node, steps []step) []byte {
	for _, s := range steps {
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(s.word)), uint64(s.to))
	}
	key = append(key, 0) // no word
	for _, b := range t.more[n] {
		key = binary.AppendUvarint(append(key, byte(b.class)+1, b.gap), uint64(b.fact))
		key = binary.AppendUvarint(key, uint64(b.to))
	}
	key = append(key, 0)
	for _, e := range t.ends[n] {
		key = append(key, byte(flag(e.exception, 1)|flag(e.atEnd, 2)))
		key = binary.AppendUvarint(binary.AppendUvarint(key, uint64(e.fact)), uint64(e.size))
		key = append(binary.AppendUvarint(key, uint64(len(e.general))), e.general...)
	}
	return key
}

// compact numbers the nodes that are left anew: those that common words lead to come first and lie together. What a branch
// leads to is at least as common as the node it leads from, so branches lead to earlier nodes from now on.
func (t *builder) compact(steps [][]step, is []node) {
	rarest := t.rarest(steps)
	var order []node
	for n := range is {
		if is[n] == node(n) {
			order = append(order, node(n))
		}
	}
	slices.SortFunc(order[rootAtStart+1:], func(a, b node) int {
		return cmp.Or(cmp.Compare(rarest[a], rarest[b]), cmp.Compare(b, a))
	})
	number := make([]node, len(is))
	for i, n := range order {
		number[n] = node(i)
	}
	more, ends := make([][]branch, len(order)), make([][]end, len(order))
	clear(t.edges)
	for i, n := range order {
		for _, s := range steps[n] {
			t.edges[edge{node(i), s.word}] = number[s.to]
		}
		for k := range t.more[n] {
			t.more[n][k].to = number[t.more[n][k].to]
		}
		more[i], ends[i] = t.more[n], t.ends[n]
	}
	t.more, t.ends = more, ends
}

// rarest is, by node, the rarest word that the commonest way to it takes. Common words have low numbers.
func (t *builder) rarest(steps [][]step) []wordID {
	out := make([]wordID, len(steps))
	for n := range out {
		if node(n) > rootAtStart {
			out[n] = ^wordID(0)
		}
	}
	for n := range steps {
		for _, s := range steps[n] {
			out[s.to] = min(out[s.to], max(out[n], s.word))
		}
		for _, b := range t.more[n] {
			out[b.to] = min(out[b.to], out[n])
		}
	}
	return out
}
