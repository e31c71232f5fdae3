package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// shaped knows numbers by how their digits are grouped and by their check digits: the longest groups from the first on
// that are one number, if what follows is set apart in another way.
func (s *scan) shaped(f *figures) int32 {
	if s.within(f.first) {
		return 0
	}
	for n := f.count; n > 0; n-- {
		p := f.prefix(n)
		sign, even := p.even()
		if n < f.count && (f.groups[n].sign != ' ' || sign == ' ' || f.groups[n].cell < p.end) {
			continue
		}
		fact := p.known(sign, even)
		if fact == bedside.FactNone || s.goesOn(&p) {
			continue
		}
		end := s.extension(p.end)
		s.foundAcross(fact, f.first, end)
		return end
	}
	return 0
}

// within reports whether a cell is the later part of a number.
func (s *scan) within(i int32) bool {
	if i == 0 || s.token(i-1).Kind != text.Number {
		return false
	}
	sign := s.signBetween(i-1, i)
	return sign != 0 && sign != ' ' || sign == ' ' && s.signBetween(i, i+1) == ' ' && i+1 < int32(len(s.cells)) && s.token(i+1).Kind == text.Number
}

// goesOn holds for digits with letters written behind them that are no extension: "4155550143px".
func (s *scan) goesOn(f *figures) bool {
	if f.end >= int32(len(s.cells)) || s.token(f.end).Flags&text.Glued == 0 || s.apart(f.end-1, f.end) != "" {
		return false
	}
	return s.extension(f.end) == f.end && f.count == 1
}

// known is the fact that digits are by their shape. sign sets their groups apart, evenly or not.
func (f *figures) known(sign byte, even bool) bedside.FactKind {
	if !even && !f.plus && f.digits[0] != '0' && !f.are(1, 3, 3, 4) && !f.are(3, 3, 4) {
		return bedside.FactNone
	}
	switch {
	case f.nationalShape(sign):
		return bedside.FactNationalNumber
	case f.cardShape():
		return bedside.FactAccountNumber
	case sign == '/' || f.count > 1 && sign == '.' && f.total < 9:
		return bedside.FactNone
	case f.phoneShape():
		return bedside.FactPhone
	}
	return bedside.FactNone
}

// knownEnd is the cell behind the longest groups that are a card or a national number by their check digits, or 0.
func (f *figures) knownEnd() int32 {
	for n := f.count; n > 1; n-- {
		p := f.prefix(n)
		if sign, even := p.even(); even && (p.nationalShape(sign) || p.cardShape()) {
			return p.end
		}
	}
	return 0
}

// nationalShape knows numbers of states and health services whose grouping or check makes them sure.
func (f *figures) nationalShape(sign byte) bool {
	d := f.all()
	switch {
	case f.plus || f.bracket:
		return false
	case f.are(3, 2, 4): // US social security
		return string(d[:3]) != "000" && d[0] != '9' && sign != '/'
	case f.are(3, 3, 4):
		return sign == ' ' && d[0] != '0' && nhsChecksum(d)
	case f.are(3, 3, 3): // Canadian social insurance
		return luhn(d) && sign != '/' && sign != '.'
	case f.are(4, 3, 3): // Ontario, British Columbia
		return d[0] != '0' && d[0] != '1' && (luhn(d) || columbiaChecksum(d)) && sign != '/' && sign != '.'
	case f.are(4, 4, 4): // Aadhaar
		return d[0] >= '2' && verhoeff(d) && !isYear(string(d[:4])) && sign != '/' && sign != '.'
	case f.are(4, 5, 1): // Australian Medicare
		return medicareChecksum(d)
	case f.are(13): // South African
		return luhn(d) && isShortDate(d[:6]) && d[10] <= '1'
	case f.are(6, 4, 3), f.are(6, 4, 1, 2):
		return luhn(d) && isShortDate(d[:6])
	}
	return false
}

// isShortDate: year, month and day in two digits each.
func isShortDate(d []byte) bool {
	month, day := atoi(string(d[2:4])), atoi(string(d[4:6]))
	return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// cardShape knows payment cards: the digits that their networks begin with, 13 to 19 of them, and Luhn's check.
func (f *figures) cardShape() bool {
	if f.total < 13 || f.total > 19 || f.plus || !luhn(f.all()) {
		return false
	}
	for _, g := range f.groups[1:f.count] {
		if g.sign != ' ' && g.sign != '-' && g.sign != '.' {
			return false
		}
	}
	switch d := string(f.digits[:4]); {
	case d[0] >= '3' && d[0] <= '6', d >= "2221" && d <= "2720", d == "2131", d == "1800":
		return f.count == 1 || f.are(4, 4, 4, 4) || f.are(4, 6, 5) || f.are(4, 4, 4, 4, 3) || f.are(4, 6, 4)
	case d == "8003": // Australian individual health identifier
		return f.count == 1 || f.are(4, 4, 4, 4)
	}
	return false
}

// codeShape knows codes of letters and digits whose check or form makes them sure, in one piece or in groups.
func (s *scan) codeShape(c code) int32 {
	if end := s.groupedCode(c.first); end > 0 {
		return end
	}
	if c.digits < 5 || c.length > 34 || c.end-c.first < 2 {
		return 0
	}
	raw := s.compact(c.first, c.end)
	fact := codeFact(raw)
	if fact == bedside.FactNone {
		return 0
	}
	s.found(fact, c.first, c.end)
	return c.end
}

// codeFact is what a code without spaces is by its form.
func codeFact(raw string) bedside.FactKind {
	switch shape := shapeOf(raw); {
	case len(raw) >= 15 && strings.HasPrefix(shape, "AA99") && ibanChecksum(raw):
		return bedside.FactAccountNumber
	case len(raw) == 17 && strings.Trim(shape, "A9") == "" && vinChecksum(raw):
		return bedside.FactPlate
	case shape == "AA9999999" && strings.IndexByte("ABCDEFGHJKLMPRSTUX", raw[0]) >= 0 && deaChecksum([]byte(raw[2:])):
		return bedside.FactLicenceNumber
	case shape == "A99999999" && raw[0] >= 'A' && raw[0] <= 'Z': // a passport of many countries
		return bedside.FactLicenceNumber
	case shape == "9999999A" && ppsChecksum([]byte(raw), raw[7], 0), shape == "9999999AA" && ppsChecksum([]byte(raw), raw[7], raw[8]):
		return bedside.FactNationalNumber
	case shape == "AA999999A" && nationalInsurance(raw), shape == "AAAA99999999" && isQuebecDate(raw):
		return bedside.FactNationalNumber
	case len(raw) == 11 && medicareBeneficiary(raw):
		return bedside.FactNationalNumber
	}
	return bedside.FactNone
}

// shapeOf writes A for a letter and 9 for a digit.
func shapeOf(raw string) string {
	var b [40]byte
	if len(raw) > len(b) {
		return ""
	}
	for i := range len(raw) {
		switch c := raw[i]; {
		case c >= 'A' && c <= 'Z', c >= 'a' && c <= 'z':
			b[i] = 'A'
		case c >= '0' && c <= '9':
			b[i] = '9'
		default:
			b[i] = c
		}
	}
	return string(b[:len(raw)])
}

// nationalInsurance: the two letters that begin a British number are not any two, and the last is A to D.
func nationalInsurance(raw string) bool {
	return raw[8] >= 'A' && raw[8] <= 'D' && strings.IndexByte("DFIQUV", raw[0]) < 0 && strings.IndexByte("DFIOQUV", raw[1]) < 0 && raw[0] >= 'A' && raw[0] <= 'Z'
}

// isQuebecDate: four letters of a name, then year, month (plus 50 for women) and day of birth.
func isQuebecDate(raw string) bool {
	month, day := atoi(raw[6:8]), atoi(raw[8:10])
	return (month >= 1 && month <= 12 || month >= 51 && month <= 62) && day >= 1 && day <= 31
}

// medicareBeneficiary: eleven places of a set kind, without the letters S, L, O, I, B and Z.
func medicareBeneficiary(raw string) bool {
	const kinds = "CAXNAXNAANN" // C 1 to 9, N digit, A letter, X either
	for i := range len(kinds) {
		c := raw[i]
		digit, letter := c >= '0' && c <= '9', c >= 'A' && c <= 'Z' && strings.IndexByte("SLOIBZ", c) < 0
		switch kinds[i] {
		case 'C':
			digit, letter = digit && c != '0', false
		case 'N':
			letter = false
		case 'A':
			digit = false
		}
		if !digit && !letter {
			return false
		}
	}
	return true
}

// groupedCode reads codes that are printed in groups: "QQ 12 34 56 C", "GB93 PITW 5538 3148 5791 81", "BOUF 1234 5678".
func (s *scan) groupedCode(i int32) int32 {
	if s.token(i).Kind != text.Word && !s.precededByWord(i) {
		return 0
	}
	first := i
	if s.token(i).Kind == text.Number {
		first--
	}
	end, digits := first, 0
	var best int32
	for end < int32(len(s.cells)) && end-first < 16 && s.codeWord(end) && (end == first || s.closeTo(end-1, end) || s.apart(end-1, end) == " ") {
		digits += countDigits(s.token(end).Form)
		end++
		if s.token(end-1).End-s.token(first).Start > 64 {
			break
		}
		if raw := s.compact(first, end); digits >= 6 && len(raw) <= 34 && codeFact(raw) != bedside.FactNone && s.mayBeSpaced(raw, first, end) {
			best = end
		}
	}
	if best == 0 {
		return 0
	}
	s.found(codeFact(s.compact(first, best)), first, best)
	return best
}

// mayBeSpaced: vehicle and drug enforcement numbers are never set apart by spaces.
func (s *scan) mayBeSpaced(raw string, first, end int32) bool {
	if shape := shapeOf(raw); len(raw) != 17 && shape != "AA9999999" && shape != "A99999999" {
		return true
	}
	return strings.IndexByte(s.doc.Text[s.token(first).Start:s.token(end-1).End], ' ') < 0
}

// precededByWord holds where letters stand a space before the digits: "BOUF 1234 5678".
func (s *scan) precededByWord(i int32) bool {
	return i > 0 && s.apart(i-1, i) == " " && s.codeWord(i-1) && s.token(i-1).Kind == text.Word && s.token(i-1).Flags&text.Upper != 0
}
