package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A text longer than this is shown around its marks, so many bytes to either side.
const (
	wholeText = 900
	aroundOf  = 160
)

// stretch is a range of bytes.
type stretch struct{ start, end int }

// excerpt cuts a long text down to its marked places and what stands around them.
func excerpt(t part) part {
	if len(t.text) <= wholeText {
		return t
	}
	out := part{key: t.key, label: t.label}
	var b strings.Builder
	for _, s := range stretches(t) {
		if s.start > 0 {
			b.WriteString("… ")
		}
		shift := b.Len() - s.start
		for _, m := range t.marks {
			if s.start <= m.start && m.end <= s.end {
				m.start, m.end = m.start+shift, m.end+shift
				out.marks = append(out.marks, m)
			}
		}
		b.WriteString(strings.TrimRight(t.text[s.start:s.end], " \n"))
		if s.end < len(t.text) {
			b.WriteString(" …\n")
		}
	}
	out.text = b.String()
	return out
}

// stretches are the places to show: around each mark, or the beginning where there is none. Those that touch are one.
func stretches(t part) []stretch {
	if len(t.marks) == 0 {
		return []stretch{{0, blankAfter(t.text, wholeText)}}
	}
	marks := slices.Clone(t.marks)
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
	var out []stretch
	for _, m := range marks {
		s := stretch{blankBefore(t.text, m.start-aroundOf), blankAfter(t.text, m.end+aroundOf)}
		if n := len(out); n > 0 && s.start <= out[n-1].end {
			out[n-1].end = max(out[n-1].end, s.end)
			continue
		}
		out = append(out, s)
	}
	return out
}

// blankBefore is the beginning of the word that holds a byte, or of its character where words have no end.
func blankBefore(text string, at int) int {
	if at <= 0 {
		return 0
	}
	if i := strings.LastIndexAny(text[max(0, at-aroundOf):at], " \n"); i >= 0 {
		return max(0, at-aroundOf) + i + 1
	}
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// blankAfter is the end of the word that holds a byte, or of its character where words have no end.
func blankAfter(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	if i := strings.IndexAny(text[at:min(len(text), at+aroundOf)], " \n"); i >= 0 {
		return at + i
	}
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}
