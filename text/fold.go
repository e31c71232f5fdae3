package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold spells one word as Parse does: lower case, compatibility forms and look-alikes as plain letters, without
// accents, invisible characters and inner apostrophes, and no letter more than three times in a row.
func Fold(word string) string {
	if folded(word) {
		return word
	}
	b := make([]byte, 0, len(word))
	for i := 0; i < len(word); {
		c, n := classify(word, i)
		switch {
		case c == accent, c == invisible, c == apostrophe && i > 0 && i+n < len(word):
		case c == apostrophe:
			b = append(b, '\'')
		case c == mark, c == quotation, c == joiner:
			b = append(b, markForm(word[i:i+n], false)...)
		default:
			b = appendFold(b, word[i:i+n])
		}
		i += n
	}
	return string(limitRuns(b, 3))
}

// folded reports whether a word is surely spelled in its folded form.
func folded(word string) bool {
	for i := range len(word) {
		c := word[i]
		if c >= utf8.RuneSelf || c == '\'' || c == '`' || c >= 'A' && c <= 'Z' || i > 2 && word[i-1] == c {
			return false
		}
	}
	return true
}

// appendFold appends the folding of one character.
func appendFold(dst []byte, enc string) []byte {
	if c := enc[0]; c < utf8.RuneSelf {
		if classOf[c] == letter {
			c |= 0x20
		}
		return append(dst, c)
	}
	r, _ := utf8.DecodeRuneInString(enc)
	if l := lookalike(r); l != "" {
		return append(dst, l...)
	}
	d := norm.NFKD.PropertiesString(enc).Decomposition()
	if len(d) == 0 {
		return appendLower(dst, r)
	}
	for len(d) > 0 {
		r, n := utf8.DecodeRune(d)
		if d = d[n:]; !isAccent(r) {
			dst = appendLower(dst, r)
		}
	}
	return dst
}

func appendLower(dst []byte, r rune) []byte {
	l := unicode.ToLower(r)
	if s := lookalike(l); s != "" {
		return append(dst, s...)
	}
	return utf8.AppendRune(dst, l)
}

// limitRuns shortens in place every run of the same ASCII letter to n.
func limitRuns(b []byte, n int) []byte {
	out, run := b[:0], 0
	for _, c := range b {
		if len(out) > 0 && out[len(out)-1] == c {
			run++
		} else {
			run = 1
		}
		if run <= n || classOf[c] != letter {
			out = append(out, c)
		}
	}
	return out
}
