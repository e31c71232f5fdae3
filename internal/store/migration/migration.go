// Package migration brings the tables of a store to the shape that this version knows. Tables of a newer version it leaves alone. It holds
// no SQL. Start at Up.
package migration

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"

	"github.com/pressly/goose/v3"

	"bedside"
)

// Up runs what is missing of the migrations in a folder of files, each in a transaction.
func Up(ctx context.Context, dialect goose.Dialect, db *sql.DB, files fs.FS) error {
	p, err := goose.NewProvider(dialect, db, files)
	if err != nil {
		return err
	}
	current, ours, err := p.GetVersions(ctx)
	switch {
	case err != nil:
		return err
	case current > ours:
		return bedside.Errorf(bedside.CodeInvalid, "what is kept was written by a newer Bedside (its tables are version %d, this one knows %d); nothing was changed: use the newer one", current, ours)
	case current == ours:
		return nil
	}
	_, err = p.Up(ctx)
	if partial, ok := errors.AsType[*goose.PartialError](err); ok {
		return partial.Err
	}
	return err
}
