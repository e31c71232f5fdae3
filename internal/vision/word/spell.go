package word

import (
	"strings"
	"unicode"
)

// Of what the second network says along a line: how sure it must be of a gap between words where it would rather say nothing, and of a word to keep it.
const (
	gap      = 0.1
	readable = 0.5
)

// spell turns what the network says at each step of a line into words: the likeliest character, those that are said again once. Words that it is not sure of
// are left out.
func (a alphabet) spell(steps []float32, classes int) reading {
	var s speller
	last := 0
	for ; len(steps) >= classes; steps = steps[classes:] {
		class, p := a.likeliest(steps[:classes])
		if class == 0 && steps[a.space] > gap {
			s.gap = true
		}
		if class != last && class != 0 {
			s.letter(a.of[class], p)
		}
		last = class
	}
	return s.reading()
}

// likeliest is the class of the likeliest character that is read, or 0 for none, and how likely.
func (a alphabet) likeliest(step []float32) (int, float64) {
	best, p := 0, step[0]
	for _, c := range a.order {
		if step[c] > p {
			best, p = c, step[c]
		}
	}
	return best, float64(p)
}

// speller gathers letters into words.
type speller struct {
	letters []rune
	sure    []float64
	gap     bool // a gap that the network only thinks possible
}

func (s *speller) letter(r rune, p float64) {
	if s.gap && len(s.letters) > 0 && parted(s.letters[len(s.letters)-1], r) {
		s.letters, s.sure = append(s.letters, ' '), append(s.sure, p)
	}
	s.gap = false
	s.letters, s.sure = append(s.letters, r), append(s.sure, p)
}

// parted says whether a gap may be between two characters: there is none inside a date or an address.
func parted(before, after rune) bool {
	inside := func(r rune) bool { return strings.ContainsRune("-/.@_'’^", r) }
	if after == ' ' || before == ' ' || inside(after) {
		return false
	}
	return !inside(before) || before == '.' && unicode.IsUpper(after)
}

// reading joins what is sure enough.
func (s *speller) reading() reading {
	var kept []string
	sum, n := 0.0, 0
	var seen []rune
	for from := 0; from < len(s.letters); {
		to, of := from, 0.0
		for ; to < len(s.letters) && s.letters[to] != ' '; to++ {
			of += s.sure[to]
		}
		if to > from {
			sum, n = sum+of, n+to-from
			seen = append(seen, s.letters[from:to]...)
			if of >= readable*float64(to-from) {
				kept = append(kept, string(s.letters[from:to]))
			}
		}
		from = to + 1
	}
	if n == 0 {
		return reading{}
	}
	read := reading{sureness: sum / float64(n), letters: n, droned: droned(seen)}
	if !read.droned {
		read.text = tidy(strings.Join(kept, " "))
	}
	return read
}
