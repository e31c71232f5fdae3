package app

import (
	"cmp"
	"context"
	"slices"
	"time"

	"bedside/internal/store"
)

// Accounts is the list of a person's accounts.
type Accounts struct {
	shelf Shelf[Account]
	app   *App
}

// Accounts opens the list.
func (a *App) Accounts() Accounts {
	return Accounts{Shelf[Account]{Store: a.Store, Kind: "account"}, a}
}

// List reads all accounts with their states of today, those to look at first.
func (a Accounts) List(ctx context.Context) ([]Kept[Account], error) {
	if err := a.shelf.Sweep(ctx, a.app.Now()); err != nil {
		return nil, err
	}
	if err := a.adopt(ctx); err != nil {
		return nil, err
	}
	kept, err := a.shelf.List(ctx, store.Filter{})
	for i := range kept {
		a.date(&kept[i])
	}
	slices.SortStableFunc(kept, func(x, y Kept[Account]) int {
		return cmp.Or(cmp.Compare(x.State, y.State), cmp.Compare(x.Noun.Platform, y.Noun.Platform), cmp.Compare(x.Noun.Handle, y.Noun.Handle))
	})
	return kept, err
}

func (a Accounts) date(k *Kept[Account]) {
	if k.State != Removed {
		k.State = k.Noun.State(a.app.Now())
	}
}

// Due counts the accounts whose settings want a look.
func (a Accounts) Due(ctx context.Context) (int, error) {
	kept, err := a.shelf.Due(ctx, a.app.Now())
	n := 0
	for _, k := range kept {
		if k.State != Removed {
			n++
		}
	}
	return n, err
}

// Page is the address of the professional page that others can be sent to; empty where none is known.
func (a Accounts) Page(ctx context.Context) (string, error) {
	kept, err := a.shelf.List(ctx, store.Filter{States: []string{AccountDue, AccountReviewed}})
	for _, k := range kept {
		if k.Noun.Page != "" && k.Noun.Persona == "professional" {
			return k.Noun.Page, nil
		}
	}
	for _, k := range kept {
		if k.Noun.Page != "" {
			return k.Noun.Page, nil
		}
	}
	return "", err
}

// Find reads one account.
func (a Accounts) Find(ctx context.Context, id string) (Kept[Account], error) {
	k, err := a.shelf.Find(ctx, id)
	a.date(&k)
	return k, err
}

// Keep writes an account, unless a field is wrong. What was reviewed stays reviewed.
func (a Accounts) Keep(ctx context.Context, k Kept[Account]) (Kept[Account], []Problem, error) {
	if p := k.Noun.Problems(); len(p) > 0 {
		return k, p, nil
	}
	var was *Account
	if k.Version > 0 {
		before, err := a.shelf.Find(ctx, k.ID)
		if err != nil {
			return k, nil, err
		}
		was = &before.Noun
		if before.Noun.Platform == k.Noun.Platform {
			k.Noun.Done, k.Noun.Finished = before.Noun.Done, before.Noun.Finished
		}
	}
	k, err := a.shelf.Put(ctx, a.record(k))
	if err != nil {
		return k, nil, err
	}
	return k, nil, a.tell(was, &k.Noun)
}

// record gives an account what lists go by.
func (a Accounts) record(k Kept[Account]) Kept[Account] {
	now := a.app.Now()
	k.State, k.Due = k.Noun.State(now), now.Truncate(24*time.Hour)
	if k.At.IsZero() {
		k.At = now
	}
	if next, ok := dayOf(k.Noun.Next()); ok {
		k.Due = next
	}
	return k
}

// Mark notes that a step of the review was done, or was not after all.
func (a Accounts) Mark(ctx context.Context, id, step string, done bool) error {
	known, err := KnownPlatforms()
	if err != nil {
		return err
	}
	return a.change(ctx, id, func(n *Account) { n.mark(known.Find(n.Platform), step, done, a.app.Now()) })
}

// Remove takes an account off the list; Restore brings it back within a day.
func (a Accounts) Remove(ctx context.Context, id string) error {
	k, err := a.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	if err := a.tell(&k.Noun, nil); err != nil {
		return err
	}
	return a.shelf.Remove(ctx, id, a.app.Now())
}

// Restore brings back what was removed.
func (a Accounts) Restore(ctx context.Context, id string) error {
	k, err := a.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	if err := a.tell(nil, &k.Noun); err != nil {
		return err
	}
	return a.change(ctx, id, func(*Account) {})
}

// Destroy deletes an account for good.
func (a Accounts) Destroy(ctx context.Context, id string) error { return a.shelf.Delete(ctx, id) }

func (a Accounts) change(ctx context.Context, id string, with func(*Account)) error {
	k, err := a.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	with(&k.Noun)
	_, err = a.shelf.Put(ctx, a.record(k))
	return err
}

// Exports are the settings in the last export of a platform.
func (a Accounts) Exports(ctx context.Context, platform string) ([]Export, error) {
	imports := Shelf[Import]{Store: a.app.Store, Owner: a.shelf.Owner, Kind: "import"}
	kept, err := imports.List(ctx, store.Filter{})
	if err != nil {
		return nil, err
	}
	var last *Import
	for i := range kept {
		if n := &kept[i].Noun; n.Archive.Platform == platform && len(n.Archive.Settings) > 0 && (last == nil || last.Read.Before(n.Read)) {
			last = n
		}
	}
	if last == nil {
		return nil, nil
	}
	out := make([]Export, len(last.Archive.Settings))
	for i, s := range last.Archive.Settings {
		out[i] = Export{s.Name, s.Value, today(last.Read)}
		if !s.Time.IsZero() {
			out[i].Day = today(s.Time.Time)
		}
	}
	return out, nil
}
