// Package store is what keeps things for the web application: records of which it sees no more than a kind, a state and a few times
// (docs/adr/0022-store.md). It never reads what a record is about. Package vault seals them; the databases are in packages sqlite and
// postgres, and both pass storetest. Start at Store.
package store

import (
	"context"
	"fmt"
	"time"
)

// Record is one thing that is kept.
type Record struct {
	ID      string    // random: it tells nothing of what it is about; Put makes one where there is none
	Owner   string    // whose it is; empty for the one person of a personal store
	Kind    string    // hold, post, consent …
	State   string    // one of a few words of the kind
	At      time.Time // when what it is about happened
	Due     time.Time // when somebody should look at it again; zero: never
	Rank    int       // the order within a state, highest first
	Version int       // how often it was written; 0 before it was
	Changed time.Time // when it was written last; set by Put
	Body    []byte    // JSON, sealed below
}

// Format keeps bodies out of whatever prints records (docs/adr/0006-privacy-of-logs.md).
func (r Record) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "record %s of kind %s, version %d, %d bytes", r.ID, r.Kind, r.Version, len(r.Body))
}

// Filter chooses records of one kind. Zero fields choose all.
type Filter struct {
	Owner, Kind string
	States      []string
	From, To    time.Time // At is not before From, and before To
	DueBefore   time.Time
	After       *Record // the last one of the page before
	Limit       int     // at most this many; 0: all
	Oldest      bool    // oldest first; otherwise the highest rank first, then the newest
}

// Store keeps records. Errors are *bedside.Error: not_found, conflict where somebody else was faster, unavailable where the database
// cannot be written. What it acknowledges is durable.
type Store interface {
	// Put writes all of the records or none. A record with version 0 is new; another replaces that very version. It returns them as
	// they are kept, with times to the microsecond, in UTC.
	Put(ctx context.Context, records ...Record) ([]Record, error)
	Get(ctx context.Context, owner, kind, id string) (Record, error)
	// Some reads the records with some ids at once, as far as they are there, in the order of the ids.
	Some(ctx context.Context, owner, kind string, ids ...string) ([]Record, error)
	List(ctx context.Context, f Filter) ([]Record, error)
	// Count tells how many records a filter chooses, by state.
	Count(ctx context.Context, f Filter) (map[string]int, error)
	// Delete destroys records and their keys, whatever their version. What is not there is no error.
	Delete(ctx context.Context, owner, kind string, ids ...string) error
}
