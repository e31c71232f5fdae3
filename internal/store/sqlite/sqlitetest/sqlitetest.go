// Package sqlitetest opens stores in files for tests. It never opens what somebody keeps. Start at Open.
package sqlitetest

import (
	"path/filepath"
	"testing"
	"time"

	"bedside/internal/store/sqlite"
	"bedside/internal/store/storetest"
)

// Open opens a store in a folder until the test ends; the same again goes on with it.
func Open(tb testing.TB, dir string, now func() time.Time) *sqlite.Store {
	tb.Helper()
	s, err := sqlite.Open(tb.Context(), path(dir), storetest.KeeperIn(dir), now)
	return storetest.Opened(tb, s, err)
}

func path(dir string) string { return filepath.Join(dir, "bedside.db") }
