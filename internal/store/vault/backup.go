package vault

import (
	"context"
	"io"
	"time"

	"github.com/fxamacker/cbor/v2"

	"bedside"
	"bedside/internal/seal"
	"bedside/internal/store"
)

// A backup is a run of CBOR items, all of it encrypted: a header, then each owner with their records and events as the tables have them,
// and the numbers of both at the end. It fits either database.
type item struct {
	Header *header    `cbor:"1,keyasint,omitempty"`
	Owner  *Owner     `cbor:"2,keyasint,omitempty"`
	Row    *packedRow `cbor:"3,keyasint,omitempty"`
	Event  *Event     `cbor:"4,keyasint,omitempty"`
	End    *Counts    `cbor:"5,keyasint,omitempty"`
}

type header struct {
	Format string
	V      int
	Made   time.Time
	Proof  []byte
	Key    []byte // of the store; empty where only whoever has it may open the backup
}

const (
	format  = "bedside backup"
	formatV = 1
)

// packedRow is a row without the methods of a record.
type packedRow struct {
	Owner, Kind, ID, State string
	At, Due, Changed       time.Time
	Rank, Version          int
	Event                  int64
	Key, Body              []byte
}

// Counts says how much there is.
type Counts struct{ Owners, Records, Events int }

// Backup writes everything as it is at one moment, while others go on writing: to a secret together with the key, or, where there is none,
// for whoever has the key.
func (v *Vault) Backup(ctx context.Context, w io.Writer, secret *seal.Secret) (Counts, error) {
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	key := v.key[:]
	if secret == nil {
		secret, key = v.key.Secret(format), nil
	}
	locked, err := secret.Lock(w)
	if err != nil {
		return Counts{}, unwritten(err)
	}
	p := packer{to: encoder(locked)}
	err = v.tables.Read(ctx, func(r Reader) error { return p.all(ctx, r, key, v.now()) })
	if err == nil {
		err = unwritten(locked.Close())
	}
	return p.done, err
}

// encoder writes times to the microsecond.
func encoder(w io.Writer) *cbor.Encoder {
	mode, err := cbor.EncOptions{Time: cbor.TimeRFC3339Nano}.EncMode()
	if err != nil {
		panic(err) // the options are ours
	}
	return mode.NewEncoder(w)
}

func unwritten(err error) error {
	if err == nil || bedside.CodeOf(err) != bedside.CodeInternal {
		return err
	}
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the backup cannot be written; choose another place", Err: err}
}

// packer writes a backup.
type packer struct {
	to   *cbor.Encoder
	done Counts
}

func (p *packer) all(ctx context.Context, r Reader, key []byte, now time.Time) error {
	proof, err := r.Proof(ctx)
	if err != nil {
		return err
	}
	if err := p.add(item{Header: &header{format, formatV, now.UTC(), proof, key}}); err != nil {
		return err
	}
	owners, err := r.Owners(ctx)
	if err != nil {
		return err
	}
	for _, o := range owners {
		if err := p.owner(ctx, r, o); err != nil {
			return err
		}
	}
	return p.add(item{End: &p.done})
}

func (p *packer) owner(ctx context.Context, r Reader, o Owner) error {
	p.done.Owners++
	if err := p.add(item{Owner: &o}); err != nil {
		return err
	}
	if err := eachRow(ctx, r, o.Name, func(row Row) error {
		p.done.Records++
		return p.add(item{Row: pack(row)})
	}); err != nil {
		return err
	}
	return eachEvent(ctx, r, o.Name, func(e Event) error {
		p.done.Events++
		return p.add(item{Event: &e})
	})
}

func (p *packer) add(i item) error { return unwritten(p.to.Encode(i)) }

func pack(r Row) *packedRow {
	return &packedRow{r.Owner, r.Kind, r.ID, r.State, r.At, r.Due, r.Changed, r.Rank, r.Version, r.Event, r.Key, r.Body}
}

func (p *packedRow) unpack() Row {
	r := store.Record{Owner: p.Owner, Kind: p.Kind, ID: p.ID, State: p.State, At: p.At.UTC(), Due: p.Due.UTC(), Changed: p.Changed.UTC(), Rank: p.Rank, Version: p.Version, Body: p.Body}
	return Row{Record: r, Key: p.Key, Event: p.Event}
}

// eachRow goes through all records of an owner.
func eachRow(ctx context.Context, r Reader, owner string, do func(Row) error) error {
	for at := (Place{}); ; {
		rows, err := r.All(ctx, owner, at, page)
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := do(row); err != nil {
				return err
			}
			at = Place{row.Kind, row.ID}
		}
		if len(rows) < page {
			return nil
		}
	}
}

// eachEvent goes through all events of an owner.
func eachEvent(ctx context.Context, r Reader, owner string, do func(Event) error) error {
	for seq := int64(0); ; {
		events, err := r.Events(ctx, owner, seq, page)
		if err != nil {
			return err
		}
		for _, e := range events {
			if err := do(e); err != nil {
				return err
			}
			seq = e.Seq
		}
		if len(events) < page {
			return nil
		}
	}
}
