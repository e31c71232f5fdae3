package pdf

import (
	"bytes"
	"strconv"
)

// The objects that a file is made of; null is nil, and a number is a float64.
type (
	name   string
	text   string // bytes in some encoding
	array  []any
	dict   map[name]any
	ref    int // of an object by its number
	stream struct {
		dict dict
		raw  []byte
		of   ref // whose it is, which its key is made of where a file is locked
	}
	operator string // a word that is none of these
)

// parser reads objects out of bytes.
type parser struct {
	b    []byte
	at   int
	left int // objects that may yet be read
}

// maxDepth is how deep objects lie in one another.
const maxDepth = 32

func newParser(b []byte) *parser { return &parser{b: b, left: 5_000_000} }

func blank(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func special(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// skip goes over blanks and comments.
func (p *parser) skip() {
	for p.at < len(p.b) {
		switch c := p.b[p.at]; {
		case blank(c):
			p.at++
		case c == '%':
			end := bytes.IndexAny(p.b[p.at:], "\r\n")
			if end < 0 {
				p.at = len(p.b)
				return
			}
			p.at += end
		default:
			return
		}
	}
}

// closing marks the end of an array or a dictionary.
type closing byte

// next reads an object; ok is false at the end.
func (p *parser) next(depth int) (object any, ok bool) {
	p.skip()
	if p.left--; p.at >= len(p.b) || p.left < 0 || depth > maxDepth {
		return nil, false
	}
	switch c := p.b[p.at]; {
	case c == '/':
		p.at++
		return p.name(), true
	case c == '(':
		return p.literal(), true
	case c == '<' && p.ahead("<<"):
		p.at += 2
		return p.dictionary(depth), true
	case c == '<':
		return p.hexadecimal(), true
	case c == '[':
		p.at++
		return p.list(depth), true
	case c == ']':
		p.at++
		return closing(']'), true
	case c == '>' && p.ahead(">>"):
		p.at += 2
		return closing('>'), true
	case special(c):
		p.at++
		return operator(c), true
	}
	return p.word(), true
}

func (p *parser) ahead(s string) bool { return bytes.HasPrefix(p.b[p.at:], []byte(s)) }

// word reads a number, a reference, or an operator.
func (p *parser) word() any {
	start := p.at
	for p.at < len(p.b) && !blank(p.b[p.at]) && !special(p.b[p.at]) {
		p.at++
	}
	w := string(p.b[start:p.at])
	switch w {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	if c := w[0]; c != '+' && c != '-' && c != '.' && (c < '0' || c > '9') {
		return operator(w)
	}
	if n, err := strconv.Atoi(w); err == nil && n >= 0 && p.reference() {
		return ref(n)
	}
	f, err := strconv.ParseFloat(w, 64)
	if err != nil {
		return operator(w)
	}
	return f
}

// reference goes over "0 R" behind a number.
func (p *parser) reference() bool {
	at := p.at
	for at < len(p.b) && blank(p.b[at]) {
		at++
	}
	digits := at
	for at < len(p.b) && p.b[at] >= '0' && p.b[at] <= '9' {
		at++
	}
	if at == digits || at-digits > 5 {
		return false
	}
	gap := at
	for at < len(p.b) && blank(p.b[at]) {
		at++
	}
	if at == gap || at >= len(p.b) || p.b[at] != 'R' || at+1 < len(p.b) && !blank(p.b[at+1]) && !special(p.b[at+1]) {
		return false
	}
	p.at = at + 1
	return true
}

func (p *parser) name() name {
	var out []byte
	for p.at < len(p.b) && !blank(p.b[p.at]) && !special(p.b[p.at]) {
		c := p.b[p.at]
		if c == '#' && p.at+2 < len(p.b) {
			if n, err := strconv.ParseUint(string(p.b[p.at+1:p.at+3]), 16, 8); err == nil {
				c = byte(n)
				p.at += 2
			}
		}
		out = append(out, c)
		p.at++
	}
	return name(out)
}

// literal reads a string in parentheses.
func (p *parser) literal() text {
	var out []byte
	depth := 0
	for p.at < len(p.b) {
		c := p.b[p.at]
		p.at++
		switch c {
		case '(':
			if depth++; depth == 1 {
				continue
			}
		case ')':
			if depth--; depth == 0 {
				return text(out)
			}
		case '\\':
			out = p.escaped(out)
			continue
		}
		out = append(out, c)
	}
	return text(out)
}

func (p *parser) escaped(out []byte) []byte {
	if p.at >= len(p.b) {
		return out
	}
	c := p.b[p.at]
	p.at++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b', 'f':
		return append(out, ' ')
	case '\r':
		if p.at < len(p.b) && p.b[p.at] == '\n' {
			p.at++
		}
		return out
	case '\n':
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	n := int(c - '0')
	for i := 0; i < 2 && p.at < len(p.b) && p.b[p.at] >= '0' && p.b[p.at] <= '7'; i++ {
		n = n*8 + int(p.b[p.at]-'0')
		p.at++
	}
	return append(out, byte(n)) //nolint:gosec // what is over a byte is cut, as the standard says
}

func (p *parser) hexadecimal() text {
	p.at++
	var out []byte
	digits, v := 0, byte(0)
	for p.at < len(p.b) {
		c := p.b[p.at]
		if p.at++; c == '>' {
			break
		}
		d, ok := hexDigit(c)
		if !ok {
			continue
		}
		if v = v<<4 | d; digits%2 == 1 {
			out = append(out, v)
		}
		digits++
	}
	if digits%2 == 1 {
		out = append(out, v<<4)
	}
	return text(out)
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

func (p *parser) list(depth int) array {
	var out array
	for {
		o, ok := p.next(depth + 1)
		if _, end := o.(closing); !ok || end {
			return out
		}
		out = append(out, o)
	}
}

func (p *parser) dictionary(depth int) dict {
	out := dict{}
	for {
		key, ok := p.next(depth + 1)
		if _, end := key.(closing); !ok || end {
			return out
		}
		k, isName := key.(name)
		if !isName {
			continue
		}
		value, ok := p.next(depth + 1)
		if _, end := value.(closing); !ok || end {
			return out
		}
		out[k] = value
	}
}
