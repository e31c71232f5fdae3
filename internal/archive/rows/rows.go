// Package rows reads CSV files of any size, one row at a time, by the names of their columns. It never holds a whole file,
// and no error of it holds anything of what was read. Start at File.
package rows

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"strings"

	"bedside/internal/archive"
)

// MaxRow is about how many bytes one row may have: a quotation mark that is never closed must not fill the memory.
const MaxRow = 16 << 20

var errTooLong = errors.New("too long")

// Table is a CSV file whose first row has been read.
type Table struct {
	Columns []string // as the file writes them, without space around
	at      map[string]int
	csv     *csv.Reader
	budget  *budget
}

// Row is one row of a table.
type Row struct {
	Cells []string
	at    map[string]int
}

// New reads the first row of a table.
func New(r io.Reader) (*Table, error) {
	b := &budget{r: withoutMark(r), left: MaxRow}
	c := csv.NewReader(b)
	c.FieldsPerRecord = -1
	t := &Table{csv: c, budget: b, at: map[string]int{}}
	cells, err := c.Read()
	for i, name := range cells {
		name = strings.TrimSpace(name)
		t.Columns = append(t.Columns, name)
		if _, twice := t.at[fold(name)]; !twice {
			t.at[fold(name)] = i
		}
	}
	return t, err
}

// Has reports whether a table has all of the columns.
func (t *Table) Has(names ...string) bool {
	for _, name := range names {
		if _, ok := t.at[fold(name)]; !ok {
			return false
		}
	}
	return true
}

// Next reads one row; at the end it returns io.EOF. After a *csv.ParseError one can go on.
func (t *Table) Next() (Row, error) {
	t.budget.left = MaxRow
	cells, err := t.csv.Read()
	return Row{Cells: cells, at: t.at}, err
}

// Get is the cell under the first of the names that the table has; empty where there is none.
func (r Row) Get(names ...string) string {
	for _, name := range names {
		if i, ok := r.at[fold(name)]; ok {
			return r.Cell(i)
		}
	}
	return ""
}

// Cell is the cell in a column; empty where the row ends before it.
func (r Row) Cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

func fold(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// Columns reads the first row of a file; nil where there is none.
func Columns(fsys fs.FS, name string) *Table {
	f, err := fsys.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	t, err := New(f)
	if err != nil {
		return nil
	}
	return t
}

// File reads the rows of a file. Rows that cannot be read are counted; only an error of hand is returned.
func File(fsys fs.FS, name string, out *archive.Import, hand func(Row) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		out.Skip(name, archive.Reason(err))
		return nil
	}
	defer f.Close()
	t, err := New(f)
	if err != nil {
		out.Skip(name, reason(err))
		return nil
	}
	for {
		row, err := t.Next()
		switch _, malformed := errors.AsType[*csv.ParseError](err); {
		case errors.Is(err, io.EOF):
			return nil
		case malformed:
			out.Skip(name, reason(err))
		case err != nil:
			out.Skip(name, reason(err))
			return nil
		default:
			if err := hand(row); err != nil {
				return err
			}
		}
	}
}

func reason(err error) string {
	if errors.Is(err, errTooLong) {
		return "one entry is longer than any post: the rest of the file was not read"
	}
	return archive.Reason(err)
}

// withoutMark passes over a byte order mark.
func withoutMark(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	if mark, _ := b.Peek(3); string(mark) == "\ufeff" {
		_, _ = b.Discard(3)
	}
	return b
}

// budget reads no more than what is left until it is filled up again.
type budget struct {
	r    io.Reader
	left int
}

func (b *budget) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, errTooLong
	}
	n, err := b.r.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}
