package bedside

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// The walker's steps over well-formed JSON. None of them can fail.

// peek moves over blanks and returns the byte that follows.
func (w *walker) peek() byte {
	for w.src[w.pos] <= ' ' {
		w.pos++
	}
	return w.src[w.pos]
}

// colon moves from behind a key to its value.
func (w *walker) colon() {
	w.peek()
	w.pos++
	w.peek()
}

// comma moves behind the comma, if there is one.
func (w *walker) comma() {
	if w.peek() == ',' {
		w.pos++
	}
}

// skip moves over the value at pos and returns its bytes.
func (w *walker) skip() []byte {
	w.peek()
	from, depth := w.pos, 0
	for {
		switch c := w.src[w.pos]; c {
		case '{', '[':
			depth++
			w.pos++
		case '}', ']':
			depth--
			w.pos++
		case '"':
			w.pos += stringLength(w.src[w.pos:])
		case ' ', '\t', '\r', '\n', ',', ':':
			w.pos++
			continue
		default:
			w.pos += plainLength(w.src[w.pos:])
		}
		if depth == 0 {
			return w.src[from:w.pos]
		}
	}
}

// stringLength is the length of the quoted string that b begins with.
func stringLength(b []byte) int {
	for i := 1; ; i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// plainLength is the length of the number, true, false or null that b begins with.
func plainLength(b []byte) int {
	if i := bytes.IndexAny(b, " \t\r\n,]}"); i >= 0 {
		return i
	}
	return len(b)
}

// unquote reads a quoted string. Half a surrogate pair becomes U+FFFD.
func unquote(b []byte) string {
	if bytes.IndexByte(b, '\\') < 0 {
		return string(b[1 : len(b)-1])
	}
	var s string
	if json.Unmarshal(b, &s) != nil {
		return ""
	}
	return s
}

func wantedNumber(first byte) bool { return first == '-' || '0' <= first && first <= '9' }

func jsonKind(first byte) string {
	switch first {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a string"
	case 't', 'f':
		return "true or false"
	default:
		return "a number"
	}
}

func goKind(k reflect.Kind) string {
	switch k {
	case reflect.String:
		return "a string"
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	default:
		return "a number"
	}
}
