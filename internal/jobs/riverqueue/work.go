package riverqueue

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivertype"

	"bedside/internal/jobs"
)

// Work hands out tickets until its context ends.
func (b *broker) Work(ctx context.Context, workers int, do jobs.Do) {
	w := &worker{broker: b, do: do, board: board{held: map[int64]*held{}}}
	client, err := river.NewClient(riverpgxv5.New(b.store.Pool()), b.config(w, workers))
	if err != nil {
		return // the options are ours
	}
	for client.Start(context.WithoutCancel(ctx)) != nil { // the database is away: it is asked again soon
		if !rest(ctx, b.Poll) {
			return
		}
	}
	beating, end := context.WithCancel(context.WithoutCancel(ctx))
	var beats sync.WaitGroup
	beats.Go(func() { w.beats(beating) })
	<-ctx.Done()
	b.stop(context.WithoutCancel(ctx), client)
	end()
	beats.Wait()
}

// stop waits until handlers have ended, which they do soon after their context, and the database knows of it. Where it is away nobody waits
// for longer than the lease: then the jobs are another's anyway.
func (b *broker) stop(ctx context.Context, client *river.Client[pgx.Tx]) {
	ctx, cancel := context.WithTimeout(ctx, b.Lease)
	defer cancel()
	_ = client.StopAndCancel(ctx)
}

// kept is how long River keeps rows of jobs that have ended: they tell nothing that records do not.
const kept = time.Hour

// cooldown is how often River is asked for jobs at most. Its own default, a tenth of a second, is longer than a batch of posts takes.
const cooldown = 10 * time.Millisecond

// config makes a client that works. Its name tells nothing of the computer, and what it would say it says to nobody.
func (b *broker) config(w *worker, workers int) *river.Config {
	all := river.NewWorkers()
	river.AddWorker(all, w)
	return &river.Config{
		ID:                rand.Text(),
		Queues:            map[string]river.QueueConfig{b.Lane(): {MaxWorkers: workers}},
		Workers:           all,
		FetchCooldown:     min(b.Poll, cooldown),
		FetchPollInterval: b.Poll,
		JobTimeout:        -1, // nobody can foresee how long an archive takes; who falls silent is told by beats
		Logger:            slog.New(slog.DiscardHandler),

		CancelledJobRetentionPeriod: kept,
		CompletedJobRetentionPeriod: kept,
		DiscardedJobRetentionPeriod: kept,
	}
}

// rest waits, and reports whether to go on.
func rest(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-t.C:
		return true
	}
}

// worker does River's jobs.
type worker struct {
	river.WorkerDefaults[batch]
	broker *broker
	do     jobs.Do
	board
}

// errAgain is all that River is told of what went wrong: its errors lie open in the database.
var errAgain = errors.New("to be tried again")

// Work does one of River's jobs.
func (w *worker) Work(ctx context.Context, j *river.Job[batch]) error {
	t, err := ticketOf(j.JobRow)
	if err != nil {
		return errAgain
	}
	inner, stop := context.WithCancelCause(context.WithoutCancel(ctx))
	defer stop(nil)
	defer context.AfterFunc(ctx, func() { stop(causeOf(ctx)) })()
	h := w.hold(j.JobRow, stop, w.broker.Now())
	defer w.drop(h)
	switch o := w.do(inner, t, h.tell); {
	case !o.Again:
		return nil
	case o.Uncounted:
		return river.JobSnooze(o.In)
	default:
		return errAgain
	}
}

// causeOf tells a job that was cancelled from a program that ends.
func causeOf(ctx context.Context) error {
	if errors.Is(context.Cause(ctx), rivertype.ErrJobCancelledRemotely) {
		return jobs.ErrLost
	}
	return context.Cause(ctx)
}

// NextRetry is when a job is tried again that went wrong.
func (w *worker) NextRetry(j *river.Job[batch]) time.Time {
	t, err := ticketOf(j.JobRow)
	if err != nil {
		return time.Time{}
	}
	return w.broker.Now().Add(w.broker.Wait(t.Attempt))
}
