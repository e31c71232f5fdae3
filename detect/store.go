package detect

import (
	"encoding/binary"
	"errors"
	"fmt"

	"bedside"
)

// The stored form of a detector is its arrays, one after the other, each led by its length; a number is written as its
// difference from the one before, as a varint. Hash tables are filled when it is loaded. It holds places in the vocabulary
// of facts, so it begins with a fingerprint of that and is made anew when that changes.
const storeMagic = "bedside detector 5\n"

var errStored = errors.New("not a stored detector, or one of another version: make it anew")

// Store returns the detector as bytes that Load reads without parsing.
func (d *Detector) Store() []byte {
	w := &storeWriter{}
	w.bytes([]byte(storeMagic))
	w.number(fingerprint())
	v := d.vocabulary
	w.bytes([]byte(v.text))
	w.numbers(v.starts)
	w.bytes(traitBytes(v.traits))
	w.sets(v)
	w.number(uint32(len(d.strata)))
	for _, t := range d.strata {
		w.trie(t)
	}
	w.trie(d.places)
	w.trie(d.institutions)
	w.numbers(d.towns.keys)
	w.numbers(d.disorders.keys)
	return w.out
}

// fingerprint tells one vocabulary of facts, and one list of sets, from another.
func fingerprint() uint32 {
	h := hashStart
	for k := range bedside.FactCount {
		h = hashString(h, bedside.FactKind(k).String()+"\n")
	}
	for _, name := range setNames() {
		h = hashString(h, name+"\n")
	}
	return h
}

type storeWriter struct{ out []byte }

func (w *storeWriter) number(n uint32) { w.out = binary.AppendUvarint(w.out, uint64(n)) }

func (w *storeWriter) bytes(b []byte) {
	w.number(uint32(len(b)))
	w.out = append(w.out, b...)
}

func (w *storeWriter) numbers(list []uint32) {
	w.number(uint32(len(list)))
	last := int64(0)
	for _, n := range list {
		w.out = binary.AppendVarint(w.out, int64(n)-last)
		last = int64(n)
	}
}

// sets writes which sets words are in: only words that are in some.
func (w *storeWriter) sets(v *vocabulary) {
	w.number(uint32(v.listed))
	w.number(uint32(len(v.distinct)))
	for _, m := range v.distinct {
		for _, bits := range m {
			w.out = binary.LittleEndian.AppendUint64(w.out, bits)
		}
	}
	var ids, sets []uint32
	for id, n := range v.sets {
		if n != 0 {
			ids, sets = append(ids, uint32(id)), append(sets, uint32(n))
		}
	}
	w.numbers(ids)
	w.numbers(sets)
}

func (w *storeWriter) trie(t *trie) {
	var from, word, to []uint32
	t.eachWay(func(w way) {
		from, word, to = append(from, uint32(w.from)), append(word, uint32(w.word)), append(to, uint32(w.to))
	})
	w.numbers(from)
	w.numbers(word)
	w.numbers(to)
	var more, ends []uint32
	for i := range t.nodes {
		more, ends = append(more, t.nodes[i].mores), append(ends, t.nodes[i].ended)
	}
	w.numbers(more)
	w.numbers(ends)
	w.number(uint32(len(t.first)))
	for _, bits := range t.first {
		w.out = binary.LittleEndian.AppendUint64(w.out, bits)
	}
	w.number(uint32(len(t.more)))
	for _, b := range t.more {
		w.number(uint32(b.class)<<24 | uint32(b.gap)<<16 | uint32(b.fact))
		w.number(uint32(b.to))
	}
	w.ends(t.ends)
}

// ends writes each general wording once.
func (w *storeWriter) ends(ends []end) {
	var texts []string
	known := map[string]uint32{}
	for _, e := range ends {
		if _, ok := known[e.general]; !ok {
			known[e.general] = uint32(len(texts))
			texts = append(texts, e.general)
		}
	}
	w.number(uint32(len(texts)))
	for _, s := range texts {
		w.bytes([]byte(s))
	}
	w.number(uint32(len(ends)))
	for _, e := range ends {
		w.number(uint32(e.fact) | flag(e.exception, 1<<16) | flag(e.atEnd, 1<<17))
		w.number(known[e.general])
		w.number(uint32(e.size))
	}
}

func flag(on bool, bit uint32) uint32 {
	if on {
		return bit
	}
	return 0
}

func traitBytes(traits []trait) []byte {
	out := make([]byte, len(traits))
	for i, t := range traits {
		out[i] = byte(t)
	}
	return out
}

// Sizes describes the compiled lists, for figures.
func (d *Detector) Sizes() string {
	nodes := 0
	for _, t := range d.strata {
		nodes += len(t.nodes)
	}
	return fmt.Sprintf("%d words, %d nodes, %d strata", d.vocabulary.size(), nodes, len(d.strata))
}
