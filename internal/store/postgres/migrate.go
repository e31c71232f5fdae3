package postgres

import (
	"context"
	"embed"
	"errors"
	"io/fs"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"bedside/internal/store/migration"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the tables to this version's shape, one node after the other.
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
	return fault(migration.Up(ctx, goose.DialectPostgres, db, files))
}
