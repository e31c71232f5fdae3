package packfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bedside"
)

// Problem is one thing that is wrong in a file of a pack.
type Problem struct {
	File         string
	Line, Column int // from 1; 0 when the file as a whole is meant
	Message      string
}

// Error says where and what.
func (p Problem) Error() string {
	if p.Line == 0 {
		return p.File + ": " + p.Message
	}
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}

// Problems is everything that is wrong with a pack, by file and line.
type Problems []Problem

// Error tells each problem on a line of its own.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// err is nil when there is no problem, else an error that can be shown and that holds the problems as its cause.
func (ps Problems) err() error {
	if len(ps) == 0 {
		return nil
	}
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return &bedside.Error{Code: bedside.CodeInvalid, Message: ps.Error(), Err: ps}
}
