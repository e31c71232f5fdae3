package lease

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"sync"
	"time"

	"bedside/internal/jobs"
)

// Work hands out tickets until its context ends.
func (b *broker) Work(ctx context.Context, workers int, do jobs.Do) {
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for ctx.Err() == nil {
				if !b.one(ctx, do) {
					b.rest(ctx)
				}
			}
		})
	}
	running.Wait()
}

// rest waits until somebody asks for a job here, or until it is time to look for others' jobs.
func (b *broker) rest(ctx context.Context) {
	t := time.NewTimer(b.Poll)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	case <-b.woken:
	}
}

// one takes a ticket and has its job done. It reports whether there was one.
func (b *broker) one(ctx context.Context, do jobs.Do) bool {
	if !b.due(ctx) {
		return false
	}
	l := lease{broker: b, holder: rand.Text(), told: b.Now()}
	var found bool
	var err error
	if l.ticket, found, err = b.take(ctx, l.holder); err != nil || !found {
		return false // somebody was faster, or the store is away
	}
	l.settle(ctx, l.run(ctx, do))
	return true
}

// lease is a ticket that a worker has taken.
type lease struct {
	broker *broker
	holder string
	ticket jobs.Ticket
	told   time.Time // when it was prolonged last

	mutex       sync.Mutex // over what follows: the job tells it while the lease is prolonged
	done, total int
	news        bool // that the store does not know yet
}

func (l *lease) tell(done, total int) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.done, l.total, l.news = done, total, true
}

// run has a job done, and says in time that it goes on.
func (l *lease) run(ctx context.Context, do jobs.Do) jobs.Outcome {
	inner, stop := context.WithCancelCause(ctx)
	l.done, l.total = l.ticket.Done, l.ticket.Total
	var beating sync.WaitGroup
	beating.Go(func() { l.beats(inner, stop) })
	defer func() {
		stop(nil)
		beating.Wait()
	}()
	return do(inner, l.ticket, l.tell)
}

// beats prolongs the lease, each time with the progress so far, until the job has ended or is somebody else's.
func (l *lease) beats(ctx context.Context, stop context.CancelCauseFunc) {
	every := time.NewTicker(l.broker.Beat())
	defer every.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
		now := l.broker.Now()
		mine, err := l.beat(ctx, now)
		if err == nil && !mine || err != nil && now.Sub(l.told) >= l.broker.Lease {
			stop(jobs.ErrLost)
		}
	}
}

// beat prolongs the lease if there is something to tell or it is time, and looks whether it still holds.
func (l *lease) beat(ctx context.Context, now time.Time) (mine bool, err error) {
	l.mutex.Lock()
	done, total, news := l.done, l.total, l.news
	l.news = false
	l.mutex.Unlock()
	b := l.broker
	if !news && now.Sub(l.told) < b.Lease/3 {
		return b.holds(ctx, l.ticket.Job, l.holder)
	}
	mine, err = b.exactly(ctx, "UPDATE lease SET due = ?, done = ?, total = ? WHERE queue = ? AND job = ? AND holder = ?", now.Add(b.Lease).UnixMicro(), done, total, b.lane, l.ticket.Job, l.holder)
	if mine {
		l.told = now
	}
	return mine, err
}

// holds reports whether a ticket is somebody's still.
func (b *broker) holds(ctx context.Context, job, holder string) (bool, error) {
	var one int
	err := b.store.Reading().QueryRowContext(ctx, "SELECT 1 FROM lease WHERE queue = ? AND job = ? AND holder = ?", b.lane, job, holder).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// settle does what becomes of a ticket. Where that fails the lease runs out, and the job is done again: it bears that.
func (l *lease) settle(ctx context.Context, o jobs.Outcome) {
	b, ctx := l.broker, context.WithoutCancel(ctx)
	if !o.Again {
		_ = b.exec(ctx, "DELETE FROM lease WHERE queue = ? AND job = ? AND holder = ?", b.lane, l.ticket.Job, l.holder)
		return
	}
	attempt := l.ticket.Attempt
	if o.Uncounted {
		attempt--
	}
	_ = b.exec(ctx, "UPDATE lease SET holder = '', due = ?, attempt = ? WHERE queue = ? AND job = ? AND holder = ?", b.Now().Add(o.In).UnixMicro(), attempt, b.lane, l.ticket.Job, l.holder)
}
