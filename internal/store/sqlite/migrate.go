package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"io/fs"

	"github.com/pressly/goose/v3"

	"bedside"
	"bedside/internal/store/migration"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the tables to this version's shape.
func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return fault(err)
	}
	err = fault(migration.Up(ctx, goose.DialectSQLite3, db, files))
	if bedside.CodeOf(err) == bedside.CodeInternal { // another process made the same tables at the same moment: now they are there
		err = fault(migration.Up(ctx, goose.DialectSQLite3, db, files))
	}
	return err
}
