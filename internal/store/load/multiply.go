package main

import (
	"context"
	"crypto/rand"
	"strconv"

	"bedside/internal/store"
)

// multiply puts copies of all records of a timeline beside them, so that it becomes large without everything being checked.
func multiply(ctx context.Context, k *kept, times string) error {
	n, err := strconv.Atoi(times)
	if err != nil {
		return err
	}
	for _, kind := range []string{"post", "task", "cluster"} {
		records, err := k.List(ctx, store.Filter{Kind: kind})
		if err != nil {
			return err
		}
		for range n - 1 {
			for i := range records {
				records[i].ID, records[i].Version = rand.Text(), 0
			}
			if err := k.putAll(ctx, records); err != nil {
				return err
			}
		}
	}
	return nil
}

// putAll writes new records, some at a time.
func (k *kept) putAll(ctx context.Context, records []store.Record) error {
	const some = 1000
	for first := 0; first < len(records); first += some {
		if _, err := k.Put(ctx, records[first:min(first+some, len(records))]...); err != nil {
			return err
		}
	}
	return nil
}
