// Command load writes to a store and has jobs done as fast as it can, and says what was acknowledged, so that scripts/kill-store can kill it at any moment and
// hold the store to its word. It is no part of the product.
//
//	load write STORE LOG   writes until it is killed; a line in LOG is an acknowledgement
//	load check STORE LOG   does the jobs that are left; fails when something acknowledged is missing, something is there or was done twice,
//	                       or the events do not hold
//	load multiply STORE FOLDER TIMES   makes a timeline so many times as large; the folder has the key
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bedside/internal/jobs/lease"
	"bedside/internal/jobs/riverqueue"
	"bedside/internal/seal"
	"bedside/internal/store/postgres"
	"bedside/internal/store/sqlite"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

var errUsage = errors.New("usage: load write|check STORE LOG, or load multiply STORE FOLDER TIMES")

func run(ctx context.Context, args []string) error {
	switch {
	case len(args) == 4 && args[0] == "multiply":
		s, err := open(ctx, args[1], args[2])
		if err != nil {
			return err
		}
		return errors.Join(multiply(ctx, s, args[3]), s.close())
	case len(args) == 3 && args[0] == "write":
		return logged(ctx, args[1], args[2], func(s *kept, log *os.File) error { return write(ctx, s, log) })
	case len(args) == 3 && args[0] == "check":
		return logged(ctx, args[1], args[2], func(s *kept, log *os.File) error { return check(ctx, s, log) })
	default:
		return errUsage
	}
}

// logged does something with a store and its log, and its key beside that.
func logged(ctx context.Context, where, name string, do func(*kept, *os.File) error) error {
	s, err := open(ctx, where, filepath.Dir(name))
	if err != nil {
		return err
	}
	log, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return errors.Join(err, s.close())
	}
	return errors.Join(do(s, log), log.Close(), s.close())
}

// open opens a file of SQLite or a URL of PostgreSQL, with its key in a folder.
func open(ctx context.Context, where, dir string) (*kept, error) {
	keeper := seal.Keeper{Path: filepath.Join(dir, "key.json"), Source: seal.File}
	if strings.HasPrefix(where, "postgres://") {
		s, err := postgres.Open(ctx, where, keeper, time.Now)
		if err != nil {
			return nil, err
		}
		q, err := riverqueue.New(s, options())
		return &kept{s.Vault, q, s.Close}, err
	}
	s, err := sqlite.Open(ctx, where, keeper, time.Now)
	if err != nil {
		return nil, err
	}
	return &kept{s.Vault, lease.New(s, options()), s.Close}, nil
}

// say acknowledges in one write, so that half a line is never taken for a word.
func say(w io.Writer, format string, args ...any) error {
	_, err := fmt.Fprintf(w, format+"\n", args...)
	return err
}
