package app

import (
	"context"
	"strings"

	"bedside"
	"bedside/internal/store"
)

// Interests is the list of ties that a person has.
type Interests struct {
	shelf Shelf[Interest]
	app   *App
}

// Interests opens the list.
func (a *App) Interests() Interests {
	return Interests{Shelf[Interest]{Store: a.Store, Kind: "interest"}, a}
}

// List reads all interests with their states of today, the largest first.
func (i Interests) List(ctx context.Context) ([]Kept[Interest], error) {
	if err := i.shelf.Sweep(ctx, i.app.Now()); err != nil {
		return nil, err
	}
	kept, err := i.shelf.List(ctx, store.Filter{})
	for n := range kept {
		i.date(&kept[n])
	}
	return kept, err
}

// Find reads one interest.
func (i Interests) Find(ctx context.Context, id string) (Kept[Interest], error) {
	k, err := i.shelf.Find(ctx, id)
	i.date(&k)
	return k, err
}

func (i Interests) date(k *Kept[Interest]) {
	if k.State != Removed {
		k.State = k.Noun.State(i.app.Now())
	}
}

// Keep writes an interest, unless a field is wrong. What was imported keeps its figures.
func (i Interests) Keep(ctx context.Context, k Kept[Interest]) (Kept[Interest], []Problem, error) {
	if p := k.Noun.Problems(); len(p) > 0 {
		return k, p, nil
	}
	if k.Version > 0 {
		before, err := i.shelf.Find(ctx, k.ID)
		if err != nil {
			return k, nil, err
		}
		k.Noun.Source, k.Noun.Lines = before.Noun.Source, before.Noun.Lines
	}
	k, err := i.shelf.Put(ctx, i.record(k))
	return k, nil, err
}

// record gives an interest what lists go by.
func (i Interests) record(k Kept[Interest]) Kept[Interest] {
	k.State, k.At, k.Rank = k.Noun.State(i.app.Now()), i.app.Now(), int(min(k.Noun.Amount/100, 1<<30))
	if since, ok := dayOf(k.Noun.Since); ok {
		k.At = since
	}
	return k
}

// Remove takes an interest off the list; Restore brings it back within a day.
func (i Interests) Remove(ctx context.Context, id string) error {
	return i.shelf.Remove(ctx, id, i.app.Now())
}

// Restore brings back what was removed.
func (i Interests) Restore(ctx context.Context, id string) error {
	k, err := i.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	_, err = i.shelf.Put(ctx, i.record(k))
	return err
}

// Destroy deletes an interest for good.
func (i Interests) Destroy(ctx context.Context, id string) error { return i.shelf.Delete(ctx, id) }

// For are the interests that a check of a draft should know, as it takes them.
func (i Interests) For(ctx context.Context, d bedside.Draft) ([]bedside.Interest, error) {
	kept, err := i.shelf.List(ctx, store.Filter{States: []string{InterestCurrent}})
	if err != nil {
		return nil, err
	}
	words := foldDraft(d)
	var out []bedside.Interest
	for k := range kept {
		if n := &kept[k].Noun; n.State(i.app.Now()) == InterestCurrent {
			out = append(out, n.values(words)...)
		}
	}
	return out, nil
}

// foldDraft folds all words that a draft would publish.
func foldDraft(d bedside.Draft) string {
	texts := []string{d.Text}
	for _, m := range d.Media {
		texts = append(texts, m.Alt, m.Caption)
	}
	return fold(strings.Join(texts, "\n"))
}
