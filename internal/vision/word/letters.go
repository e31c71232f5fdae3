package word

import (
	"unicode"
	"unicode/utf8"
)

// alphabet is the characters of the second network that are read: Latin letters, digits and signs. The network knows thousands more, and of those one is
// easily taken for a smudge.
type alphabet struct {
	of    map[int]rune // by class of the network
	order []int        // the classes, ascending
	space int
}

// alphabetOf numbers characters as the network does: nothing is 0, the space comes last.
func alphabetOf(characters []string) alphabet {
	a := alphabet{of: map[int]rune{}, space: len(characters) + 1}
	for i, c := range characters {
		if r, n := utf8.DecodeRuneInString(c); n == len(c) && read(r) {
			a.of[i+1] = r
			a.order = append(a.order, i+1)
		}
	}
	a.of[a.space] = ' '
	a.order = append(a.order, a.space)
	return a
}

// read says whether a character is one of those that are read.
func read(r rune) bool {
	switch {
	case r <= unicode.MaxASCII:
		return r > ' '
	case unicode.Is(unicode.Latin, r):
		return r < 0x250
	}
	for _, sign := range "°µ×±–—‘’“”•…€£§²³½¼" {
		if r == sign {
			return true
		}
	}
	return false
}
