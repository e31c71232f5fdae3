// Package postgres keeps a vault in PostgreSQL, for several nodes at once. It never sees what a body holds. Start at Open.
package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"bedside"
	"bedside/internal/store"
	"bedside/internal/store/vault"
)

// Store is a vault in a PostgreSQL schema: the first one of the search_path.
type Store struct {
	*vault.Vault
	pool *pgxpool.Pool
}

// Open connects to a database by its URL, and makes the tables where there are none.
func Open(ctx context.Context, url string, keeper vault.Keeper, now func() time.Time) (*Store, error) {
	pool, err := connect(ctx, url)
	if err != nil {
		return nil, err
	}
	s, err := open(ctx, pool, keeper, now)
	if err != nil {
		pool.Close()
	}
	return s, err
}

func connect(ctx context.Context, url string) (*pgxpool.Pool, error) {
	config, err := pgxpool.ParseConfig(url)
	if err != nil { // its text may hold the password
		return nil, bedside.Errorf(bedside.CodeInvalid, "this is no address of a PostgreSQL database; wanted postgres://USER:PASSWORD@HOST:PORT/NAME")
	}
	pool, err := pgxpool.NewWithConfig(ctx, config)
	return pool, fault(err)
}

func open(ctx context.Context, pool *pgxpool.Pool, keeper vault.Keeper, now func() time.Time) (*Store, error) {
	if err := migrate(ctx, pool); err != nil {
		return nil, err
	}
	v, err := vault.Open(ctx, tables{reader{pool}, pool, &growth{}}, keeper, now)
	return &Store{v, pool}, err
}

// PutWith writes records in one transaction with what else is done in it. It may be done again.
func (s *Store) PutWith(ctx context.Context, also func(pgx.Tx) error, records ...store.Record) error {
	_, err := s.Vault.PutWith(ctx, func(t vault.Tx) error { return also(t.(tx).Tx) }, records...)
	return err
}

// Pool are the connections to the database, for what has tables of its own beside the records.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

// Fault says what went wrong with the database in words that may be shown.
func Fault(err error) error { return fault(err) }

// Close ends all connections.
func (s *Store) Close() error {
	s.pool.Close()
	return nil
}

// tables are a vault.Tables.
type tables struct {
	reader
	pool   *pgxpool.Pool
	growth *growth
}

// Read hands a function everything as it is at one moment.
func (t tables) Read(ctx context.Context, do func(vault.Reader) error) error {
	return fault(pgx.BeginTxFunc(ctx, t.pool, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		return do(reader{tx})
	}))
}

// Scrub does nothing: PostgreSQL keeps old rows until it is vacuumed, and its log until it is written over. What makes them unreadable
// at once is a new key for the store (vault.Rekey).
func (t tables) Scrub(context.Context) {}
