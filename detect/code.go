package detect

import (
	"strings"

	"bedside/text"
)

// code is letters and digits written together, as numbers of records and cards are: "EM-123456", "98765AB", "CA-DL-3012".
type code struct {
	first, end int32 // cells
	digits     int
	length     int // letters and digits
}

const (
	maxCodeCells = 8
	maxCodeWord  = 5 // letters in a row; longer ones are words
)

// code reads what is written together with the digits of a cell.
func (s *scan) code(i int32) code {
	c := code{first: i, end: i + 1}
	for i-c.first < maxCodeCells && s.closeTo(c.first-1, c.first) && s.codeWord(c.first-1) {
		c.first--
	}
	for c.end-i < maxCodeCells && s.closeTo(c.end-1, c.end) && (s.token(c.end).Kind == text.Number || s.codeWord(c.end)) {
		c.end++
	}
	c.count(s)
	return c
}

// withGroups adds the groups of digits behind a code that a space sets apart: "MRN 123 456 789".
func (c code) withGroups(s *scan) code {
	for c.end-c.first < maxCodeCells && c.end < int32(len(s.cells)) && s.token(c.end).Kind == text.Number && s.signBetween(c.end-1, c.end) != 0 {
		before, after := len(s.token(c.end-1).Form), len(s.token(c.end).Form)
		if s.token(c.end-1).Kind != text.Number || before > 4 || before < 2 || after < 2 || after > 6 || strings.ContainsAny(s.token(c.end).Form, ".,:/") {
			break
		}
		c.end++
	}
	c.count(s)
	return c
}

func (c *code) count(s *scan) {
	c.digits, c.length = 0, 0
	for k := c.first; k < c.end; k++ {
		t := s.token(k)
		c.digits += countDigits(t.Form)
		if t.Kind == text.Word {
			c.length += len(t.Form)
		}
	}
	c.length += c.digits
}

// closeTo reports whether two cells are written together, or with a hyphen or its like between them.
func (s *scan) closeTo(a, b int32) bool {
	if a < 0 || b >= int32(len(s.cells)) || s.token(a).Kind != text.Word && s.token(a).Kind != text.Number {
		return false
	}
	switch s.apart(a, b) {
	case "", "-", "_", "/", ".", "–", "‑", "*":
		return s.token(a).Sentence == s.token(b).Sentence
	}
	return false
}

// codeWord holds for letters that may be part of a code.
func (s *scan) codeWord(i int32) bool {
	t := s.token(i)
	return t.Kind == text.Number || t.Kind == text.Word && len(t.Form) <= maxCodeWord && t.Form[0] >= 'a' && t.Form[0] <= 'z'
}

// written is the code as it stands in the text, without the signs between its letters and digits.
func (s *scan) compact(first, end int32) string {
	raw := s.doc.Text[s.token(first).Start:s.token(end-1).End]
	if !strings.ContainsAny(raw, " -_./") {
		return raw
	}
	return strings.NewReplacer(" ", "", "-", "", "_", "", ".", "", "/", "").Replace(raw)
}

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

// isYear holds for four digits that are likelier a year than a number of anything.
func isYear(form string) bool {
	return len(form) == 4 && (form[:2] == "19" || form[:2] == "20")
}

// isRound holds for thousands: what is counted, not what is given out.
func isRound(form string) bool { return len(form) < 8 && strings.HasSuffix(form, "000") }
