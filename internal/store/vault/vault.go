// Package vault is a store of sealed records upon the tables of a database (docs/adr/0022-store.md): it seals and opens bodies, and
// writes an event for every change of state. It holds no SQL; what a database must do for it is Tables. It never prints a body.
// Start at Open.
//
// One key opens a store, and lies outside of it. It seals a key for each owner, which seals a key for each version of each record,
// which seals the body. A version that is replaced or deleted takes its key along.
package vault

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
)

// Keeper keeps the key that opens a store.
type Keeper interface {
	Load() ([]seal.Key, error) // one, or in the middle of Rekey two; CodeNotFound: there is none yet
	Make() (seal.Key, error)
	Keep(keys ...seal.Key) error // in the place of those that were kept
}

// Vault is a store.Store.
type Vault struct {
	tables Tables
	keeper Keeper // of the key
	now    func() time.Time

	rekeying sync.RWMutex // held alone while all keys change
	key      seal.Key

	mu   sync.Mutex
	keys map[string]seal.Key // of owners, as far as they were asked for
}

var _ store.Store = (*Vault)(nil)

// Open opens the sealed records in tables with the key that belongs to them. Tables that nothing was written to yet get a key.
func Open(ctx context.Context, tables Tables, keeper Keeper, now func() time.Time) (*Vault, error) {
	proof, err := tables.Proof(ctx)
	if err != nil {
		return nil, err
	}
	keys, err := keysFor(keeper, len(proof) > 0)
	if err != nil {
		return nil, err
	}
	if len(proof) == 0 {
		if proof, err = tables.Claim(ctx, keys[0].Seal(nil, proofBinding())); err != nil {
			return nil, err
		}
	}
	for _, key := range keys {
		if _, err = key.Open(proof, proofBinding()); err == nil {
			return &Vault{tables: tables, keeper: keeper, key: key, now: now, keys: map[string]seal.Key{}}, nil
		}
	}
	return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "what is kept was sealed with another key; nothing was changed", Err: err}
}

// keysFor loads the key. Only where nothing is sealed yet one is made: a new key opens nothing old.
func keysFor(keeper Keeper, sealed bool) ([]seal.Key, error) {
	keys, err := keeper.Load()
	switch {
	case err == nil, bedside.CodeOf(err) != bedside.CodeNotFound:
		return keys, err
	case sealed:
		return nil, &bedside.Error{Code: bedside.CodeInvalid, Message: "the key to what is kept is missing; put it back where it was: without it nothing can be read", Err: err}
	}
	key, err := keeper.Make()
	if bedside.CodeOf(err) == bedside.CodeConflict { // another program has just made one
		return keeper.Load()
	}
	return []seal.Key{key}, err
}

// proofBinding is what the proof of a key is bound to: an empty body that only the right key opens.
func proofBinding() []byte { return seal.Bind("bedside", "proof") }

// Get reads one record.
func (v *Vault) Get(ctx context.Context, owner, kind, id string) (store.Record, error) {
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	row, err := v.tables.Get(ctx, owner, kind, id)
	if err != nil {
		return store.Record{}, err
	}
	records, err := v.open(ctx, owner, []Row{row})
	if err != nil {
		return store.Record{}, err
	}
	return records[0], nil
}

// Some reads the records with some ids at once.
func (v *Vault) Some(ctx context.Context, owner, kind string, ids ...string) ([]store.Record, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	rows, err := v.tables.Some(ctx, owner, kind, ids)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	place := make(map[string]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(place[a.ID], place[b.ID]) })
	return v.open(ctx, owner, rows)
}

// List reads a page of records.
func (v *Vault) List(ctx context.Context, f store.Filter) ([]store.Record, error) {
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	rows, err := v.tables.List(ctx, f)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return v.open(ctx, f.Owner, rows)
}

// Count counts records by state.
func (v *Vault) Count(ctx context.Context, f store.Filter) (map[string]int, error) {
	return v.tables.Count(ctx, f)
}

// open opens rows of one owner.
func (v *Vault) open(ctx context.Context, owner string, rows []Row) ([]store.Record, error) {
	key, err := v.ownerKey(ctx, owner)
	if err != nil {
		return nil, v.why(ctx, err)
	}
	out := make([]store.Record, len(rows))
	for i, r := range rows {
		if out[i], _, err = unsealed(key, r); err != nil {
			return nil, v.why(ctx, err)
		}
	}
	return out, nil
}

// why tells what does not open because it was changed from what another program has sealed with a new key.
func (v *Vault) why(ctx context.Context, err error) error {
	if proof, failed := v.tables.Proof(ctx); failed == nil {
		if failed := v.proves(proof); failed != nil {
			return failed
		}
	}
	return err
}

// proves reports whether a proof opens with the key of the store.
func (v *Vault) proves(proof []byte) error {
	if _, err := v.key.Open(proof, proofBinding()); err != nil {
		return &bedside.Error{Code: bedside.CodeUnavailable, Message: "what is kept has got a new key; nothing was changed: start Bedside again", Err: err}
	}
	return nil
}

// ownerKey finds the key of an owner who has records.
func (v *Vault) ownerKey(ctx context.Context, name string) (seal.Key, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if key, ok := v.keys[name]; ok {
		return key, nil
	}
	owner, err := v.tables.Owner(ctx, name)
	if err != nil {
		return seal.Key{}, err
	}
	key, err := v.key.Unwrap(owner.Key, ownerBinding(name))
	if err == nil {
		v.keys[name] = key
	}
	return key, err
}

func ownerBinding(name string) []byte { return seal.Bind("bedside", "owner", name) }
