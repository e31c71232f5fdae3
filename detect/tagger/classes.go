package tagger

// classes are the three classes of a word: words that keep the same company are in the same. 0 is a word of no class.
type classes uint32

// The widths of the classes: 64, 256 and 1,000 of them.
const (
	coarseBits = 6
	middleBits = 8
	fineBits   = 10
)

func (c classes) coarse() uint64 { return uint64(c >> (middleBits + fineBits) & (1<<coarseBits - 1)) }
func (c classes) middle() uint64 { return uint64(c >> fineBits & (1<<middleBits - 1)) }
func (c classes) fine() uint64   { return uint64(c & (1<<fineBits - 1)) }

// joinClasses makes one number of three classes.
func joinClasses(coarse, middle, fine uint32) classes {
	return classes(1<<31 | coarse<<(middleBits+fineBits) | middle<<fineBits | fine)
}

// wordTable knows the classes of words by sixteen bits of their hash: no word is stored. One unknown word in some
// thirty thousand is taken for a known one.
type wordTable struct {
	bits   uint     // log2 of the buckets
	starts []uint32 // by bucket: where its words begin; one more than there are buckets
	marks  []uint16 // by word: bits of its hash that its bucket does not say
	values []classes
}

// classify gives units their classes.
func (t *wordTable) classify(units []unit) {
	t.fetch(units)
	for i := range units {
		if u := &units[i]; u.listed {
			u.classes = t.find(u.word)
			u.odd = u.classes == 0
		}
	}
}

// fetch reads where words would be. Nothing depends on what is there, so that the processor asks for all of it at once, and find waits
// for memory no more. What it returns means nothing; it is not inlined, so that the reading is not left out.
//
//go:noinline
func (t *wordTable) fetch(units []unit) (read uint16) {
	for i := range units {
		if at := t.starts[units[i].word>>(64-t.bits)]; int(at) < len(t.marks) {
			read ^= t.marks[at] ^ uint16(t.values[at])
		}
	}
	return read
}

// find returns the classes of a word by its hash.
func (t *wordTable) find(hash uint64) classes {
	b := hash >> (64 - t.bits)
	mark := uint16(hash >> 8)
	for i := t.starts[b]; i < t.starts[b+1]; i++ {
		if t.marks[i] == mark {
			return t.values[i]
		}
	}
	return 0
}
