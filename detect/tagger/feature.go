package tagger

import "bedside/text"

// maxRows bounds the features of a token. Sums of so many bytes fit into sixteen bits.
const maxRows = 112

// template numbers the kinds of features; each says what its value is.
type template uint64

const (
	wordHere template = iota + 1
	shapeHere
	caseHere
	tailHere
	classHere64
	classHere256
	classHere1000
	classCase
	traitsHere
	traitsCase
	traitsTwo
	oddHere
	prefix1
	prefix2
	prefix3
	prefix4
	suffix1
	suffix2
	suffix4
	inner
	size
	wordBefore
	wordAfter
	wordPair
	pairWord
	wordsAround
	classPair
	pairClass
	finePair
	pairFine
	wordBeforeCase
	wordAfterCase
	shapes
	casePair
	pairCase
	styleCase
	startCase
	classesAround
	traitsPair
	pairTraits
	near // from here on, features of neighbours, one block a distance
)

// The blocks of features of neighbours.
const (
	nearShape = iota
	nearCase
	nearTail
	near64
	near256
	near1000
	nearTraits
	nearWord
	nearBlock
)

// style is how a sentence as a whole is written: capitals mean little where all is in capitals.
type style uint8

const (
	styleNormal style = iota
	styleSmall
	styleCapitals
	styleTitle
)

// rower gathers the rows of the table of weights that the features of one token lead to.
type rower struct {
	rows  [maxRows]uint32
	n     int
	shift uint
}

func (r *rower) add(t template, value uint64) {
	h := (value + uint64(t)*0x9e3779b97f4a7c15) * 0xd6e8feb86659fd93
	h ^= h >> 31
	h *= 0xff51afd7ed558ccd
	r.rows[r.n] = uint32(h >> r.shift)
	r.n++
}

// pair adds a feature of two values.
func (r *rower) pair(t template, a, b uint64) { r.add(t, a*0xc4ceb9fe1a85ec53+b) }

// edge stands for what is before a sentence and behind it.
func edge() unit { return unit{word: 1, shape: 1, tail: 1} }

// sentence is what a token's features are taken from.
type sentence struct {
	tokens []Token
	units  []unit // with two edges on either side
	style  style
	summed int // the units of the tokens before it are filled in, as far as a run needs them
}

// rowsOf gathers the features of a token.
func (s *sentence) rowsOf(i int, r *rower) {
	r.n = 0
	window := s.units[i : i+5]
	before, here, after := &window[1], &window[2], &window[3]
	r.own(here)
	if here.joint {
		r.letters(s.tokens[i].Form)
	}
	r.neighbour(near, before)
	r.neighbour(near+nearBlock, after)
	r.farther(near+2*nearBlock, &window[0])
	r.farther(near+3*nearBlock, &window[4])
	r.pairs(before, here, after)
	r.pair(styleCase, uint64(s.style), uint64(here.letters))
	if s.tokens[i].Flags&text.SentenceStart != 0 {
		r.add(startCase, uint64(here.letters))
	}
}

// own adds what the word itself says.
func (r *rower) own(u *unit) {
	c := uint64(u.letters)
	r.add(wordHere, u.word)
	r.add(shapeHere, u.shape)
	r.add(caseHere, c)
	r.add(tailHere, u.tail)
	r.add(traitsHere, uint64(u.traits))
	r.pair(traitsCase, uint64(u.traits), c)
	if u.odd {
		r.add(oddHere, c)
		return
	}
	r.add(classHere64, u.classes.coarse())
	r.add(classHere256, u.classes.middle())
	r.add(classHere1000, u.classes.fine())
	r.pair(classCase, u.classes.middle(), c)
}

// letters adds the beginnings, endings and inside of a word.
func (r *rower) letters(form string) {
	n := len(form)
	h := prefixStart
	for i := range min(n, 4) {
		h = (h ^ uint64(form[i])) * prime
		r.add(prefix1+template(i), h)
	}
	h = tailStart
	for i := range min(n, 4) {
		h = (h ^ uint64(form[n-1-i])) * prime
		switch i {
		case 0:
			r.add(suffix1, h)
		case 1:
			r.add(suffix2, h)
		case 3:
			r.add(suffix4, h)
		}
	}
	r.add(size, uint64(min(n, 12)))
	for i := 1; i+4 <= min(n, 15); i++ {
		r.add(inner, hashBytes(innerStart, form[i:i+3]))
	}
}

// neighbour adds what stands beside a word.
func (r *rower) neighbour(at template, u *unit) {
	r.add(at+nearWord, u.word)
	r.add(at+nearShape, u.shape)
	r.add(at+nearCase, uint64(u.letters))
	r.add(at+nearTail, u.tail)
	r.add(at+nearTraits, uint64(u.traits))
	if !u.odd {
		r.add(at+near64, u.classes.coarse())
		r.add(at+near256, u.classes.middle())
		r.add(at+near1000, u.classes.fine())
	}
}

// farther adds less of what stands two words away.
func (r *rower) farther(at template, u *unit) {
	r.add(at+nearWord, u.word)
	r.add(at+nearShape, u.shape)
	if !u.odd {
		r.add(at+near256, u.classes.middle())
	}
}

// pairs adds what two or three words say together.
func (r *rower) pairs(before, here, after *unit) {
	r.pair(wordPair, before.word, here.word)
	r.pair(pairWord, here.word, after.word)
	r.pair(wordsAround, before.word, after.word)
	r.pair(classPair, before.classes.middle(), here.classes.middle())
	r.pair(pairClass, here.classes.middle(), after.classes.middle())
	r.pair(finePair, before.classes.fine(), here.classes.coarse())
	r.pair(pairFine, here.classes.coarse(), after.classes.fine())
	r.pair(classesAround, before.classes.middle(), after.classes.middle())
	r.pair(wordBeforeCase, before.word, uint64(here.letters))
	r.pair(wordAfterCase, after.word, uint64(here.letters))
	r.pair(shapes, before.shape*31+here.shape, after.shape)
	r.pair(casePair, uint64(before.letters), uint64(here.letters))
	r.pair(pairCase, uint64(here.letters), uint64(after.letters))
	r.pair(traitsPair, uint64(before.traits)<<4|uint64(before.letters), uint64(here.traits)<<4|uint64(here.letters))
	r.pair(pairTraits, uint64(here.traits)<<4|uint64(here.letters), uint64(after.traits)<<4|uint64(after.letters))
}

// styleOf tells how a sentence is written, from its words of two letters and more.
func styleOf(tokens []Token) style {
	words, capitals, upper := 0, 0, 0
	for i := range tokens {
		t := &tokens[i]
		if t.Kind != text.Word || len(t.Form) < 2 {
			continue
		}
		words++
		if t.Flags&text.Capital != 0 {
			capitals++
		}
		if t.Flags&text.Upper != 0 {
			upper++
		}
	}
	switch {
	case capitals == 0:
		return styleSmall
	case words > 2 && 4*upper > 3*words:
		return styleCapitals
	case words > 3 && 4*capitals > 3*words:
		return styleTitle
	}
	return styleNormal
}
