package detect

import "bedside/text"

// wordID numbers a folded word that some pattern or table knows. 0 is every other word.
type wordID uint32

// vocabulary numbers words and says what the tables know of each: a flat hash table over one string.
type vocabulary struct {
	text   string   // all words, one after the other
	buf    []byte   // text while it grows
	starts []uint32 // by id: where the word begins in text; one longer than there are ids
	traits []trait  // by id
	slots  []slot   // open addressing

	listed   wordID    // words from here on are in sets alone: no pattern and no table knows them
	sets     []uint16  // by id: which of distinct the word is in
	distinct []members // every combination of sets that some word is in
}

// trait is what the tables know of a word by itself.
type trait uint8

const (
	traitCommon       trait = 1 << iota // among the commonest words of English
	traitGiven                          // a given name
	traitGivenPlain                     // a given name that is also an everyday word
	traitSurname                        // a surname
	traitSurnamePlain                   // a surname that is also an everyday word
	traitPattern                        // some pattern of a word list uses it
)

// exactMark stands before the words that must be in exactly one case; no folded word begins with it.
const exactMark = "="

func newVocabulary() *vocabulary {
	return &vocabulary{starts: []uint32{0, 0}, traits: []trait{0}, slots: make([]slot, 1<<10)}
}

func (v *vocabulary) size() wordID { return wordID(len(v.traits)) }

func (v *vocabulary) word(id wordID) string {
	if v.buf != nil {
		return string(v.buf[v.starts[id]:v.starts[id+1]])
	}
	return v.text[v.starts[id]:v.starts[id+1]]
}

// freeze ends the growing.
func (v *vocabulary) freeze() { v.text, v.buf = string(v.buf), nil }

// find returns the number of a word, or 0.
func (v *vocabulary) find(w string) wordID { return v.findHashed(hashWord(0, w), w) }

// findHashed is find for a word whose hash is known.
func (v *vocabulary) findHashed(h uint32, w string) wordID {
	for i := v.begin(h); ; i = v.after(i) {
		p := v.slots[i]
		if p.id == 0 || p.hash == h && v.word(p.id) == w {
			return p.id
		}
	}
}

// fetch reads where words of some hashes would be. Nothing depends on what is there, so that the processor asks for all of it at once,
// and find waits for memory no more. What it returns means nothing; it is not inlined, so that the reading is not left out.
//
//go:noinline
func (v *vocabulary) fetch(hashes []uint32) (read wordID) {
	for _, h := range hashes {
		read ^= v.slots[v.begin(h)].id
	}
	return read
}

// look returns the number of a word that patterns and tables know, or 0, and which sets it is in.
func (v *vocabulary) look(h uint32, w string) (id wordID, sets uint16) {
	id = v.findHashed(h, w)
	sets = v.sets[id]
	if id >= v.listed {
		return 0, sets
	}
	return id, sets
}

// findExact returns the number of a word in exactly this case, or 0.
func (v *vocabulary) findExact(w string) wordID {
	h := hashWord(exactSeed, w)
	for i := v.begin(h); ; i = v.after(i) {
		p := v.slots[i]
		if p.id == 0 {
			return 0
		}
		if p.hash != h {
			continue
		}
		if known := v.word(p.id); len(known) == len(w)+1 && known[:1] == exactMark && known[1:] == w {
			return p.id
		}
	}
}

// known is find for a word as the vocabulary spells it: with the mark of those in exactly one case.
func (v *vocabulary) known(w string) wordID {
	if exact, ok := cutExact(w); ok {
		return v.findExact(exact)
	}
	return v.find(w)
}

func cutExact(w string) (string, bool) {
	if len(w) > 1 && w[:1] == exactMark {
		return w[1:], true
	}
	return w, false
}

// put enters a word that is not there.
func (v *vocabulary) put(id wordID) {
	seed := uint64(0)
	w, exact := cutExact(v.word(id))
	if exact {
		seed = exactSeed
	}
	h := hashWord(seed, w)
	i := v.begin(h)
	for v.slots[i].id != 0 {
		i = v.after(i)
	}
	v.slots[i] = slot{h, id}
}

// slot is a place of the hash table. Most that are not wanted are told by the hash alone.
type slot struct {
	hash uint32
	id   wordID // 0 is an empty place
}

func (v *vocabulary) begin(hash uint32) int { return int(hash) & (len(v.slots) - 1) }

func (v *vocabulary) after(i int) int { return (i + 1) & (len(v.slots) - 1) }

const (
	exactSeed  uint64 = 0x9E3779B97F4A7C15
	hashFactor uint64 = 0xD6E8FEB86659FD93
)

// hashWord takes eight bytes at a time: nearly all words have no more.
func hashWord(h uint64, s string) uint32 {
	h ^= uint64(len(s))
	for len(s) > 8 {
		h = (h ^ eight(s)) * hashFactor
		h ^= h >> 32
		s = s[8:]
	}
	h = (h ^ upToEight(s)) * hashFactor
	h = (h ^ h>>32) * hashFactor
	return uint32(h >> 32)
}

const hashStart uint32 = 2166136261

// hashString is FNV-1a, for what is stored.
func hashString(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func eight(s string) uint64 { return uint64(four(s)) | uint64(four(s[4:]))<<32 }

func four(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// upToEight packs a word of at most eight bytes, some of them twice.
func upToEight(s string) uint64 {
	switch n := len(s); {
	case n >= 4:
		return uint64(four(s)) | uint64(four(s[n-4:]))<<32
	case n > 0:
		return uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	return 0
}

// add numbers a word of a pattern.
func (v *vocabulary) add(w string) wordID { return v.learn(w, traitPattern) }

func (v *vocabulary) addExact(w string) wordID { return v.learn(exactMark+w, traitPattern) }

// learn numbers a word and notes traits of it.
func (v *vocabulary) learn(w string, t trait) wordID {
	if id := v.known(w); id != 0 {
		v.traits[id] |= t
		return id
	}
	if 2*len(v.traits) > len(v.slots) {
		v.grow()
	}
	id := wordID(len(v.traits))
	v.buf = append(v.buf, w...)
	v.starts = append(v.starts, uint32(len(v.buf)))
	v.traits = append(v.traits, t)
	v.put(id)
	return id
}

func (v *vocabulary) grow() { v.rehash(4 * len(v.slots)) }

// fill makes the hash table of a loaded vocabulary.
func (v *vocabulary) fill() {
	size := 4
	for 2*size < 3*len(v.traits) {
		size *= 2
	}
	v.rehash(size)
}

func (v *vocabulary) rehash(size int) {
	v.slots = make([]slot, size)
	for id := wordID(1); id < v.size(); id++ {
		v.put(id)
	}
}

// tokenClass is a kind of token that patterns can ask for.
type tokenClass uint8

const (
	classNone tokenClass = iota
	classNumber
	classWord
	classCapital
	classHandle
	classLink
	classCount
)

func tokenClassOf(name string) (tokenClass, bool) {
	switch name {
	case "number":
		return classNumber, true
	case "word":
		return classWord, true
	case "cap":
		return classCapital, true
	case "handle":
		return classHandle, true
	case "link":
		return classLink, true
	}
	return classNone, false
}

// classBits are the bits of the classes that a token belongs to.
func classBits(t *text.Token) uint64 {
	switch t.Kind {
	case text.Number:
		return classBit(classNumber)
	case text.Word:
		if t.Flags&text.Capital != 0 {
			return classBit(classWord) | classBit(classCapital)
		}
		return classBit(classWord)
	case text.Handle:
		return classBit(classHandle)
	case text.Link, text.Email:
		return classBit(classLink)
	case text.Punct, text.Emoji, text.Hashtag, text.Newline:
	}
	return 0
}
