package text

// apostrophe takes one that is not inside a word: a suffix, a quotation mark, a sign for feet, or one left out of
// "'em" and "patients'", which carries no token.
func (x *splitter) apostrophe(i, n int) int {
	if x.wordEnd == i {
		if form, size := suffix(x.s[i+n:]); size > 0 {
			x.put(i, i+n+size, Word, form, caseOfSuffix(x.s[i+n:i+n+size]))
			x.wordEnd = i + n + size
			return x.wordEnd
		}
	}
	x.noteMark(i, n)
	if x.letterBefore(i) || x.letterAt(i+n) {
		x.glued = Glued
		return i + n
	}
	return x.mark(i, n)
}

// caseOfSuffix is Upper for "LL", "RE" and "VE"; one letter alone has no case to speak of.
func caseOfSuffix(s string) Flags {
	if len(s) == 2 && s[0] < 'a' && s[1] < 'a' {
		return Upper
	}
	return 0
}

// letterBefore reports whether a word that ends in a letter ends at i.
func (x *splitter) letterBefore(i int) bool {
	return x.wordEnd == i && i > 0 && classOf[x.s[i-1]] != digit
}

func (x *splitter) letterAt(i int) bool {
	if i >= len(x.s) {
		return false
	}
	c, _ := classify(x.s, i)
	return c == letter
}

// suffix reads "s", "m", "re", "ve", "ll" or "d" after an apostrophe, when the word ends there.
func suffix(s string) (form string, n int) {
	for n < 3 && n < len(s) && classOf[s[n]] == letter {
		n++
	}
	if n == 0 || n > 2 {
		return "", 0
	}
	if n < len(s) && classOf[s[n]] == high {
		if c, _ := classify(s, n); c == letter || c == accent {
			return "", 0
		}
	}
	a := s[0] | 0x20
	if n == 1 {
		switch a {
		case 's':
			return "'s", 1
		case 'm':
			return "'m", 1
		case 'd':
			return "'d", 1
		}
		return "", 0
	}
	b := s[1] | 0x20
	switch {
	case a == 'r' && b == 'e':
		return "'re", 2
	case a == 'v' && b == 'e':
		return "'ve", 2
	case a == 'l' && b == 'l':
		return "'ll", 2
	}
	return "", 0
}
