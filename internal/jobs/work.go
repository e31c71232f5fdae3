package jobs

import (
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"time"

	"bedside"
	"bedside/internal/store"
)

// Work does jobs until its context ends, so many at a time. Those under way then are given back.
func (q *Queue) Work(ctx context.Context, workers int, handlers map[string]Handler) {
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for ctx.Err() == nil {
				if !q.one(ctx, handlers) {
					q.rest(ctx)
				}
			}
		})
	}
	running.Wait()
}

// rest waits until somebody asks for a job here, or until it is time to look for others' jobs.
func (q *Queue) rest(ctx context.Context) {
	t := time.NewTimer(q.Poll)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	case <-q.woken:
	}
}

// one takes a job and does it. It reports whether there was one.
func (q *Queue) one(ctx context.Context, handlers map[string]Handler) bool {
	l, ok := q.take(ctx, handlers)
	if !ok {
		return false
	}
	if l.job.Attempt > q.Attempts { // it ends the program each time, or takes all of the lease
		l.job.Problem = "This was begun several times and never ended."
		l.end(ctx, Failed, time.Time{})
		return true
	}
	l.settle(ctx, l.run(ctx, handlers[l.job.Kind]))
	return true
}

// choices is how many jobs a worker chooses from, so that many workers do not all reach for the same one.
const choices = 16

// take makes one of the jobs that are due its own. Of those who reach for a job, the store lets one have it.
func (q *Queue) take(ctx context.Context, handlers map[string]Handler) (*lease, bool) {
	now := q.Now()
	for _, state := range []string{Waiting, Running} { // a running one is due when its lease has ended
		found, err := q.Store.List(ctx, store.Filter{Owner: q.Owner, Kind: recordKind, States: []string{state}, DueBefore: now, Limit: choices})
		if err != nil {
			return nil, false // the store is away: it is asked again soon
		}
		for len(found) > 0 {
			i := pick(found)
			r := found[i]
			found = append(found[:i], found[i+1:]...)
			j, err := read(&r)
			if err != nil || handlers[j.Kind] == nil {
				continue
			}
			l := &lease{queue: q, record: r, job: j}
			l.job.State = Running
			l.job.Attempt++
			if l.put(ctx, now.Add(q.Lease)) == nil {
				return l, true
			}
		}
	}
	return nil, false
}

// pick chooses among the jobs of the highest rank: which of them does not matter, but that others choose otherwise does.
func pick(found []store.Record) int {
	n := 1
	for n < len(found) && found[n].Rank == found[0].Rank {
		n++
	}
	return rand.IntN(n) //nolint:gosec // nobody gains by guessing it
}

// lease is a job that a worker has taken.
type lease struct {
	queue  *Queue
	mutex  sync.Mutex // over what follows: the handler tells its progress while the lease is renewed
	record store.Record
	job    Job
}

// put writes the job with the time at which its lease ends, or at which it is tried again.
func (l *lease) put(ctx context.Context, due time.Time) error {
	r := l.record
	r.Due = due
	if err := l.job.write(&r); err != nil {
		return err
	}
	kept, err := l.queue.Store.Put(ctx, r)
	if err == nil {
		l.record = kept[0]
	}
	return err
}

// run has a job done, and says in time that it goes on. A job that somebody else has, or that was cancelled, is broken off.
func (l *lease) run(ctx context.Context, do Handler) (err error) {
	inner, stop := context.WithCancelCause(ctx)
	var renewing sync.WaitGroup
	renewing.Go(func() { l.renew(inner, stop) })
	defer func() {
		if recover() != nil { // the value may hold words of a post: it goes nowhere
			err = bedside.Errorf(bedside.CodeInternal, "A fault inside Bedside ended this.")
		}
		stop(nil)
		renewing.Wait()
		if lost := context.Cause(inner); errors.Is(lost, errLost) {
			err = errLost
		}
	}()
	return do(inner, l.job, l.progress)
}

// errLost says that a job is somebody else's now, or nobody's any more.
var errLost = errors.New("the lease has ended")

func (l *lease) progress(done, total int) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.job.Done, l.job.Total = done, total
}

// renew prolongs the lease, each time with the progress so far, until the job has ended.
func (l *lease) renew(ctx context.Context, stop context.CancelCauseFunc) {
	every := time.NewTicker(min(l.queue.Lease/3, time.Second))
	defer every.Stop()
	told := l.queue.Now()
	said := 0
	for {
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
		l.mutex.Lock()
		now := l.queue.Now()
		if l.job.Done != said || now.Sub(told) >= l.queue.Lease/3 {
			err := l.put(ctx, now.Add(l.queue.Lease))
			switch {
			case err == nil:
				told, said = now, l.job.Done
			case isConflict(err), bedside.CodeOf(err) == bedside.CodeNotFound, now.Sub(told) >= l.queue.Lease:
				stop(errLost)
			}
		}
		l.mutex.Unlock()
	}
}

// settle writes what became of a job.
func (l *lease) settle(ctx context.Context, err error) {
	q := l.queue
	now := q.Now()
	later, waits := errors.AsType[*LaterError](err)
	switch {
	case errors.Is(err, errLost):
	case err == nil:
		l.end(ctx, Done, time.Time{})
	case ctx.Err() != nil: // the program ends: another one, or the next, goes on at once
		l.job.Attempt--
		l.end(context.WithoutCancel(ctx), Waiting, now)
	case waits:
		l.job.Attempt--
		l.end(ctx, Waiting, now.Add(later.In))
	case isFinal(err), l.job.Attempt >= q.Attempts:
		l.job.Problem = sayable(err)
		l.end(ctx, Failed, time.Time{})
	default:
		l.job.Problem = sayable(err)
		l.end(ctx, Waiting, now.Add(q.Backoff<<(2*(l.job.Attempt-1))))
	}
}

// end writes a job's state. Where that fails the lease runs out, and the job is done again: it bears that.
func (l *lease) end(ctx context.Context, state string, due time.Time) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.job.State = state
	if state == Done {
		l.job.Problem, l.job.Done = "", max(l.job.Done, l.job.Total)
	}
	_ = l.put(ctx, due)
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
