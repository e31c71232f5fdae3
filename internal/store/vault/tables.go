package vault

import (
	"context"
	"time"

	"bedside"
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

// What both kinds of tables say, in the same words.
const (
	There      = "there is such a record already; read it again before you change it" // of a new record whose id is taken
	Missing    = "there is no such record"
	GivenUp    = "this was given up before it was done; nothing was changed"
	Unreadable = "what is kept could not be read or written" // for a reason that no message knows
)

// Gone is the error of a version that is no more.
func Gone() error {
	return bedside.Errorf(bedside.CodeConflict, "somebody else changed or deleted this; read it again before you change it")
}

// Reader reads rows as they are kept. Errors are *bedside.Error, as in store.Store.
type Reader interface {
	Proof(ctx context.Context) ([]byte, error) // empty before the first Claim
	Owner(ctx context.Context, name string) (Owner, error)
	Owners(ctx context.Context) ([]Owner, error)
	Get(ctx context.Context, owner, kind, id string) (Row, error)
	Some(ctx context.Context, owner, kind string, ids []string) ([]Row, error) // in any order
	List(ctx context.Context, f store.Filter) ([]Row, error)
	Count(ctx context.Context, f store.Filter) (map[string]int, error)
	All(ctx context.Context, owner string, after Place, limit int) ([]Row, error)      // of every kind, by kind and id
	Events(ctx context.Context, owner string, after int64, limit int) ([]Event, error) // in their order
}

// Place is where a row stands among all of its owner's; the zero Place is before the first.
type Place struct{ Kind, ID string }

// Tables is what a database does for a vault: it keeps rows as they are given.
type Tables interface {
	Reader
	Claim(ctx context.Context, proof []byte) ([]byte, error) // keeps the first proof that comes, and returns the one it keeps
	// Read hands a function everything as it is at one moment, whoever writes meanwhile.
	Read(ctx context.Context, do func(Reader) error) error
	// Write does all that a function does in one transaction, or nothing. It may call the function again.
	Write(ctx context.Context, do func(Tx) error) error
	// Scrub overwrites what deleted rows left behind, as far as the database can and as soon as nobody reads it any more.
	Scrub(ctx context.Context)
}

// Tx is a transaction that writes.
type Tx interface {
	Proof(ctx context.Context) ([]byte, error)     // nobody changes it until the end
	Prove(ctx context.Context, proof []byte) error // puts another proof in its place
	// Enter finds an owner, keeping the given one where there is none, and holds others who write for the same owner back.
	Enter(ctx context.Context, o Owner) (Owner, error)
	Leave(ctx context.Context, o Owner) error // writes the owner's key and head
	Insert(ctx context.Context, rows []Row) error
	Replace(ctx context.Context, rows []Row) error // each that has the version before
	Delete(ctx context.Context, owner, kind string, ids []string) (deleted int, err error)
	Append(ctx context.Context, events []Event) error
	Owners(ctx context.Context) ([]Owner, error)
	Keys(ctx context.Context, owner string) ([]Row, error) // all rows without their bodies
	Rewrap(ctx context.Context, rows []Row) error          // writes the keys of rows
}
