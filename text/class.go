package text

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// class says what a byte or a rune may begin or go on with.
type class uint8

const (
	space      class = iota // white space and control characters
	newline                 // CR and LF
	letter                  // ASCII letters; beyond ASCII whatever folds to a letter
	digit                   // decimal digits
	mark                    // punctuation and symbols
	apostrophe              // ' ’ ‘ and their like
	quotation               // " “ ” « »
	joiner                  // - _ and the short dashes: they join when a word stands on both sides
	hash                    // #
	at                      // @
	high                    // a byte above ASCII: ask classify

	// Only classify answers these.
	fraction  // a number in one character: ½ ² ①
	accent    // a mark over the letter before it, folded away
	invisible // zero-width characters and soft hyphens
	emoji
)

// classOf is the class of each byte.
var classOf = [256]class{ //nolint:gochecknoglobals // a read-only table
	'\n': newline, '\r': newline,
	'a': letter, 'b': letter, 'c': letter, 'd': letter, 'e': letter, 'f': letter, 'g': letter, 'h': letter, 'i': letter,
	'j': letter, 'k': letter, 'l': letter, 'm': letter, 'n': letter, 'o': letter, 'p': letter, 'q': letter, 'r': letter,
	's': letter, 't': letter, 'u': letter, 'v': letter, 'w': letter, 'x': letter, 'y': letter, 'z': letter,
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter, 'G': letter, 'H': letter, 'I': letter,
	'J': letter, 'K': letter, 'L': letter, 'M': letter, 'N': letter, 'O': letter, 'P': letter, 'Q': letter, 'R': letter,
	'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter, 'Y': letter, 'Z': letter,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit, '6': digit, '7': digit, '8': digit, '9': digit,
	'!': mark, '$': mark, '%': mark, '&': mark, '(': mark, ')': mark, '*': mark, '+': mark, ',': mark, '.': mark, '/': mark,
	':': mark, ';': mark, '<': mark, '=': mark, '>': mark, '?': mark, '[': mark, '\\': mark, ']': mark, '^': mark,
	'{': mark, '|': mark, '}': mark, '~': mark,
	'\'': apostrophe, '`': apostrophe, '"': quotation, '-': joiner, '_': joiner, '#': hash, '@': at,
	0x80: high, 0x81: high, 0x82: high, 0x83: high, 0x84: high, 0x85: high, 0x86: high, 0x87: high, 0x88: high, 0x89: high,
	0x8a: high, 0x8b: high, 0x8c: high, 0x8d: high, 0x8e: high, 0x8f: high, 0x90: high, 0x91: high, 0x92: high, 0x93: high,
	0x94: high, 0x95: high, 0x96: high, 0x97: high, 0x98: high, 0x99: high, 0x9a: high, 0x9b: high, 0x9c: high, 0x9d: high,
	0x9e: high, 0x9f: high, 0xa0: high, 0xa1: high, 0xa2: high, 0xa3: high, 0xa4: high, 0xa5: high, 0xa6: high, 0xa7: high,
	0xa8: high, 0xa9: high, 0xaa: high, 0xab: high, 0xac: high, 0xad: high, 0xae: high, 0xaf: high, 0xb0: high, 0xb1: high,
	0xb2: high, 0xb3: high, 0xb4: high, 0xb5: high, 0xb6: high, 0xb7: high, 0xb8: high, 0xb9: high, 0xba: high, 0xbb: high,
	0xbc: high, 0xbd: high, 0xbe: high, 0xbf: high, 0xc0: high, 0xc1: high, 0xc2: high, 0xc3: high, 0xc4: high, 0xc5: high,
	0xc6: high, 0xc7: high, 0xc8: high, 0xc9: high, 0xca: high, 0xcb: high, 0xcc: high, 0xcd: high, 0xce: high, 0xcf: high,
	0xd0: high, 0xd1: high, 0xd2: high, 0xd3: high, 0xd4: high, 0xd5: high, 0xd6: high, 0xd7: high, 0xd8: high, 0xd9: high,
	0xda: high, 0xdb: high, 0xdc: high, 0xdd: high, 0xde: high, 0xdf: high, 0xe0: high, 0xe1: high, 0xe2: high, 0xe3: high,
	0xe4: high, 0xe5: high, 0xe6: high, 0xe7: high, 0xe8: high, 0xe9: high, 0xea: high, 0xeb: high, 0xec: high, 0xed: high,
	0xee: high, 0xef: high, 0xf0: high, 0xf1: high, 0xf2: high, 0xf3: high, 0xf4: high, 0xf5: high, 0xf6: high, 0xf7: high,
	0xf8: high, 0xf9: high, 0xfa: high, 0xfb: high, 0xfc: high, 0xfd: high, 0xfe: high, 0xff: high,
}

// classify says what stands at s[i] and how many bytes it takes, beyond ASCII too.
func classify(s string, i int) (class, int) {
	c := classOf[s[i]]
	if c != high {
		return c, 1
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if c, ok := typographic(r); ok {
		return c, n
	}
	switch {
	case r == utf8.RuneError:
		return mark, n
	case unicode.IsLetter(r):
		return letter, n
	case isEmoji(r):
		return emoji, n
	case unicode.IsDigit(r):
		return digit, n
	case unicode.IsSpace(r) || unicode.IsControl(r):
		return space, n
	case unicode.IsMark(r) && isAccent(r):
		return accent, n
	case unicode.IsMark(r):
		return letter, n // vowel signs of Indic scripts and the like go with their letters
	case unicode.Is(unicode.Cf, r):
		return invisible, n
	}
	return classOfParts(r, s[i:i+n]), n
}

// typographic knows the marks that phones and word processors put in.
func typographic(r rune) (class, bool) {
	switch r {
	case '’', '‘', '‛', 'ʼ', '′', '＇', '´', '｀', '‹', '›':
		return apostrophe, true
	case '“', '”', '„', '‟', '«', '»', '″', '＂':
		return quotation, true
	case '‐', '‑', '–', '＿':
		return joiner, true
	case '…', '—', '―', '•', '™', '℠':
		return mark, true
	case '\u2028', '\u2029':
		return space, true
	case '\u034f', '\u115f', '\u1160', '\u3164', '\uffa0', '\ufe0e', '\ufe0f':
		return invisible, true
	}
	return mark, false
}

// classOfParts looks at what a symbol is composed of: Ⓐ ㎎ № are letters, ½ ² numbers, ℃ a mark.
func classOfParts(r rune, enc string) class {
	d := norm.NFKD.PropertiesString(enc).Decomposition()
	switch {
	case unicode.Is(unicode.Nl, r) && len(d) == 0, len(d) > 0 && classOf[d[0]] == letter:
		return letter
	case unicode.IsNumber(r):
		return fraction
	}
	return mark
}

// isAccent reports whether a mark is only an ornament of the letter before it.
func isAccent(r rune) bool {
	return r >= 0x300 && r <= 0x36f || r >= 0x1ab0 && r <= 0x1aff || r >= 0x1dc0 && r <= 0x1dff ||
		r >= 0x20d0 && r <= 0x20ff || r >= 0xfe00 && r <= 0xfe0f || r >= 0xfe20 && r <= 0xfe2f
}

func alphanumeric(c byte) bool { return classOf[c] == letter || classOf[c] == digit }
