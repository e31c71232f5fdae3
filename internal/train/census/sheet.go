package main

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"bedside/internal/train/source"
)

// sheet is a file of rows under a line of headings.
type sheet struct {
	columns map[string]int
	rows    [][]string
}

func readSheet(files fs.FS, path string) (*sheet, error) {
	file, err := files.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	reader := csv.NewReader(file)
	reader.LazyQuotes = true
	reader.FieldsPerRecord = -1
	rows, err := reader.ReadAll()
	if err != nil || len(rows) == 0 {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	s := &sheet{columns: make(map[string]int), rows: rows[1:]}
	for i, name := range rows[0] {
		s.columns[strings.TrimPrefix(name, "\ufeff")] = i
	}
	return s, nil
}

// text returns what stands in a column of a row, nothing where there is no such column.
func (s *sheet) text(row []string, column string) string {
	if i, ok := s.columns[column]; ok && i < len(row) {
		return strings.TrimSpace(row[i])
	}
	return ""
}

// number returns the whole number in a column of a row, 0 where there is none.
func (s *sheet) number(row []string, column string) int { return wholeNumber(s.text(row, column)) }

func wholeNumber(s string) int {
	s, _, _ = strings.Cut(s, ".")
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// readTable reads the lines of a list of our own, each of so many fields between tabs.
func readTable(own fs.FS, path string, fields int) ([][]string, error) {
	lines, err := source.Lines(own, path)
	if err != nil {
		return nil, err
	}
	rows := make([][]string, len(lines))
	for i, line := range lines {
		rows[i] = strings.Split(line, "\t")
		if len(rows[i]) != fields {
			return nil, fmt.Errorf("read %s: a line has %d fields, want %d: %.40q", path, len(rows[i]), fields, line)
		}
	}
	return rows, nil
}
