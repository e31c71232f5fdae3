package text

// hash takes the words of a hashtag, or a # that stands for itself.
func (x *splitter) hash(i int) int {
	j := tagEnd(x.s, i+1)
	if j == i+1 || x.wordEnd == i && !x.afterTag() {
		if j == i+1 {
			if n := keycap(x.s, i+1); n > 0 {
				return x.emoji(i)
			}
		}
		return x.mark(i, 1)
	}
	for i++; i < j; {
		i = x.tagPart(i, j)
	}
	return j
}

// afterTag reports whether the token just before is part of a hashtag.
func (x *splitter) afterTag() bool { return x.tokens[len(x.tokens)-1].Flags.Has(InTag) }

// tagEnd is where the letters, digits and underscores of a tag that begins at i end; i if it has no letter.
func tagEnd(s string, i int) int {
	j, named := i, false
	for j < len(s) {
		c, n := classify(s, j)
		if c != letter && c != digit && c != accent && s[j] != '_' {
			break
		}
		named = named || c == letter
		j += n
	}
	if !named {
		return i
	}
	return j
}

// tagPart takes one part of a tag that ends at end: an underscore, digits, or letters up to the next change of case.
func (x *splitter) tagPart(i, end int) int {
	s := x.s
	switch c, n := classify(s, i); c {
	case letter:
		return x.tagWord(i, end)
	case digit:
		j := i + n
		for j < end {
			if c, n = classify(s, j); c != digit {
				break
			}
			j += n
		}
		x.put(i, j, Number, Fold(s[i:j]), InTag)
		x.wordEnd = j
		return j
	default:
		return i + n
	}
}

// tagWord takes the letters at i up to a digit, an underscore or a change of case.
func (x *splitter) tagWord(i, end int) int {
	s, j := x.s, i
	for j < end && isUpper(s[j]) {
		j++
	}
	uppers := j
	for j < end && !isUpper(s[j]) {
		c, n := classify(s, j)
		if c != letter && c != accent {
			break
		}
		j += n
	}
	if uppers-i > 1 && j > uppers {
		j = x.capitalsEnd(i, uppers, j)
	}
	x.putTag(i, j)
	return j
}

// capitalsEnd decides between MICU|nights and HTML|Parser: s[i:u] is upper case, s[u:j] lower.
func (x *splitter) capitalsEnd(i, u, j int) int {
	s := x.s
	if x.known != nil {
		switch {
		case x.known(Fold(s[u-1 : j])):
			return u - 1
		case x.known(Fold(s[u:j])), x.known(Fold(s[i:u])):
			return u
		}
	}
	if u-i == 2 && s[i] != 'I' && s[i] != 'A' {
		return u // RN|life, but I|Love and A|Day
	}
	return u - 1
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

// putTag adds the letters s[i:j] of a tag: as known words if they can be cut into such, else as one.
func (x *splitter) putTag(i, j int) {
	form := Fold(x.s[i:j])
	if x.known != nil && len(form) == j-i && j-i <= maxTag && !x.known(form) {
		if cuts, n := x.segment(form); n > 1 {
			for _, c := range cuts[:n] {
				x.putTagWord(i, i+int(c), form[:c])
				form, i = form[c:], i+int(c)
			}
			return
		}
	}
	form, f := x.squeezed(form, 0)
	x.putTagWord(i, j, form)
	x.tokens[len(x.tokens)-1].Flags |= f
}

func (x *splitter) putTagWord(i, j int, form string) {
	x.put(i, j, Word, form, InTag|wordCase(x.s[i:j]))
	x.wordEnd = j
}
