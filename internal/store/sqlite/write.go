package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"bedside/internal/store/vault"
)

// Claim keeps the first proof that comes.
func (t *tables) Claim(ctx context.Context, proof []byte) ([]byte, error) {
	if _, err := t.write.ExecContext(ctx, "INSERT INTO proof (id, proof) VALUES (1, ?) ON CONFLICT DO NOTHING", proof); err != nil {
		return nil, fault(err)
	}
	err := t.write.QueryRowContext(ctx, "SELECT proof FROM proof").Scan(&proof)
	return proof, fault(err)
}

// Write does all that a function does, or nothing.
func (t *tables) Write(ctx context.Context, do func(vault.Tx) error) error {
	sqlTx, err := t.write.BeginTx(ctx, nil)
	if err != nil {
		return fault(err)
	}
	if err := do(tx{reader{sqlTx}, sqlTx}); err != nil {
		return errors.Join(fault(err), unlessDone(sqlTx.Rollback()))
	}
	if err := sqlTx.Commit(); err != nil {
		return fault(err)
	}
	t.scrub(context.WithoutCancel(ctx))
	return nil
}

func unlessDone(err error) error {
	if errors.Is(err, sql.ErrTxDone) {
		return nil
	}
	return err
}

// tx is a vault.Tx. It holds the one lock that writers have, so that nobody else comes between.
type tx struct {
	reader
	sql *sql.Tx
}

// Prove puts another proof in the place of the one there is.
func (t tx) Prove(ctx context.Context, proof []byte) error {
	_, err := t.sql.ExecContext(ctx, "INSERT INTO proof (id, proof) VALUES (1, ?) ON CONFLICT DO UPDATE SET proof = excluded.proof", proof)
	return fault(err)
}

// Enter finds an owner, or keeps a new one.
func (t tx) Enter(ctx context.Context, o vault.Owner) (vault.Owner, error) {
	if _, err := t.sql.ExecContext(ctx, "INSERT INTO owner (name, key, head) VALUES (?, ?, x'') ON CONFLICT DO NOTHING", o.Name, o.Key); err != nil {
		return o, fault(err)
	}
	return oneOwner(t.sql.QueryRowContext(ctx, "SELECT name, key, head FROM owner WHERE name = ?", o.Name))
}

// Leave writes an owner's key and head.
func (t tx) Leave(ctx context.Context, o vault.Owner) error {
	_, err := t.sql.ExecContext(ctx, "UPDATE owner SET key = ?, head = ? WHERE name = ?", o.Key, o.Head, o.Name)
	return fault(err)
}

// Insert writes new rows.
func (t tx) Insert(ctx context.Context, rows []vault.Row) error {
	return t.each(ctx, "INSERT INTO record ("+columns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", len(rows), func(s *sql.Stmt, i int) error {
		r := rows[i]
		_, err := s.ExecContext(ctx, r.Owner, r.Kind, r.ID, r.State, r.At.UnixMicro(), due(r.Due), r.Rank, r.Version, r.Changed.UnixMicro(), r.Event, r.Key, r.Body)
		return err
	})
}

// Replace writes rows over the version before.
func (t tx) Replace(ctx context.Context, rows []vault.Row) error {
	const replace = `UPDATE record SET state = ?, at = ?, due = ?, rank = ?, version = ?, changed = ?, event = ?, key = ?, body = ?
		WHERE owner = ? AND kind = ? AND id = ? AND version = ?`
	return t.each(ctx, replace, len(rows), func(s *sql.Stmt, i int) error {
		r := rows[i]
		done, err := s.ExecContext(ctx, r.State, r.At.UnixMicro(), due(r.Due), r.Rank, r.Version, r.Changed.UnixMicro(), r.Event, r.Key, r.Body,
			r.Owner, r.Kind, r.ID, r.Version-1)
		if err != nil {
			return err
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, vault.Gone())
		}
		return nil
	})
}

// Delete deletes rows, and tells how many there were.
func (t tx) Delete(ctx context.Context, owner, kind string, ids []string) (deleted int, err error) {
	err = t.each(ctx, "DELETE FROM record WHERE owner = ? AND kind = ? AND id = ?", len(ids), func(s *sql.Stmt, i int) error {
		done, err := s.ExecContext(ctx, owner, kind, ids[i])
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		deleted += int(n)
		return err
	})
	return deleted, err
}

// Append writes events.
func (t tx) Append(ctx context.Context, events []vault.Event) error {
	return t.each(ctx, "INSERT INTO event (owner, seq, at, kind, verb, commitment, chain) VALUES (?, ?, ?, ?, ?, ?, ?)", len(events), func(s *sql.Stmt, i int) error {
		e := events[i]
		_, err := s.ExecContext(ctx, e.Owner, e.Seq, e.At.UnixMicro(), e.Kind, e.Verb, e.Commitment, e.Chain)
		return err
	})
}

// Keys reads all rows of an owner without their bodies.
func (t tx) Keys(ctx context.Context, owner string) ([]vault.Row, error) {
	rows, err := t.sql.QueryContext(ctx, "SELECT owner, kind, id, version, key FROM record WHERE owner = ?", owner)
	return all(rows, err, func(r *sql.Rows) (row vault.Row, err error) {
		err = r.Scan(&row.Owner, &row.Kind, &row.ID, &row.Version, &row.Key)
		return row, err
	})
}

// Rewrap writes the keys of rows.
func (t tx) Rewrap(ctx context.Context, rows []vault.Row) error {
	return t.each(ctx, "UPDATE record SET key = ? WHERE owner = ? AND kind = ? AND id = ?", len(rows), func(s *sql.Stmt, i int) error {
		r := rows[i]
		_, err := s.ExecContext(ctx, r.Key, r.Owner, r.Kind, r.ID)
		return err
	})
}

// each runs one statement n times.
func (t tx) each(ctx context.Context, statement string, n int, run func(s *sql.Stmt, i int) error) error {
	if n == 0 {
		return nil
	}
	s, err := t.sql.PrepareContext(ctx, statement)
	if err != nil {
		return fault(err)
	}
	defer s.Close()
	for i := range n {
		if err := run(s, i); err != nil {
			return fault(err)
		}
	}
	return nil
}

// due is null for never.
func due(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return t.UnixMicro()
}
