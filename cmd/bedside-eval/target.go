package main

import (
	"fmt"
	"io"
)

// targeted is a report of figures that have something to reach.
type targeted interface {
	Print(w io.Writer) error
	Short() []string // what was not reached
}

// conclude prints a report of something, and returns the exit status: 1 where it falls short, 2 where there is none.
func conclude[R targeted](what string, r R, err error, e env) int {
	if err == nil {
		err = r.Print(e.stdout)
	}
	switch {
	case err != nil:
		fmt.Fprintln(e.stderr, "bedside-eval:", err)
		return 2
	case len(r.Short()) > 0:
		fmt.Fprintf(e.stderr, "bedside-eval: %s fall short: %s\n", what, r.Short())
		return 1
	}
	return 0
}
