package sqlite_test

import (
	"path/filepath"
	"testing"
	"time"

	"bedside/internal/seal"
	"bedside/internal/store"
	"bedside/internal/store/sqlite"
	"bedside/internal/store/storetest"
)

// open opens a store in a folder; the same again goes on with it.
func open(t *testing.T, dir string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(dir, "bedside.db"), seal.Keeper{Path: filepath.Join(dir, "key.json"), Source: seal.File}, time.Now)
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
		return open(t, t.TempDir())
	})
}
