package main

import (
	"context"
	"path/filepath"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
	"bedside/internal/store/sqlite"
)

// kept is what the web application keeps things in.
type kept struct {
	Store store.Store // nil: nothing is kept
	Where string      // a sentence for whoever starts it
	close func() error
}

// Close ends it.
func (k kept) Close() error {
	if k.close == nil {
		return nil
	}
	return k.close()
}

// nothing is what somebody says who wants nothing kept.
const nothing = "none"

// keep opens what is kept in a folder, or in the usual one.
func (a *app) keep(ctx context.Context, dir string) (kept, error) {
	if dir == nothing {
		return kept{Where: "Nothing is kept."}, nil
	}
	dir, err := a.dataFolder(dir)
	if err != nil {
		return kept{}, err
	}
	s, err := sqlite.Open(ctx, filepath.Join(dir, "bedside.db"), seal.Keeper{Path: filepath.Join(dir, "key.json")}, a.now)
	if err != nil {
		return kept{}, &bedside.Error{Code: bedside.CodeOf(err), Message: dir + ": " + coded(err).Message, Err: err}
	}
	return kept{Store: s, Where: "What you keep is in " + dir + ".", close: s.Close}, nil
}
