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
	slots  []wordID // open addressing; 0 is an empty place
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
	return &vocabulary{starts: []uint32{0, 0}, traits: []trait{0}, slots: make([]wordID, 1<<10)}
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
func (v *vocabulary) find(w string) wordID { return v.slots[v.place(w)] }

// findExact returns the number of a word in exactly this case, or 0.
func (v *vocabulary) findExact(w string) wordID {
	mask := uint32(len(v.slots) - 1)
	h := hashString(hashStart, exactMark)
	for i := hashString(h, w) & mask; ; i = (i + 1) & mask {
		id := v.slots[i]
		if id == 0 {
			return 0
		}
		if known := v.word(id); len(known) == len(w)+1 && known[:1] == exactMark && known[1:] == w {
			return id
		}
	}
}

func (v *vocabulary) place(w string) uint32 {
	mask := uint32(len(v.slots) - 1)
	i := hashString(hashStart, w) & mask
	for v.slots[i] != 0 && v.word(v.slots[i]) != w {
		i = (i + 1) & mask
	}
	return i
}

const hashStart uint32 = 2166136261

// hashString is FNV-1a.
func hashString(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// add numbers a word of a pattern.
func (v *vocabulary) add(w string) wordID { return v.learn(w, traitPattern) }

func (v *vocabulary) addExact(w string) wordID { return v.learn(exactMark+w, traitPattern) }

// learn numbers a word and notes traits of it.
func (v *vocabulary) learn(w string, t trait) wordID {
	if id := v.find(w); id != 0 {
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
	v.slots[v.place(w)] = id
	return id
}

func (v *vocabulary) grow() { v.rehash(4 * len(v.slots)) }

// fill makes the hash table of a loaded vocabulary.
func (v *vocabulary) fill() {
	size := 4
	for size < 2*len(v.traits) {
		size *= 2
	}
	v.rehash(size)
}

func (v *vocabulary) rehash(size int) {
	v.slots = make([]wordID, size)
	for id := wordID(1); id < v.size(); id++ {
		v.slots[v.place(v.word(id))] = id
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
