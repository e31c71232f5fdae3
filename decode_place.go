package bedside

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// Place says where in a file something is wrong. It is found inside the *Error that decoding returns.
type Place struct {
	Path   string // the key, as in context.consents[0].form; empty for the whole
	What   string // what is wrong, without the place
	Line   int    // from 1
	Column int    // from 1, in characters
	Offset int    // from 0, in bytes
}

// Error says what is wrong, and where.
func (p *Place) Error() string {
	return fmt.Sprintf("%s (line %d, column %d)", p.What, p.Line, p.Column)
}

// invalid makes the place an error that may be shown.
func (p *Place) invalid(format string, args ...any) error {
	p.What = fmt.Sprintf(format, args...)
	return &Error{Code: CodeInvalid, Message: p.Error(), Err: p}
}

// placeAt finds the line and column of a byte. A byte order mark takes no column.
func placeAt(b []byte, offset int) *Place {
	before := b[:min(offset, len(b))]
	line := bytes.TrimPrefix(before[bytes.LastIndexByte(before, '\n')+1:], []byte(bom))
	return &Place{
		Line:   1 + bytes.Count(before, []byte{'\n'}),
		Column: 1 + utf8.RuneCount(line),
		Offset: offset,
	}
}
