package postgres_test

import (
	"context"
	"crypto/rand"
	"errors"
	"io"
	"io/fs"
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
	"bedside/internal/store/sqlite/sqlitetest"
	"bedside/internal/store/storetest"
	"bedside/internal/store/vault"
)

// server is the database that scripts/postgres has started. Without one these tests cannot run; where CI says who it is, that is a failure.
func server(tb testing.TB) string {
	tb.Helper()
	at := os.Getenv("BEDSIDE_TEST_POSTGRES")
	switch {
	case at != "":
	case os.Getenv("CI") != "":
		tb.Fatal("no database: run this by scripts/postgres")
	default:
		tb.Skip("no database: make test-pg has one")
	}
	return at
}

// schema makes a schema of its own for a test, and returns the URL that leads to it.
func schema(tb testing.TB) string {
	tb.Helper()
	at := server(tb)
	name := "test_" + strings.ToLower(rand.Text())
	run(tb, at, "CREATE SCHEMA "+name)
	tb.Cleanup(func() { run(tb, at, "DROP SCHEMA "+name+" CASCADE") })
	u, err := url.Parse(at)
	if err != nil {
		tb.Fatal("BEDSIDE_TEST_POSTGRES is no URL")
	}
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

// run runs a statement that must work, on a connection of its own.
func run(tb testing.TB, at, statement string) {
	tb.Helper()
	if err := try(tb, at, statement); err != nil {
		tb.Fatal(err)
	}
}

func try(tb testing.TB, at, statement string) error {
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

// open opens a store in a schema with the key in a folder.
func open(tb testing.TB, at, dir string) *postgres.Store {
	tb.Helper()
	s, err := postgres.Open(tb.Context(), at, storetest.KeeperIn(dir), time.Now)
	return storetest.Opened(tb, s, err)
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

func TestKept(t *testing.T) {
	t.Parallel()
	storetest.RunKept(t, bench)
}

// bench is a store in a schema of its own.
func bench(t *testing.T) storetest.Bench {
	t.Helper()
	at, dir := schema(t), t.TempDir()
	return storetest.Bench{
		Keeper: storetest.KeeperIn(dir),
		Open: func() (storetest.Kept, error) {
			return storetest.AsKept(postgres.Open(t.Context(), at, storetest.KeeperIn(dir), time.Now))
		},
		Exec: func(statement string) error { return try(t, at, statement) },
		Query: func(t *testing.T, statement string) [][]byte {
			t.Helper()
			return column(t, at, statement)
		},
		Restore: func(from io.Reader, secret *seal.Secret) (vault.Counts, error) {
			return postgres.Restore(t.Context(), at, storetest.KeeperIn(dir), from, secret)
		},
		Loose: "DROP TRIGGER event_stays ON event",
		Files: func(t *testing.T) map[string][]byte {
			t.Helper()
			tidy(t, at)
			return dataFolder(t)
		},
	}
}

// tidy does what PostgreSQL needs before nothing is left of what was deleted: whoever might still see it has ended, tables are written
// anew, and so is the log. The server must not use old files of its log again (wal_recycle = off); copies of it that an archive or another
// server has are not its own to tidy.
func tidy(t *testing.T, at string) {
	t.Helper()
	for _, statement := range []string{othersEnd, "VACUUM FULL record", "VACUUM FULL owner", "CHECKPOINT", "SELECT pg_switch_wal()", "CHECKPOINT"} {
		run(t, at, statement)
	}
}

// othersEnd waits for the transactions of other tests that began before now.
const othersEnd = `DO $$
DECLARE now xid := pg_current_xact_id()::xid;
BEGIN
	FOR i IN 1..6000 LOOP
		PERFORM pg_stat_clear_snapshot();
		EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE pid <> pg_backend_pid()
			AND (age(backend_xmin) > age(now) OR age(backend_xid) > age(now)));
		PERFORM pg_sleep(0.01);
	END LOOP;
END $$`

// dataFolder reads all files that the server has.
func dataFolder(t *testing.T) map[string][]byte {
	t.Helper()
	dir := os.Getenv("BEDSIDE_TEST_POSTGRES_DATA")
	if dir == "" {
		t.Fatal("BEDSIDE_TEST_POSTGRES_DATA is not set: run this by scripts/postgres")
	}
	files := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return skipGone(err)
		}
		b, err := os.ReadFile(path)
		if err == nil {
			files[strings.TrimPrefix(path, dir)] = b
		}
		return skipGone(err)
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// skipGone passes over files that the server has removed meanwhile.
func skipGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func column(t *testing.T, at, statement string) [][]byte {
	t.Helper()
	c, err := pgx.Connect(t.Context(), at)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close(t.Context())
	rows, err := c.Query(t.Context(), statement)
	if err != nil {
		t.Fatal(err)
	}
	out, err := pgx.CollectRows(rows, pgx.RowTo[[]byte])
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestFromFileAndBack takes what one person kept in a file into a team's database, and back.
func TestFromFileAndBack(t *testing.T) {
	t.Parallel()
	server(t)
	t.Run("from a file", func(t *testing.T) {
		t.Parallel()
		storetest.RunBackups(t, sqlitetest.Bench, bench)
	})
	t.Run("into a file", func(t *testing.T) {
		t.Parallel()
		storetest.RunBackups(t, bench, sqlitetest.Bench)
	})
}

// BenchmarkPages measures pages of a hundred among 100,000 records.
func BenchmarkPages(b *testing.B) { storetest.Pages(b, open(b, schema(b), b.TempDir())) }
