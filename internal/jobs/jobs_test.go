package jobs_test

import (
	"path/filepath"
	"testing"
	"time"

	"bedside/internal/jobs"
	"bedside/internal/jobs/jobstest"
	"bedside/internal/seal"
	"bedside/internal/store"
	"bedside/internal/store/sqlite"
)

func TestOnSQLite(t *testing.T) {
	t.Parallel()
	jobstest.Run(t, func(t *testing.T) store.Store {
		t.Helper()
		dir := t.TempDir()
		s, err := sqlite.Open(t.Context(), filepath.Join(dir, "bedside.db"), seal.Keeper{Path: filepath.Join(dir, "key.json")}, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
		return s
	}, func(o jobs.Options) jobstest.Queue { return jobs.New(o) })
}
