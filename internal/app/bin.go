package app

import (
	"context"
	"errors"
	"time"

	"bedside/internal/store"
)

// Removed is the state of what was taken off its list and can still be brought back.
const Removed = "removed"

// removedFor is how long it can be.
const removedFor = 24 * time.Hour

// Remove takes a noun off its list. It is destroyed by the first Sweep after a day.
func (s Shelf[T]) Remove(ctx context.Context, id string, now time.Time) error {
	k, err := s.Find(ctx, id)
	if err != nil || k.State == Removed {
		return err
	}
	k.State, k.Due = Removed, now.Add(removedFor)
	_, err = s.Put(ctx, k)
	return err
}

// Sweep destroys what was removed a day ago.
func (s Shelf[T]) Sweep(ctx context.Context, now time.Time) error {
	ids, err := s.overdue(ctx, now)
	if err != nil || len(ids) == 0 {
		return err
	}
	return s.Delete(ctx, ids...)
}

// overdue lists what was removed a day ago.
func (s Shelf[T]) overdue(ctx context.Context, now time.Time) ([]string, error) {
	records, err := s.Store.List(ctx, store.Filter{Owner: s.Owner, Kind: s.Kind, States: []string{Removed}, DueBefore: now})
	ids := make([]string, len(records))
	for i, r := range records {
		ids[i] = r.ID
	}
	return ids, err
}

// Sweep destroys whatever was removed from the rooms a day ago, and imports that nobody kept.
func (a *App) Sweep(ctx context.Context) error {
	if a.Store == nil {
		return nil
	}
	now := a.Now()
	_, err := a.Interests().Imports(ctx)
	return errors.Join(
		a.Consents().sweep(ctx), a.Holds().sweep(ctx), a.NearMisses().sweep(ctx), a.Inbox().shelf.Sweep(ctx, now), a.Interests().shelf.Sweep(ctx, now), a.Accounts().shelf.Sweep(ctx, now), a.Presence().shelf.Sweep(ctx, now), err,
	)
}
