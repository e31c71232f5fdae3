package text

import "strings"

// at takes a handle, or an @ that stands for itself.
func (x *splitter) at(i int) int {
	if x.wordEnd == i {
		return x.mark(i, 1)
	}
	j := x.handleEnd(i + 1)
	if j == 0 {
		return x.mark(i, 1)
	}
	x.put(i, j, Handle, x.lowered(i+1, j), 0)
	x.wordEnd = j
	return j
}

// handleEnd is where a handle ends whose name begins at i, or 0. "@5pm" is no handle.
func (x *splitter) handleEnd(i int) int {
	s, j := x.s, i
	for j < len(s) && (handleByte(s[j]) || (s[j] == '.' || s[j] == '-') && j > i && j+1 < len(s) && lowerOrDigit(s[j+1])) {
		j++
	}
	name := s[i:j]
	if k := strings.IndexByte(name, '-'); k >= 0 && strings.IndexByte(name[k:], '.') < 0 {
		name = name[:k] // a hyphen is only part of a domain
	}
	if !namesSomebody(name) {
		return 0
	}
	j = i + len(name)
	if j < len(s) && s[j] == '@' {
		if end := hostEnd(s, j+1); end > 0 {
			return end
		}
	}
	return j
}

func handleByte(c byte) bool { return classOf[c] == letter || classOf[c] == digit || c == '_' }

func lowerOrDigit(c byte) bool { return c >= 'a' && c <= 'z' || classOf[c] == digit || c == '_' }

// namesSomebody tells a handle from a time or a price: it has a letter, and not just "am" or "pm" after digits.
func namesSomebody(name string) bool {
	rest := strings.TrimLeft(name, "0123456789.")
	if len(rest) < len(name) {
		r := strings.ToLower(rest)
		return rest != "" && r != "am" && r != "pm" && r != "a" && r != "p"
	}
	return strings.Trim(name, "_") != ""
}
