package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// figures are digits that stand together, in groups as somebody set them apart: "(415) 555-0143", "943 476 5919", "1.2".
type figures struct {
	first, end int32 // cells
	digits     [maxDigits]byte
	total      int
	groups     [maxGroups]group
	count      int
	bracket    bool // the first group stands in brackets
	plus       bool // a + stands before them
}

// group is a row of digits; sign is what stands before it, 0 for the first, ' ' for a space.
type group struct {
	size int
	cell int32
	sign byte
}

const (
	maxDigits = 24 // more are no number of a person's
	maxGroups = 10
)

// figures reads the digits from a cell on; false if they are too many, or a price, a clock time or a ratio.
func (s *scan) figures(i int32) (f figures, ok bool) {
	f = figures{first: i, end: i}
	f.plus, f.bracket = s.follows(i, '+'), s.follows(i, '(')
	if f.bracket && !f.plus {
		f.plus = s.token(i).Start > 1 && s.doc.Text[s.token(i).Start-2] == '+'
	}
	for f.end < int32(len(s.cells)) && s.token(f.end).Kind == text.Number {
		sign := byte(0)
		if f.end > i {
			if sign = s.signBetween(f.end-1, f.end); sign == 0 {
				break
			}
		}
		if !f.add(s.token(f.end).Form, f.end, sign) {
			return f, f.end > i && sign == ' '
		}
		f.end++
	}
	return f, f.total > 0
}

// add takes one token's digits.
func (f *figures) add(form string, cell int32, sign byte) bool {
	if strings.ContainsAny(form, ",:") {
		return false
	}
	was := *f
	for k := 0; k < len(form); {
		end := k
		for end < len(form) && form[end] >= '0' && form[end] <= '9' {
			end++
		}
		if end == k || f.count == maxGroups || f.total+end-k > maxDigits {
			*f = was
			return false
		}
		f.groups[f.count] = group{end - k, cell, sign}
		f.count++
		f.total += copy(f.digits[f.total:], form[k:end])
		if end < len(form) {
			sign = form[end]
			end++
		}
		k = end
	}
	return true
}

// signBetween is the sign that sets two groups of one number apart, or 0 if what is between them parts two numbers.
func (s *scan) signBetween(a, b int32) byte {
	gap := s.apart(a, b)
	switch gap {
	case "-", "-\n", "–", "‑", "−", " - ", " – ":
		return '-'
	case " ", "\u00a0", "\u202f":
		return ' '
	case ".", " . ", "·":
		return '.'
	case ")", ") ", ")-", " (", "(", ") - ", " )", "-(", ").":
		return ')'
	case "/":
		return '/'
	}
	return 0
}

// apart is the text between two cells.
func (s *scan) apart(a, b int32) string {
	if a < 0 || b >= int32(len(s.cells)) {
		return ""
	}
	return s.doc.Text[s.token(a).End:s.token(b).Start]
}

// follows reports whether a byte stands just before a cell.
func (s *scan) follows(i int32, sign byte) bool {
	at := s.token(i).Start
	return at > 0 && s.doc.Text[at-1] == sign
}

// prefix is the first n groups of the figures.
func (f *figures) prefix(n int) figures {
	p := *f
	p.count, p.total = n, 0
	for _, g := range f.groups[:n] {
		p.total += g.size
	}
	p.end = f.groups[n-1].cell + 1
	return p
}

// even reports whether the groups are set apart by one sign only, and which; brackets count as nothing.
func (f *figures) even() (sign byte, ok bool) {
	for _, g := range f.groups[1:f.count] {
		switch {
		case g.sign == ')':
		case sign == 0:
			sign = g.sign
		case sign != g.sign:
			return 0, false
		}
	}
	return sign, true
}

// are reports whether the groups have these sizes.
func (f *figures) are(sizes ...int) bool {
	if f.count != len(sizes) {
		return false
	}
	for i, size := range sizes {
		if f.groups[i].size != size {
			return false
		}
	}
	return true
}

// all is the digits in their order.
func (f *figures) all() []byte { return f.digits[:f.total] }

// foundAcross reports what may go on in the next sentence: line ends part sentences, and numbers are broken over them.
func (s *scan) foundAcross(fact bedside.FactKind, first, end int32) {
	for from := first; from < end; {
		to := from + 1
		for to < end && s.token(to).Sentence == s.token(from).Sentence {
			to++
		}
		s.found(fact, from, to)
		from = to
	}
}

// enclosed is the first and the last token of what was found: of a number also the bracket or the plus that belongs to it,
// "(415) 555-0143", and the one that closes it, "4471823 (MRN)".
func (s *scan) enclosed(f *found) (first, last int32) {
	first, last = s.cells[f.first].token, s.cells[f.end-1].token
	switch f.fact {
	case bedside.FactPhone, bedside.FactRecordNumber, bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactLicenceNumber:
	default:
		return first, last
	}
	open := 0
	for t := first; t <= last; t++ {
		switch s.doc.Tokens[t].Form {
		case "(", "[":
			open++
		case ")", "]":
			open--
		}
	}
	if open < 0 && s.isMark(first-1, first, "(") {
		first--
	}
	if open > 0 && s.isMark(last+1, last, ")") {
		last++
	}
	if f.fact == bedside.FactPhone && s.isMark(first-1, first, "+") {
		first--
	}
	return first, last
}

// isMark reports whether a token is this mark and of the same sentence as another.
func (s *scan) isMark(t, beside int32, mark string) bool {
	if t < 0 || int(t) >= len(s.doc.Tokens) || s.doc.Tokens[t].Sentence != s.doc.Tokens[beside].Sentence {
		return false
	}
	form := s.doc.Tokens[t].Form
	return form == mark || mark == "(" && form == "[" || mark == ")" && form == "]"
}
