package jobs

import (
	"context"
	"encoding/json"

	"bedside"
	"bedside/internal/store"
)

// Queue keeps jobs and has them done. What a job is about, and that it has ended, is in its record; the rest is the broker's.
type Queue struct {
	Options
	store  store.Store
	broker Broker
}

// New makes a queue of a store and the broker that belongs to it.
func New(s store.Store, b Broker, o Options) *Queue { return &Queue{o.Usual(), s, b} }

// Enqueue asks for jobs. One whose key was asked for before is left as it is, whatever became of it.
func (q *Queue) Enqueue(ctx context.Context, requests ...Request) error {
	records, tickets := make([]store.Record, len(requests)), make([]Ticket, len(requests))
	for i := range requests {
		var err error
		if records[i], tickets[i], err = q.asked(&requests[i]); err != nil {
			return err
		}
	}
	if len(requests) == 0 {
		return nil
	}
	err := q.broker.Add(ctx, records, tickets)
	if !isConflict(err) {
		return err
	}
	for i := range records { // some are there: the others are added one by one
		if err := q.broker.Add(ctx, records[i:i+1], tickets[i:i+1]); err != nil && !isConflict(err) {
			return err
		}
	}
	return nil
}

// asked makes the record and the ticket of a job.
func (q *Queue) asked(r *Request) (store.Record, Ticket, error) {
	args, err := json.Marshal(r.Args)
	if err != nil {
		return store.Record{}, Ticket{}, &bedside.Error{Code: bedside.CodeInternal, Message: "a job cannot be kept", Err: err}
	}
	out := store.Record{ID: idOf(recordKind, r.Key), Owner: q.Owner, Kind: recordKind, At: q.Now(), Rank: r.Rank}
	j := Job{Kind: r.Kind, Group: r.Group, Args: args, Total: r.Total, State: Waiting}
	return out, ticketOf(&out, &j), j.write(&out)
}

func ticketOf(r *store.Record, j *Job) Ticket {
	return Ticket{Job: r.ID, Shard: shardOf(j.Group), Rank: r.Rank, Total: j.Total}
}

// Group lists the jobs of a group, the first asked for first.
func (q *Queue) Group(ctx context.Context, group string) ([]Job, error) {
	tickets, err := q.broker.Tickets(ctx, shardOf(group)) // before the records: a job that ends between is seen to have ended
	if err != nil {
		return nil, err
	}
	of := make(map[string]*Ticket, len(tickets))
	for i := range tickets {
		of[tickets[i].Job] = &tickets[i]
	}
	var out []Job
	err = q.each(ctx, group, nil, func(r store.Record, j Job) error {
		if t := of[r.ID]; t != nil && !j.ended() {
			j.follow(t)
		}
		out = append(out, j)
		return nil
	})
	return out, err
}

// Left counts the jobs of a group that have not ended and go before those of a rank. It opens no record.
func (q *Queue) Left(ctx context.Context, group string, above int) (int, error) {
	tickets, err := q.broker.Tickets(ctx, shardOf(group))
	left := 0
	for _, t := range tickets {
		if t.Rank > above {
			left++
		}
	}
	return left, err
}

// follow takes over how far a job is.
func (j *Job) follow(t *Ticket) {
	j.Attempt, j.Done, j.Total = t.Attempt, t.Done, t.Total
	if t.Running {
		j.State = Running
	}
}

// Cancel ends the jobs of a group that are not done yet. Those under way are told soon.
func (q *Queue) Cancel(ctx context.Context, group string) error {
	var ids []string
	err := q.each(ctx, group, []string{Waiting}, func(r store.Record, _ Job) error {
		ids = append(ids, r.ID)
		return q.end(ctx, r.ID, func(j *Job) { j.State = Cancelled })
	})
	if err != nil || len(ids) == 0 {
		return err
	}
	return q.broker.Cancel(ctx, ids...)
}

// end writes how a job ended, unless it has ended already.
func (q *Queue) end(ctx context.Context, id string, how func(*Job)) error {
	for {
		r, err := q.store.Get(ctx, q.Owner, recordKind, id)
		if err != nil {
			return ignoreGone(err)
		}
		j, err := read(&r)
		if err != nil || j.ended() {
			return err
		}
		how(&j)
		j.Args = nil // nobody needs them any more
		if err := j.write(&r); err != nil {
			return err
		}
		if _, err = q.store.Put(ctx, r); !isConflict(err) {
			return err
		}
	}
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
	return q.store.Delete(ctx, q.Owner, recordKind, ids...)
}

// each hands out the jobs of a group, in one of some states.
func (q *Queue) each(ctx context.Context, group string, states []string, do func(store.Record, Job) error) error {
	records, err := q.store.List(ctx, store.Filter{Owner: q.Owner, Kind: recordKind, States: states, Oldest: true})
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

func isConflict(err error) bool { return bedside.CodeOf(err) == bedside.CodeConflict }

// ignoreGone passes over a job that somebody deleted meanwhile.
func ignoreGone(err error) error {
	if bedside.CodeOf(err) == bedside.CodeNotFound {
		return nil
	}
	return err
}
