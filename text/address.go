package text

import "strings"

// address takes an e-mail address, www. or a bare domain that begins with the letters or digits s[i:j].
// It returns 0 when there is none.
func (x *splitter) address(i, j int) int {
	if i < x.addressUntil {
		return 0
	}
	s := x.s
	for j < len(s) && addressByte(s[j]) {
		j++
	}
	x.addressUntil = j
	if j < len(s) && s[j] == '@' {
		if end := hostEnd(s, j+1); end > 0 {
			x.put(i, end, Email, x.lowered(i, end), 0)
			x.wordEnd = end
			return end
		}
	}
	for j > i && !alphanumeric(s[j-1]) {
		j--
	}
	if !isDomain(s[i:j], j < len(s) && s[j] == '/') {
		return 0
	}
	return x.link(i, j)
}

func addressByte(c byte) bool {
	return classOf[c] == letter || classOf[c] == digit || c == '.' || c == '-' || c == '_' || c == '+' || c == '%'
}

// hostEnd is where the name of a host that begins at i ends, or 0. A host has a dot and ends in letters.
func hostEnd(s string, i int) int {
	j, dot := i, 0
	for ; j < len(s) && (alphanumeric(s[j]) || s[j] == '.' || s[j] == '-'); j++ {
		if s[j] == '.' {
			if j == i || j+1 == len(s) || !alphanumeric(s[j+1]) {
				break
			}
			dot = j
		}
	}
	for j > i && s[j-1] == '-' {
		j--
	}
	if dot == 0 || j-dot < 3 || classOf[s[dot+1]] != letter {
		return 0
	}
	return j
}

// isDomain reports whether w is a domain as people write one without a scheme. After a domain with a path more
// endings are believed.
func isDomain(w string, path bool) bool {
	dot := strings.LastIndexByte(w, '.')
	if dot < 1 || strings.Contains(w, "..") || strings.ContainsAny(w, "_+%") {
		return false
	}
	if len(w) > 6 && strings.EqualFold(w[:4], "www.") {
		return true
	}
	switch end := w[dot+1:]; end {
	case "com", "org", "net", "edu", "gov", "ca", "uk", "eu", "info", "io":
		return true
	case "COM", "ORG", "NET", "EDU", "GOV":
		return w == strings.ToUpper(w)
	case "co", "me", "ly", "gl", "be", "app", "dev", "link", "bio", "tv", "social", "health", "page", "site", "us", "au",
		"nz", "ie", "it", "fm", "gg", "to", "am", "is", "la", "so", "cc", "mil", "int", "news", "blog", "shop", "store":
		return path
	}
	return false
}

// link takes a link, s[i:j] being its sure beginning.
func (x *splitter) link(i, j int) int {
	s, depth := x.s, 0
	for ; j < len(s); j++ {
		c := s[j]
		switch c {
		case '(':
			depth++
		case ')':
			depth--
		}
		if classOf[c] == high {
			k, n := classify(s, j)
			if k != letter && k != digit {
				break
			}
			j += n - 1
		} else if c <= ' ' || c == 0x7f || strings.IndexByte("\"<>`{}|\\^", c) >= 0 {
			break
		}
	}
	for j > i+1 && (strings.IndexByte(".,;:!?'*_~]", s[j-1]) >= 0 || s[j-1] == ')' && depth < 0) {
		if j--; s[j] == ')' {
			depth++
		}
	}
	x.put(i, j, Link, x.lowered(i, j), 0)
	x.wordEnd = j
	return j
}
