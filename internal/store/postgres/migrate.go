package postgres

import (
	"context"
	"embed"
	"errors"
	"io/fs"
	"log/slog"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

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
	if err := migration.Up(ctx, goose.DialectPostgres, db, files); err != nil {
		return fault(err)
	}
	return fault(migrateRiver(ctx, pool))
}

// migrateRiver makes the tables in which River hands out jobs, beside ours.
func migrateRiver(ctx context.Context, pool *pgxpool.Pool) error {
	m, err := rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
	if err == nil {
		_, err = m.Migrate(ctx, rivermigrate.DirectionUp, nil)
	}
	return err
}
