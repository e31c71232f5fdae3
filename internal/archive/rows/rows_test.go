package rows_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bedside/internal/archive"
	"bedside/internal/archive/archivetest"
	"bedside/internal/archive/rows"
)

func TestFile(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text string
		want []string
		skip map[string]int
	}{
		"rows":              {"Id,Body\n1,one\n2,\"two\nlines\"\n", []string{"1=one", "2=two\nlines"}, map[string]int{}},
		"mark and CRLF":     {"\ufeffid , BODY\r\n1,one\r\n", []string{"1=one"}, map[string]int{}},
		"short rows":        {"id,body\n1\n2,two,more\n", []string{"1=", "2=two"}, map[string]int{}},
		"a row that is bad": {"id,body\n1,o\"ne\n2,two\n", []string{"2=two"}, map[string]int{"not well formed": 1}},
		"a quote left open": {"id,body\n1,\"one\n2,two\n", nil, map[string]int{"not well formed": 1}},
		"nothing":           {"", nil, map[string]int{"cut off before its end": 1}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got []string
			out := archive.NewImport(nil)
			err := rows.File(archivetest.Files(map[string]string{"a.csv": test.text}), "a.csv", out, func(r rows.Row) error {
				got = append(got, r.Get("id")+"="+r.Get("none", "body"))
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got) + cmp.Diff(test.skip, archivetest.Skips(out.Report)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// endless is a file in which a quotation mark is never closed.
type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	e.n += len(p)
	return len(p), nil
}

func TestMemoryIsBounded(t *testing.T) {
	t.Parallel()
	rest := &endless{}
	table, err := rows.New(io.MultiReader(strings.NewReader("id,body\n1,\""), rest))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := table.Next(); err == nil || errors.Is(err, io.EOF) {
		t.Errorf("got %v", err)
	}
	if rest.n > 2*rows.MaxRow {
		t.Errorf("%d bytes were read for one row", rest.n)
	}
}
