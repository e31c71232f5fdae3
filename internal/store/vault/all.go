package vault

import (
	"context"
	"iter"

	"bedside/internal/store"
)

// Each hands over every record, opened, as all are at one moment.
func (v *Vault) Each(ctx context.Context, do func(store.Record) error) error {
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	return v.tables.Read(ctx, func(r Reader) error {
		owners, err := r.Owners(ctx)
		if err != nil {
			return err
		}
		for _, o := range owners {
			key, err := v.key.Unwrap(o.Key, ownerBinding(o.Name))
			if err != nil {
				return v.why(ctx, err)
			}
			if err := eachRow(ctx, r, o.Name, func(row Row) error {
				record, _, err := unsealed(key, row)
				if err != nil {
					return err
				}
				return do(record)
			}); err != nil {
				return err
			}
		}
		return nil
	})
}

// PutAll writes new records, however many there are, all or none. The records may be asked for again.
func (v *Vault) PutAll(ctx context.Context, records iter.Seq2[store.Record, error]) error {
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	return v.tables.Write(ctx, func(tx Tx) error {
		var some []store.Record
		for r, err := range records {
			if err != nil {
				return err
			}
			r.Version = 0
			if some = append(some, r); len(some) == page {
				if err := v.putSome(ctx, tx, some); err != nil {
					return err
				}
				some = some[:0]
			}
		}
		return v.putSome(ctx, tx, some)
	})
}

func (v *Vault) putSome(ctx context.Context, tx Tx, records []store.Record) error {
	kept, err := v.ready(records)
	if err != nil {
		return err
	}
	return v.putReady(ctx, tx, kept)
}
