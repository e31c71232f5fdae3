package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"bedside"
	"bedside/internal/jobs"
	"bedside/internal/store"
	"bedside/internal/store/vault"
)

// Every writer asks for jobs, and the same program does them. Each writes its result and counts it in the tally in one transaction: a job
// that had an effect twice is counted twice.
const (
	jobKind   = "result"
	jobGroup  = "load"
	workers   = 3
	ofResults = "result"
	ofTally   = "tally"
)

// kept is a store under load, with its queue of jobs.
type kept struct {
	*vault.Vault
	queue *jobs.Queue
	close func() error
}

// options make a queue that misses a killed worker soon.
func options() jobs.Options {
	return jobs.Options{Now: time.Now, Lease: time.Second, Poll: 50 * time.Millisecond, Backoff: 20 * time.Millisecond, Attempts: 50}
}

// handlers do jobs. Some take longer than others, and some fail first.
func (k *kept) handlers() map[string]jobs.Handler {
	return map[string]jobs.Handler{jobKind: func(ctx context.Context, j jobs.Job, progress func(done, total int)) error {
		var name string
		if err := json.Unmarshal(j.Args, &name); err != nil {
			return err
		}
		progress(1, 2)
		time.Sleep(time.Duration(name[0]) * 100 * time.Microsecond)
		if name[1] < 'H' && j.Attempt == 1 {
			return bedside.Errorf(bedside.CodeUnavailable, "once more")
		}
		return k.result(ctx, name)
	}}
}

// result writes the result of a job that has none, and counts it.
func (k *kept) result(ctx context.Context, name string) error {
	for {
		if _, err := k.Get(ctx, "", ofResults, name); bedside.CodeOf(err) != bedside.CodeNotFound {
			return err
		}
		tally, n, err := k.counted(ctx, ofTally)
		if err != nil {
			return err
		}
		tally.Body = []byte(strconv.Itoa(n + 1))
		_, err = k.Put(ctx, store.Record{ID: name, Kind: ofResults, Body: []byte(`{}`)}, tally)
		if bedside.CodeOf(err) != bedside.CodeConflict { // somebody else was faster
			return err
		}
	}
}

// ask asks for a job, and says so.
func (w writer) ask(ctx context.Context, batch string) error {
	if err := w.s.queue.Enqueue(ctx, jobs.Request{Kind: jobKind, Key: batch, Group: jobGroup, Args: batch, Rank: len(batch) % 2}); err != nil {
		return err
	}
	return say(w.log, "asked %s", batch)
}

// finish does what is left of the jobs.
func (k *kept) finish(ctx context.Context) error {
	ctx, stop := context.WithTimeout(ctx, time.Minute)
	defer stop()
	working, end := context.WithCancel(ctx)
	done := make(chan bool)
	go func() {
		k.queue.Work(working, workers, k.handlers())
		close(done)
	}()
	defer func() { end(); <-done }()
	for {
		left, err := k.queue.Left(ctx, jobGroup, -1)
		if err != nil || left == 0 {
			return err
		}
		time.Sleep(20 * time.Millisecond)
	}
}

// jobs holds jobs to have been done once each, those that were acknowledged and those of which nobody was told.
func (s said) jobs(ctx context.Context, k *kept) error {
	all, err := k.queue.Group(ctx, jobGroup)
	if err != nil {
		return err
	}
	for _, j := range all {
		if j.State != jobs.Done {
			return fmt.Errorf("a job is %s after %d attempts: %s", j.State, j.Attempt, j.Problem)
		}
	}
	results, err := k.Count(ctx, store.Filter{Kind: ofResults})
	if err != nil {
		return err
	}
	_, tally, err := k.counted(ctx, ofTally)
	switch {
	case err != nil:
		return err
	case len(all) != results[""] || tally != results[""]:
		return fmt.Errorf("%d jobs, %d results, %d counted", len(all), results[""], tally)
	}
	for name := range s.asked {
		if _, err := k.Get(ctx, "", ofResults, name); err != nil {
			return fmt.Errorf("job %s: %w", name, err)
		}
	}
	return nil
}

// counted reads a counter.
func (k *kept) counted(ctx context.Context, kind string) (r store.Record, n int, err error) {
	if r, err = k.Get(ctx, "", kind, "counter"); err == nil {
		n, err = strconv.Atoi(string(r.Body))
	}
	return r, n, err
}

// begin makes the counters where there are none.
func (k *kept) begin(ctx context.Context, kinds ...string) error {
	for _, kind := range kinds {
		_, err := k.Put(ctx, store.Record{ID: "counter", Kind: kind, Body: []byte("0")})
		if err != nil && bedside.CodeOf(err) != bedside.CodeConflict {
			return err
		}
	}
	return nil
}
