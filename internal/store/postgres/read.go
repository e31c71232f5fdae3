package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"bedside"
	"bedside/internal/store"
	"bedside/internal/store/vault"
)

const columns = "owner, kind, id, state, at, due, rank, version, changed, event, key, body"

// Proof reads what only the right key opens.
func (t tables) Proof(ctx context.Context) (proof []byte, _ error) {
	err := t.pool.QueryRow(ctx, "SELECT proof FROM proof").Scan(&proof)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return proof, fault(err)
}

// Owner reads one owner.
func (t tables) Owner(ctx context.Context, name string) (vault.Owner, error) {
	return oneOwner(t.pool.QueryRow(ctx, "SELECT name, key, head FROM owner WHERE name = $1", name))
}

func oneOwner(row pgx.Row) (o vault.Owner, err error) {
	err = row.Scan(&o.Name, &o.Key, &o.Head)
	return o, fault(err)
}

// Owners reads all owners.
func (t tables) Owners(ctx context.Context) ([]vault.Owner, error) {
	rows, err := t.pool.Query(ctx, "SELECT name, key, head FROM owner ORDER BY name")
	return all(rows, err, func(r pgx.CollectableRow) (vault.Owner, error) { return oneOwner(r) })
}

// Get reads one row.
func (t tables) Get(ctx context.Context, owner, kind, id string) (vault.Row, error) {
	return oneRow(t.pool.QueryRow(ctx, "SELECT "+columns+" FROM record WHERE owner = $1 AND kind = $2 AND id = $3", owner, kind, id))
}

// List reads a page of rows.
func (t tables) List(ctx context.Context, f store.Filter) ([]vault.Row, error) {
	q := chosen(f)
	q.from(f)
	rows, err := t.pool.Query(ctx, "SELECT "+columns+" FROM record"+q.where()+order(f), q.args)
	return all(rows, err, func(r pgx.CollectableRow) (vault.Row, error) { return oneRow(r) })
}

// Count counts rows by state.
func (t tables) Count(ctx context.Context, f store.Filter) (map[string]int, error) {
	type tally struct {
		state string
		n     int
	}
	q := chosen(f)
	rows, err := t.pool.Query(ctx, "SELECT state, count(*) FROM record"+q.where()+" GROUP BY state", q.args)
	tallies, err := all(rows, err, func(r pgx.CollectableRow) (c tally, err error) {
		return c, r.Scan(&c.state, &c.n)
	})
	out := make(map[string]int, len(tallies))
	for _, c := range tallies {
		out[c.state] = c.n
	}
	return out, err
}

// Events reads events in their order.
func (t tables) Events(ctx context.Context, owner string, after int64, most int) ([]vault.Event, error) {
	rows, err := t.pool.Query(ctx, "SELECT owner, seq, at, kind, verb, commitment, chain FROM event WHERE owner = $1 AND seq > $2 ORDER BY seq LIMIT $3", owner, after, limit(most))
	return all(rows, err, func(r pgx.CollectableRow) (e vault.Event, err error) {
		err = r.Scan(&e.Owner, &e.Seq, &e.At, &e.Kind, &e.Verb, &e.Commitment, &e.Chain)
		e.At = e.At.UTC()
		return e, err
	})
}

func oneRow(row pgx.Row) (r vault.Row, err error) {
	var due *time.Time
	err = row.Scan(&r.Owner, &r.Kind, &r.ID, &r.State, &r.At, &due, &r.Rank, &r.Version, &r.Changed, &r.Event, &r.Key, &r.Body)
	if err != nil {
		return r, fault(err)
	}
	r.At, r.Changed = r.At.UTC(), r.Changed.UTC()
	if due != nil {
		r.Due = due.UTC()
	}
	return r, nil
}

// all reads an answer to its end.
func all[T any](rows pgx.Rows, err error, one pgx.RowToFunc[T]) ([]T, error) {
	if err != nil {
		return nil, fault(err)
	}
	out, err := pgx.CollectRows(rows, one)
	return out, fault(err)
}

// limit is how many are wanted; null for all.
func limit(n int) *int {
	if n <= 0 {
		return nil
	}
	return &n
}

// gone is the error of a version that is no more.
func gone() error {
	return bedside.Errorf(bedside.CodeConflict, "somebody else changed or deleted this; read it again before you change it")
}
