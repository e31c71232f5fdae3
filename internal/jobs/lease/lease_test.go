package lease_test

import (
	"fmt"
	"io"
	"path/filepath"
	"testing"
	"time"

	"bedside/internal/jobs"
	"bedside/internal/jobs/jobstest"
	"bedside/internal/jobs/lease"
	"bedside/internal/seal"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/sqlite/sqlitetest"
	"bedside/internal/store/storetest"
	"bedside/internal/store/vault"
)

func TestQueue(t *testing.T) {
	t.Parallel()
	jobstest.Run(t, func(t *testing.T) jobstest.Site {
		t.Helper()
		return site(t, t.TempDir())
	})
}

// site is a folder with a file that several programs use.
func site(t *testing.T, dir string) jobstest.Site {
	t.Helper()
	first := sqlitetest.Open(t, dir, time.Now)
	return jobstest.Site{
		Node: func(t *testing.T, o jobs.Options) jobstest.Node {
			t.Helper()
			s := sqlitetest.Open(t, dir, time.Now)
			return jobstest.Node{Queue: lease.New(s, o), Cut: func() { _ = s.Close() }}
		},
		Copy: func(t *testing.T) jobstest.Site {
			t.Helper()
			return site(t, restored(t, first))
		},
		Broker: func(t *testing.T) string {
			t.Helper()
			return dump(t, first)
		},
	}
}

// restored is a folder with what a backup holds.
func restored(t *testing.T, from *sqlite.Store) string {
	t.Helper()
	dir := t.TempDir()
	storetest.Copied(t, from, func(backup io.Reader, secret *seal.Secret) (vault.Counts, error) {
		return sqlite.Restore(t.Context(), filepath.Join(dir, "bedside.db"), storetest.KeeperIn(dir), backup, secret)
	})
	return dir
}

func dump(t *testing.T, s *sqlite.Store) (out string) {
	t.Helper()
	rows, err := s.Reading().QueryContext(t.Context(), "SELECT job, queue, shard, holder, attempt, done, total FROM lease")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var words [4]string
		var numbers [3]int
		if err := rows.Scan(&words[0], &words[1], &words[2], &words[3], &numbers[0], &numbers[1], &numbers[2]); err != nil {
			t.Fatal(err)
		}
		out += fmt.Sprintln(words, numbers)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}
