package text

// leet takes a word with digits or signs for letters, if it becomes a known word that way. It returns 0 otherwise.
func (x *splitter) leet(i int) int {
	if i < x.leetUntil {
		return 0
	}
	s, j := x.s, i
	for j < len(s) && (leetLetter(s[j]) != 0 || classOf[s[j]] == letter || classOf[s[j]] == digit) {
		j++
	}
	x.leetUntil = j
	for j > i && (s[j-1] == '!' || s[j-1] == '@') {
		j--
	}
	if j-i > maxBent || !x.looksLeet(s[i:j]) {
		return 0
	}
	for _, one := range []byte{'i', 'l'} {
		if form, ok := x.unleet(s[i:j], one); ok {
			x.put(i, j, Word, form, wordCase(s[i:j])|Bent)
			x.wordEnd = j
			return j
		}
	}
	return 0
}

// looksLeet tells "p4tient", "$lut" and "a$$hole" from "34yo", "5th", "bed5" and "4west".
func (x *splitter) looksLeet(w string) bool {
	signs, digits, letters, inner := 0, 0, 0, false
	for k := range len(w) {
		switch classOf[w[k]] {
		case letter:
			letters++
		case digit:
			digits++
			if leetLetter(w[k]) == 0 {
				return false
			}
			inner = inner || k > 0 && k < len(w)-1
		default:
			signs++
			inner = inner || k > 0 && k < len(w)-1
		}
	}
	switch {
	case letters == 0 || len(w) < 3 || digits > 0 && len(w) < 4 || digits+signs == 0:
		return false
	case classOf[w[0]] == digit: // "5hot" is five of something hot; "5hit" is not
		return digits == 1 && signs == 0 && letters > 2 && !x.known(Fold(w[1:]))
	case signs > 0:
		return true
	}
	return inner && letters > 1 && digits <= letters
}

// unleet reads a word with letters for its signs and reports whether it is known. one is what 1 and ! stand for.
func (x *splitter) unleet(w string, one byte) (string, bool) {
	b := x.buf[:0]
	for k := range len(w) {
		switch c := w[k]; {
		case classOf[c] == letter:
			b = append(b, c|0x20)
		case c == '1' || c == '!':
			b = append(b, one)
		default:
			b = append(b, leetLetter(c))
		}
	}
	x.buf = b
	form := x.keep(b)
	return form, x.known(form)
}

// leetLetter is the letter that a digit or a sign may stand for, or 0.
func leetLetter(c byte) byte {
	switch c {
	case '0':
		return 'o'
	case '1', '!':
		return 'i'
	case '3':
		return 'e'
	case '4', '@':
		return 'a'
	case '5', '$':
		return 's'
	case '7':
		return 't'
	case '8':
		return 'b'
	case '9':
		return 'g'
	}
	return 0
}
