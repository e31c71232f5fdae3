package postgres

import (
	"context"
	"embed"
	"errors"
	"io/fs"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"bedside"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the tables to this version's shape, one node after the other. Tables of a newer version are left alone.
func migrate(ctx context.Context, pool *pgxpool.Pool) (err error) {
	lock, err := pool.Acquire(ctx)
	if err != nil {
		return fault(err)
	}
	defer lock.Release()
	if _, err := lock.Exec(ctx, "SELECT pg_advisory_lock(hashtext('bedside'), hashtext(current_schema()))"); err != nil {
		return fault(err)
	}
	defer func() {
		_, failed := lock.Exec(context.WithoutCancel(ctx), "SELECT pg_advisory_unlock_all()")
		err = errors.Join(err, fault(failed))
	}()
	db := stdlib.OpenDBFromPool(pool)
	defer func() { err = errors.Join(err, fault(db.Close())) }()
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fault(err)
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, files)
	if err != nil {
		return fault(err)
	}
	return up(ctx, p)
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
