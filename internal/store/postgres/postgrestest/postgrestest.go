// Package postgrestest opens stores for tests in the database that scripts/postgres has started, each in a schema of its own. It never opens
// what somebody keeps. Start at Open.
package postgrestest

import (
	"context"
	"crypto/rand"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"bedside/internal/needs"
	"bedside/internal/store/postgres"
	"bedside/internal/store/storetest"
)

// Server is the database that scripts/postgres has started. Without one these tests cannot run; where CI says who it is, that is a failure.
func Server(tb testing.TB) string {
	tb.Helper()
	at := os.Getenv("BEDSIDE_TEST_POSTGRES")
	if at == "" {
		needs.Missing(tb, "no database: make test-pg has one")
	}
	return at
}

// Schema makes a schema of its own for a test, and returns the URL that leads to it.
func Schema(tb testing.TB) string {
	tb.Helper()
	at := Server(tb)
	name := "test_" + strings.ToLower(rand.Text())
	Run(tb, at, "CREATE SCHEMA "+name)
	tb.Cleanup(func() { Run(tb, at, "DROP SCHEMA "+name+" CASCADE") })
	u, err := url.Parse(at)
	if err != nil {
		tb.Fatal("BEDSIDE_TEST_POSTGRES is no URL")
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

// Run runs a statement that must work, on a connection of its own.
func Run(tb testing.TB, at, statement string) {
	tb.Helper()
	if err := Try(tb, at, statement); err != nil {
		tb.Fatal(err)
	}
}

// Try runs a statement on a connection of its own.
func Try(tb testing.TB, at, statement string) error {
	tb.Helper()
	ctx := context.WithoutCancel(tb.Context()) // it also cleans up
	c, err := pgx.Connect(ctx, at)
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	_, err = c.Exec(ctx, statement)
	return err
}

// Open opens a store in a schema with the key in a folder.
func Open(tb testing.TB, at, dir string) *postgres.Store {
	tb.Helper()
	s, err := postgres.Open(tb.Context(), at, storetest.KeeperIn(dir), time.Now)
	return storetest.Opened(tb, s, err)
}

// Column runs a query and returns the first column of what it finds.
func Column(tb testing.TB, at, statement string) [][]byte {
	tb.Helper()
	c, err := pgx.Connect(tb.Context(), at)
	if err != nil {
		tb.Fatal(err)
	}
	defer c.Close(tb.Context())
	rows, err := c.Query(tb.Context(), statement)
	if err != nil {
		tb.Fatal(err)
	}
	out, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
	if err != nil {
		tb.Fatal(err)
	}
	return out
}
