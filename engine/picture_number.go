package engine

import (
	"slices"
	"strings"

	"bedside"
	"bedside/text"
)

// withNumbers adds the numbers of records on what belongs to a patient: a wristband, a monitor. Every house and country has labels of its
// own before them, which no list has all of. Beside a name and a birth, a bed or what a monitor shows, a long number with whatever label
// is theirs.
func withNumbers(p *passageWords, mentions []bedside.Mention) []bedside.Mention {
	if !p.ofPatient(mentions) {
		return mentions
	}
	for i := range p.doc.Tokens {
		first, last, ok := p.number(i)
		if ok && !overlaps(mentions, first, last) {
			mentions = p.with(mentions, bedside.FactRecordNumber, first, last)
		}
	}
	return mentions
}

// passageWords are the words in one picture of a draft.
type passageWords struct {
	doc            *text.Document
	index, passage int
}

// ofPatient holds for words with a name, and something that only patients have beside it.
func (p *passageWords) ofPatient(mentions []bedside.Mention) bool {
	named, birth := false, false
	for i := range mentions {
		m := &mentions[i]
		named = named || m.Kind == bedside.FactName
		birth = birth || p.isBirth(*m) || m.Kind == bedside.FactRoom && isBed(p.doc.Text[m.Span.Start:m.Span.End])
	}
	return named && (birth || p.vitals() >= 2)
}

// labelsAbove is in how many rows above a date its label may stand: where labels stand in a row of their own, others are between.
const labelsAbove = 3

// isBirth holds for a date behind a label that asks for a birth, or a little below one.
func (p *passageWords) isBirth(m bedside.Mention) bool {
	if m.Kind != bedside.FactDate {
		return false
	}
	if ofBirth(p.doc, m.First) {
		return true
	}
	k := m.First - 1
	for range labelsAbove {
		if k < 0 || p.doc.Tokens[k].Kind != text.Newline {
			break
		}
		row := p.row(k)
		if slices.ContainsFunc(row, func(t text.Token) bool { return slices.Contains([]string{"dob", "d.o.b", "born", "birth"}, t.Form) }) {
			return true
		}
		k -= len(row) + 1
	}
	return false
}

// row is the tokens of the row that ends before one.
func (p *passageWords) row(end int) []text.Token {
	first := end
	for first > 0 && p.doc.Tokens[first-1].Kind != text.Newline {
		first--
	}
	return p.doc.Tokens[first:end]
}

// vitals counts the different things that a monitor says it measures.
func (p *passageWords) vitals() int {
	seen := map[string]bool{}
	for i := range p.doc.Tokens {
		switch w := p.doc.Tokens[i].Form; w {
		case "hr", "spo2", "sp02", "nibp", "ibp", "abp", "rr", "etco2", "ecg", "bpm", "mmhg", "cvp", "pleth":
			seen[w] = true
		}
	}
	return len(seen)
}

// The digits that a number of a record has at least and at most.
const fewestDigits, mostDigits = 6, 12

// number is a number of a record that begins at a token: digits, perhaps in groups, perhaps behind a few capitals, with a label before it in
// its row or in the one above.
func (p *passageWords) number(i int) (first, last int, ok bool) {
	digits, groups := "", 0
	first, last = i, i
	for last < len(p.doc.Tokens) && isDigits(p.doc.Tokens[last].Form) && (last == i || p.between(last) == " ") {
		digits += p.doc.Tokens[last].Form
		groups, last = groups+1, last+1
	}
	if len(digits) < fewestDigits || len(digits) > mostDigits || groups > 3 || strings.HasSuffix(digits, "0000") || i > 0 && isDigits(p.doc.Tokens[i-1].Form) {
		return 0, 0, false
	}
	if i > 0 && p.doc.Tokens[i-1].Flags&text.Upper != 0 && len(p.doc.Tokens[i-1].Form) <= 4 && p.between(i) == " " && len(p.row(i-1)) > 0 {
		first--
	}
	label := p.label(first)
	if len(label) == 0 || slices.ContainsFunc(label, func(t text.Token) bool { return isOtherNumber(t.Form) || t.Form == "exp" && first == i }) {
		return 0, 0, false
	}
	return first, last, true
}

// between is what parts a token from the one before it.
func (p *passageWords) between(i int) string {
	if i == 0 {
		return "\n"
	}
	return p.doc.Text[p.doc.Tokens[i-1].End:p.doc.Tokens[i].Start]
}

// label is what stands before a token: in its row, or all of the row above where it begins one.
func (p *passageWords) label(i int) []text.Token {
	row := p.row(i)
	if len(row) == 0 && i > 0 {
		row = p.row(i - 1)
	}
	if len(row) > 4 {
		row = row[len(row)-3:]
	}
	if !slices.ContainsFunc(row, func(t text.Token) bool { return t.Kind == text.Word }) {
		return nil
	}
	return row
}

// isOtherNumber holds for labels of numbers that are of things: of a device, of a batch, of who answers.
func isOtherNumber(word string) bool {
	switch strings.TrimSuffix(word, ".") {
	case "tel", "phone", "telephone", "fax", "mobile", "call", "ext", "bleep", "pager", "ref", "lot", "sn", "s/n", "serial", "model", "batch", "gtin", "udi", "version", "ver", "rev", "sw", "software", "asset", "part",
		"staff", "employee", "licence", "license", "reg", "registration", "gmc", "nmc", "npi":
		return true
	}
	return false
}
