package text

import (
	"strings"
	"unicode/utf8"
)

// sign goes on after what is neither space nor letter in ASCII.
func (x *splitter) sign(i int) int {
	switch classOf[x.s[i]] {
	case digit:
		return x.number(i)
	case apostrophe:
		return x.apostrophe(i, 1)
	case quotation:
		return x.quotation(i, 1)
	case joiner:
		return x.joiner(i, 1)
	case hash:
		return x.hash(i)
	case at:
		return x.at(i)
	}
	return x.mark(i, 1)
}

// mark takes a punctuation mark of n bytes and the same ones that follow it.
func (x *splitter) mark(i, n int) int {
	s := x.s
	if s[i] == '$' && x.known != nil {
		if j := x.leet(i); j > 0 {
			return j
		}
	}
	j := i + n
	for j < len(s) && s[j] == s[i] && strings.HasPrefix(s[j:], s[i:i+n]) {
		j += n
	}
	if c := s[i]; c == ':' || c == '>' || c == '[' {
		x.telling = true
	}
	x.put(i, j, Punct, markForm(s[i:i+n], j-i > n), 0)
	return j
}

// markForm spells a mark the way a keyboard does.
func markForm(m string, run bool) string {
	if len(m) == 1 {
		if m == "." && run {
			return "..."
		}
		return asciiForm(m)
	}
	switch m {
	case "“", "”", "„", "‟", "«", "»", "″", "＂":
		return `"`
	case "’", "‘", "‛", "ʼ", "′", "＇", "´", "｀", "‹", "›":
		return "'"
	case "‐", "‑", "–", "—", "―", "−":
		return "-"
	case "…", "‥":
		return "..."
	case "⁉":
		return "?"
	case "‼":
		return "!"
	case "。", "｡":
		return "."
	}
	if r, _ := utf8.DecodeRuneInString(m); r >= '！' && r <= '～' {
		return asciiMarks[r-'！'+'!'-' ':][:1]
	}
	return m
}

const asciiMarks = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"

// asciiForm is the form of a mark in ASCII; a byte that is not UTF-8 becomes the replacement character.
func asciiForm(m string) string {
	switch {
	case m == "`":
		return "'"
	case m[0] >= utf8.RuneSelf:
		return "\uFFFD"
	}
	return m
}

// joiner drops a hyphen or underscore between two words and makes any other a mark.
func (x *splitter) joiner(i, n int) int {
	if x.wordEnd == i && x.wordAt(i+n) {
		return i + n
	}
	return x.mark(i, n)
}

// wordAt reports whether a letter or a digit stands at i.
func (x *splitter) wordAt(i int) bool {
	if i >= len(x.s) {
		return false
	}
	c, _ := classify(x.s, i)
	return c == letter || c == digit
}

func (x *splitter) quotation(i, n int) int {
	x.noteMark(i, n)
	x.put(i, i+n, Punct, `"`, 0)
	return i + n
}
