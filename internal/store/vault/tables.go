package vault

import (
	"context"
	"time"

	"bedside/internal/store"
)

// Row is a record as a database holds it.
type Row struct {
	store.Record        // its Body is sealed
	Key          []byte // of this version, sealed with the owner's
	Event        int64  // the event that tells of this version
}

// Owner is somebody who keeps something.
type Owner struct {
	Name string
	Key  []byte // sealed with the key of the store
	Head []byte // the end of their chain of events, sealed with their key
}

// Event is one change of state: it commits to what changed, and tells nothing of it.
type Event struct {
	Owner      string
	Seq        int64
	At         time.Time
	Kind       string // of the record
	Verb       string // created, changed or deleted
	Commitment []byte
	Chain      []byte // over this event and the one before
}

// Tables is what a database does for a vault: it keeps rows as they are given. Errors are *bedside.Error, as in store.Store.
type Tables interface {
	Proof(ctx context.Context) ([]byte, error)               // empty before the first Claim
	Claim(ctx context.Context, proof []byte) ([]byte, error) // keeps the first proof that comes, and returns the one it keeps
	Owner(ctx context.Context, name string) (Owner, error)
	Owners(ctx context.Context) ([]Owner, error)
	Get(ctx context.Context, owner, kind, id string) (Row, error)
	List(ctx context.Context, f store.Filter) ([]Row, error)
	Count(ctx context.Context, f store.Filter) (map[string]int, error)
	Events(ctx context.Context, owner string, after int64, limit int) ([]Event, error) // in their order
	// Write does all that a function does in one transaction, or nothing. It may call the function again.
	Write(ctx context.Context, do func(Tx) error) error
	// Scrub overwrites what deleted rows left behind, as far as the database can.
	Scrub(ctx context.Context) error
}

// Tx is a transaction that writes.
type Tx interface {
	// Enter finds an owner, keeping the given one where there is none, and holds others who write for the same owner back.
	Enter(ctx context.Context, o Owner) (Owner, error)
	Leave(ctx context.Context, o Owner) error // writes the owner's new head
	Insert(ctx context.Context, rows []Row) error
	Replace(ctx context.Context, rows []Row) error // each that has the version before
	Delete(ctx context.Context, owner, kind string, ids []string) (deleted int, err error)
	Append(ctx context.Context, events []Event) error
}
