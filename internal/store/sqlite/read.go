package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"bedside/internal/store"
	"bedside/internal/store/vault"
)

const columns = "owner, kind, id, state, at, due, rank, version, changed, event, key, body"

// querier is a pool of connections, or a transaction.
type querier interface {
	QueryContext(ctx context.Context, statement string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, statement string, args ...any) *sql.Row
}

// reader is a vault.Reader.
type reader struct{ q querier }

// Proof reads what only the right key opens.
func (r reader) Proof(ctx context.Context) ([]byte, error) {
	var proof []byte
	err := r.q.QueryRowContext(ctx, "SELECT proof FROM proof").Scan(&proof)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return proof, fault(err)
}

// Owner reads one owner.
func (r reader) Owner(ctx context.Context, name string) (vault.Owner, error) {
	return oneOwner(r.q.QueryRowContext(ctx, "SELECT name, key, head FROM owner WHERE name = ?", name))
}

func oneOwner(row interface{ Scan(into ...any) error }) (o vault.Owner, err error) {
	err = row.Scan(&o.Name, &o.Key, &o.Head)
	return o, fault(err)
}

// Owners reads all owners.
func (r reader) Owners(ctx context.Context) ([]vault.Owner, error) {
	rows, err := r.q.QueryContext(ctx, "SELECT name, key, head FROM owner ORDER BY name")
	return all(rows, err, func(r *sql.Rows) (vault.Owner, error) { return oneOwner(r) })
}

// Get reads one row.
func (r reader) Get(ctx context.Context, owner, kind, id string) (vault.Row, error) {
	return oneRow(r.q.QueryRowContext(ctx, "SELECT "+columns+" FROM record WHERE owner = ? AND kind = ? AND id = ?", owner, kind, id))
}

// Some reads rows by their ids.
func (r reader) Some(ctx context.Context, owner, kind string, ids []string) ([]vault.Row, error) {
	names, err := json.Marshal(ids)
	if err != nil {
		return nil, fault(err)
	}
	rows, err := r.q.QueryContext(ctx, "SELECT "+columns+" FROM record WHERE owner = ? AND kind = ? AND id IN (SELECT value FROM json_each(?))", owner, kind, string(names))
	return all(rows, err, func(r *sql.Rows) (vault.Row, error) { return oneRow(r) })
}

// List reads a page of rows.
func (r reader) List(ctx context.Context, f store.Filter) ([]vault.Row, error) {
	q := chosen(f)
	q.from(f)
	rows, err := r.q.QueryContext(ctx, "SELECT "+columns+" FROM record"+q.where()+order(f), append(q.args, limit(f.Limit))...)
	return all(rows, err, func(r *sql.Rows) (vault.Row, error) { return oneRow(r) })
}

// All reads rows of every kind.
func (r reader) All(ctx context.Context, owner string, after vault.Place, most int) ([]vault.Row, error) {
	rows, err := r.q.QueryContext(ctx, "SELECT "+columns+" FROM record WHERE owner = ? AND (kind, id) > (?, ?) ORDER BY kind, id LIMIT ?", owner, after.Kind, after.ID, limit(most))
	return all(rows, err, func(r *sql.Rows) (vault.Row, error) { return oneRow(r) })
}

// Count counts rows by state.
func (r reader) Count(ctx context.Context, f store.Filter) (map[string]int, error) {
	type tally struct {
		state string
		n     int
	}
	q := chosen(f)
	rows, err := r.q.QueryContext(ctx, "SELECT state, count(*) FROM record"+q.where()+" GROUP BY state", q.args...)
	tallies, err := all(rows, err, func(r *sql.Rows) (c tally, err error) {
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
	rows, err := r.q.QueryContext(ctx, "SELECT owner, seq, at, kind, verb, commitment, chain FROM event WHERE owner = ? AND seq > ? ORDER BY seq LIMIT ?", owner, after, limit(most))
	return all(rows, err, func(r *sql.Rows) (e vault.Event, err error) {
		var at int64
		err = r.Scan(&e.Owner, &e.Seq, &at, &e.Kind, &e.Verb, &e.Commitment, &e.Chain)
		e.At = moment(at)
		return e, err
	})
}

func oneRow(row interface{ Scan(into ...any) error }) (r vault.Row, err error) {
	var at, changed int64
	var due sql.NullInt64
	err = row.Scan(&r.Owner, &r.Kind, &r.ID, &r.State, &at, &due, &r.Rank, &r.Version, &changed, &r.Event, &r.Key, &r.Body)
	if err != nil {
		return r, fault(err)
	}
	r.At, r.Changed = moment(at), moment(changed)
	if due.Valid {
		r.Due = moment(due.Int64)
	}
	return r, nil
}

func moment(micros int64) time.Time { return time.UnixMicro(micros).UTC() }

// all reads the rest of an answer.
func all[T any](rows *sql.Rows, err error, one func(*sql.Rows) (T, error)) (out []T, _ error) {
	if err != nil {
		return nil, fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		x, err := one(rows)
		if err != nil {
			return nil, fault(err)
		}
		out = append(out, x)
	}
	return out, fault(rows.Err())
}

// limit is how many are wanted; SQLite takes a negative number for all.
func limit(n int) int {
	if n <= 0 {
		return -1
	}
	return n
}
