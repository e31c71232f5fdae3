// Package jobstest is what every queue of jobs must do, over every store, as tests. It never looks at how. Start at Run.
package jobstest

import (
	"context"
	"errors"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"bedside"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// Queue is what is tested.
type Queue interface {
	Enqueue(ctx context.Context, requests ...jobs.Request) error
	Group(ctx context.Context, group string) ([]jobs.Job, error)
	Cancel(ctx context.Context, group string) error
	Forget(ctx context.Context, group string) error
	Work(ctx context.Context, workers int, handlers map[string]jobs.Handler)
}

// Open gives a test an empty store of its own.
type Open func(t *testing.T) store.Store

// Make puts a queue over a store.
type Make func(jobs.Options) Queue

// Run holds a queue to all of it.
func Run(t *testing.T, open Open, queue Make) {
	t.Helper()
	for _, test := range []struct {
		name string
		run  func(*bench)
	}{
		{"every job is done once, whoever does it", once},
		{"the same key is one job", sameKey},
		{"what fails is tried again, each time later", tryAgain},
		{"what cannot go well is not tried again, and says why", final},
		{"what ends in a fault says nothing of it", fault},
		{"what has to wait is no attempt", later},
		{"a job whose worker fell silent is somebody else's", silent},
		{"what ends its worker each time is given up", poison},
		{"what is cancelled ends", cancel},
		{"a worker that ends gives its job back", givesBack},
		{"progress is seen while a job runs", progress},
		{"what has ended can be forgotten", forget},
		{"the highest rank is done first", rank},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(&bench{T: t, store: open(t), queue: queue})
		})
	}
}

// bench is a test with its store.
type bench struct {
	*testing.T
	store store.Store
	queue Make
}

// node is a queue as one program among several has it. Its lease is long enough for a computer that is busy with other tests.
func (b *bench) node(s store.Store) Queue {
	b.Helper()
	return b.leased(s, 10*time.Second)
}

// hasty is a queue whose lease ends soon.
func (b *bench) hasty(s store.Store) Queue {
	b.Helper()
	return b.leased(s, 600*time.Millisecond)
}

func (b *bench) leased(s store.Store, lease time.Duration) Queue {
	return b.queue(jobs.Options{Store: s, Now: time.Now, Lease: lease, Poll: 20 * time.Millisecond, Attempts: 3, Backoff: 20 * time.Millisecond})
}

// work starts workers, who end with the test or with stop.
func (b *bench) work(q Queue, workers int, do jobs.Handler) (stop func()) {
	ctx, cancel := context.WithCancel(b.Context())
	var working sync.WaitGroup
	working.Go(func() { q.Work(ctx, workers, map[string]jobs.Handler{"k": do}) })
	stop = sync.OnceFunc(func() {
		cancel()
		working.Wait()
	})
	b.Cleanup(stop)
	return stop
}

func (b *bench) ask(q Queue, keys ...string) {
	b.Helper()
	var all []jobs.Request
	for _, key := range keys {
		all = append(all, jobs.Request{Kind: "k", Key: key, Group: "g", Args: key})
	}
	if err := q.Enqueue(b.Context(), all...); err != nil {
		b.Fatal(err)
	}
}

// until waits for something to be so of the jobs.
func (b *bench) until(q Queue, what string, is func([]jobs.Job) bool) []jobs.Job {
	b.Helper()
	deadline := time.After(30 * time.Second)
	for {
		all, err := q.Group(b.Context(), "g")
		if err != nil {
			b.Fatal(err)
		}
		if is(all) {
			return all
		}
		select {
		case <-deadline:
			b.Fatalf("not in 30 seconds: %s; jobs: %+v", what, all)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func states(want string) func([]jobs.Job) bool {
	return func(all []jobs.Job) bool {
		for _, j := range all {
			if j.State != want {
				return false
			}
		}
		return true
	}
}

func once(b *bench) {
	var done [40]atomic.Int32
	do := func(_ context.Context, j jobs.Job, _ func(int, int)) error {
		n, err := strconv.Atoi(string(j.Args[1 : len(j.Args)-1]))
		if err == nil {
			done[n].Add(1)
		}
		return err
	}
	first := b.node(b.store)
	for range 3 {
		b.work(b.node(b.store), 2, do)
	}
	for i := range done {
		b.ask(first, strconv.Itoa(i))
	}
	b.until(first, "all done", states(jobs.Done))
	for i := range done {
		if n := done[i].Load(); n != 1 {
			b.Errorf("job %d was done %d times", i, n)
		}
	}
}

func sameKey(b *bench) {
	q := b.node(b.store)
	b.ask(q, "a", "b")
	b.ask(q, "b", "c")
	b.ask(q, "a")
	if all := b.until(q, "asked", states(jobs.Waiting)); len(all) != 3 {
		b.Errorf("%d jobs, want 3", len(all))
	}
}

func tryAgain(b *bench) {
	var runs atomic.Int32
	q := b.node(b.store)
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error {
		if runs.Add(1) < 3 {
			return bedside.Errorf(bedside.CodeUnavailable, "not now")
		}
		return nil
	})
	b.ask(q, "a")
	all := b.until(q, "done", states(jobs.Done))
	if all[0].Attempt != 3 || runs.Load() != 3 || all[0].Problem != "" {
		b.Errorf("attempt %d of %d runs, problem %q", all[0].Attempt, runs.Load(), all[0].Problem)
	}
}

func final(b *bench) {
	var runs atomic.Int32
	q := b.node(b.store)
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error {
		runs.Add(1)
		return bedside.Errorf(bedside.CodeInvalid, "this is no archive")
	})
	b.ask(q, "a")
	all := b.until(q, "failed", states(jobs.Failed))
	if runs.Load() != 1 || all[0].Problem != "this is no archive" {
		b.Errorf("%d runs, problem %q", runs.Load(), all[0].Problem)
	}
}

func fault(b *bench) {
	q := b.node(b.store)
	var runs atomic.Int32
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error {
		if runs.Add(1) == 1 {
			panic("MARKER")
		}
		return errors.New("MARKER")
	})
	b.ask(q, "a")
	all := b.until(q, "failed", states(jobs.Failed))
	if all[0].Attempt != 3 || all[0].Problem == "" || strings.Contains(all[0].Problem, "MARKER") {
		b.Errorf("attempt %d, problem %q", all[0].Attempt, all[0].Problem)
	}
}

func later(b *bench) {
	var runs atomic.Int32
	q := b.node(b.store)
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error {
		if runs.Add(1) < 6 {
			return &jobs.LaterError{In: 5 * time.Millisecond}
		}
		return nil
	})
	b.ask(q, "a")
	if all := b.until(q, "done", states(jobs.Done)); all[0].Attempt != 1 {
		b.Errorf("attempt %d, want 1", all[0].Attempt)
	}
}

// cut is a store that can be cut off for those who write.
type cut struct {
	store.Store
	off atomic.Bool
}

func (c *cut) Put(ctx context.Context, records ...store.Record) ([]store.Record, error) {
	if c.off.Load() {
		return nil, bedside.Errorf(bedside.CodeUnavailable, "cut off")
	}
	return c.Store.Put(ctx, records...)
}

func silent(b *bench) {
	gone := &cut{Store: b.store}
	began, told := make(chan bool), make(chan bool)
	b.work(b.hasty(gone), 1, func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
		gone.off.Store(true)
		close(began)
		<-ctx.Done()
		close(told)
		return ctx.Err()
	})
	q := b.hasty(b.store)
	b.ask(q, "a")
	<-began
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error { return nil })
	if all := b.until(q, "done by the other", states(jobs.Done)); all[0].Attempt != 2 {
		b.Errorf("attempt %d, want 2", all[0].Attempt)
	}
	select {
	case <-told:
	case <-time.After(10 * time.Second):
		b.Error("the first worker was never told")
	}
}

func poison(b *bench) {
	q := b.hasty(b.store)
	b.ask(q, "a")
	for range 3 { // each of them takes the job, and ends without a word
		dead := &cut{Store: b.store}
		began := make(chan bool)
		b.work(b.hasty(dead), 1, func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
			dead.off.Store(true)
			close(began)
			<-ctx.Done()
			return ctx.Err()
		})
		<-began
	}
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error { return nil })
	if all := b.until(q, "given up", states(jobs.Failed)); all[0].Problem == "" {
		b.Error("no reason is given")
	}
}

func cancel(b *bench) {
	q := b.node(b.store)
	began, told := make(chan bool), make(chan bool)
	var runs atomic.Int32
	stop := b.work(q, 1, func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
		if runs.Add(1) == 1 {
			close(began)
			<-ctx.Done()
			close(told)
		}
		return ctx.Err()
	})
	b.ask(q, "a", "b")
	<-began
	if err := q.Cancel(b.Context(), "g"); err != nil {
		b.Fatal(err)
	}
	<-told
	b.until(q, "cancelled", states(jobs.Cancelled))
	b.ask(q, "a") // is known, and stays what it is
	stop()
	if n := runs.Load(); n != 1 {
		b.Errorf("%d runs after the cancelling, want 1", n)
	}
}

func givesBack(b *bench) {
	q := b.node(b.store)
	began := make(chan bool)
	stop := b.work(q, 1, func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
		close(began)
		<-ctx.Done()
		return ctx.Err()
	})
	b.ask(q, "a")
	<-began
	stop()
	if all := b.until(q, "given back", states(jobs.Waiting)); all[0].Attempt != 0 {
		b.Errorf("attempt %d, want 0", all[0].Attempt)
	}
}

func progress(b *bench) {
	q := b.node(b.store)
	end := make(chan bool)
	b.work(q, 1, func(_ context.Context, _ jobs.Job, tell func(int, int)) error {
		tell(3, 7)
		<-end
		return nil
	})
	b.ask(q, "a")
	b.until(q, "3 of 7", func(all []jobs.Job) bool {
		return all[0].Done == 3 && all[0].Total == 7 && all[0].State == jobs.Running
	})
	close(end)
	b.until(q, "done", states(jobs.Done))
}

func forget(b *bench) {
	q := b.node(b.store)
	stop := b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error { return nil })
	b.ask(q, "a", "b")
	b.until(q, "done", states(jobs.Done))
	stop()
	b.ask(q, "c")
	if err := q.Forget(b.Context(), "g"); err != nil {
		b.Fatal(err)
	}
	if all := b.until(q, "one is left", states(jobs.Waiting)); len(all) != 1 {
		b.Errorf("%d jobs are left, want 1", len(all))
	}
}

func rank(b *bench) {
	q := b.node(b.store)
	for i, key := range []string{"2", "0", "1"} {
		if err := q.Enqueue(b.Context(), jobs.Request{Kind: "k", Key: key, Group: "g", Args: key, Rank: []int{0, 2, 1}[i]}); err != nil {
			b.Fatal(err)
		}
	}
	var mutex sync.Mutex
	var order string
	b.work(q, 1, func(_ context.Context, j jobs.Job, _ func(int, int)) error {
		mutex.Lock()
		defer mutex.Unlock()
		order += string(j.Args[1])
		return nil
	})
	b.until(q, "done", states(jobs.Done))
	if order != "012" {
		b.Errorf("done in the order %s", order)
	}
}
