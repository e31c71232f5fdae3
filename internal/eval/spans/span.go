package spans

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Span is a stretch of bytes of a text, and what it is said to be: by the set for a gold span, by the program for a find.
type Span struct {
	Start, End int
	Type       string
}

func (s Span) overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

func overlapsAny(s Span, others []Span) bool {
	return slices.ContainsFunc(others, s.overlaps)
}

// Text is one text of a set, with the details that it is known to hold.
type Text struct {
	Row  int // its number in its file, from 1
	Text string
	Gold []Span
	Seen bool // on the half that may be looked at
}

// Set is the texts of one file.
type Set struct {
	Name  string
	Texts []Text
}

// byteOffsets turns offsets that count characters, as the sets have them, into offsets that count bytes.
type byteOffsets []int

func newByteOffsets(text string) byteOffsets {
	at := make(byteOffsets, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	return append(at, len(text))
}

// span is false when the offsets lie outside the text.
func (b byteOffsets) span(start, end int, kind string) (Span, bool) {
	if start < 0 || start >= end || end >= len(b) {
		return Span{}, false
	}
	return Span{b[start], b[end], kind}, true
}

// InBytes is a span whose offsets count characters, in bytes; false when it does not lie in the text.
func InBytes(text string, start, end int, kind string) (Span, bool) {
	return newByteOffsets(text).span(start, end, kind)
}

// merged joins finds that overlap: programs tell the same words more than once, under several types, and a find is counted
// once. The type of the first is kept.
func merged(finds []Span) []Span {
	finds = slices.Clone(finds)
	slices.SortFunc(finds, func(a, b Span) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Type, b.Type))
	})
	var out []Span
	for _, f := range finds {
		if n := len(out); n > 0 && f.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, f.End)
			continue
		}
		out = append(out, f)
	}
	return out
}

// wordAt reports whether a span is not cut out of the middle of a word.
func wordAt(text string, s Span) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
	first, _ := utf8.DecodeRuneInString(text[s.Start:])
	last, _ := utf8.DecodeLastRuneInString(text[:s.End])
	after, _ := utf8.DecodeRuneInString(text[s.End:])
	cutBefore := wordRune(before) && wordRune(first)
	cutBehind := wordRune(last) && wordRune(after)
	return !cutBefore && !cutBehind
}
