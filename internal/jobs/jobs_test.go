package jobs_test

import (
	"testing"
	"time"

	"bedside/internal/jobs"
	"bedside/internal/jobs/jobstest"
	"bedside/internal/store"
	"bedside/internal/store/sqlite/sqlitetest"
)

func TestOnSQLite(t *testing.T) {
	t.Parallel()
	jobstest.Run(t, func(t *testing.T) store.Store {
		t.Helper()
		return sqlitetest.Open(t, t.TempDir(), time.Now)
	}, func(o jobs.Options) jobstest.Queue { return jobs.New(o) })
}
