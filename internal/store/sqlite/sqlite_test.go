package sqlite_test

import (
	"context"
	"database/sql"
	"io"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bedside/internal/seal"
	"bedside/internal/store"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/storetest"
	"bedside/internal/store/vault"
)

func keeperIn(dir string) seal.Keeper {
	return seal.Keeper{Path: filepath.Join(dir, "key.json"), Source: seal.File}
}

// noTest is the context of what runs outside of a test.
func noTest() context.Context { return context.Background() }

// open opens a store in a folder; the same again goes on with it.
func open(tb testing.TB, dir string) *sqlite.Store {
	tb.Helper()
	s, err := sqlite.Open(tb.Context(), filepath.Join(dir, "bedside.db"), keeperIn(dir), time.Now)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

func TestStore(t *testing.T) {
	t.Parallel()
	storetest.Run(t, func(t *testing.T) store.Store {
		t.Helper()
		return open(t, t.TempDir())
	})
}

func TestKept(t *testing.T) {
	t.Parallel()
	storetest.RunKept(t, bench)
}

// bench is a store in a folder that only this test uses, for its temporary files too.
func bench(t *testing.T) storetest.Bench {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "bedside.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=busy_timeout(5000)&_pragma=secure_delete(1)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return storetest.Bench{
		Keeper: keeperIn(dir),
		Open: func() (storetest.Kept, error) {
			s, err := sqlite.Open(t.Context(), path, keeperIn(dir), time.Now)
			if err != nil {
				return nil, err
			}
			return s, nil
		},
		Exec: func(statement string) error {
			_, err := db.ExecContext(t.Context(), statement)
			return err
		},
		Query: func(t *testing.T, statement string) [][]byte {
			t.Helper()
			return column(t, db, statement)
		},
		Restore: func(from io.Reader, secret *seal.Secret) (vault.Counts, error) {
			return sqlite.Restore(t.Context(), path, keeperIn(dir), from, secret)
		},
		Loose: "DROP TRIGGER event_stays",
		Files: func(t *testing.T) map[string][]byte {
			t.Helper()
			return maps.Collect(filesIn(t, dir))
		},
	}
}

func column(t *testing.T, db *sql.DB, statement string) (out [][]byte) {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), statement)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var b []byte
		if err := rows.Scan(&b); err != nil {
			t.Fatal(err)
		}
		out = append(out, b)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// filesIn reads all files of a folder: the database, its log and whatever is temporary.
func filesIn(t *testing.T, dir string) func(yield func(string, []byte) bool) {
	t.Helper()
	return func(yield func(string, []byte) bool) {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			b, err := os.ReadFile(filepath.Join(dir, e.Name()))
			if err != nil {
				t.Fatal(err)
			}
			if !yield(e.Name(), b) {
				return
			}
		}
	}
}

// BenchmarkPages measures pages of a hundred among 100,000 records.
func BenchmarkPages(b *testing.B) { storetest.Pages(b, open(b, b.TempDir())) }
