package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"bedside/internal/store/vault"
)

// attempts is how often a transaction is tried that lost against another one.
const attempts = 5

// Claim keeps the first proof that comes.
func (t tables) Claim(ctx context.Context, proof []byte) ([]byte, error) {
	if _, err := t.pool.Exec(ctx, "INSERT INTO proof (id, proof) VALUES (1, $1) ON CONFLICT DO NOTHING", proof); err != nil {
		return nil, fault(err)
	}
	return t.Proof(ctx)
}

// Write does all that a function does, or nothing.
func (t tables) Write(ctx context.Context, do func(vault.Tx) error) error {
	var err error
	inserted := 0
	for range attempts {
		inserted = 0
		err = pgx.BeginFunc(ctx, t.pool, func(p pgx.Tx) error { return do(tx{reader{p}, p, &inserted}) })
		if !again(err) {
			break
		}
	}
	if err == nil && t.growth.add(inserted) {
		_, _ = t.pool.Exec(ctx, "ANALYZE record") // where that cannot be, PostgreSQL does it within minutes
	}
	return fault(err)
}

// tx is a vault.Tx. It holds the row of the owner for whom it writes, so that no other node comes between.
type tx struct {
	reader
	pgx.Tx
	inserted *int // how many rows, so far
}

// All who write share a lock on the store's key; whoever changes it has it alone. It touches no row.
const (
	shareKey = "SELECT pg_advisory_xact_lock_shared(hashtext('bedside key'), hashtext(current_schema()))"
	takeKey  = "SELECT pg_advisory_xact_lock(hashtext('bedside key'), hashtext(current_schema()))"
)

// Proof reads what only the right key opens, and holds back who would change it.
func (t tx) Proof(ctx context.Context) ([]byte, error) {
	if _, err := t.Exec(ctx, shareKey); err != nil {
		return nil, fault(err)
	}
	return t.reader.Proof(ctx)
}

// Prove puts another proof in the place of the one there is, once nobody else writes.
func (t tx) Prove(ctx context.Context, proof []byte) error {
	if _, err := t.Exec(ctx, takeKey); err != nil {
		return fault(err)
	}
	_, err := t.Exec(ctx, "INSERT INTO proof (id, proof) VALUES (1, $1) ON CONFLICT (id) DO UPDATE SET proof = excluded.proof", proof)
	return fault(err)
}

// Enter finds an owner, or keeps a new one, and locks them.
func (t tx) Enter(ctx context.Context, o vault.Owner) (vault.Owner, error) {
	if _, err := t.Exec(ctx, "INSERT INTO owner (name, key, head) VALUES ($1, $2, '') ON CONFLICT DO NOTHING", o.Name, o.Key); err != nil {
		return o, fault(err)
	}
	return oneOwner(t.QueryRow(ctx, "SELECT name, key, head FROM owner WHERE name = $1 FOR UPDATE", o.Name))
}

// Leave writes an owner's key and head.
func (t tx) Leave(ctx context.Context, o vault.Owner) error {
	_, err := t.Exec(ctx, "UPDATE owner SET key = $2, head = $3 WHERE name = $1", o.Name, o.Key, o.Head)
	return fault(err)
}

// Insert writes new rows.
func (t tx) Insert(ctx context.Context, rows []vault.Row) error {
	*t.inserted += len(rows)
	return t.copy(ctx, "record", len(rows), func(i int) []any {
		r := rows[i]
		return []any{r.Owner, r.Kind, r.ID, r.State, r.At, due(r.Due), r.Rank, r.Version, r.Changed, r.Event, r.Key, r.Body}
	}, "owner", "kind", "id", "state", "at", "due", "rank", "version", "changed", "event", "key", "body")
}

// Append writes events.
func (t tx) Append(ctx context.Context, events []vault.Event) error {
	return t.copy(ctx, "event", len(events), func(i int) []any {
		e := events[i]
		return []any{e.Owner, e.Seq, e.At, e.Kind, e.Verb, e.Commitment, e.Chain}
	}, "owner", "seq", "at", "kind", "verb", "commitment", "chain")
}

// copy writes n new rows into a table.
func (t tx) copy(ctx context.Context, table string, n int, row func(i int) []any, columns ...string) error {
	if n == 0 {
		return nil
	}
	_, err := t.CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromSlice(n, func(i int) ([]any, error) { return row(i), nil }))
	return fault(err)
}

// Replace writes rows over the version before.
func (t tx) Replace(ctx context.Context, rows []vault.Row) error {
	const replace = `UPDATE record SET state = $5, at = $6, due = $7, rank = $8, version = $9, changed = $10, event = $11, key = $12, body = $13
		WHERE owner = $1 AND kind = $2 AND id = $3 AND version = $4`
	b := &pgx.Batch{}
	for _, r := range rows {
		b.Queue(replace, r.Owner, r.Kind, r.ID, r.Version-1, r.State, r.At, due(r.Due), r.Rank, r.Version, r.Changed, r.Event, r.Key, r.Body)
	}
	return t.send(ctx, b)
}

// send runs statements that each change one row.
func (t tx) send(ctx context.Context, b *pgx.Batch) error {
	results := t.SendBatch(ctx, b)
	for range b.Len() {
		done, err := results.Exec()
		if err == nil && done.RowsAffected() == 0 {
			err = vault.Gone()
		}
		if err != nil {
			return errors.Join(fault(err), results.Close())
		}
	}
	return fault(results.Close())
}

// Keys reads all rows of an owner without their bodies.
func (t tx) Keys(ctx context.Context, owner string) ([]vault.Row, error) {
	rows, err := t.Query(ctx, "SELECT owner, kind, id, version, key FROM record WHERE owner = $1", owner)
	return all(rows, err, func(r pgx.CollectableRow) (row vault.Row, err error) {
		err = r.Scan(&row.Owner, &row.Kind, &row.ID, &row.Version, &row.Key)
		return row, err
	})
}

// Rewrap writes the keys of rows.
func (t tx) Rewrap(ctx context.Context, rows []vault.Row) error {
	b := &pgx.Batch{}
	for _, r := range rows {
		b.Queue("UPDATE record SET key = $4 WHERE owner = $1 AND kind = $2 AND id = $3", r.Owner, r.Kind, r.ID, r.Key)
	}
	return t.send(ctx, b)
}

// Delete deletes rows, and tells how many there were.
func (t tx) Delete(ctx context.Context, owner, kind string, ids []string) (int, error) {
	done, err := t.Exec(ctx, "DELETE FROM record WHERE owner = $1 AND kind = $2 AND id = ANY($3)", owner, kind, ids)
	return int(done.RowsAffected()), fault(err)
}

// due is null for never.
func due(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}
