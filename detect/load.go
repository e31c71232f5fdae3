package detect

import (
	"encoding/binary"
	"math"

	"bedside"
)

// Load reads what Store wrote. It checks every length and index, so that no stored bytes can make Detect fail.
func Load(b []byte) (*Detector, error) {
	r := &storeReader{in: b}
	if string(r.bytes()) != storeMagic || r.number() != fingerprint() {
		return nil, errStored
	}
	d := &Detector{vocabulary: &vocabulary{}}
	v := d.vocabulary
	v.text, v.starts = string(r.bytes()), r.numbers()
	v.traits = traitsOf(r.bytes())
	r.sets(v)
	for range r.number() {
		if r.failed {
			break
		}
		d.strata = append(d.strata, r.trie())
	}
	d.places, d.institutions = r.trie(), r.trie()
	d.towns, d.disorders = &gazetteer{keys: r.numbers()}, &gazetteer{keys: r.numbers()}
	if r.failed || len(r.in) != 0 || !d.sound() {
		return nil, errStored
	}
	v.fill()
	d.ready()
	return d, nil
}

// sound checks that every index lies within its array.
func (d *Detector) sound() bool {
	v := d.vocabulary
	if len(v.starts) != len(v.traits)+1 || len(v.traits) == 0 || int(v.listed) > len(v.traits) || !ascending(v.starts, len(v.text)) {
		return false
	}
	for _, t := range append([]*trie{d.places, d.institutions}, d.strata...) {
		if !t.sound(len(v.traits)) {
			return false
		}
		t.prepare()
	}
	return true
}

func (t *trie) sound(words int) bool {
	if len(t.nodes) < 3 || len(t.first) != words/64+1 || !t.filled() {
		return false
	}
	for n := range t.nodes {
		for _, b := range t.branches(&t.nodes[n]) { // only to earlier nodes, or from a root: a circle without a word would never end
			if int(b.to) >= len(t.nodes) || b.to <= rootAtStart || n > int(rootAtStart) && int(b.to) >= n || b.gap > maxGap || b.class >= classCount {
				return false
			}
		}
	}
	for n := range rootAtStart + 1 {
		if t.nodes[n].ended != 0 {
			return false // an end at a root would match nothing at all
		}
	}
	for _, s := range t.steps {
		if int(s.to) >= len(t.nodes) || int(s.word) >= words {
			return false
		}
	}
	return true
}

// filled reports whether the nodes' branches and ends are all there.
func (t *trie) filled() bool {
	last := &t.nodes[len(t.nodes)-1]
	return uint64(last.more)+uint64(last.mores) == uint64(len(t.more)) && uint64(last.ends)+uint64(last.ended) == uint64(len(t.ends))
}

func ascending(at []uint32, end int) bool {
	last := uint32(0)
	for _, a := range at {
		if a < last {
			return false
		}
		last = a
	}
	return int(last) == end
}

type storeReader struct {
	in     []byte
	failed bool
}

// take returns the next n bytes, or nothing and a failure.
func (r *storeReader) take(n int) []byte {
	if n < 0 || n > len(r.in) {
		r.failed, r.in = true, nil
		return nil
	}
	b := r.in[:n]
	r.in = r.in[n:]
	return b
}

func (r *storeReader) number() uint32 {
	n, size := binary.Uvarint(r.in)
	if size <= 0 || n > 1<<32-1 {
		r.failed, r.in = true, nil
		return 0
	}
	r.in = r.in[size:]
	return uint32(n)
}

// count reads a length: no more than there are bytes left, so that a false one allocates nothing much.
func (r *storeReader) count() int {
	n := int(r.number())
	if n > len(r.in) {
		r.failed, r.in = true, nil
		return 0
	}
	return n
}

func (r *storeReader) bytes() []byte { return r.take(int(r.number())) }

func (r *storeReader) numbers() []uint32 {
	out := make([]uint32, r.count())
	last := int64(0)
	for i := range out {
		d, size := binary.Varint(r.in)
		last += d
		if size <= 0 || last < 0 || last > 1<<32-1 {
			r.failed, r.in = true, nil
			return nil
		}
		r.in = r.in[size:]
		out[i] = uint32(last)
	}
	return out
}

func (r *storeReader) longs() []uint64 {
	b := r.take(8 * r.count())
	out := make([]uint64, len(b)/8)
	for i := range out {
		out[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return out
}

// sets reads which sets words are in, behind the words' traits.
func (r *storeReader) sets(v *vocabulary) {
	v.listed = wordID(r.number())
	v.distinct = make([]members, r.count())
	for i := range v.distinct {
		b := r.take(8 * len(v.distinct[i]))
		for k := 0; k < len(b)/8; k++ {
			v.distinct[i][k] = binary.LittleEndian.Uint64(b[8*k:])
		}
	}
	v.sets = make([]uint16, len(v.traits))
	ids, sets := r.numbers(), r.numbers()
	if len(ids) != len(sets) || len(v.distinct) == 0 {
		r.failed = true
		return
	}
	for i, id := range ids {
		if int(id) >= len(v.sets) || int(sets[i]) >= len(v.distinct) || sets[i] > math.MaxUint16 {
			r.failed = true
			return
		}
		v.sets[id] = uint16(sets[i])
	}
}

func (r *storeReader) trie() *trie {
	from, word, to := r.numbers(), r.numbers(), r.numbers()
	if len(word) != len(from) || len(to) != len(from) {
		r.failed = true
		return &trie{}
	}
	t := &trie{}
	more, ends := r.numbers(), r.numbers()
	if len(more) != len(ends) {
		r.failed = true
		return &trie{}
	}
	t.nodes = make([]nodeInfo, len(more))
	var branches, ended uint64
	for i := range more {
		t.nodes[i].more, t.nodes[i].mores, t.nodes[i].ends, t.nodes[i].ended = uint32(branches), more[i], uint32(ended), ends[i]
		branches, ended = branches+uint64(more[i]), ended+uint64(ends[i])
	}
	if branches > math.MaxUint32 || ended > math.MaxUint32 {
		r.failed = true
		return &trie{}
	}
	if !r.ways(t, from, word, to) {
		r.failed = true
		return &trie{}
	}
	t.first = r.longs()
	t.more = make([]branch, r.count())
	for i := range t.more {
		n := r.number()
		t.more[i] = branch{class: tokenClass(n >> 24), gap: uint8(n >> 16), fact: bedside.FactKind(n), to: node(r.number())}
	}
	t.ends = r.ends()
	return t
}

// ways fills in the steps of a trie. They must come in the order of node and word, each but once.
func (r *storeReader) ways(t *trie, from, word, to []uint32) bool {
	ways := make([]way, len(from))
	for i := range from {
		ways[i] = way{edge{node(from[i]), wordID(word[i])}, node(to[i])}
		if word[i] == 0 || int(from[i]) >= len(t.nodes) || i > 0 && (from[i] < from[i-1] || from[i] == from[i-1] && word[i] <= word[i-1]) {
			return false
		}
	}
	t.setSteps(ways)
	return true
}

func (r *storeReader) ends() []end {
	texts := make([]string, r.count())
	for i := range texts {
		texts[i] = string(r.bytes())
	}
	out := make([]end, r.count())
	for i := range out {
		n, general, size := r.number(), r.number(), r.number()
		if int(general) >= len(texts) || int(n&0xFFFF) >= bedside.FactCount {
			r.failed = true
			return nil
		}
		out[i] = end{fact: bedside.FactKind(n), exception: n&(1<<16) != 0, atEnd: n&(1<<17) != 0, general: texts[general], size: int(size)}
	}
	return out
}

func traitsOf(b []byte) []trait {
	out := make([]trait, len(b))
	for i, t := range b {
		out[i] = trait(t)
	}
	return out
}
