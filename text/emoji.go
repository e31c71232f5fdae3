package text

import (
	"strings"
	"unicode/utf8"
)

const (
	zeroWidthJoiner = "\u200d"
	keycapSign      = "\u20e3"
	emojiStyle      = "\ufe0f"
)

// isEmoji reports whether a rune is a picture. Check marks, stars and other dingbats count.
func isEmoji(r rune) bool {
	switch {
	case r < 0x2190:
		return r == 0x2139
	case r < 0x3000:
		return r >= 0x2600 && r <= 0x2767 || r >= 0x2776 && r <= 0x27bf || r >= 0x231a && r <= 0x23ff ||
			r >= 0x25a0 && r <= 0x25ff || r >= 0x2b05 && r <= 0x2b55 || r == 0x2934 || r == 0x2935
	case r < 0x1f000:
		return r == 0x3030 || r == 0x303d || r == 0x3297 || r == 0x3299
	}
	return r <= 0x1faff && (r < 0x1f100 || r > 0x1f16f)
}

// isFlagLetter reports whether a rune is half of a flag.
func isFlagLetter(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }

// isSkin reports whether a rune colours the emoji before it.
func isSkin(r rune) bool { return r >= 0x1f3fb && r <= 0x1f3ff }

// isFlagTag reports whether a rune is one of those that spell a region's flag after a black flag.
func isFlagTag(r rune) bool { return r >= 0xe0020 && r <= 0xe007f }

// keycap is the size of what makes a keycap of the digit or sign before i, or 0.
func keycap(s string, i int) int {
	n := 0
	if strings.HasPrefix(s[i:], emojiStyle) {
		n = len(emojiStyle)
	}
	if !strings.HasPrefix(s[i+n:], keycapSign) {
		return 0
	}
	return n + len(keycapSign)
}

// emoji takes one sequence.
func (x *splitter) emoji(i int) int {
	j := emojiEnd(x.s, i)
	x.put(i, j, Emoji, x.emojiForm(x.s[i:j]), 0)
	return j
}

// emojiEnd is where the sequence that begins at i ends.
func emojiEnd(s string, i int) int {
	r, n := utf8.DecodeRuneInString(s[i:])
	i += n
	if r < utf8.RuneSelf {
		return i + keycap(s, i)
	}
	if isFlagLetter(r) {
		if r, n = utf8.DecodeRuneInString(s[i:]); isFlagLetter(r) {
			i += n
		}
		return i
	}
	for {
		i = modifiersEnd(s, i)
		if !strings.HasPrefix(s[i:], zeroWidthJoiner) {
			return i
		}
		r, n = utf8.DecodeRuneInString(s[i+len(zeroWidthJoiner):])
		if !isEmoji(r) {
			return i
		}
		i += len(zeroWidthJoiner) + n
	}
}

// modifiersEnd is where styles, skin tones and flag tags from i on end.
func modifiersEnd(s string, i int) int {
	for i < len(s) && s[i] >= 0xe2 {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isSkin(r) && !isFlagTag(r) && r != 0xfe0f && r != 0xfe0e && r != 0x20e3 {
			break
		}
		i += n
	}
	return i
}

// emojiForm leaves out skin tones and styles, so that one entry of a word list finds all of them.
func (x *splitter) emojiForm(s string) string {
	b := x.buf[:0]
	for i, r := range s {
		if i == 0 || !isSkin(r) && r != 0xfe0f && r != 0xfe0e {
			b = utf8.AppendRune(b, r)
		}
	}
	x.buf = b
	if len(b) == len(s) {
		return s
	}
	return x.keep(b)
}
