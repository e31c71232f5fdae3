package app

import (
	"context"
	"strings"
	"time"

	"bedside"
	"bedside/internal/store"
)

// Own is the topic of a person's own near misses.
const Own = "own"

// The beginning of the ids of own exercises, and the end of that of the wording that was used in the end.
const (
	ownPrefix = "own-"
	ownAfter  = "-after"
)

// nearMissKept is the state of one that was not removed.
const nearMissKept = "kept"

// mostOwn is how many near misses are kept; the oldest make room.
const mostOwn = 100

// NearMiss is a draft that its author changed before it went out: as it was, and as it became. It is kept because they asked for that.
type NearMiss struct {
	V      int       `json:"v"`
	Before keptDraft `json:"before"`
	After  keptDraft `json:"after"`
}

// NearMisses are the person's own.
type NearMisses struct {
	shelf Shelf[NearMiss]
	app   *App
}

// NearMisses opens them.
func (a *App) NearMisses() NearMisses {
	return NearMisses{Shelf[NearMiss]{Store: a.Store, Kind: "near_miss"}, a}
}

// keeping marks that somebody asked for them to be kept.
func (n NearMisses) keeping() Shelf[struct{}] {
	return Shelf[struct{}]{Store: n.app.Store, Owner: n.shelf.Owner, Kind: "near_misses"}
}

// Keeps reports whether near misses are kept.
func (n NearMisses) Keeps(ctx context.Context) (bool, error) {
	if n.app.Store == nil {
		return false, nil
	}
	count, err := n.keeping().Count(ctx)
	return len(count) > 0, err
}

// Start keeps near misses from now on.
func (n NearMisses) Start(ctx context.Context) error {
	if keeps, err := n.Keeps(ctx); keeps || err != nil {
		return err
	}
	_, err := n.keeping().Put(ctx, Kept[struct{}]{Record: store.Record{State: "on", At: n.app.Now()}})
	return err
}

// Note keeps a draft that had to be changed and no longer has to, if somebody asked for that. sheet tells it from others: as it was first
// stays, as it became is written anew. One with pictures is left out: they are not kept.
func (n NearMisses) Note(ctx context.Context, sheet string, before, after bedside.Draft, was, is bedside.Severity) (noted bool, err error) {
	if was < bedside.Revise || is >= bedside.Revise || len(before.Media) > 0 || len(after.Media) > 0 {
		return false, nil
	}
	if keeps, err := n.Keeps(ctx); !keeps || err != nil {
		return false, err
	}
	k := Kept[NearMiss]{Record: store.Record{ID: sheet}, Noun: NearMiss{V: 1, Before: keptDraft{before}}}
	if old, err := n.shelf.Find(ctx, sheet); err == nil {
		k = old
	} else if err := n.makeRoom(ctx); err != nil {
		return false, err
	}
	k.State, k.At, k.Due, k.Noun.After = nearMissKept, n.app.Now(), time.Time{}, keptDraft{after}
	_, err = n.shelf.Put(ctx, k)
	return err == nil, err
}

// makeRoom destroys the oldest where there is no room.
func (n NearMisses) makeRoom(ctx context.Context) error {
	all, err := n.shelf.List(ctx, store.Filter{Oldest: true})
	if err != nil || len(all) < mostOwn {
		return err
	}
	return n.Destroy(ctx, all[0].ID)
}

// List reads those that are kept, the newest first.
func (n NearMisses) List(ctx context.Context) ([]Kept[NearMiss], error) {
	if n.app.Store == nil {
		return nil, nil
	}
	return n.shelf.List(ctx, filterOf(nearMissKept))
}

// exercises are the drafts to practise on, each with its near miss, where the packs in force still say the same of them.
func (n NearMisses) exercises(ctx context.Context) ([]Exercise, error) {
	kept, err := n.List(ctx)
	if err != nil {
		return nil, err
	}
	var out []Exercise
	for _, k := range kept {
		id := ownPrefix + k.ID
		before, after := Exercise{ID: id, Topic: Own, Twin: id + ownAfter, Draft: k.Noun.Before.Draft}, Exercise{ID: id + ownAfter, Topic: Own, Twin: id, Draft: k.Noun.After.Draft}
		if n.label(&before) && n.label(&after) && before.Label >= bedside.Revise && after.Label < bedside.Revise {
			out = append(out, before, after)
		}
	}
	return out, nil
}

// label gives an exercise the answer of the check.
func (n NearMisses) label(e *Exercise) bool {
	r, err := n.app.Learn().Answer(e)
	if err != nil {
		return false
	}
	e.Label = r.Verdict
	return true
}

// OwnID is the id of the near miss that an exercise is made of; empty for those of everybody.
func (e *Exercise) OwnID() string {
	id, own := strings.CutPrefix(e.ID, ownPrefix)
	if !own {
		return ""
	}
	return strings.TrimSuffix(id, ownAfter)
}

// Remove takes one off the list; Restore brings it back within a day.
func (n NearMisses) Remove(ctx context.Context, id string) error {
	return n.shelf.Remove(ctx, id, n.app.Now())
}

// Restore brings back what was removed.
func (n NearMisses) Restore(ctx context.Context, id string) error {
	k, err := n.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	k.State, k.Due = nearMissKept, time.Time{}
	_, err = n.shelf.Put(ctx, k)
	return err
}

// Destroy deletes one for good, with the answers that were given to it.
func (n NearMisses) Destroy(ctx context.Context, id string) error {
	results, err := n.app.Learn().Results(ctx)
	if err != nil {
		return err
	}
	for _, own := range []string{ownPrefix + id, ownPrefix + id + ownAfter} {
		if k, there := results[own]; there {
			if err := n.app.Learn().shelf.Delete(ctx, k.ID); err != nil {
				return err
			}
		}
	}
	return n.shelf.Delete(ctx, id)
}

// RemoveAll removes all of them, and keeps none from now on.
func (n NearMisses) RemoveAll(ctx context.Context) error {
	if err := empty(ctx, n.keeping()); err != nil {
		return err
	}
	kept, err := n.List(ctx)
	if err != nil {
		return err
	}
	for _, k := range kept {
		if err := n.Remove(ctx, k.ID); err != nil {
			return err
		}
	}
	return nil
}

// RestoreAll brings back what was removed, and keeps near misses again.
func (n NearMisses) RestoreAll(ctx context.Context) error {
	gone, err := n.shelf.List(ctx, filterOf(Removed))
	if err != nil {
		return err
	}
	for _, k := range gone {
		if err := n.Restore(ctx, k.ID); err != nil {
			return err
		}
	}
	return n.Start(ctx)
}

// sweep destroys what was removed a day ago.
func (n NearMisses) sweep(ctx context.Context) error {
	ids, err := n.shelf.overdue(ctx, n.app.Now())
	for _, id := range ids {
		if err := n.Destroy(ctx, id); err != nil {
			return err
		}
	}
	return err
}
