package text

// maxBent is the longest run of characters that is tried as one evasive spelling.
const maxBent = 40

// squeezed is a form with runs of a letter shortened: to two or to one if that makes a known word of an unknown one,
// otherwise to three.
func (x *splitter) squeezed(form string, f Flags) (string, Flags) {
	if !repeats(form) {
		return form, f
	}
	b := limitRuns(append(x.buf[:0], form...), 3)
	if len(b) < len(form) {
		form = x.keep(b)
	}
	x.buf = b
	if x.known == nil || x.known(form) {
		return form, f
	}
	for n := 2; n > 0; n-- {
		if b = limitRuns(b, n); oneLetter(b) {
			break // AAA, III and mmm mean themselves
		}
		if short := x.keep(b); x.known(short) {
			return short, f | Bent
		}
	}
	return form, f
}

// oneLetter reports whether b is one letter over and over.
func oneLetter(b []byte) bool {
	for _, c := range b {
		if c != b[0] {
			return false
		}
	}
	return true
}

// repeats reports whether a letter stands three times in a row.
func repeats(form string) bool {
	for i := 2; i < len(form); i++ {
		if form[i] == form[i-1] && form[i] == form[i-2] && classOf[form[i]] == letter {
			return true
		}
	}
	return false
}

// lowered is s[i:j] with its ASCII letters in lower case.
func (x *splitter) lowered(i, j int) string {
	b, changed := x.buf[:0], false
	for ; i < j; i++ {
		c := x.s[i]
		if c >= 'A' && c <= 'Z' {
			c, changed = c|0x20, true
		}
		b = append(b, c)
	}
	if x.buf = b; !changed {
		return x.s[j-len(b) : j]
	}
	return x.keep(b)
}

// masked takes a word with stars for letters, s[i:j] being its first letters. It is left as it is written.
func (x *splitter) masked(i, j int) int {
	s, stars := x.s, 0
	end, inner := j, false
	for ; end < len(s) && (s[end] == '*' || classOf[s[end]] == letter); end++ {
		if s[end] == '*' {
			stars++
		} else {
			inner, stars = true, 0
		}
	}
	if stars < 3 {
		end -= stars // a closing ** is emphasis
	}
	if !inner && (stars < 3 || i > 0 && s[i-1] == '*') {
		return 0
	}
	x.put(i, end, Word, Fold(s[i:end]), wordCase(s[i:end]))
	x.wordEnd = end
	return end
}
