package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"bedside/internal/store"
)

// said is what was acknowledged.
type said struct {
	batches, deleted, asked map[string]bool
	counted                 map[int]int // how often each number was
}

func read(log io.Reader) (said, error) {
	s := said{map[string]bool{}, map[string]bool{}, map[string]bool{}, map[int]int{}}
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		word, what, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "batch":
			s.batches[what] = true
		case "asked":
			s.asked[what] = true
		case "deleted":
			s.deleted[what] = true
		case "counted":
			n, err := strconv.Atoi(what)
			if err != nil {
				return s, err
			}
			s.counted[n]++
		}
	}
	return s, lines.Err()
}

// check holds a store to what was said.
func check(ctx context.Context, s *kept, log io.Reader) error {
	said, err := read(log)
	if err == nil {
		err = s.begin(ctx, "count", ofTally) // the writer may have ended before it could
	}
	if err != nil {
		return err
	}
	got, err := s.Count(ctx, store.Filter{Kind: "item"})
	if err != nil {
		return err
	}
	if err := said.items(got); err != nil {
		return err
	}
	records, err := s.List(ctx, store.Filter{Kind: "item"})
	if err != nil {
		return err
	}
	for _, r := range records {
		if string(r.Body) != body(r.State, r.Rank) {
			return fmt.Errorf("record %s is not what was written", r.ID)
		}
	}
	if err := said.counter(ctx, s); err != nil {
		return err
	}
	if err := s.finish(ctx); err != nil {
		return err
	}
	if err := said.jobs(ctx, s); err != nil {
		return err
	}
	v, err := s.Verify(ctx)
	if err != nil {
		return err
	}
	if v.Break != nil {
		return fmt.Errorf("event %d: %s", v.Break.Event, v.Break.What)
	}
	fmt.Printf("%d batches, %d deletions, %d counts and %d jobs acknowledged; %d records, %d events\n", len(said.batches), len(said.deleted), len(said.counted), len(said.asked), v.Records, v.Events)
	return nil
}

// items holds batches to be whole, but for the one that was deleted of each.
func (s said) items(got map[string]int) error {
	for batch := range s.batches {
		if n := got[batch]; n != batchSize-1 && (n != batchSize || s.deleted[batch]) {
			return fmt.Errorf("batch %s: %d records, deleted %v", batch, n, s.deleted[batch])
		}
	}
	for batch, n := range got {
		if n != batchSize && n != batchSize-1 {
			return fmt.Errorf("batch %s: half of it, %d records", batch, n)
		}
	}
	return nil
}

// counter holds the counter to have been counted once for each number, and for at most one a writer and run that nobody was told of.
func (s said) counter(ctx context.Context, k *kept) error {
	r, last, err := k.counted(ctx, "count")
	if err != nil {
		return err
	}
	if r.Version != last+1 {
		return fmt.Errorf("the counter says %d, and was written %d times", last, r.Version)
	}
	for n, times := range s.counted {
		if times > 1 {
			return fmt.Errorf("%d was counted %d times", n, times)
		}
		if n > last {
			return fmt.Errorf("%d was acknowledged, and the counter says %d", n, last)
		}
	}
	return nil
}
