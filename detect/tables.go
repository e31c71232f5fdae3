package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// rows calls f with the tab-separated columns of every line that is no comment.
func rows(b []byte, f func(cols []string)) {
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && line[0] != '#' {
			f(strings.Split(line, "\t"))
		}
	}
}

// learnCommon notes common words in the vocabulary, commonest first. They come before all others: what is met most has the
// lowest numbers, and lies together in every table that goes by the number.
func learnCommon(files map[string][]byte, v *vocabulary) {
	rows(files["words.txt"], func(cols []string) { v.learn(cols[0], traitCommon) })
}

// learnNames notes names in the vocabulary.
func learnNames(files map[string][]byte, v *vocabulary) {
	learn := func(b []byte, name, plain trait) {
		rows(b, func(cols []string) {
			t := name
			if len(cols) > 1 && cols[len(cols)-1] == "w" {
				t |= plain
			}
			v.learn(text.Fold(cols[0]), t)
		})
	}
	learn(files["given_names.txt"], traitGiven, traitGivenPlain)
	learn(files["surnames.txt"], traitSurname, traitSurnamePlain)
}

// plainName marks a phrase that is also an everyday word or a person's name: it needs a preposition or a capital.
const plainName = "plain"

func newPhrases(b []byte, fact bedside.FactKind, v *vocabulary) *builder {
	t := newBuilder()
	rows(b, func(cols []string) {
		e := end{fact: fact}
		if len(cols) > 1 && cols[len(cols)-1] == "w" {
			e.general = plainName
		}
		if len(cols) > 3 {
			e.size = atoi(cols[3])
		}
		for _, n := range t.words([]node{root}, patternWords(cols[0]), v) {
			if n != root {
				t.ends[n] = append(t.ends[n], e)
			}
		}
	})
	return t
}

// longest returns the end of the longest phrase of a table that begins at a cell, or 0.
func (s *scan) longest(t *trie, l line, i int32) (after int32, best end) {
	if !t.begins(s.cells[i].id) {
		return 0, end{}
	}
	n := root
	for k := i; k < l.end && s.cells[k].id != 0; k++ {
		if n = t.next(&t.nodes[n], s.cells[k].id); n == nowhere {
			break
		}
		for _, e := range t.complete(&t.nodes[n]) {
			if k >= after || e.size > best.size {
				after, best = k+1, e
			}
		}
	}
	return after, best
}

// atoi reads a run of digits, thousands separators left out; anything else is -1. It does not overflow.
func atoi(s string) int {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9' && n < 1e9:
			n = n*10 + int(c-'0')
		case c == ',' && i > 0:
		default:
			return -1
		}
	}
	if s == "" {
		return -1
	}
	return n
}
