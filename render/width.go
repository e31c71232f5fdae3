package render

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// cluster is what a reader sees as one character: a letter with its accents, an emoji with its parts, a flag.
type cluster struct {
	start, end int    // bytes of the part
	text       string // what to print; not the part's own bytes where those could steer a terminal
	width      int    // columns
}

// nextCluster reads the cluster that s begins with. It follows Unicode's grapheme clusters as far as columns need it.
func nextCluster(s string) (size, columns int) {
	first, size := utf8.DecodeRuneInString(s)
	columns = runeWidth(first)
	if regional(first) {
		if r, n := utf8.DecodeRuneInString(s[size:]); regional(r) {
			return size + n, 2
		}
	}
	for size < len(s) {
		r, n := utf8.DecodeRuneInString(s[size:])
		switch {
		case r == joiner && first >= firstSymbol:
			_, after := utf8.DecodeRuneInString(s[size+n:])
			n += after
		case r == emojiLook && columns == 1:
			columns = 2
		case unicode.Is(unicode.Mc, r):
			columns = min(2, columns+1)
		case r != joiner && !extends(first, r):
			return size, columns
		}
		size += n
	}
	return size, columns
}

const (
	joiner      = '\u200d'
	emojiLook   = '\ufe0f'
	firstSymbol = '\u2190' // only symbols are joined into one picture; letters keep their columns
)

// extends reports whether r takes no column of its own after a cluster that begins with first.
func extends(first, r rune) bool {
	return unicode.In(r, unicode.Mn, unicode.Me) || skinTone(r) || tagLetter(r) || hangulTail(first, r)
}

func skinTone(r rune) bool  { return r >= 0x1f3fb && r <= 0x1f3ff }
func tagLetter(r rune) bool { return r >= 0xe0020 && r <= 0xe007f }
func regional(r rune) bool  { return r >= 0x1f1e6 && r <= 0x1f1ff }

// hangulTail reports whether r is a vowel or final that joins the leading consonant first.
func hangulTail(first, r rune) bool {
	return first >= 0x1100 && first <= 0x115f && r >= 0x1160 && r <= 0x11ff
}

func runeWidth(r rune) int {
	if r < 0x300 { // the common case: Latin
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	default:
		return 1
	}
}

// columns is the width of a string on a terminal.
func columns(s string) (sum int) {
	for len(s) > 0 {
		size, n := nextCluster(s)
		sum, s = sum+n, s[size:]
	}
	return sum
}
