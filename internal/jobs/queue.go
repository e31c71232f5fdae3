package jobs

import (
	"context"
	"encoding/json"
	"time"

	"bedside"
	"bedside/internal/store"
)

// Options is what a queue is made from. Store and Now are needed.
type Options struct {
	Store store.Store
	Owner string
	Now   func() time.Time

	Lease    time.Duration // how long whoever took a job may be silent; 15 seconds when 0
	Poll     time.Duration // how often others' jobs are looked for; a second when 0
	Attempts int           // how often a job is begun at most; 5 when 0
	Backoff  time.Duration // before the second attempt, then four times as long each; a second when 0
}

// Queue keeps jobs and has them done.
type Queue struct {
	Options
	woken chan struct{}
}

// New makes a queue over a store.
func New(o Options) *Queue {
	for _, d := range []struct {
		field *time.Duration
		usual time.Duration
	}{{&o.Lease, 15 * time.Second}, {&o.Poll, time.Second}, {&o.Backoff, time.Second}} {
		if *d.field <= 0 {
			*d.field = d.usual
		}
	}
	if o.Attempts <= 0 {
		o.Attempts = 5
	}
	return &Queue{Options: o, woken: make(chan struct{}, wakings)}
}

// Enqueue asks for jobs. One whose key was asked for before is left as it is, whatever became of it.
func (q *Queue) Enqueue(ctx context.Context, requests ...Request) error {
	records := make([]store.Record, len(requests))
	for i := range requests {
		var err error
		if records[i], err = q.record(&requests[i]); err != nil {
			return err
		}
	}
	if len(records) == 0 {
		return nil
	}
	_, err := q.Store.Put(ctx, records...)
	if isConflict(err) { // some are there: the others are added one by one
		for i := range records {
			if _, err = q.Store.Put(ctx, records[i]); err != nil && !isConflict(err) {
				return err
			}
		}
		err = nil
	}
	q.wake()
	return err
}

func (q *Queue) record(r *Request) (store.Record, error) {
	args, err := json.Marshal(r.Args)
	if err != nil {
		return store.Record{}, &bedside.Error{Code: bedside.CodeInternal, Message: "a job cannot be kept", Err: err}
	}
	now := q.Now()
	out := store.Record{ID: idOf(r.Key), Owner: q.Owner, Kind: recordKind, At: now, Due: now, Rank: r.Rank}
	j := Job{Kind: r.Kind, Group: r.Group, Args: args, Total: r.Total, State: Waiting}
	return out, j.write(&out)
}

// Group lists the jobs of a group, the first asked for first.
func (q *Queue) Group(ctx context.Context, group string) ([]Job, error) {
	var out []Job
	err := q.each(ctx, group, nil, func(_ store.Record, j Job) error {
		out = append(out, j)
		return nil
	})
	return out, err
}

// Cancel ends the jobs of a group that are not done yet. Those under way are told at their next sign of life.
func (q *Queue) Cancel(ctx context.Context, group string) error {
	return q.each(ctx, group, []string{Waiting, Running}, func(r store.Record, j Job) error {
		for {
			if j.State != Waiting && j.State != Running {
				return nil
			}
			j.State, r.Due = Cancelled, time.Time{}
			if err := j.write(&r); err != nil {
				return err
			}
			_, err := q.Store.Put(ctx, r)
			if !isConflict(err) {
				return ignoreGone(err)
			}
			if r, err = q.Store.Get(ctx, q.Owner, recordKind, r.ID); err != nil {
				return ignoreGone(err)
			}
			if j, err = read(&r); err != nil {
				return err
			}
		}
	})
}

// Forget deletes the jobs of a group that have ended.
func (q *Queue) Forget(ctx context.Context, group string) error {
	var ids []string
	err := q.each(ctx, group, []string{Done, Failed, Cancelled}, func(r store.Record, _ Job) error {
		ids = append(ids, r.ID)
		return nil
	})
	if err != nil || len(ids) == 0 {
		return err
	}
	return q.Store.Delete(ctx, q.Owner, recordKind, ids...)
}

// each hands out the jobs of a group, in one of some states.
func (q *Queue) each(ctx context.Context, group string, states []string, do func(store.Record, Job) error) error {
	records, err := q.Store.List(ctx, store.Filter{Owner: q.Owner, Kind: recordKind, States: states, Oldest: true})
	if err != nil {
		return err
	}
	for i := range records {
		j, err := read(&records[i])
		if err != nil {
			return err
		}
		if j.Group != group {
			continue
		}
		if err := do(records[i], j); err != nil {
			return err
		}
	}
	return nil
}

// wakings is how many workers of this program are told at once that there is something to do. The others look when they next would.
const wakings = 8

// wake tells the workers of this program that there is something to do.
func (q *Queue) wake() {
	for range wakings {
		select {
		case q.woken <- struct{}{}:
		default:
			return
		}
	}
}

func isConflict(err error) bool { return bedside.CodeOf(err) == bedside.CodeConflict }

// ignoreGone passes over a job that somebody deleted meanwhile.
func ignoreGone(err error) error {
	if bedside.CodeOf(err) == bedside.CodeNotFound {
		return nil
	}
	return err
}
