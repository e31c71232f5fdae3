package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanNumbers finds numbers that belong to one person. A number is known by the label before it or after it, or by its
// shape and check digit. It looks at nothing but digits, so a text without them costs nothing.
func scanNumbers(s *scan) {
	cells := int32(len(s.cells))
	for i := int32(0); i < cells; {
		if s.token(i).Kind != text.Number {
			i++
			continue
		}
		i = max(s.numberFrom(i), i+1)
	}
	s.spokenNumbers()
}

// numberFrom looks at the digits that begin at a cell and returns the cell behind what was found, or 0.
func (s *scan) numberFrom(i int32) int32 {
	c := s.code(i)
	wide := c.withGroups(s)
	f, grouped := s.figures(i)
	if s.isAmount(c) {
		return 0
	}
	if end := s.plate(c); end > 0 {
		return end
	}
	if max(wide.digits, f.total) < 3 {
		return s.groupedCode(c.first)
	}
	if grouped && c.first == i {
		wide.end = max(wide.end, f.knownEnd())
		wide.count(s)
	}
	if end := s.labelled(c, wide, i); end > 0 {
		return end
	}
	if s.catalogued(c.first) {
		return c.end
	}
	if end := s.codeShape(c); end > 0 {
		return end
	}
	if grouped && c.first == i {
		if s.phoneAfter(&f) {
			s.foundAcross(bedside.FactPhone, i, f.end)
			return f.end
		}
		if end := s.shaped(&f); end > 0 {
			return end
		}
	}
	if c.digits >= 5 && !s.isDateLike(c) && (s.labelAfter(c) || s.afterName(c)) {
		return c.end
	}
	return 0
}

// afterName reads a bare number behind a person's name, as lists of patients have it: "Jane Okafor 4471823", "(4471823)".
func (s *scan) afterName(c code) bool {
	form := s.token(c.first).Form
	if c.end-c.first > 1 || len(form) < 6 || len(form) > 10 || countDigits(form) != len(form) || isRound(form) || isDayInOne(form) || strings.HasSuffix(form, "0000") || c.first == 0 {
		return false
	}
	t := s.token(c.first - 1)
	if t.Flags&text.Capital == 0 || t.Sentence != s.token(c.first).Sentence || s.everyday(c.first-1) || s.d.vocabulary.traits[s.cells[c.first-1].id]&(traitGiven|traitSurname) == 0 {
		return false
	}
	switch s.apart(c.first-1, c.first) {
	case " ", ", ", " (", " [", " - ", " – ", " #", ": ":
		s.found(bedside.FactRecordNumber, c.first, c.end)
		return true
	}
	return false
}

// isAmount holds for prices, percentages, thousands with commas, and clock times.
func (s *scan) isAmount(c code) bool {
	if at := s.token(c.first).Start; at > 0 {
		rest := strings.TrimRight(s.doc.Text[:at], " ")
		if strings.HasSuffix(rest, "$") || strings.HasSuffix(rest, "£") || strings.HasSuffix(rest, "€") || strings.HasSuffix(rest, "₦") || strings.HasSuffix(rest, "₹") {
			return true
		}
	}
	for k := c.first; k < c.end; k++ {
		if t := s.token(k); t.Kind == text.Number && strings.ContainsAny(t.Form, ",:") {
			return true
		}
	}
	end := s.token(c.end - 1).End
	return int(end) < len(s.doc.Text) && s.doc.Text[end] == '%'
}

// labelled reads "MRN# 0034512", "hosp no 442-19", "MRN8691649": a label and a code that is long enough for it.
func (s *scan) labelled(c, wide code, i int32) int32 {
	if end := s.phoneLabelled(c, i); end > 0 {
		return end
	}
	l, named, ok := s.labelBefore(c.first)
	if !ok && s.precededByWord(c.first) { // "NI number QQ 12 34 56 C"
		if l, named, ok = s.labelBefore(c.first - 1); ok {
			wide.first--
			wide.count(s)
		}
	}
	if ok && s.credible(&l, wide, named) {
		wide.end = s.lettersBehind(wide.end)
		if s.token(l.first).Sentence != s.token(c.first).Sentence {
			l.first = c.first
		}
		s.foundAcross(l.fact, l.first, wide.end)
		return wide.end
	}
	for k := c.first; k < i; k++ { // the label is written together with the code
		inner := wide
		inner.first = k + 1
		inner.count(s)
		if l, ok := s.innerLabel(k); ok && s.credible(&l, inner, false) {
			s.found(l.fact, c.first, wide.end)
			return wide.end
		}
	}
	return 0
}

// lettersBehind is the cell behind one or two capitals that end a number and that a space sets apart: "56 C", "890 AB".
func (s *scan) lettersBehind(end int32) int32 {
	if end < int32(len(s.cells)) && s.apart(end-1, end) == " " && len(s.token(end).Form) <= 2 && s.token(end).Kind == text.Word &&
		s.token(end).Flags&(text.Upper|text.Capital) != 0 && s.formAt(end) != "i" && s.formAt(end) != "a" && s.token(end).Sentence == s.token(end-1).Sentence && len(s.formAt(end-1)) <= 3 {
		return end + 1
	}
	return end
}

// innerLabel is a label that begins a code: MRN8691649, CA-DL-937289, NZ-ID-71908.
func (s *scan) innerLabel(k int32) (label, bool) {
	switch w := s.formAt(k); w {
	case "id":
		return label{fact: bedside.FactAccountNumber, first: k, alone: 5}, true
	case "dl":
		return label{fact: bedside.FactLicenceNumber, first: k, alone: 5}, true
	case "pt":
		return label{fact: bedside.FactRecordNumber, first: k, alone: 5}, true
	default:
		return s.labelOf(w, "")
	}
}

// credible leaves out years, thousands and dates behind words that are a label only sometimes.
func (s *scan) credible(l *label, c code, named bool) bool {
	if !l.enough(c, named) {
		return false
	}
	if c.end-c.first == 2 && isYear(s.token(c.first).Form) && isYear(s.token(c.end-1).Form) {
		return false
	}
	if c.end-c.first > 1 || l.alone < 5 {
		return !s.isDateLike(c)
	}
	form := s.token(c.first).Form
	return !isYear(form) && !isRound(form) && !isDayInOne(form) && !s.isDateLike(c)
}

// isDayInOne holds for 20240312.
func isDayInOne(form string) bool {
	return len(form) == 8 && isYear(form[:4]) && isShortDate([]byte(form[2:]))
}

// isDateLike holds for 12/03/2024 and 2024-03-12.
func (s *scan) isDateLike(c code) bool {
	raw := s.doc.Text[s.token(c.first).Start:s.token(c.end-1).End]
	if len(raw) > len("12/03/2024") {
		return false
	}
	for _, sep := range []string{"/", "-", "."} {
		if p := strings.Split(raw, sep); len(p) == 3 && isDayMonthYear(p) && countDigits(raw)+2 == len(raw) {
			return len(p[0]) <= 2 || len(p[2]) <= 2
		}
	}
	return false
}

// labelAfter reads "4471823 (MRN)", "4471823 is her hospital number".
func (s *scan) labelAfter(c code) bool {
	for k := c.end; k < c.end+4 && k < int32(len(s.cells)); k++ {
		if _, open := labelGap(strings.TrimPrefix(s.apart(k-1, k), ",")); !open || s.token(k).Sentence != s.token(c.first).Sentence {
			return false
		}
		switch w := s.formAt(k); {
		case s.inAt(k, setBehindLabelled):
			if w != "hospital" && w != "medical" || s.formAt(k+1) != "number" && s.formAt(k+1) != "no" {
				continue
			}
			s.found(bedside.FactRecordNumber, c.first, k+2)
			return true
		default:
			l, ok := s.labelOf(w, "")
			if !ok || l.alone > 4 || s.labels(k) {
				return false
			}
			s.found(l.fact, c.first, k+1)
			return true
		}
	}
	return false
}

// labels reports whether a label belongs to digits behind it.
func (s *scan) labels(k int32) bool {
	_, open := labelGap(s.apart(k, k+1))
	return open && countDigits(s.formAt(k+1)) > 0
}

// catalogued holds for numbers of trials, articles, books, codes and the like, which name no person.
func (s *scan) catalogued(i int32) bool {
	for k := i; k >= 0 && k >= i-2; k-- {
		if k < i {
			if _, open := labelGap(s.apart(k, k+1)); !open {
				return false
			}
		}
		if s.inAt(k, setCatalogue) {
			return true
		}
	}
	return false
}
