package vault

import (
	"context"
	"crypto/rand"
	"slices"
	"time"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
)

// Put writes all of the records or none.
func (v *Vault) Put(ctx context.Context, records ...store.Record) ([]store.Record, error) {
	if len(records) == 0 {
		return nil, nil
	}
	return v.PutWith(ctx, func(Tx) error { return nil }, records...)
}

// PutWith writes records in one transaction with what else is done in it. It may be done again.
func (v *Vault) PutWith(ctx context.Context, also func(Tx) error, records ...store.Record) ([]store.Record, error) {
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	kept, err := v.ready(records)
	if err != nil {
		return nil, err
	}
	err = v.tables.Write(ctx, func(tx Tx) error {
		if err := v.putReady(ctx, tx, kept); err != nil {
			return err
		}
		return also(tx)
	})
	if err != nil {
		return nil, err
	}
	if slices.ContainsFunc(kept, func(r store.Record) bool { return r.Version > 1 }) {
		v.tables.Scrub(ctx) // a version that was replaced is as gone as one that was deleted
	}
	return kept, nil
}

// ready fills in what the store decides: ids of new records, versions, and times to the microsecond.
func (v *Vault) ready(records []store.Record) ([]store.Record, error) {
	now, kept := micros(v.now()), slices.Clone(records)
	for i := range kept {
		r := &kept[i]
		if r.Kind == "" || r.Version < 0 || r.Version > 0 && r.ID == "" {
			return nil, bedside.Errorf(bedside.CodeInternal, "a record without a kind or an id cannot be kept")
		}
		if r.ID == "" {
			r.ID = rand.Text()
		}
		r.Version++
		r.Changed, r.At, r.Due = now, micros(r.At), micros(r.Due)
	}
	return kept, nil
}

func micros(t time.Time) time.Time { return t.UTC().Truncate(time.Microsecond) }

// owners lists whose the records are, in one order for everybody, so that no two wait for each other.
func owners(records []store.Record) []string {
	var out []string
	for _, r := range records {
		out = append(out, r.Owner)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// putReady writes records that are ready, owner by owner.
func (v *Vault) putReady(ctx context.Context, tx Tx, kept []store.Record) error {
	for _, owner := range owners(kept) {
		if err := v.putFor(ctx, tx, owner, kept); err != nil {
			return err
		}
	}
	return nil
}

// putFor writes what belongs to one owner, and the events that tell of it.
func (v *Vault) putFor(ctx context.Context, tx Tx, owner string, records []store.Record) error {
	in, err := v.enter(ctx, tx, owner)
	if err != nil {
		return err
	}
	var inserted, replaced []Row
	for _, r := range records {
		if r.Owner != owner {
			continue
		}
		row, commitment := sealed(in.key, r)
		if r.Version == 1 {
			row.Event = in.tell(r.Changed, r.Kind, "created", commitment)
			inserted = append(inserted, row)
		} else {
			row.Event = in.tell(r.Changed, r.Kind, "changed", commitment)
			replaced = append(replaced, row)
		}
	}
	if err := tx.Insert(ctx, inserted); err != nil {
		return err
	}
	if err := tx.Replace(ctx, replaced); err != nil {
		return err
	}
	return in.leave(ctx, tx)
}

// Delete destroys records and their keys.
func (v *Vault) Delete(ctx context.Context, owner, kind string, ids ...string) error {
	if len(ids) == 0 {
		return nil
	}
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	deleted, now := 0, micros(v.now())
	err := v.tables.Write(ctx, func(tx Tx) error {
		in, err := v.enter(ctx, tx, owner)
		if err != nil {
			return err
		}
		if deleted, err = tx.Delete(ctx, owner, kind, ids); err != nil || deleted == 0 {
			return err
		}
		for range deleted {
			in.tell(now, kind, "deleted", commitToNothing())
		}
		return in.leave(ctx, tx)
	})
	if err == nil && deleted > 0 {
		v.tables.Scrub(ctx)
	}
	return err
}

// commitToNothing stands where a commitment would, and is as long: there is nothing left to commit to.
func commitToNothing() []byte {
	b := seal.NewKey()
	return b[:]
}

// entry is a transaction as it writes for one owner.
type entry struct {
	owner  Owner
	key    seal.Key
	head   *head
	events []Event
}

// enter begins to write for an owner, who gets a key with their first record.
func (v *Vault) enter(ctx context.Context, tx Tx, name string) (*entry, error) {
	if err := v.proven(ctx, tx); err != nil {
		return nil, err
	}
	owner, err := tx.Enter(ctx, Owner{Name: name, Key: v.key.Wrap(seal.NewKey(), ownerBinding(name))})
	if err != nil {
		return nil, err
	}
	key, err := v.key.Unwrap(owner.Key, ownerBinding(name))
	if err != nil {
		return nil, err
	}
	h, err := openHead(key, owner)
	if err != nil {
		return nil, err
	}
	return &entry{owner: owner, key: key, head: h}, nil
}

// proven makes sure that the store has no other key meanwhile: nothing may be sealed with an old one.
func (v *Vault) proven(ctx context.Context, tx Tx) error {
	proof, err := tx.Proof(ctx)
	if err != nil {
		return err
	}
	return v.proves(proof)
}

// tell adds an event and returns its number.
func (e *entry) tell(at time.Time, kind, verb string, commitment []byte) int64 {
	e.events = append(e.events, e.head.add(Event{Owner: e.owner.Name, At: at, Kind: kind, Verb: verb, Commitment: commitment}))
	return e.head.seq
}

// leave writes the events and the new end of their chain.
func (e *entry) leave(ctx context.Context, tx Tx) error {
	if err := tx.Append(ctx, e.events); err != nil {
		return err
	}
	e.owner.Head = e.head.seal(e.key, e.owner.Name)
	return tx.Leave(ctx, e.owner)
}
