package sqlite

import (
	"context"
	"errors"
	"io"

	"bedside/internal/seal"
	"bedside/internal/store/vault"
)

// Restore fills a new file from a backup.
func Restore(ctx context.Context, path string, keeper vault.Restorer, from io.Reader, secret *seal.Secret) (done vault.Counts, err error) {
	t, err := openTables(ctx, path)
	if err != nil {
		return done, err
	}
	defer func() { err = errors.Join(err, t.close()) }()
	return vault.Restore(ctx, t, keeper, from, secret)
}
