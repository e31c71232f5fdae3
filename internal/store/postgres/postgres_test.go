package postgres_test

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bedside/internal/seal"
	"bedside/internal/store"
	"bedside/internal/store/postgres"
	"bedside/internal/store/postgres/postgrestest"
	"bedside/internal/store/sqlite/sqlitetest"
	"bedside/internal/store/storetest"
	"bedside/internal/store/vault"
)

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store {
		t.Helper()
		return postgrestest.Open(t, postgrestest.Schema(t), t.TempDir())
	})
}

func TestKept(t *testing.T) {
	t.Parallel()
	storetest.RunKept(t, bench)
}

// bench is a store in a schema of its own.
func bench(t *testing.T) storetest.Bench {
	t.Helper()
	at, dir := postgrestest.Schema(t), t.TempDir()
	return storetest.Bench{
		Keeper: storetest.KeeperIn(dir),
		Open: func() (storetest.Kept, error) {
			return storetest.AsKept(postgres.Open(t.Context(), at, storetest.KeeperIn(dir), time.Now))
		},
		Exec: func(statement string) error { return postgrestest.Try(t, at, statement) },
		Query: func(t *testing.T, statement string) [][]byte {
			t.Helper()
			return postgrestest.Column(t, at, statement)
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
		postgrestest.Run(t, at, statement)
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

// TestFromFileAndBack takes what one person kept in a file into a team's database, and back.
func TestFromFileAndBack(t *testing.T) {
	t.Parallel()
	postgrestest.Server(t)
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
func BenchmarkPages(b *testing.B) {
	storetest.Pages(b, postgrestest.Open(b, postgrestest.Schema(b), b.TempDir()))
}

// BenchmarkSpeed measures how many records are written and read a second.
func BenchmarkSpeed(b *testing.B) {
	storetest.Speed(b, postgrestest.Open(b, postgrestest.Schema(b), b.TempDir()))
}
