package detect

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/text"
)

// builder grows a trie; freeze makes it flat. Node 0 is nowhere, node 1 the root, node 2 the root at the start of a sentence.
type builder struct {
	edges map[edge]node
	more  [][]branch // by node: steps that are not a plain word
	ends  [][]end    // by node: what is recognised there
	first map[wordID]bool
}

func newBuilder() *builder {
	return &builder{edges: map[edge]node{}, more: make([][]branch, 3), ends: make([][]end, 3), first: map[wordID]bool{}}
}

func (t *builder) node() node {
	t.more = append(t.more, nil)
	t.ends = append(t.ends, nil)
	return node(len(t.ends) - 1)
}

// add puts a pattern of a fact into the trie.
func (t *builder) add(fact bedside.FactKind, p pattern, v *vocabulary) {
	from := []node{root}
	items := p.item.items
	if len(items) > 0 && items[0].kind == itemStart {
		from, items = []node{rootAtStart}, items[1:]
	}
	atEnd := false
	if n := len(items); n > 0 && items[n-1].kind == itemEnd {
		atEnd, items = true, items[:n-1]
	}
	for _, it := range items {
		from = t.step(from, it, v)
	}
	for _, n := range from {
		if n == root || n == rootAtStart {
			continue // everything in it may be absent
		}
		t.ends[n] = append(t.ends[n], end{fact: fact, general: p.general, exception: p.exception, atEnd: atEnd})
	}
}

// step leads from some nodes over an item to the nodes behind it.
func (t *builder) step(from []node, it item, v *vocabulary) []node {
	switch it.kind {
	case itemWord:
		return t.words(from, patternWords(it.text), v)
	case itemInflected:
		return t.inflected(from, patternWords(it.text), v)
	case itemExact:
		return t.follow(from, v.addExact(it.text))
	case itemClass:
		class, ok := tokenClassOf(it.text)
		fact, _ := bedside.ParseFact(it.text)
		if ok {
			fact = bedside.FactNone
		}
		return t.branch(from, branch{class: class, fact: fact})
	case itemGap:
		return t.branch(from, branch{gap: uint8(it.gap)})
	case itemSequence:
		for _, child := range it.items {
			from = t.step(from, child, v)
		}
		return from
	case itemChoice:
		var out []node
		for _, child := range it.items {
			out = append(out, t.step(from, child, v)...)
		}
		return t.join(unique(out))
	case itemMaybe:
		return t.join(unique(append(t.step(from, it.items[0], v), from...)))
	case itemStart, itemEnd:
		return from // only at the ends of a line, where add has taken them
	}
	return from
}

// patternWords are the words of a pattern as the cells of a text will show them: without marks that are skipped.
func patternWords(s string) []string {
	if isSuffix(s) {
		return []string{strings.ReplaceAll(s, "’", "'")} // 's by itself is a token of a text
	}
	return slices.DeleteFunc(text.Words(s), func(w string) bool {
		r, size := utf8.DecodeRuneInString(w)
		return size == len(w) && unicode.IsPunct(r) && !speaks(w) || w == "..." || w == "^" || w == "|" || w == "~"
	})
}

func isSuffix(s string) bool {
	switch strings.ReplaceAll(s, "’", "'") {
	case "'s", "'m", "'re", "'ve", "'ll", "'d":
		return true
	}
	return false
}

func (t *builder) words(from []node, words []string, v *vocabulary) []node {
	for _, w := range words {
		from = t.follow(from, v.add(w))
	}
	return from
}

// inflected follows a word whose last part takes every regular ending.
func (t *builder) inflected(from []node, words []string, v *vocabulary) []node {
	if len(words) == 0 {
		return from
	}
	from = t.words(from, words[:len(words)-1], v)
	var out []node
	for _, form := range inflect(words[len(words)-1]) {
		out = append(out, t.follow(from, v.add(form))...)
	}
	return t.join(unique(out))
}

// maxFront is how many ways through a pattern are kept apart. More of them meet in one node, so that what follows is stored once.
const maxFront = 4

// join lets many ways go on from one node.
func (t *builder) join(from []node) []node {
	if len(from) <= maxFront || slices.Contains(from, root) || slices.Contains(from, rootAtStart) {
		return from
	}
	to := t.node()
	for _, n := range from {
		t.more[n] = append(t.more[n], branch{to: to})
	}
	return []node{to}
}

func (t *builder) follow(from []node, w wordID) []node {
	out := make([]node, 0, len(from))
	for _, n := range from {
		to := t.edges[edge{n, w}]
		if to == nowhere {
			to = t.node()
			t.edges[edge{n, w}] = to
		}
		out = append(out, to)
		if n == root || n == rootAtStart {
			t.first[w] = true
		}
	}
	return out
}

func (t *builder) branch(from []node, b branch) []node {
	out := make([]node, 0, len(from))
	for _, n := range from {
		b.to = nowhere
		for _, known := range t.more[n] {
			if known.class == b.class && known.fact == b.fact && known.gap == b.gap {
				b.to = known.to
			}
		}
		if b.to == nowhere {
			b.to = t.node()
			t.more[n] = append(t.more[n], b)
		}
		out = append(out, b.to)
	}
	return out
}

func unique(nodes []node) []node {
	slices.Sort(nodes)
	return slices.Compact(nodes)
}
