package main

import (
	"context"
	"sync"
	"time"

	workbench "bedside/internal/app"
)

// sweepEvery is how often what was removed is looked through.
const sweepEvery = time.Hour

// sweep destroys what was removed a day ago, now and every hour. Whoever calls end waits until it has ended.
func sweep(ctx context.Context, a *workbench.App) (end func()) {
	ctx, stop := context.WithCancel(ctx)
	var sweeping sync.WaitGroup
	sweeping.Go(func() {
		hourly := time.NewTicker(sweepEvery)
		defer hourly.Stop()
		for ctx.Err() == nil {
			_ = a.Sweep(ctx) // the rooms say what is wrong with the store; it is tried again
			select {
			case <-ctx.Done():
			case <-hourly.C:
			}
		}
	})
	return func() {
		stop()
		sweeping.Wait()
	}
}
