package tagger

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// Words are the classes of words, before they are stored.
type Words struct {
	hashes []uint64
	values map[uint64]classes
}

// NewWords returns an empty table.
func NewWords() *Words { return &Words{values: map[uint64]classes{}} }

// Add gives a folded word its classes: below 64, 256 and 1,000. The first time counts.
func (w *Words) Add(form string, coarse, middle, fine uint32) {
	h := hashWord(form)
	if _, known := w.values[h]; !known {
		w.hashes = append(w.hashes, h)
		w.values[h] = joinClasses(coarse, middle, fine)
	}
}

const (
	bucketBits = 15 // four words a bucket
	maxBuckets = 20
)

// store appends the table: words by hash, which falls together with their buckets.
func (w *Words) store(b []byte) []byte {
	slices.SortFunc(w.hashes, cmp.Compare)
	counts := make([]byte, 1<<bucketBits)
	kept := w.hashes[:0:0]
	for _, h := range w.hashes {
		if n := &counts[h>>(64-bucketBits)]; *n < 255 {
			*n++
			kept = append(kept, h)
		}
	}
	b = binary.LittleEndian.AppendUint32(b, bucketBits)
	b = append(b, counts...)
	b = binary.LittleEndian.AppendUint32(b, uint32(len(kept)))
	for _, shift := range []uint{8, 16} {
		for _, h := range kept {
			b = append(b, byte(h>>shift))
		}
	}
	for _, shift := range []uint{0, 8, 16} {
		for _, h := range kept {
			b = append(b, byte(w.values[h]>>shift))
		}
	}
	return b
}

// loadWords reads a table; ok is false where lengths do not fit.
func loadWords(b []byte) (t wordTable, ok bool) {
	if len(b) < 4 {
		return t, false
	}
	t.bits = uint(binary.LittleEndian.Uint32(b))
	if t.bits < 1 || t.bits > maxBuckets || len(b) < 8+1<<t.bits {
		return t, false
	}
	counts, b := b[4:4+1<<t.bits], b[4+1<<t.bits:]
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; n > len(b) || len(b) != 5*n {
		return t, false
	}
	t.starts = make([]uint32, len(counts)+1)
	for i, c := range counts {
		t.starts[i+1] = t.starts[i] + uint32(c)
	}
	if int(t.starts[len(counts)]) != n {
		return t, false
	}
	t.marks, t.values = make([]uint16, n), make([]classes, n)
	for i := range n {
		t.marks[i] = uint16(b[i]) | uint16(b[n+i])<<8
		t.values[i] = 1<<31 | classes(b[2*n+i]) | classes(b[3*n+i])<<8 | classes(b[4*n+i])<<16
	}
	return t, true
}
