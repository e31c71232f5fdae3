package meta

import (
	"encoding/json"
	"unicode/utf8"
)

// Text is a string of an export, mended while it is decoded.
type Text string

// UnmarshalJSON reads a string; null is an empty one.
func (t *Text) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	*t = Text(Mend(s))
	return nil
}

// Mend turns text back that was written with every byte of its UTF-8 as a character of its own ("Ã©" for "é"). Text that
// is right already stays as it is: it holds a character beyond Latin-1, or its bytes as Latin-1 are no UTF-8.
func Mend(s string) string {
	for {
		mended, ok := mendOnce(s)
		if !ok {
			return s
		}
		s = mended
	}
}

// mendOnce undoes one such writing, if there was one.
func mendOnce(s string) (string, bool) {
	var out []byte
	for i, r := range s {
		switch {
		case r > 0xFF, r == utf8.RuneError:
			return s, false
		case r >= utf8.RuneSelf && out == nil:
			out = append(make([]byte, 0, len(s)), s[:i]...)
			fallthrough
		case out != nil:
			out = append(out, byte(r))
		}
	}
	if out == nil {
		return s, false
	}
	whole := withoutCut(out)
	return string(whole), utf8.Valid(whole) && utf8.RuneCount(whole) < len(whole)
}

// withoutCut leaves out a character at the end that lacks its last bytes: platforms cut long text by bytes. A first byte
// alone may as well be a letter of right text ("é"), unless there is more that speaks for bytes.
func withoutCut(b []byte) []byte {
	at := len(b) - 1
	for at > 0 && !utf8.RuneStart(b[at]) && at > len(b)-utf8.UTFMax {
		at--
	}
	if utf8.FullRune(b[at:]) || at == len(b)-1 && at-utf8.RuneCount(b[:at]) < 2 {
		return b
	}
	return b[:at]
}
