package render

import (
	"strings"
	"unicode"
)

// clean makes text fit to print: whatever could steer a terminal or turn the reading order is shown as U+FFFD or left
// out. A draft is foreign matter, and so is a pack.
func clean(s string) string {
	if !strings.ContainsFunc(s, steers) {
		return s
	}
	return strings.Map(harmless, s)
}

func harmless(r rune) rune {
	switch {
	case r == '\t' || r == '\u2028' || r == '\u2029':
		return ' '
	case r == '\r' || turns(r) || r == '\ufeff' || r == '\u200b':
		return -1
	case unicode.IsControl(r):
		return unicode.ReplacementChar
	}
	return r
}

func steers(r rune) bool { return harmless(r) != r }

// turns reports whether r changes the direction of what follows, which can make a line read otherwise than it stands.
func turns(r rune) bool {
	return r == '\u061c' || r == '\u200e' || r == '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}
