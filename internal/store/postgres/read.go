package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"bedside/internal/store"
	"bedside/internal/store/vault"
)

const columns = "owner, kind, id, state, at, due, rank, version, changed, event, key, body"

// querier is a pool of connections, or a transaction.
type querier interface {
	Query(ctx context.Context, statement string, args ...any) (pgx.Rows, error)
	QueryRow(ctx context.Context, statement string, args ...any) pgx.Row
}

// reader is a vault.Reader.
type reader struct{ q querier }

// Proof reads what only the right key opens.
func (r reader) Proof(ctx context.Context) (proof []byte, _ error) {
	err := r.q.QueryRow(ctx, "SELECT proof FROM proof").Scan(&proof)
	if errors.Is(err, pgx.ErrNoRows) {
		return nil, nil
	}
	return proof, fault(err)
}

// Owner reads one owner.
func (r reader) Owner(ctx context.Context, name string) (vault.Owner, error) {
	return oneOwner(r.q.QueryRow(ctx, "SELECT name, key, head FROM owner WHERE name = $1", name))
}

func oneOwner(row pgx.Row) (o vault.Owner, err error) {
	err = row.Scan(&o.Name, &o.Key, &o.Head)
	return o, fault(err)
}

// Owners reads all owners.
func (r reader) Owners(ctx context.Context) ([]vault.Owner, error) {
	rows, err := r.q.Query(ctx, "SELECT name, key, head FROM owner ORDER BY name")
	return all(rows, err, func(r pgx.CollectableRow) (vault.Owner, error) { return oneOwner(r) })
}

// Get reads one row.
func (r reader) Get(ctx context.Context, owner, kind, id string) (vault.Row, error) {
	return oneRow(r.q.QueryRow(ctx, "SELECT "+columns+" FROM record WHERE owner = $1 AND kind = $2 AND id = $3", owner, kind, id))
}

// Some reads rows by their ids.
func (r reader) Some(ctx context.Context, owner, kind string, ids []string) ([]vault.Row, error) {
	rows, err := r.q.Query(ctx, "SELECT "+columns+" FROM record WHERE owner = $1 AND kind = $2 AND id = ANY($3)", owner, kind, ids)
	return all(rows, err, func(r pgx.CollectableRow) (vault.Row, error) { return oneRow(r) })
}

// List reads a page of rows.
func (r reader) List(ctx context.Context, f store.Filter) ([]vault.Row, error) {
	q := chosen(f)
	q.from(f)
	rows, err := r.q.Query(ctx, "SELECT "+columns+" FROM record"+q.where()+order(f), q.args)
	return all(rows, err, func(r pgx.CollectableRow) (vault.Row, error) { return oneRow(r) })
}

// All reads rows of every kind.
func (r reader) All(ctx context.Context, owner string, after vault.Place, most int) ([]vault.Row, error) {
	rows, err := r.q.Query(ctx, "SELECT "+columns+" FROM record WHERE owner = $1 AND (kind, id) > ($2, $3) ORDER BY kind, id LIMIT $4", owner, after.Kind, after.ID, limit(most))
	return all(rows, err, func(r pgx.CollectableRow) (vault.Row, error) { return oneRow(r) })
}

// Count counts rows by state.
func (r reader) Count(ctx context.Context, f store.Filter) (map[string]int, error) {
	type tally struct {
		state string
		n     int
	}
	q := chosen(f)
	rows, err := r.q.Query(ctx, "SELECT state, count(*) FROM record"+q.where()+" GROUP BY state", q.args)
	tallies, err := all(rows, err, func(r pgx.CollectableRow) (c tally, err error) {
		err = r.Scan(&c.state, &c.n)
		return c, err
	})
	out := make(map[string]int, len(tallies))
	for _, c := range tallies {
		out[c.state] = c.n
	}
	return out, err
}

// Events reads events in their order.
func (r reader) Events(ctx context.Context, owner string, after int64, most int) ([]vault.Event, error) {
	rows, err := r.q.Query(ctx, "SELECT owner, seq, at, kind, verb, commitment, chain FROM event WHERE owner = $1 AND seq > $2 ORDER BY seq LIMIT $3", owner, after, limit(most))
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
