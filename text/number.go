package text

// number takes digits, with . , : and / between them.
func (x *splitter) number(i int) int {
	s, j := x.s, i+1
	for ; j < len(s); j++ {
		if classOf[s[j]] == digit {
			continue
		}
		if !numberInner(s[j]) || j+1 == len(s) || classOf[s[j+1]] != digit {
			break
		}
	}
	if j < len(s) && !plainEnd[s[j]] {
		if end := x.uncommonNumber(i, j); end > 0 {
			return end
		}
	}
	x.put(i, j, Number, s[i:j], 0)
	x.wordEnd = j
	return j
}

func numberInner(c byte) bool { return c == '.' || c == ',' || c == ':' || c == '/' }

// uncommonNumber takes what begins with the digits s[i:j] and is more than they. It returns 0 when it is not.
func (x *splitter) uncommonNumber(i, j int) int {
	s := x.s
	if classOf[s[j]] == high {
		if j == i+1 && keycap(s, j) > 0 {
			return x.emoji(i)
		}
		if c, _ := classify(s, j); c == digit {
			return x.oddNumber(i)
		}
		return 0
	}
	if end := x.address(i, j); end > 0 || x.known == nil {
		return end
	}
	if j == i+1 && classOf[s[j]] == letter {
		return x.leet(i)
	}
	return 0
}

// oddNumber takes a number with digits beyond ASCII.
func (x *splitter) oddNumber(i int) int {
	s, b, j := x.s, x.buf[:0], i
	for j < len(s) {
		c, n := classify(s, j)
		inner := numberInner(s[j]) && j > i && j+1 < len(s)
		if inner {
			c, _ = classify(s, j+1)
		}
		if c != digit {
			break
		}
		b = appendFold(b, s[j:j+n])
		j += n
	}
	x.buf = b
	x.put(i, j, Number, x.keep(b), 0)
	x.wordEnd = j
	return j
}
