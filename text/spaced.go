package text

// spaced takes single letters with the same sign between them, if they make a known word. It returns 0 otherwise.
func (x *splitter) spaced(i int) int {
	s := x.s
	if i < x.spacedUntil || i+4 >= len(s) || !spacer(s[i+1]) || s[i+3] != s[i+1] {
		return 0
	}
	b, j := append(x.buf[:0], s[i]|0x20), i
	for j+2 < len(s) && s[j+1] == s[i+1] && classOf[s[j+2]] == letter && x.aloneBefore(j+3, s[i+1]) {
		j += 2
		b = append(b, s[j]|0x20)
	}
	x.buf = b
	x.spacedUntil = j + 1
	if len(b) < 3 || len(b) > maxBent {
		return 0
	}
	form := x.keep(b)
	if x.known(form) {
		return x.putSpaced(i, j+1, form)
	}
	if a := form[0]; s[i+1] == ' ' && (a == 'a' || a == 'i') && len(form) > 3 && x.known(form[1:]) {
		x.put(i, i+1, Word, form[:1], wordCase(s[i:i+1]))
		x.glued = 0
		return x.putSpaced(i+2, j+1, form[1:])
	}
	return 0
}

// aloneBefore reports whether the letter before i is a word of its own in a row with this sign between the letters.
func (x *splitter) aloneBefore(i int, sign byte) bool {
	if i >= len(x.s) || x.s[i] == sign {
		return true
	}
	switch c := x.s[i]; c {
	case '.', '-', '_', '*', '\'':
		return i+1 == len(x.s) || !alphanumeric(x.s[i+1])
	default:
		return !alphanumeric(c)
	}
}

func (x *splitter) putSpaced(i, j int, form string) int {
	x.put(i, j, Word, form, wordCase(x.s[i:j])|Bent)
	x.wordEnd = j
	return j
}

func spacer(c byte) bool { return c == ' ' || c == '.' || c == '-' || c == '_' || c == '*' }
