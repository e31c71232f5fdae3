// Package jobstest is what a queue of jobs must do whoever hands them out, as tests. It never looks at how. Start at Run.
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
)

// Site is where several programs share a store that was empty.
type Site struct {
	// Node is a program of its own: it ends with the test.
	Node func(t *testing.T, o jobs.Options) Node
	// Copy is another site, with what a backup of this one holds.
	Copy func(t *testing.T) Site
	// Broker reads all that the broker has in its tables.
	Broker func(t *testing.T) string
}

// Node is a program that asks for jobs, or does them.
type Node struct {
	*jobs.Queue
	Cut func() // keeps it from the store from now on
}

// Open gives a test a site of its own.
type Open func(t *testing.T) Site

// Run holds a queue to all of it.
func Run(t *testing.T, open Open) {
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
		{"a job that takes long is nobody else's", long},
		{"what ends its worker each time is given up", poison},
		{"what is cancelled ends", cancel},
		{"what is cancelled elsewhere ends", cancelElsewhere},
		{"a worker that ends gives its job back", givesBack},
		{"progress is seen while a job runs", progress},
		{"what has ended can be forgotten", forget},
		{"the highest rank is done first", rank},
		{"jobs of a backup are done", restored},
		{"owners are apart", owners},
		{"the broker knows no word of a job", wordless},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(&bench{T: t, Site: open(t)})
		})
	}
}

// bench is a test with its site.
type bench struct {
	*testing.T
	Site
}

// node is a program among several. Its lease is long enough for a computer that is busy with other tests.
func (b *bench) node() Node {
	b.Helper()
	return b.leased(10 * time.Second)
}

// hasty is a program whose lease ends soon.
func (b *bench) hasty() Node {
	b.Helper()
	return b.leased(1500 * time.Millisecond)
}

func (b *bench) leased(lease time.Duration) Node {
	b.Helper()
	return b.Node(b.T, jobs.Options{Now: time.Now, Lease: lease, Poll: 20 * time.Millisecond, Attempts: 3, Backoff: 20 * time.Millisecond})
}

// work starts workers, who end with the test or with stop.
func (b *bench) work(n Node, workers int, do jobs.Handler) (stop func()) {
	ctx, cancel := context.WithCancel(b.Context())
	var working sync.WaitGroup
	working.Go(func() { n.Work(ctx, workers, map[string]jobs.Handler{"k": do}) })
	stop = sync.OnceFunc(func() {
		cancel()
		working.Wait()
	})
	b.Cleanup(stop)
	return stop
}

func (b *bench) ask(q Node, keys ...string) {
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
func (b *bench) until(q Node, what string, is func([]jobs.Job) bool) []jobs.Job {
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
	first := b.node()
	for range 3 {
		b.work(b.node(), 2, do)
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
	q := b.node()
	b.ask(q, "a", "b")
	b.ask(q, "b", "c")
	b.ask(q, "a")
	if all := b.until(q, "asked", states(jobs.Waiting)); len(all) != 3 {
		b.Errorf("%d jobs, want 3", len(all))
	}
}

func tryAgain(b *bench) {
	var runs atomic.Int32
	q := b.node()
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
	q := b.node()
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
	q := b.node()
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
	q := b.node()
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

// falls starts a worker that is cut off as soon as it has a job. It returns when that is so; told is closed when the job was broken off.
func (b *bench) falls() (told chan bool) {
	gone := b.hasty()
	began, told := make(chan bool), make(chan bool)
	b.work(gone, 1, func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
		gone.Cut()
		close(began)
		<-ctx.Done()
		close(told)
		return ctx.Err()
	})
	<-began
	return told
}

func silent(b *bench) {
	q := b.hasty()
	b.ask(q, "a")
	told := b.falls()
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

// long is done by one, though it takes longer than a lease and another one has nothing to do.
func long(b *bench) {
	var runs atomic.Int32
	do := func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
		runs.Add(1)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Second):
			return nil
		}
	}
	q := b.hasty()
	b.work(q, 1, do)
	b.work(b.hasty(), 1, do)
	b.ask(q, "a")
	if all := b.until(q, "done", states(jobs.Done)); all[0].Attempt != 1 || runs.Load() != 1 {
		b.Errorf("attempt %d, %d runs", all[0].Attempt, runs.Load())
	}
}

func poison(b *bench) {
	q := b.hasty()
	b.ask(q, "a")
	for range 3 { // each of them takes the job, and ends without a word
		b.falls()
	}
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error { return nil })
	if all := b.until(q, "given up", states(jobs.Failed)); all[0].Problem == "" {
		b.Error("no reason is given")
	}
}

func cancel(b *bench) {
	q := b.node()
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
	q := b.node()
	began := make(chan bool)
	stop := b.work(q, 1, untilStopped(began))
	b.ask(q, "a")
	<-began
	stop()
	if all := b.until(q, "given back", states(jobs.Waiting)); all[0].Attempt != 0 {
		b.Errorf("attempt %d, want 0", all[0].Attempt)
	}
}

func progress(b *bench) {
	q := b.node()
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
	q := b.node()
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
	q := b.node()
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

// cancelElsewhere: whoever takes jobs back need not be who does them.
func cancelElsewhere(b *bench) {
	q := b.node()
	began, told := make(chan bool), make(chan bool)
	b.work(b.node(), 1, func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
		close(began)
		<-ctx.Done()
		close(told)
		return ctx.Err()
	})
	b.ask(q, "a")
	<-began
	if err := q.Cancel(b.Context(), "g"); err != nil {
		b.Fatal(err)
	}
	select {
	case <-told:
	case <-time.After(20 * time.Second):
		b.Error("the worker was never told")
	}
	b.until(q, "cancelled", states(jobs.Cancelled))
}

// restored: a backup holds what jobs are about, and not who does them.
func restored(b *bench) {
	q := b.node()
	began := make(chan bool)
	stop := b.work(q, 1, untilStopped(began))
	b.ask(q, "a", "b")
	<-began
	there := &bench{T: b.T, Site: b.Copy(b.T)}
	stop()
	other := there.node()
	there.work(other, 1, func(context.Context, jobs.Job, func(int, int)) error { return nil })
	if all := there.until(other, "done there", states(jobs.Done)); len(all) != 2 {
		b.Errorf("%d jobs, want 2", len(all))
	}
}

func owners(b *bench) {
	theirs := b.Node(b.T, jobs.Options{Owner: "ada", Now: time.Now, Poll: 20 * time.Millisecond})
	q := b.node()
	b.ask(theirs, "a")
	b.ask(q, "a", "b")
	b.work(q, 1, func(context.Context, jobs.Job, func(int, int)) error { return nil })
	b.until(q, "done", states(jobs.Done))
	if all := b.until(theirs, "waiting", states(jobs.Waiting)); len(all) != 1 {
		b.Errorf("%d jobs of the other owner, want 1", len(all))
	}
}

// wordless: what a broker keeps lies open in the database.
func wordless(b *bench) {
	const marker = "QUAGGA"
	q := b.node()
	var runs atomic.Int32
	stop := b.work(q, 1, func(_ context.Context, _ jobs.Job, tell func(int, int)) error {
		tell(1, 2)
		switch runs.Add(1) {
		case 1:
			panic(marker)
		case 2:
			return errors.New(marker)
		default:
			return bedside.Errorf(bedside.CodeInvalid, marker)
		}
	})
	err := q.Enqueue(b.Context(), jobs.Request{Kind: "k", Key: marker, Group: "g", Args: marker})
	if err != nil {
		b.Fatal(err)
	}
	if all := b.until(q, "failed", states(jobs.Failed)); all[0].Problem != marker {
		b.Errorf("the record says %q", all[0].Problem)
	}
	stop()
	b.ask(q, marker+" again")
	if lies := b.Broker(b.T); strings.Contains(lies, marker) || strings.Contains(lies, "g\"") {
		b.Errorf("it lies open: %s", lies)
	} else if strings.TrimSpace(lies) == "" {
		b.Error("nothing was read: this test tells nothing")
	}
}

// untilStopped is work that says when it began and goes on until it is stopped.
func untilStopped(began chan<- bool) jobs.Handler {
	return func(ctx context.Context, _ jobs.Job, _ func(int, int)) error {
		close(began)
		<-ctx.Done()
		return ctx.Err()
	}
}
