package vault

import (
	"context"

	"bedside/internal/seal"
)

// Rekey gives the store, every owner and every record's key a new seal. Bodies stay as they are. Whatever a disk, a log or an old copy
// of the tables still holds of records that were deleted, the key that is kept from now on does not open it.
//
// The new key is kept beside the old one before anything changes, and alone only afterwards: whenever it is stopped, one of the two fits.
func (v *Vault) Rekey(ctx context.Context) error {
	v.rekeying.Lock()
	defer v.rekeying.Unlock()
	key := seal.NewKey()
	if err := v.keeper.Keep(key, v.key); err != nil {
		return err
	}
	if err := v.tables.Write(ctx, func(tx Tx) error { return v.rewrap(ctx, tx, key) }); err != nil {
		return err
	}
	v.key, v.keys = key, map[string]seal.Key{}
	v.tables.Scrub(ctx)
	return v.keeper.Keep(key)
}

// rewrap seals everything that the key of the store seals with another one.
func (v *Vault) rewrap(ctx context.Context, tx Tx, key seal.Key) error {
	if err := v.proven(ctx, tx); err != nil {
		return err
	}
	if err := tx.Prove(ctx, key.Seal(nil, proofBinding())); err != nil {
		return err
	}
	owners, err := tx.Owners(ctx)
	if err != nil {
		return err
	}
	for _, o := range owners {
		if err := v.rewrapOwner(ctx, tx, o, key); err != nil {
			return err
		}
	}
	return nil
}

// rewrapOwner gives an owner a new key, and seals with it what the old one sealed.
func (v *Vault) rewrapOwner(ctx context.Context, tx Tx, o Owner, key seal.Key) error {
	before, err := v.key.Unwrap(o.Key, ownerBinding(o.Name))
	if err != nil {
		return err
	}
	h, err := openHead(before, o)
	if err != nil {
		return err
	}
	rows, err := tx.Keys(ctx, o.Name)
	if err != nil {
		return err
	}
	after := seal.NewKey()
	for i, r := range rows {
		binding := rowBinding("key", r.Record)
		own, err := before.Unwrap(r.Key, binding)
		if err != nil {
			return err
		}
		rows[i].Key = after.Wrap(own, binding)
	}
	if err := tx.Rewrap(ctx, rows); err != nil {
		return err
	}
	o.Key, o.Head = key.Wrap(after, ownerBinding(o.Name)), h.seal(after, o.Name)
	return tx.Leave(ctx, o)
}
