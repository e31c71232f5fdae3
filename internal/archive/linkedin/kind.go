package linkedin

import (
	"io"
	"strings"
)

// kind is what a table holds.
type kind int

const (
	unknown kind = iota
	shares
	comments
	messages
	invitations
	profile
	connections
	reactions
	recommendations
)

// kindOf tells it by the names of the columns.
func kindOf(columns map[string]int) kind {
	has := func(names ...string) bool {
		for _, name := range names {
			if _, ok := columns[name]; !ok {
				return false
			}
		}
		return true
	}
	switch {
	case has("sharelink", "sharecommentary"):
		return shares
	case has("conversation id", "from", "content"):
		return messages
	case has("from", "to", "sent at", "direction"):
		return invitations
	case has("first name", "last name", "headline", "summary"):
		return profile
	case has("first name", "last name", "connected on"):
		return connections
	case has("first name", "last name", "text", "status"):
		return recommendations
	case has("date", "link", "message"):
		return comments
	case has("date", "type", "link"):
		return reactions
	}
	return unknown
}

// preamble is how many lines of explanation may stand above the names of the columns.
const preamble = 12

// table reads rows by the names of their columns.
type table struct {
	rows    *rows
	kind    kind
	columns map[string]int
	begun   bool
}

// row is one of a table.
type row struct {
	columns map[string]int
	fields  []string
}

func newTable(r io.Reader) *table { return &table{rows: newRows(r)} }

// next returns the next row that is not empty. A row that lacks the last fields has them empty.
func (t *table) next() (row, error) {
	if !t.begun {
		t.begun = true
		if err := t.begin(); err != nil {
			return row{}, err
		}
	}
	for {
		fields, err := t.rows.next()
		if err != nil {
			return row{}, err
		}
		if len(fields) > 1 || fields[0] != "" {
			return row{t.columns, fields}, nil
		}
	}
}

// begin looks for the names of the columns: those of a known table, else the first row.
func (t *table) begin() error {
	for range preamble {
		fields, err := t.rows.next()
		if err != nil {
			return err
		}
		columns := map[string]int{}
		for i, name := range fields {
			columns[strings.ToLower(strings.TrimSpace(name))] = i
		}
		if t.columns == nil && len(fields) > 1 {
			t.columns = columns
		}
		if k := kindOf(columns); k != unknown {
			t.kind, t.columns = k, columns
			return nil
		}
	}
	return nil
}

// words reports whether the table has a column of words that somebody may have written.
func (t *table) words() bool {
	for _, name := range []string{"message", "text", "content", "comment", "body", "commentary", "answer"} {
		if _, ok := t.columns[name]; ok {
			return true
		}
	}
	return false
}

// field returns the field of a column, empty where there is none.
func (v row) field(name string) string {
	i, ok := v.columns[name]
	if !ok || i >= len(v.fields) {
		return ""
	}
	return strings.TrimSpace(v.fields[i])
}
