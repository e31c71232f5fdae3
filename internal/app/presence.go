package app

import (
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"slices"
	"time"

	"bedside"
	"bedside/internal/store"
)

//go:embed presence.json
var presenceJSON []byte

// Scripts are the words that help with what others post: kinds, who posts, and kind messages for each.
type Scripts struct {
	Kinds    []Named   `json:"kinds"`
	Posters  []Named   `json:"posters"`
	Messages []Script  `json:"messages"`
	Cautions []Caution `json:"cautions"`
}

// Named is a word that is kept, and how people read it.
type Named struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Script is a message to whoever posted something.
type Script struct {
	Kind  string   `json:"kind"`
	By    string   `json:"by"` // empty: whoever it was
	Texts []string `json:"texts"`
}

// Caution is what to mind before one writes to anybody.
type Caution struct {
	Kind   string `json:"kind"`
	Says   string `json:"says"`
	Clause string `json:"clause"`
}

// PresenceScripts reads the scripts.
func PresenceScripts() (Scripts, error) {
	var s Scripts
	if err := json.Unmarshal(presenceJSON, &s); err != nil {
		return s, &bedside.Error{Code: bedside.CodeInternal, Message: "the messages cannot be read", Err: err}
	}
	return s, nil
}

// For are the messages that fit an appearance: those for who posted it, else those for anybody.
func (s Scripts) For(a *Appearance) []string {
	for _, by := range []string{a.By, ""} {
		for _, m := range s.Messages {
			if m.Kind == a.Kind && m.By == by {
				return m.Texts
			}
		}
	}
	return nil
}

// Caution is what to mind with an appearance.
func (s Scripts) Caution(a *Appearance) Caution {
	for _, c := range s.Cautions {
		if c.Kind == a.Kind {
			return c
		}
	}
	return Caution{}
}

// Presence is the list of what others posted about the person.
type Presence struct {
	shelf Shelf[Appearance]
	app   *App
}

// Presence opens the list.
func (a *App) Presence() Presence {
	return Presence{Shelf[Appearance]{Store: a.Store, Kind: "appearance"}, a}
}

// List reads all appearances, those that ended last, and those to look at soonest first.
func (p Presence) List(ctx context.Context) ([]Kept[Appearance], error) {
	if err := p.shelf.Sweep(ctx, p.app.Now()); err != nil {
		return nil, err
	}
	kept, err := p.shelf.List(ctx, store.Filter{})
	slices.SortStableFunc(kept, func(x, y Kept[Appearance]) int {
		return cmp.Or(cmp.Compare(endless(x.Noun.Next()), endless(y.Noun.Next())), -x.At.Compare(y.At))
	})
	return kept, err
}

// endless puts what has no day behind all days.
func endless(day string) string {
	if day == "" {
		return "~"
	}
	return day
}

// Due counts what wants a look today.
func (p Presence) Due(ctx context.Context) (int, error) {
	kept, err := p.shelf.Due(ctx, p.app.Now())
	n := 0
	for _, k := range kept {
		if k.State != Removed {
			n++
		}
	}
	return n, err
}

// Find reads one appearance.
func (p Presence) Find(ctx context.Context, id string) (Kept[Appearance], error) {
	return p.shelf.Find(ctx, id)
}

// Keep writes an appearance, unless a field is wrong. What was done about it stays done.
func (p Presence) Keep(ctx context.Context, k Kept[Appearance]) (Kept[Appearance], []Problem, error) {
	if k.Noun.Seen == "" {
		k.Noun.Seen = today(p.app.Now())
	}
	if wrong := k.Noun.Problems(); len(wrong) > 0 {
		return k, wrong, nil
	}
	if k.Version > 0 {
		before, err := p.shelf.Find(ctx, k.ID)
		if err != nil {
			return k, nil, err
		}
		n := before.Noun
		k.Noun.Done, k.Noun.Ended, k.Noun.EndedOn, k.Noun.Reason = n.Done, n.Ended, n.EndedOn, n.Reason
	}
	k, err := p.shelf.Put(ctx, p.record(k))
	return k, nil, err
}

// record gives an appearance what lists go by.
func (Presence) record(k Kept[Appearance]) Kept[Appearance] {
	k.State, k.Due = k.Noun.State(), time.Time{}
	if seen, ok := dayOf(k.Noun.Seen); ok {
		k.At = seen
	}
	if next, ok := dayOf(k.Noun.Next()); ok {
		k.Due = next
	}
	return k
}

// Mark notes that a step was done, or was not after all.
func (p Presence) Mark(ctx context.Context, id, step string, done bool) error {
	k, err := p.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	if err := k.Noun.mark(step, done, p.app.Now()); err != nil {
		return err
	}
	_, err = p.shelf.Put(ctx, p.record(k))
	return err
}

// End closes an appearance as gone or left, or opens it again.
func (p Presence) End(ctx context.Context, id, how, reason string) ([]Problem, error) {
	k, err := p.shelf.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	if wrong := k.Noun.end(how, reason, p.app.Now()); len(wrong) > 0 {
		return wrong, nil
	}
	_, err = p.shelf.Put(ctx, p.record(k))
	return nil, err
}

// Remove takes an appearance off the list; Restore brings it back within a day.
func (p Presence) Remove(ctx context.Context, id string) error {
	return p.shelf.Remove(ctx, id, p.app.Now())
}

// Restore brings back what was removed.
func (p Presence) Restore(ctx context.Context, id string) error {
	k, err := p.shelf.Find(ctx, id)
	if err != nil {
		return err
	}
	_, err = p.shelf.Put(ctx, p.record(k))
	return err
}

// Destroy deletes an appearance for good.
func (p Presence) Destroy(ctx context.Context, id string) error { return p.shelf.Delete(ctx, id) }
