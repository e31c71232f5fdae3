// Package riverqueue hands out jobs on PostgreSQL with River (https://riverqueue.com): its queue, its uniqueness, its notices and its retries.
// A job of River carries the id of a batch and of its shard, and no word of what it is about. What River does not have, a lease for work
// that takes longer than anybody can foresee, is in beat.go. It reads no record. Start at New.
package riverqueue

import (
	"context"
	"encoding/json"
	"log/slog"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"bedside"
	"bedside/internal/jobs"
	"bedside/internal/store"
	"bedside/internal/store/postgres"
)

// New makes a queue over a store in PostgreSQL.
func New(s *postgres.Store, o jobs.Options) (*jobs.Queue, error) {
	b := &broker{Options: o.Usual(), store: s}
	var err error
	if b.client, err = river.NewClient(riverpgxv5.New(s.Pool()), &river.Config{Logger: slog.New(slog.DiscardHandler)}); err != nil {
		return nil, internal(err)
	}
	return jobs.New(s, b, b.Options), nil
}

func internal(err error) error {
	return &bedside.Error{Code: bedside.CodeInternal, Message: "the queue of jobs cannot be used", Err: err}
}

// broker is a jobs.Broker.
type broker struct {
	jobs.Options
	store  *postgres.Store
	client *river.Client[pgx.Tx] // it asks for jobs; whoever works has another
}

// batch is all that a job of River carries.
type batch struct {
	Batch string `json:"batch"` // id of the job's record
	Shard string `json:"shard"`
}

// Kind is River's word for what a job is.
func (batch) Kind() string { return "batch" }

// progress is what the row of a job says beside River's own: how often it was begun before it was taken from somebody who fell silent,
// and how far it is.
type progress struct {
	Begun int `json:"begun,omitempty"`
	Done  int `json:"done,omitempty"`
	Total int `json:"total,omitempty"`
}

// mostAttempts leaves it to a queue how often a job is tried.
const mostAttempts = 10_000

// live are the states of jobs that have not ended.
func live() []rivertype.JobState {
	return []rivertype.JobState{
		rivertype.JobStateAvailable, rivertype.JobStatePending, rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled,
	}
}

// insert makes a job of River. Of those that are live there is one for a batch.
func (b *broker) insert(args batch, priority int, p progress) (river.InsertManyParams, error) {
	metadata, err := json.Marshal(p)
	return river.InsertManyParams{Args: args, InsertOpts: &river.InsertOpts{
		Queue: b.Lane(), Priority: priority, MaxAttempts: mostAttempts, Metadata: metadata, UniqueOpts: river.UniqueOpts{ByArgs: true, ByQueue: true, ByState: live()},
	}}, err
}

// River's priorities go from 1, the highest, to 4.
const lowest = 4

func priorityOf(rank int) int { return lowest - min(max(rank, 0), lowest-1) }

// Add keeps records of new jobs and tickets, in one transaction.
func (b *broker) Add(ctx context.Context, records []store.Record, tickets []jobs.Ticket) error {
	inserts := make([]river.InsertManyParams, len(tickets))
	for i, t := range tickets {
		var err error
		if inserts[i], err = b.insert(batch{t.Job, t.Shard}, priorityOf(t.Rank), progress{Total: t.Total}); err != nil {
			return internal(err)
		}
	}
	return b.store.PutWith(ctx, func(tx pgx.Tx) error {
		_, err := b.client.InsertManyTx(ctx, tx, inserts)
		return err
	}, records...)
}

// atOnce is how many jobs are listed at once.
const atOnce = 10_000

// list lists jobs that have not ended.
func (b *broker) list(ctx context.Context, where string, args river.NamedArgs) (out []*rivertype.JobRow, _ error) {
	p := river.NewJobListParams().First(atOnce).Queues(b.Lane()).States(live()...).Where(where, args)
	for {
		found, err := b.client.JobList(ctx, p)
		if err != nil {
			return nil, postgres.Fault(err)
		}
		out = append(out, found.Jobs...)
		if len(found.Jobs) < atOnce {
			return out, nil
		}
		p = p.After(found.LastCursor)
	}
}

// Tickets lists the tickets of a shard.
func (b *broker) Tickets(ctx context.Context, shard string) ([]jobs.Ticket, error) {
	rows, err := b.list(ctx, "(@shard::text = '' OR args ->> 'shard' = @shard::text)", river.NamedArgs{"shard": shard})
	out := make([]jobs.Ticket, 0, len(rows))
	for _, row := range rows {
		t, err := ticketOf(row)
		if err != nil {
			return nil, err
		}
		out = append(out, t)
	}
	return out, err
}

func ticketOf(row *rivertype.JobRow) (jobs.Ticket, error) {
	var args batch
	var p progress
	if err := json.Unmarshal(row.EncodedArgs, &args); err != nil {
		return jobs.Ticket{}, internal(err)
	}
	if err := json.Unmarshal(row.Metadata, &p); err != nil {
		return jobs.Ticket{}, internal(err)
	}
	return jobs.Ticket{
		Job: args.Batch, Shard: args.Shard, Rank: lowest - row.Priority, Running: row.State == rivertype.JobStateRunning,
		Attempt: p.Begun + row.Attempt, Done: p.Done, Total: p.Total,
	}, nil
}

// Cancel takes tickets back. River tells who has one.
func (b *broker) Cancel(ctx context.Context, ids ...string) error {
	rows, err := b.list(ctx, "args ->> 'batch' = ANY(@batches::text[])", river.NamedArgs{"batches": ids})
	if err != nil || len(rows) == 0 {
		return err
	}
	return postgres.Fault(pgx.BeginFunc(ctx, b.store.Pool(), func(tx pgx.Tx) error {
		for _, row := range rows {
			if _, err := b.client.JobCancelTx(ctx, tx, row.ID); err != nil {
				return err
			}
		}
		return nil
	}))
}
