package main

import (
	"context"
	"crypto/rand"
	"io"
	"strconv"
	"strings"
	"sync"

	"bedside"
	"bedside/internal/store"
)

// writers is how many write at once.
const writers = 8

// write lets writers loose: each puts whole batches, counts in one record that all share, asks for a job, and deletes some of what it wrote.
// The jobs are done meanwhile.
func write(ctx context.Context, s *kept, log io.Writer) error {
	if err := s.begin(ctx, "count", ofTally); err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var all sync.WaitGroup
	failed := make(chan error, writers)
	for range writers {
		all.Go(func() {
			w := writer{s: s, log: log}
			for {
				if err := w.round(ctx); err != nil {
					failed <- err
					stop()
					return
				}
			}
		})
	}
	all.Go(func() { s.queue.Work(ctx, workers, s.handlers()) })
	all.Wait()
	return <-failed
}

type writer struct {
	s   *kept
	log io.Writer
}

// round writes a batch of five, counts one up, asks for a job, and deletes one of the batch.
func (w writer) round(ctx context.Context) error {
	batch := rand.Text()
	var records []store.Record
	for i := range batchSize {
		records = append(records, store.Record{ID: batch + "-" + strconv.Itoa(i), Kind: "item", State: batch, Rank: i, Body: []byte(body(batch, i))})
	}
	if _, err := w.s.Put(ctx, records...); err != nil {
		return err
	}
	if err := say(w.log, "batch %s", batch); err != nil {
		return err
	}
	if err := w.count(ctx); err != nil {
		return err
	}
	if err := w.ask(ctx, batch); err != nil {
		return err
	}
	if err := w.s.Delete(ctx, "", "item", batch+"-0"); err != nil {
		return err
	}
	return say(w.log, "deleted %s", batch)
}

// count counts one up, and says so with a name of its own, which it leaves in the record too.
func (w writer) count(ctx context.Context) error {
	for {
		r, n, err := w.s.counted(ctx, "count")
		if err != nil {
			return err
		}
		r.Body = []byte(strconv.Itoa(n + 1))
		switch _, err := w.s.Put(ctx, r); bedside.CodeOf(err) {
		case "":
			return say(w.log, "counted %d", n+1)
		case bedside.CodeConflict: // somebody was faster
		default:
			return err
		}
	}
}

const batchSize = 5

// body is long enough for several pages.
func body(batch string, i int) string { return strings.Repeat(batch+strconv.Itoa(i)+" ", 200) }
