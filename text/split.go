package text

import (
	"slices"
	"strings"
)

// splitter walks once through a text from left to right. Every method takes the place where something begins and
// returns the place after it. Where a method looks ahead without a result, a …Until field keeps the next ones
// from looking over the same bytes again: that is what keeps the whole linear.
type splitter struct {
	known  func(string) bool
	s      string
	tokens []Token
	forms  strings.Builder // the forms that are not substrings of s, one after the other
	buf    []byte          // the form that is being made
	marks  []quoteMark

	glued        Flags // Glued unless a space, a line end or nothing came just before
	wordEnd      int   // where the last token that a suffix or a joiner may follow has ended
	telling      bool  // a mark was seen that quotes of the other kinds need
	addressUntil int
	leetUntil    int
	spacedUntil  int
}

func (x *splitter) split() {
	x.wordEnd = -1
	s := x.s
	for i := 0; i < len(s); {
		switch classOf[s[i]] {
		case space:
			x.glued = 0
			i++
		case letter:
			i = x.word(i)
		case newline:
			i = x.newline(i)
		case high:
			i = x.beyondASCII(i)
		default:
			i = x.sign(i)
		}
	}
}

// beyondASCII goes on after a rune that is not ASCII.
func (x *splitter) beyondASCII(i int) int {
	c, n := classify(x.s, i)
	switch c {
	case space:
		x.glued = 0
	case letter:
		return x.oddWord(i)
	case digit:
		return x.oddNumber(i)
	case fraction:
		x.put(i, i+n, Number, x.keep(appendFold(x.buf[:0], x.s[i:i+n])), 0)
		x.wordEnd = i + n
	case emoji:
		return x.emoji(i)
	case apostrophe:
		return x.apostrophe(i, n)
	case quotation:
		return x.quotation(i, n)
	case joiner:
		return x.joiner(i, n)
	case mark:
		return x.mark(i, n)
	case accent, invisible, newline, hash, at, high:
	}
	return i + n
}

// put adds a token.
func (x *splitter) put(i, j int, k Kind, form string, f Flags) {
	n := len(x.tokens)
	if n == cap(x.tokens) {
		x.grow(i)
	}
	x.tokens = x.tokens[:n+1]
	t := &x.tokens[n] // field by field: a literal is built aside and copied, which takes twice as long
	t.Start, t.End, t.Form, t.Kind, t.Flags = int32(i), int32(j), form, k, f|x.glued
	x.glued = Glued
}

// grow makes room for as many tokens as the rest of the text will hold if it goes on like the first i bytes.
func (x *splitter) grow(i int) {
	n := len(x.tokens)
	rest := n * (len(x.s) - i) / (i + 1)
	x.tokens = slices.Grow(x.tokens, max(min(rest+rest/16, len(x.s)-i), n/2)+4)
}

// keep makes a string of b without an allocation of its own. The builder only ever appends, so what it gave out stays.
func (x *splitter) keep(b []byte) string {
	n := x.forms.Len()
	if n == 0 {
		x.forms.Grow(max(len(b), 24+len(x.s)/16))
	}
	x.forms.Write(b)
	return x.forms.String()[n:]
}

func (x *splitter) newline(i int) int {
	j := i + 1
	if x.s[i] == '\r' && j < len(x.s) && x.s[j] == '\n' {
		j++
	}
	x.glued = 0
	x.put(i, j, Newline, "\n", 0)
	x.glued = 0
	return j
}
