package storetest

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"testing"

	"bedside/internal/seal"
	"bedside/internal/store"
	"bedside/internal/store/vault"
)

// Kept is a store as its owner has it: with its chain of events and its keys.
type Kept interface {
	store.Store
	Verify(ctx context.Context) (vault.Verified, error)
	Rekey(ctx context.Context) error
	Backup(ctx context.Context, w io.Writer, secret *seal.Secret) (vault.Counts, error)
	Close() error
}

// Bench is a store of its own for a test, with a way behind its back.
type Bench struct {
	Keeper  seal.Keeper
	Open    func() (Kept, error)                          // opens the same store each time
	Exec    func(statement string) error                  // runs SQL on the tables
	Query   func(t *testing.T, statement string) [][]byte // the first column of what SQL finds
	Loose   string                                        // the statement that lets events be changed
	Restore func(from io.Reader, secret *seal.Secret) (vault.Counts, error)
	Files   func(t *testing.T) map[string][]byte // all that lies on the disk, once the database was given time to tidy up
}

// RunKept holds a store to what happens behind its back, and to deletion that is real.
func RunKept(t *testing.T, bench func(t *testing.T) Bench) {
	t.Helper()
	for _, test := range []struct {
		name string
		run  func(*testing.T, Bench)
	}{
		{"what is kept is there again", again},
		{"another key opens nothing", otherKey},
		{"a lost key is not replaced", lostKey},
		{"tables of a newer version are left alone", newer},
		{"events are whole", wholeChain},
		{"events are never changed", guarded},
		{"whatever is changed behind its back is found", tampered},
		{"a sealed body opens nowhere else", moved},
		{"what is deleted is on no disk", deletedForReal},
		{"what was replaced is on no disk", replacedForReal},
		{"a new key opens what is kept", rekeyed},
		{"a new key opens no old copy", oldCopy},
		{"a new key that was not finished harms nothing", halfRekeyed},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, bench(t))
		})
	}
	RunBackups(t, bench, bench)
}

// RunBackups takes backups from one kind of store to another.
func RunBackups(t *testing.T, from, to func(t *testing.T) Bench) {
	t.Helper()
	for _, test := range []struct {
		name string
		run  func(t *testing.T, from, to Bench)
	}{
		{"a backup goes to another place", backedUp},
		{"a backup is of one moment, whoever writes", backedUpWhileWritten},
		{"a backup is restored whole or not at all", damagedBackup},
		{"a backup has nothing of what was deleted", backupWithout},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, from(t), to(t))
		})
	}
}

// KeeperIn keeps the key of a test's store in a file of a folder.
func KeeperIn(dir string) seal.Keeper {
	return seal.Keeper{Path: filepath.Join(dir, "key.json"), Source: seal.File}
}

// Opened is a store that a test has opened, until the test ends.
func Opened[S Kept](tb testing.TB, s S, err error) S {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { closed(tb, s) })
	return s
}

// AsKept hands on a store, or why there is none.
func AsKept[S Kept](s S, err error) (Kept, error) {
	if err != nil {
		return nil, err
	}
	return s, nil
}

// exec runs SQL that must work.
func (b Bench) exec(t *testing.T, statement string) {
	t.Helper()
	if err := b.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// opened opens the store until the test ends.
func opened(t *testing.T, b Bench) Kept {
	t.Helper()
	s, err := b.Open()
	return Opened(t, s, err)
}

func closed(tb testing.TB, s Kept) {
	tb.Helper()
	if err := s.Close(); err != nil {
		tb.Error(err)
	}
}

// Copied restores a backup of a store somewhere else.
func Copied(t *testing.T, from Kept, restore func(backup io.Reader, secret *seal.Secret) (vault.Counts, error)) {
	t.Helper()
	var backup bytes.Buffer
	secret, err := seal.Words([]byte("heather and gorse"), 2)
	if err == nil {
		_, err = from.Backup(t.Context(), &backup, secret)
	}
	if err == nil {
		_, err = restore(&backup, secret)
	}
	if err != nil {
		t.Fatal(err)
	}
}
