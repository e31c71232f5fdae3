package jobs

import (
	"context"
	"errors"
	"time"

	"bedside"
	"bedside/internal/store"
)

// Work does jobs until its context ends, so many at a time. Those under way then are given back.
func (q *Queue) Work(ctx context.Context, workers int, handlers map[string]Handler) {
	again := time.NewTicker(q.Poll)
	defer again.Stop()
	for q.adopt(ctx) != nil { // the store is away: it is asked again soon
		select {
		case <-ctx.Done():
			return
		case <-again.C:
		}
	}
	q.broker.Work(ctx, workers, func(ctx context.Context, t Ticket, tell func(done, total int)) Outcome {
		return q.do(ctx, t, handlers, tell)
	})
}

// adopt gives tickets to jobs that have none: they came with a backup, from which tickets are left out.
func (q *Queue) adopt(ctx context.Context) error {
	records, err := q.store.List(ctx, store.Filter{Owner: q.Owner, Kind: recordKind, States: []string{Waiting}, Oldest: true})
	if err != nil || len(records) == 0 {
		return err
	}
	tickets := make([]Ticket, 0, len(records))
	for i := range records {
		j, err := read(&records[i])
		if err != nil {
			return err
		}
		tickets = append(tickets, ticketOf(&records[i], &j))
	}
	return q.broker.Add(ctx, nil, tickets)
}

// do does the job of a ticket.
func (q *Queue) do(ctx context.Context, t Ticket, handlers map[string]Handler, tell func(done, total int)) Outcome {
	r, err := q.store.Get(ctx, q.Owner, recordKind, t.Job)
	switch {
	case bedside.CodeOf(err) == bedside.CodeNotFound: // forgotten
		return Outcome{}
	case err != nil:
		return q.later()
	}
	j, err := read(&r)
	switch {
	case err == nil && j.ended():
		return Outcome{}
	case err == nil && t.Attempt > q.Attempts: // it ends the program each time, or takes all of the lease
		err = bedside.Errorf(bedside.CodeInvalid, "This was begun several times and never ended.")
	case err == nil && handlers[j.Kind] == nil: // another version's
		return q.later()
	case err == nil:
		j.follow(&t)
		err = run(ctx, handlers[j.Kind], j, func(done, total int) {
			t.Done, t.Total = done, total
			tell(done, total)
		})
	}
	return q.settle(ctx, &t, err)
}

// later is the outcome where nothing could be tried.
func (q *Queue) later() Outcome { return Outcome{Again: true, In: q.Backoff, Uncounted: true} }

// run has a handler do a job.
func run(ctx context.Context, do Handler, j Job, progress func(done, total int)) (err error) {
	defer func() {
		if recover() != nil { // the value may hold words of a post: it goes nowhere
			err = bedside.Errorf(bedside.CodeInternal, "A fault inside Bedside ended this.")
		}
	}()
	return do(ctx, j, progress)
}

// settle decides what becomes of a job, and writes it if it has ended.
func (q *Queue) settle(ctx context.Context, t *Ticket, err error) Outcome {
	later, waits := errors.AsType[*LaterError](err)
	switch {
	case errors.Is(context.Cause(ctx), ErrLost):
		return Outcome{}
	case err == nil:
		return q.ended(ctx, t, func(j *Job) { j.State, j.Done = Done, max(t.Done, t.Total) })
	case ctx.Err() != nil: // the program ends: another one, or the next, goes on at once
		return Outcome{Again: true, Uncounted: true}
	case waits:
		return Outcome{Again: true, In: later.In, Uncounted: true}
	case isFinal(err), t.Attempt >= q.Attempts:
		return q.ended(ctx, t, func(j *Job) { j.State, j.Done, j.Problem = Failed, t.Done, sayable(err) })
	default:
		return Outcome{Again: true, In: q.Wait(t.Attempt)}
	}
}

// Wait is how long a job waits that failed so many times.
func (o Options) Wait(attempts int) time.Duration { return o.Backoff << (2 * max(attempts-1, 0)) }

// ended writes how a job ended. Where that fails it is done again: it bears that.
func (q *Queue) ended(ctx context.Context, t *Ticket, how func(*Job)) Outcome {
	err := q.end(context.WithoutCancel(ctx), t.Job, func(j *Job) {
		j.Attempt, j.Total = t.Attempt, t.Total
		how(j)
	})
	if err != nil {
		return q.later()
	}
	return Outcome{}
}

// isFinal reports whether trying again would end in the same way.
func isFinal(err error) bool {
	switch bedside.CodeOf(err) {
	case bedside.CodeInvalid, bedside.CodeNotFound, bedside.CodeTooLarge:
		return true
	default:
		return false
	}
}

// sayable is what may be shown of an error.
func sayable(err error) string {
	if e, ok := errors.AsType[*bedside.Error](err); ok {
		return e.Message
	}
	return "A fault inside Bedside ended this."
}
