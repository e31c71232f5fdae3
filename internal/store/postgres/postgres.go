// Package postgres keeps a vault in PostgreSQL, for several nodes at once. It never sees what a body holds. Start at Open.
package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"bedside"
	"bedside/internal/store/vault"
)

// Store is a vault in a PostgreSQL schema: the first one of the search_path.
type Store struct {
	*vault.Vault
	pool *pgxpool.Pool
}

// Open connects to a database by its URL, and makes the tables where there are none.
func Open(ctx context.Context, url string, keeper vault.Keeper, now func() time.Time) (*Store, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil { // its text may hold the password
		return nil, bedside.Errorf(bedside.CodeInvalid, "this is no address of a PostgreSQL database; wanted postgres://USER:PASSWORD@HOST:PORT/NAME")
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, fault(err)
	}
	s, err := open(ctx, pool, keeper, now)
	if err != nil {
		pool.Close()
	}
	return s, err
}

func open(ctx context.Context, pool *pgxpool.Pool, keeper vault.Keeper, now func() time.Time) (*Store, error) {
	if err := migrate(ctx, pool); err != nil {
		return nil, err
	}
	v, err := vault.Open(ctx, tables{pool}, keeper, now)
	return &Store{v, pool}, err
}

// Pool is the pool of connections, for tables that are nobody's secret, such as the jobs'.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// Close ends all connections.
func (s *Store) Close() error {
	s.pool.Close()
	return nil
}

// tables are a vault.Tables.
type tables struct{ pool *pgxpool.Pool }

// Scrub does nothing: PostgreSQL keeps old rows until it is vacuumed, and its log until it is written over. What makes them unreadable
// at once is a new key for the store (vault.Rekey).
func (t tables) Scrub(context.Context) error { return nil }
