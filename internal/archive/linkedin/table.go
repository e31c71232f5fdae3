package linkedin

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
)

// maxRecord is the most bytes that one row of a table may have.
const maxRecord = 4 << 20

var errTooLong = errors.New("one row is longer than 4 MiB: the rest of the file was not read")

// rows reads comma-separated values as LinkedIn writes them: quotes within quotes are doubled in some files and behind a
// backslash in others, texts have line breaks, and lines of explanation may stand above the names of the columns.
type rows struct {
	in     *bufio.Reader
	field  []byte
	size   int
	opened int // quotes behind a backslash in the field so far
}

// newRows begins at the top of a file, behind a byte order mark.
func newRows(r io.Reader) *rows {
	in := bufio.NewReader(r)
	if mark, _ := in.Peek(3); bytes.Equal(mark, []byte("\xEF\xBB\xBF")) {
		_, _ = in.Discard(3)
	}
	return &rows{in: in}
}

// next returns the fields of one row; an empty line is a row of one empty field. The end is io.EOF.
func (r *rows) next() ([]string, error) {
	if _, err := r.in.Peek(1); err != nil {
		return nil, err
	}
	r.size = 0
	var fields []string
	for {
		text, more, err := r.one()
		if err != nil {
			return nil, err
		}
		fields = append(fields, text)
		if !more {
			return fields, nil
		}
	}
}

// one reads a field, and reports whether another follows in the row.
func (r *rows) one() (text string, more bool, err error) {
	r.field, r.opened = r.field[:0], 0
	if head, _ := r.in.Peek(1); len(head) == 1 && head[0] == '"' {
		_, _ = r.in.Discard(1)
		if err := r.quoted(); err != nil {
			return "", false, err
		}
	}
	for {
		c, err := r.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF), err == nil && c == '\n':
			return r.text(), false, nil
		case err != nil:
			return "", false, err
		case c == ',':
			return r.text(), true, nil
		}
		if err := r.keep(c); err != nil {
			return "", false, err
		}
	}
}

// text is the field that was read. A carriage return before a line feed is no part of it.
func (r *rows) text() string {
	return strings.ReplaceAll(strings.TrimSuffix(string(r.field), "\r"), "\r\n", "\n")
}

func (r *rows) keep(c byte) error {
	r.field = append(r.field, c)
	if r.size++; r.size > maxRecord {
		return errTooLong
	}
	return nil
}

// quoted reads up to the quote that closes a field. A file that ends before it ends in the middle.
func (r *rows) quoted() error {
	for {
		c, err := r.in.ReadByte()
		if err != nil {
			return io.ErrUnexpectedEOF
		}
		if c == '"' {
			if r.ends(0) {
				return nil
			}
			if r.at(0) == '"' {
				_, _ = r.in.Discard(1)
			}
		} else if c == '\\' && r.escapes() {
			_, _ = r.in.Discard(1)
			c = '"'
		}
		if err := r.keep(c); err != nil {
			return err
		}
	}
}

// escapes reports whether the backslash just read stands for the quote behind it. Before the end of a field it does so if
// it closes what another one opened.
func (r *rows) escapes() bool {
	switch {
	case r.at(0) != '"':
		return false
	case r.at(1) == '"' && !r.ends(2): // a backslash, and a doubled quote
		return false
	case r.ends(1) && r.opened%2 == 0:
		return false
	}
	r.opened++
	return true
}

// at looks ahead; 0 where there is nothing more.
func (r *rows) at(i int) byte {
	if ahead, _ := r.in.Peek(i + 1); len(ahead) > i {
		return ahead[i]
	}
	return 0
}

// ends reports whether a field would end before the byte so many ahead.
func (r *rows) ends(i int) bool {
	ahead, _ := r.in.Peek(i + 1)
	return len(ahead) <= i || ahead[i] == ',' || ahead[i] == '\n' || ahead[i] == '\r'
}
