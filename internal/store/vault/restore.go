package vault

import (
	"context"
	"errors"
	"io"

	"github.com/fxamacker/cbor/v2"

	"bedside"
	"bedside/internal/seal"
)

// Restorer is a Keeper that can be given a key.
type Restorer interface {
	Keeper
	Take(key seal.Key) error
}

// Restore fills empty tables from a backup, whole or not at all: with the secret that it was made to, or, where there is none, with the key
// that is kept.
func Restore(ctx context.Context, tables Tables, keeper Restorer, from io.Reader, secret *seal.Secret) (Counts, error) {
	if proof, err := tables.Proof(ctx); err != nil || len(proof) > 0 {
		return Counts{}, errors.Join(err, errNotEmpty(len(proof) > 0))
	}
	if secret == nil {
		keys, err := keeper.Load()
		if err != nil {
			return Counts{}, err
		}
		secret = keys[0].Secret(format)
	}
	open, err := secret.Unlock(from)
	if err != nil {
		return Counts{}, err
	}
	u := unpacker{from: cbor.NewDecoder(open)}
	head, err := u.header()
	if err != nil {
		return Counts{}, err
	}
	fresh, err := fits(keeper, head)
	if err != nil {
		return Counts{}, err
	}
	begun := false
	err = tables.Write(ctx, func(tx Tx) error {
		if begun {
			return bedside.Errorf(bedside.CodeUnavailable, "somebody else writes to the same tables; nothing was changed")
		}
		begun = true
		if err := u.all(ctx, tx, head); err != nil || !fresh {
			return err
		}
		return keeper.Take(seal.Key(head.Key)) // last of all: a backup that breaks off leaves no key behind
	})
	return u.done, err
}

func errNotEmpty(full bool) error {
	if !full {
		return nil
	}
	return bedside.Errorf(bedside.CodeConflict, "something is kept here already; restore into an empty folder or database. Nothing was changed")
}

// fits reports whether the key of a backup is not kept yet. One that is kept must open what is in it.
func fits(keeper Restorer, h *header) (fresh bool, err error) {
	keys, err := keeper.Load()
	if bedside.CodeOf(err) == bedside.CodeNotFound && len(h.Key) == len(seal.Key{}) {
		return true, nil
	}
	if err != nil {
		return false, err
	}
	if _, err := keys[0].Open(h.Proof, proofBinding()); err != nil {
		return false, &bedside.Error{Code: bedside.CodeConflict, Message: "another key is kept here already; restore into an empty folder. Nothing was changed", Err: err}
	}
	return false, nil
}

// unpacker reads a backup.
type unpacker struct {
	from   *cbor.Decoder
	done   Counts
	owner  Owner // the one whose records and events come
	rows   []Row
	events []Event
}

func (u *unpacker) next() (i item, err error) {
	if err := u.from.Decode(&i); err != nil {
		return i, damaged(err)
	}
	return i, nil
}

func damaged(err error) error {
	return &bedside.Error{Code: bedside.CodeInvalid, Message: "the backup is damaged or cut short; nothing was changed", Err: err}
}

func (u *unpacker) header() (*header, error) {
	i, err := u.next()
	switch {
	case err != nil:
		return nil, err
	case i.Header == nil || i.Header.Format != format:
		return nil, damaged(nil)
	case i.Header.V != formatV:
		return nil, bedside.Errorf(bedside.CodeInvalid, "the backup was made by a newer Bedside; nothing was changed: use the newer one")
	}
	return i.Header, nil
}

// all writes what the backup holds, and compares the numbers at its end.
func (u *unpacker) all(ctx context.Context, tx Tx, h *header) error {
	if err := tx.Prove(ctx, h.Proof); err != nil {
		return err
	}
	for {
		i, err := u.next()
		if err != nil {
			return err
		}
		switch {
		case i.Owner != nil:
			err = u.enter(ctx, tx, *i.Owner)
		case i.Row != nil:
			err = u.row(ctx, tx, i.Row.unpack())
		case i.Event != nil:
			err = u.event(ctx, tx, *i.Event)
		case i.End != nil:
			return u.end(ctx, tx, *i.End)
		default:
			err = damaged(nil)
		}
		if err != nil {
			return err
		}
	}
}

func (u *unpacker) enter(ctx context.Context, tx Tx, o Owner) error {
	if err := u.flush(ctx, tx); err != nil {
		return err
	}
	u.done.Owners++
	u.owner = o
	if _, err := tx.Enter(ctx, o); err != nil {
		return err
	}
	return tx.Leave(ctx, o)
}

func (u *unpacker) row(ctx context.Context, tx Tx, r Row) error {
	r.Owner = u.owner.Name
	u.rows = append(u.rows, r)
	u.done.Records++
	return u.flushAt(ctx, tx, page)
}

func (u *unpacker) event(ctx context.Context, tx Tx, e Event) error {
	e.Owner, e.At = u.owner.Name, e.At.UTC()
	u.events = append(u.events, e)
	u.done.Events++
	return u.flushAt(ctx, tx, page)
}

func (u *unpacker) flushAt(ctx context.Context, tx Tx, n int) error {
	if len(u.rows)+len(u.events) < n {
		return nil
	}
	return u.flush(ctx, tx)
}

func (u *unpacker) flush(ctx context.Context, tx Tx) error {
	if err := tx.Insert(ctx, u.rows); err != nil {
		return err
	}
	err := tx.Append(ctx, u.events)
	u.rows, u.events = nil, nil
	return err
}

func (u *unpacker) end(ctx context.Context, tx Tx, want Counts) error {
	if err := u.flush(ctx, tx); err != nil {
		return err
	}
	var more item
	if err := u.from.Decode(&more); !errors.Is(err, io.EOF) || u.done != want {
		return damaged(err)
	}
	return nil
}
