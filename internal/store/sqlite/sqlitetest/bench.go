package sqlitetest

import (
	"database/sql"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bedside/internal/seal"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/storetest"
	"bedside/internal/store/vault"
)

// Bench is a store in a folder that only this test uses, for its temporary files too.
func Bench(t *testing.T) storetest.Bench {
	t.Helper()
	dir := t.TempDir()
	db, err := sql.Open("sqlite", "file:"+path(dir)+"?_pragma=busy_timeout(5000)&_pragma=secure_delete(1)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	keeper := storetest.KeeperIn(dir)
	return storetest.Bench{
		Keeper: keeper,
		Open: func() (storetest.Kept, error) {
			return storetest.AsKept(sqlite.Open(t.Context(), path(dir), keeper, time.Now))
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
			return sqlite.Restore(t.Context(), path(dir), keeper, from, secret)
		},
		Loose: "DROP TRIGGER event_stays",
		Files: func(t *testing.T) map[string][]byte {
			t.Helper()
			return filesIn(t, dir)
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
func filesIn(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(dir, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}
