package text

import "unicode"

// plainEnd marks the bytes after which a word is over, whatever comes next.
var plainEnd = [256]bool{ //nolint:gochecknoglobals // a read-only table
	' ': true, '\n': true, '\r': true, '\t': true, ',': true, ';': true, '?': true, '"': true, ')': true, '(': true,
	'/': true, '&': true, '=': true, '<': true, '>': true, '[': true, ']': true, '{': true, '}': true, '|': true,
}

// word takes the word that begins with the ASCII letter at i. Nearly all words leave after its first few lines.
func (x *splitter) word(i int) int {
	s := x.s
	j, some, all, triple := letters(s, i)
	if j == i+1 && x.known != nil {
		if end := x.spaced(i); end > 0 {
			return end
		}
	}
	if j < len(s) && !plainEnd[s[j]] {
		if end := x.uncommon(i, j); end > 0 {
			return end
		}
	}
	form, f := s[i:j], Flags(0)
	if all&caseBit == 0 {
		form, f = x.lower(i, j), caseFlags(s[i], some, j-i)
	}
	if triple {
		form, f = x.squeezed(form, f)
	}
	x.put(i, j, Word, form, f)
	x.wordEnd = j
	return j
}

// caseFlags tells the case of an ASCII word from its first byte and all its bytes ORed together.
func caseFlags(first, some byte, n int) (f Flags) {
	if first&caseBit == 0 {
		f = Capital
	}
	if some&caseBit == 0 && n > 1 {
		f |= Upper
	}
	return f
}

// wordCase tells the case of a word with other signs among its letters.
func wordCase(w string) (f Flags) {
	upper, letters := 0, 0
	for i, r := range w {
		if !unicode.IsLetter(r) {
			continue
		}
		letters++
		if unicode.IsUpper(r) {
			upper++
			if i == 0 {
				f = Capital
			}
		}
	}
	if upper == letters && letters > 1 {
		f |= Upper
	}
	return f
}

// lower is the ASCII word s[i:j] in lower case.
func (x *splitter) lower(i, j int) string {
	if j-i == 1 {
		return asciiMarks[(x.s[i]|caseBit)-' ':][:1]
	}
	var short [24]byte
	b := short[:0]
	for ; i < j; i++ {
		b = append(b, x.s[i]|caseBit)
	}
	return x.keep(b)
}

// uncommon takes what begins with the letters s[i:j] and is more than they. It returns 0 when it is not.
func (x *splitter) uncommon(i, j int) int {
	s := x.s
	next := byte(0)
	if j+1 < len(s) {
		next = s[j+1]
	}
	switch s[j] {
	case '\'', '`':
		if _, n := suffix(s[j+1:]); n > 0 || classOf[next] != letter && classOf[next] != high {
			return 0
		}
		return x.oddWord(i)
	case '.', '-', '_', '+', '%', '!':
		if !alphanumeric(next) && leetLetter(next) == 0 {
			return 0
		}
	case '*':
		return x.masked(i, j)
	case ':':
		if next == '/' && j+2 < len(s) && s[j+2] == '/' && j-i > 1 {
			return x.link(i, j+3)
		}
		return 0
	}
	if classOf[s[j]] == high {
		if c, _ := classify(s, j); c == letter || c == accent || c == invisible || c == apostrophe {
			return x.oddWord(i)
		}
		return 0
	}
	if end := x.address(i, j); end > 0 || x.known == nil {
		return end
	}
	return x.leet(i)
}
