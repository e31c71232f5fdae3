package app

import (
	"context"
	"encoding/json"
	"time"

	"bedside"
	"bedside/internal/store"
)

// Shelf keeps nouns of one kind.
type Shelf[T any] struct {
	Store store.Store
	Owner string
	Kind  string
}

// Kept is a noun as it is kept: the record's own fields, and what they are about.
type Kept[T any] struct {
	store.Record
	Noun T
}

// Put writes a noun: as new, or in the place of the version that was read.
func (s Shelf[T]) Put(ctx context.Context, k Kept[T]) (Kept[T], error) {
	kept, err := s.PutAll(ctx, []Kept[T]{k})
	if err != nil {
		return k, err
	}
	return kept[0], nil
}

// PutAll writes all nouns or none.
func (s Shelf[T]) PutAll(ctx context.Context, kept []Kept[T]) ([]Kept[T], error) {
	records, err := s.records(kept)
	if err != nil {
		return nil, err
	}
	records, err = s.Store.Put(ctx, records...)
	if err != nil {
		return nil, err
	}
	out := make([]Kept[T], len(records))
	for i := range records {
		out[i] = Kept[T]{records[i], kept[i].Noun}
	}
	return out, nil
}

// records are nouns as the store keeps them.
func (s Shelf[T]) records(kept []Kept[T]) ([]store.Record, error) {
	records := make([]store.Record, len(kept))
	for i, k := range kept {
		body, err := json.Marshal(k.Noun)
		if err != nil {
			return nil, &bedside.Error{Code: bedside.CodeInternal, Message: "this cannot be kept", Err: err}
		}
		k.Record.Owner, k.Record.Kind, k.Record.Body = s.Owner, s.Kind, body
		records[i] = k.Record
	}
	return records, nil
}

// Find reads one noun.
func (s Shelf[T]) Find(ctx context.Context, id string) (Kept[T], error) {
	r, err := s.Store.Get(ctx, s.Owner, s.Kind, id)
	if err != nil {
		return Kept[T]{}, err
	}
	return unpack[T](r)
}

// Some reads the nouns with some ids at once, as far as they are there.
func (s Shelf[T]) Some(ctx context.Context, ids []string) (map[string]Kept[T], error) {
	records, err := s.Store.Some(ctx, s.Owner, s.Kind, ids...)
	if err != nil {
		return nil, err
	}
	out := make(map[string]Kept[T], len(records))
	for _, r := range records {
		if out[r.ID], err = unpack[T](r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// idsOf lists the ids of nouns.
func idsOf[T any](kept []Kept[T]) []string {
	out := make([]string, len(kept))
	for i := range kept {
		out[i] = kept[i].ID
	}
	return out
}

// List reads the nouns that a filter chooses.
func (s Shelf[T]) List(ctx context.Context, f store.Filter) ([]Kept[T], error) {
	f.Owner, f.Kind = s.Owner, s.Kind
	records, err := s.Store.List(ctx, f)
	if err != nil {
		return nil, err
	}
	out := make([]Kept[T], len(records))
	for i, r := range records {
		if out[i], err = unpack[T](r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// Count tells how many nouns there are, by state.
func (s Shelf[T]) Count(ctx context.Context) (map[string]int, error) {
	return s.Store.Count(ctx, store.Filter{Owner: s.Owner, Kind: s.Kind})
}

// Due lists what somebody should look at by a time.
func (s Shelf[T]) Due(ctx context.Context, by time.Time) ([]Kept[T], error) {
	return s.List(ctx, store.Filter{DueBefore: by})
}

// Delete destroys nouns.
func (s Shelf[T]) Delete(ctx context.Context, ids ...string) error {
	return s.Store.Delete(ctx, s.Owner, s.Kind, ids...)
}

func unpack[T any](r store.Record) (Kept[T], error) {
	k := Kept[T]{Record: r}
	if err := json.Unmarshal(r.Body, &k.Noun); err != nil {
		return k, &bedside.Error{Code: bedside.CodeInternal, Message: "a record of kind " + r.Kind + " cannot be read", Err: err}
	}
	k.Body = nil
	return k, nil
}
