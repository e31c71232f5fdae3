package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"io/fs"

	"github.com/pressly/goose/v3"

	"bedside"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the tables to this version's shape. Tables of a newer version are left alone.
func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fault(err)
	}
	p, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return fault(err)
	}
	err = up(ctx, p)
	if err != nil && bedside.CodeOf(err) == bedside.CodeInternal {
		err = up(ctx, p) // another process made the same tables at the same moment: now they are there
	}
	return err
}

func up(ctx context.Context, p *goose.Provider) error {
	current, ours, err := p.GetVersions(ctx)
	switch {
	case err != nil:
		return fault(err)
	case current > ours:
		return bedside.Errorf(bedside.CodeInvalid, "what is kept was written by a newer Bedside (its tables are version %d, this one knows %d); nothing was changed: use the newer one", current, ours)
	case current == ours:
		return nil
	}
	if _, err := p.Up(ctx); err != nil {
		if partial, ok := errors.AsType[*goose.PartialError](err); ok {
			err = partial.Err
		}
		return fault(err)
	}
	return nil
}
