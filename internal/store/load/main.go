// Command load writes to a store and has jobs done as fast as it can, and says what was acknowledged, so that scripts/kill-store can kill it at any moment and
// hold the store to its word. It is no part of the product.
//
//	load write STORE LOG   writes until it is killed; a line in LOG is an acknowledgement
//	load check STORE LOG   does the jobs that are left; fails when something acknowledged is missing, something is there or was done twice,
//	                       or the events do not hold
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

func run(ctx context.Context, args []string) error {
	if len(args) != 3 {
		return errors.New("usage: load write|check STORE LOG")
	}
	s, err := open(ctx, args[1], filepath.Dir(args[2]))
	if err != nil {
		return err
	}
	log, err := os.OpenFile(args[2], os.O_RDWR|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return errors.Join(err, s.close())
	}
	switch args[0] {
	case "write":
		err = write(ctx, s, log)
	case "check":
		err = check(ctx, s, log)
	default:
		err = errors.New("usage: load write|check STORE LOG")
	}
	return errors.Join(err, log.Close(), s.close())
}

// open opens a file of SQLite or a URL of PostgreSQL, with its key beside the log.
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
