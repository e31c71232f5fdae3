package postgres

import (
	"context"
	"io"

	"bedside/internal/seal"
	"bedside/internal/store/vault"
)

// Restore fills an empty database from a backup.
func Restore(ctx context.Context, url string, keeper vault.Restorer, from io.Reader, secret *seal.Secret) (vault.Counts, error) {
	pool, err := connect(ctx, url)
	if err != nil {
		return vault.Counts{}, err
	}
	defer pool.Close()
	if err := migrate(ctx, pool); err != nil {
		return vault.Counts{}, err
	}
	return vault.Restore(ctx, tables{reader{pool}, pool, &growth{}}, keeper, from, secret)
}
