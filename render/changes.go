package render

import (
	"slices"
	"strings"
	"unicode"
)

// Change is a stretch of a rewrite: as it was, taken out, or put in.
type Change struct {
	Kind string // same, out or in
	Text string
}

// Stretches of more words than this are not compared: the time would grow with their square.
const mostCompared = 1500

// changes compares a text with its rewrite, word by word. What both begin and end with is the same at once.
func changes(before, after string) (out []Change) {
	a, b := split(before), split(after)
	start := 0
	for start < min(len(a), len(b)) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < min(len(a), len(b))-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	out = add(out, "same", strings.Join(b[:start], ""))
	out = between(out, a[start:len(a)-end], b[start:len(b)-end])
	return add(out, "same", strings.Join(b[len(b)-end:], ""))
}

// fewKept is the part of a new text, one in so many words, that must have stood there before for the two to be shown as one.
const fewKept = 3

func between(out []Change, a, b []string) []Change {
	if len(a) > mostCompared || len(b) > mostCompared {
		return add(add(out, "out", strings.Join(a, "")), "in", strings.Join(b, ""))
	}
	i, j, kept := 0, 0, common(a, b)
	if int(kept[0][0])*fewKept < len(b) { // another text altogether: a word here and there that stays tells nothing
		return add(add(out, "out", strings.Join(a, "")), "in", strings.Join(b, ""))
	}
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			out, i, j = add(out, "same", a[i]), i+1, j+1
		case i < len(a) && (j == len(b) || kept[i+1][j] >= kept[i][j+1]):
			out, i = add(out, "out", a[i]), i+1
		default:
			out, j = add(out, "in", b[j]), j+1
		}
	}
	return out
}

// add lengthens the last stretch, or begins another.
func add(out []Change, kind, text string) []Change {
	if text == "" {
		return out
	}
	if n := len(out); n > 0 && out[n-1].Kind == kind {
		out[n-1].Text += text
		return out
	}
	return append(out, Change{kind, text})
}

// split cuts text into words, each with the blanks that follow it.
func split(s string) (words []string) {
	start, blank := 0, false
	for i, r := range s {
		space := unicode.IsSpace(r)
		if blank && !space {
			words = append(words, s[start:i])
			start = i
		}
		blank = space
	}
	if start < len(s) {
		words = append(words, s[start:])
	}
	return words
}

// common counts, for each pair of places, the words that the rest of both have in common in order.
func common(a, b []string) [][]int32 {
	table := make([][]int32, len(a)+1)
	cells := make([]int32, (len(a)+1)*(len(b)+1))
	for i := range table {
		table[i] = cells[i*(len(b)+1) : (i+1)*(len(b)+1)]
	}
	for i, v := range slices.Backward(a) {
		for j := len(b) - 1; j >= 0; j-- {
			if v == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	return table
}

// rewritten is the rewrite, and marks on what was put in.
func rewritten(cs []Change) (text string, added []mark) {
	var b strings.Builder
	for _, c := range cs {
		if c.Kind == "out" {
			continue
		}
		start := b.Len()
		b.WriteString(c.Text)
		if c.Kind == "in" {
			added = append(added, mark{start: start, end: start + len(strings.TrimRightFunc(c.Text, unicode.IsSpace)), card: 1})
		}
	}
	return b.String(), added
}
