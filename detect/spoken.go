package detect

import (
	"bedside"
	"bedside/text"
)

// Numbers that are read out digit by digit: "four one five, five five five, oh one double four", "4 1 5 5 5 5 0 1 4 4".

// fewestSpoken is how many digits in a row are no counting any more.
const fewestSpoken = 7

// spokenNumbers looks for rows of digits said one by one.
func (s *scan) spokenNumbers() {
	cells := int32(len(s.cells))
	for i := int32(0); i < cells; {
		if !s.saysDigit(i) {
			i++
			continue
		}
		i = s.spokenFrom(i)
	}
}

// spokenFrom reads the row that begins at a cell and returns the cell behind it.
func (s *scan) spokenFrom(i int32) int32 {
	f := figures{first: i, end: i}
	words := 0
	for s.saysDigit(f.end) && (f.end == i || s.goesOnSpeaking(f.end-1, f.end)) {
		form, times := s.token(f.end).Form, 1
		if form == "double" || form == "triple" || form == "treble" {
			times = 2
			if form != "double" {
				times = 3
			}
			f.end++
			if digitSaid(s.formAt(f.end)) < 0 {
				break
			}
			form = s.token(f.end).Form
		}
		for ; times > 0 && f.total < maxDigits; times-- {
			f.digits[f.total] = '0' + byte(digitSaid(form))
			f.total++
		}
		if s.token(f.end).Kind == text.Word {
			words++
		}
		f.end++
	}
	if f.total >= fewestSpoken && f.total < maxDigits && !f.counts() {
		f.count, f.groups[0] = 1, group{size: f.total, cell: f.end - 1}
		if fact, first := s.spokenFact(&f, words); fact != bedside.FactNone {
			s.foundAcross(fact, first, f.end)
		}
	}
	return max(f.end, i+1)
}

// spokenFact: by its label, else a telephone number if it has the digits of one. Single digits that are typed, not said,
// are a number only then.
func (s *scan) spokenFact(f *figures, words int) (bedside.FactKind, int32) {
	if l, _, ok := s.labelBefore(f.first); ok {
		return l.fact, l.first
	}
	if _, least := s.phoneLabel(f.first); least > 0 || f.phoneShape() {
		return bedside.FactPhone, f.first
	}
	if words == 0 {
		return bedside.FactNone, 0
	}
	return bedside.FactAccountNumber, f.first
}

// counts holds for digits that go up or down by one, or do not change: "one two three four", "ten nine eight".
func (f *figures) counts() bool {
	step := int(f.digits[1]) - int(f.digits[0])
	if step < -1 || step > 1 {
		return false
	}
	breaks := 0
	for k := 2; k < f.total; k++ {
		if int(f.digits[k])-int(f.digits[k-1]) != step {
			breaks++
		}
	}
	return breaks*5 < f.total
}

// saysDigit holds for a digit in words, a single digit, and double before one.
func (s *scan) saysDigit(i int32) bool {
	if i < 0 || i >= int32(len(s.cells)) {
		return false
	}
	form := s.token(i).Form
	return digitSaid(form) >= 0 || (form == "double" || form == "triple" || form == "treble") && digitSaid(s.formAt(i+1)) >= 0
}

// goesOnSpeaking: between two digits of a row stand spaces, hyphens, commas, full stops or a line end.
func (s *scan) goesOnSpeaking(a, b int32) bool {
	gap := s.apart(a, b)
	if len(gap) > 3 {
		return false
	}
	for k := range len(gap) {
		switch gap[k] {
		case ' ', '-', ',', '.', '\n', '/':
		default:
			return false
		}
	}
	return len(gap) > 0
}

// digitSaid is the digit that a word says, or -1. "oh", "o" and "nought" are how a nought is read out.
func digitSaid(w string) int {
	switch len(w) {
	case 1:
		if w[0] >= '0' && w[0] <= '9' {
			return int(w[0] - '0')
		}
		if w == "o" {
			return 0
		}
	case 2:
		if w == "oh" {
			return 0
		}
	case 3, 4, 5, 6:
		switch w {
		case "zero", "nought", "naught", "null":
			return 0
		}
		if n := numberWord(w); n > 0 && n < 10 {
			return n
		}
	}
	return -1
}
