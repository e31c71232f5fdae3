package vault

import (
	"bytes"
	"context"
	"fmt"

	"bedside/internal/seal"
)

// Verified is what a walk along all chains of events has found.
type Verified struct {
	Owners, Events, Records int
	Break                   *Break // the first place where something does not hold
}

// Break is a place where a chain of events, or a record, is not what was written.
type Break struct {
	Owner string
	Event int64 // the number of the event, in the owner's chain; 0: none
	What  string
}

// page is how many rows are read at once.
const page = 500

// Verify walks every owner's chain of events, and holds every record that is kept to the event that tells of it.
func (v *Vault) Verify(ctx context.Context) (Verified, error) {
	v.rekeying.RLock()
	defer v.rekeying.RUnlock()
	var done Verified
	err := v.tables.Read(ctx, func(r Reader) error {
		done = Verified{}
		owners, err := r.Owners(ctx)
		if err != nil {
			return err
		}
		for _, o := range owners {
			done.Owners++
			w := walk{reader: r, owner: o, told: map[int64]Event{}, alive: map[string]int{}}
			if err := w.run(ctx, v.key, &done); err != nil || done.Break != nil {
				return err
			}
		}
		return nil
	})
	return done, err
}

// walk goes along one owner's events.
type walk struct {
	reader Reader
	owner  Owner
	told   map[int64]Event // by number
	alive  map[string]int  // how many records of each kind there are by the events
	before []byte          // the chain so far
	seq    int64
}

func (w *walk) run(ctx context.Context, store seal.Key, done *Verified) error {
	key, err := store.Unwrap(w.owner.Key, ownerBinding(w.owner.Name))
	if err != nil {
		done.Break = w.broken(0, "the owner’s key does not open")
		return nil //nolint:nilerr // that is what was looked for
	}
	if done.Break, err = w.chain(ctx, key); err != nil || done.Break != nil {
		return err
	}
	done.Events += int(w.seq)
	return w.records(ctx, key, done)
}

// chain follows the events to the end that the owner's head remembers.
func (w *walk) chain(ctx context.Context, key seal.Key) (*Break, error) {
	var broken *Break
	err := eachEvent(ctx, w.reader, w.owner.Name, func(e Event) error {
		if broken == nil {
			broken = w.follow(e)
		}
		return nil
	})
	if err != nil || broken != nil {
		return broken, err
	}
	h, err := openHead(key, w.owner)
	if err != nil {
		return w.broken(w.seq, "the end of the chain does not open"), nil //nolint:nilerr // that is what was looked for
	}
	if h.seq != w.seq || !bytes.Equal(h.chain, w.before) {
		return w.broken(w.seq, fmt.Sprintf("the chain ends here, and should end at event %d", h.seq)), nil
	}
	return nil, nil //nolint:nilnil // no break is what is hoped for
}

// follow takes the next event.
func (w *walk) follow(e Event) *Break {
	switch {
	case e.Seq != w.seq+1:
		return w.broken(w.seq+1, "the event is missing")
	case !bytes.Equal(link(w.before, e), e.Chain):
		return w.broken(e.Seq, "the event, or one before it, is not what was written")
	}
	w.seq, w.before, w.told[e.Seq] = e.Seq, e.Chain, e
	switch e.Verb {
	case "created":
		w.alive[e.Kind]++
	case "deleted":
		w.alive[e.Kind]--
	}
	return nil
}

// records holds each record to the event that tells of it, and their number to all events.
func (w *walk) records(ctx context.Context, key seal.Key, done *Verified) error {
	err := eachRow(ctx, w.reader, w.owner.Name, func(r Row) error {
		if done.Break == nil {
			done.Break = w.holds(key, r)
			done.Records++
			w.alive[r.Kind]--
		}
		return nil
	})
	if err != nil || done.Break != nil {
		return err
	}
	for kind, n := range w.alive {
		if n != 0 {
			done.Break = w.broken(0, fmt.Sprintf("by the events there should be %+d of kind %s", n, kind))
		}
	}
	return nil
}

// holds repeats the commitment to a record.
func (w *walk) holds(key seal.Key, r Row) *Break {
	_, commitment, err := unsealed(key, r)
	switch {
	case err != nil:
		return w.broken(r.Event, "the record that it tells of does not open")
	case w.told[r.Event].Kind != r.Kind || !bytes.Equal(w.told[r.Event].Commitment, commitment):
		return w.broken(r.Event, "the record that it tells of is not what was written")
	default:
		return nil
	}
}

func (w *walk) broken(event int64, what string) *Break {
	return &Break{Owner: w.owner.Name, Event: event, What: what}
}
