package sqlite_test

import (
	"context"
	"testing"
	"time"

	"bedside/internal/store"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/sqlite/sqlitetest"
	"bedside/internal/store/storetest"
)

// noTest is the context of what runs outside of a test.
func noTest() context.Context { return context.Background() }

// open opens a store in a folder; the same again goes on with it.
func open(tb testing.TB, dir string) *sqlite.Store {
	tb.Helper()
	return sqlitetest.Open(tb, dir, time.Now)
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
	storetest.RunKept(t, sqlitetest.Bench)
}

// BenchmarkPages measures pages of a hundred among 100,000 records.
func BenchmarkPages(b *testing.B) { storetest.Pages(b, open(b, b.TempDir())) }

// BenchmarkSpeed measures how many records are written and read a second.
func BenchmarkSpeed(b *testing.B) { storetest.Speed(b, open(b, b.TempDir())) }
