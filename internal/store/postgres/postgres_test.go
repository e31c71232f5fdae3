package postgres_test

import (
	"context"
	"crypto/rand"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"bedside/internal/jobs"
	"bedside/internal/jobs/jobstest"
	"bedside/internal/seal"
	"bedside/internal/store"
	"bedside/internal/store/postgres"
	"bedside/internal/store/storetest"
)

// server is the database that scripts/postgres has started. Without one these tests cannot run; where CI says who it is, that is a failure.
func server(t *testing.T) string {
	t.Helper()
	at := os.Getenv("BEDSIDE_TEST_POSTGRES")
	switch {
	case at != "":
	case os.Getenv("CI") != "":
		t.Fatal("no database: run this by scripts/postgres")
	default:
		t.Skip("no database: make test-pg has one")
	}
	return at
}

// schema makes a schema of its own for a test, and returns the URL that leads to it.
func schema(t *testing.T) string {
	t.Helper()
	at := server(t)
	name := "test_" + strings.ToLower(rand.Text())
	run(t, at, "CREATE SCHEMA "+name)
	t.Cleanup(func() { run(t, at, "DROP SCHEMA "+name+" CASCADE") })
	u, err := url.Parse(at)
	if err != nil {
		t.Fatal("BEDSIDE_TEST_POSTGRES is no URL")
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

// run runs a statement on a connection of its own.
func run(t *testing.T, at, statement string) {
	t.Helper()
	ctx := context.WithoutCancel(t.Context()) // it also cleans up
	c, err := pgx.Connect(ctx, at)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(ctx)
	if _, err := c.Exec(ctx, statement); err != nil {
		t.Fatal(err)
	}
}

// open opens a store in a schema with the key in a folder.
func open(t *testing.T, at, dir string) *postgres.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), at, seal.Keeper{Path: filepath.Join(dir, "key.json"), Source: seal.File}, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store {
		t.Helper()
		return open(t, schema(t), t.TempDir())
	})
}

// TestJobs: several programs share work on one database as the goroutines of one do.
func TestJobs(t *testing.T) {
	t.Parallel()
	server(t)
	jobstest.Run(t, func(t *testing.T) store.Store {
		t.Helper()
		return open(t, schema(t), t.TempDir())
	}, func(o jobs.Options) jobstest.Queue { return jobs.New(o) })
}
