package tagger

import (
	"strings"

	"bedside/text"
)

// unit is what features are made of: one token, summed up in numbers.
type unit struct {
	word    uint64 // hash of the folded word; digits count as 0
	tail    uint64 // hash of its last three letters
	shape   uint64 // hash of its capitals, small letters, digits and marks, runs counted once
	classes classes
	letters uint8 // the case of its letters
	traits  Trait
	listed  bool // perhaps in the table of classes
	odd     bool // in no table of classes
	joint   bool // no everyday word: its letters are worth looking at
}

// The cases that a word can be written in.
const (
	caseNone uint8 = iota
	caseLower
	caseInitial
	caseUpper
	caseMixed
	caseInTag = 8 // added to the others
)

// unitOf sums up a token, but for its classes.
func unitOf(t *Token) unit {
	u := unit{traits: t.Traits, letters: letterCase(t), shape: shapeOf(t.Text), odd: true}
	switch t.Kind {
	case text.Word, text.Punct, text.Hashtag:
		u.word, u.listed = hashWord(t.Form), true
	case text.Number:
		u.word = hashNumber(t.Form)
	case text.Handle, text.Link, text.Email, text.Emoji, text.Newline:
		u.word = kindWord + uint64(t.Kind)
	}
	u.tail = hashBytes(tailStart, t.Form[max(0, len(t.Form)-3):])
	u.joint = t.Kind == text.Word && (t.Traits&Common == 0 || t.Flags&text.Capital != 0)
	return u
}

func letterCase(t *Token) uint8 {
	c := caseNone
	switch {
	case t.Kind != text.Word:
	case t.Flags&text.Upper != 0:
		c = caseUpper
	case t.Flags&text.Capital != 0 && mixed(t.Text[1:]), t.Flags&text.Capital == 0 && mixed(t.Text):
		c = caseMixed
	case t.Flags&text.Capital != 0:
		c = caseInitial
	default:
		c = caseLower
	}
	if t.Flags&text.InTag != 0 {
		c |= caseInTag
	}
	return c
}

// mixed reports whether a word has a capital where none is looked for: "McDonald".
func mixed(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 'A' && r <= 'Z' }) >= 0
}

const (
	hashStart   uint64 = 14695981039346656037
	tailStart   uint64 = 0x51afd7ed558ccd21
	shapeStart  uint64 = 0x2545f4914f6cdd1d
	prefixStart uint64 = 0x9e6c63d0876a9a47
	innerStart  uint64 = 0x6c62272e07bb0142
	kindWord    uint64 = 0x5851f42d4c957f2d
	prime       uint64 = 1099511628211
)

// hashBytes is FNV-1a over 64 bits, from a start of one's own.
func hashBytes(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

func hashWord(form string) uint64 { return mix(hashBytes(hashStart, form)) }

func hashNumber(form string) uint64 {
	h := hashStart
	for i := range len(form) {
		c := form[i]
		if c >= '0' && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * prime
	}
	return mix(h)
}

// mix spreads what tells two numbers apart over all bits.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>29
}

// shapeOf is the hash of "Xx" for "Obama", "XxXx" for "McDonald", "0x" for "4th".
func shapeOf(s string) uint64 {
	h, last := shapeStart, byte(0)
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= 0x80:
			c = 'x'
		case c >= 'A' && c <= 'Z':
			c = 'X'
		case c >= '0' && c <= '9':
			c = '0'
		}
		if c != last {
			h, last = (h^uint64(c))*prime, c
		}
	}
	return h
}
