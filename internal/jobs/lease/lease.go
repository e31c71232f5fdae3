// Package lease hands out jobs on SQLite. Whoever takes a ticket has it for a while, and says in time that the work goes on; a ticket whose
// lease has ended is anybody's. It reads no record. Start at New.
package lease

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"

	"bedside/internal/jobs"
	"bedside/internal/store"
	"bedside/internal/store/sqlite"
)

// New makes a queue over a store in SQLite.
func New(s *sqlite.Store, o jobs.Options) *jobs.Queue {
	o = o.Usual()
	return jobs.New(s, &broker{o, s, o.Lane(), make(chan struct{}, wakings)}, o)
}

// broker is a jobs.Broker.
type broker struct {
	jobs.Options
	store *sqlite.Store
	lane  string
	woken chan struct{}
}

// wakings is how many workers of this program are told at once that there is something to do. The others look when they next would.
const wakings = 8

func (b *broker) wake() {
	for range wakings {
		select {
		case b.woken <- struct{}{}:
		default:
			return
		}
	}
}

// Add keeps records of new jobs and tickets.
func (b *broker) Add(ctx context.Context, records []store.Record, tickets []jobs.Ticket) error {
	err := b.store.PutWith(ctx, func(tx *sql.Tx) error {
		const add = `INSERT INTO lease (queue, job, shard, rank, due, holder, attempt, done, total) VALUES (?, ?, ?, ?, ?, '', 0, 0, ?)
			ON CONFLICT DO NOTHING`
		for _, t := range tickets {
			if _, err := tx.ExecContext(ctx, add, b.lane, t.Job, t.Shard, t.Rank, b.Now().UnixMicro(), t.Total); err != nil {
				return err
			}
		}
		return nil
	}, records...)
	if err == nil {
		b.wake()
	}
	return err
}

// Tickets lists the tickets of a shard.
func (b *broker) Tickets(ctx context.Context, shard string) (out []jobs.Ticket, err error) {
	const list = "SELECT job, shard, rank, holder <> '' AND due > ?, attempt, done, total FROM lease WHERE queue = ? AND ? IN ('', shard)"
	rows, err := b.store.Reading().QueryContext(ctx, list, b.Now().UnixMicro(), b.lane, shard)
	if err != nil {
		return nil, sqlite.Fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		var t jobs.Ticket
		if err := rows.Scan(&t.Job, &t.Shard, &t.Rank, &t.Running, &t.Attempt, &t.Done, &t.Total); err != nil {
			return nil, sqlite.Fault(err)
		}
		out = append(out, t)
	}
	return out, sqlite.Fault(rows.Err())
}

// Cancel takes tickets back.
func (b *broker) Cancel(ctx context.Context, ids ...string) error {
	names, err := json.Marshal(ids)
	if err != nil {
		return sqlite.Fault(err)
	}
	return b.exec(ctx, "DELETE FROM lease WHERE queue = ? AND job IN (SELECT value FROM json_each(?))", b.lane, string(names))
}

// exec runs one statement.
func (b *broker) exec(ctx context.Context, statement string, args ...any) error {
	return b.store.Write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, statement, args...)
		return err
	})
}

// exactly runs a statement that changes a row, and reports whether there was one.
func (b *broker) exactly(ctx context.Context, statement string, args ...any) (changed bool, err error) {
	err = b.store.Write(ctx, func(tx *sql.Tx) error {
		done, err := tx.ExecContext(ctx, statement, args...)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		changed = n > 0
		return err
	})
	return changed, err
}

// due reports whether there is something to take: asking for it holds no writer up.
func (b *broker) due(ctx context.Context) bool {
	var one int
	err := b.store.Reading().QueryRowContext(ctx, "SELECT 1 FROM lease WHERE queue = ? AND due <= ? LIMIT 1", b.lane, b.Now().UnixMicro()).Scan(&one)
	return err == nil
}

// take makes the ticket that is due, of the highest rank, a holder's.
func (b *broker) take(ctx context.Context, holder string) (t jobs.Ticket, found bool, err error) {
	const take = `UPDATE lease SET holder = ?, attempt = attempt + 1, due = ? WHERE (queue, job) = (
			SELECT queue, job FROM lease WHERE queue = ? AND due <= ? ORDER BY rank DESC, due, job LIMIT 1)
		RETURNING job, shard, rank, attempt, done, total`
	err = b.store.Write(ctx, func(tx *sql.Tx) error {
		now := b.Now()
		row := tx.QueryRowContext(ctx, take, holder, now.Add(b.Lease).UnixMicro(), b.lane, now.UnixMicro())
		err := row.Scan(&t.Job, &t.Shard, &t.Rank, &t.Attempt, &t.Done, &t.Total)
		if found = err == nil; errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		return err
	})
	return t, found && err == nil, err
}
