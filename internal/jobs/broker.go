package jobs

import (
	"context"
	"errors"
	"time"

	"bedside/internal/store"
)

// Ticket is what a broker knows of a job that has not ended: no word of what it is about.
type Ticket struct {
	Job     string // id of its record
	Shard   string // stands for the group
	Rank    int    // the highest is handed out first
	Running bool   // somebody has it
	Attempt int    // how often it was begun
	Done    int    // of Total, in the handler's own measure
	Total   int
}

// Broker hands tickets to workers: each to one at a time, and to another when that one falls silent. Errors are *bedside.Error.
type Broker interface {
	// Add keeps records of new jobs and tickets, all or none. A job that has a ticket keeps the one it has.
	Add(ctx context.Context, records []store.Record, tickets []Ticket) error
	// Tickets lists the tickets of a shard; all of them where it is empty.
	Tickets(ctx context.Context, shard string) ([]Ticket, error)
	// Cancel takes tickets back. Who has one is told soon: the context ends with ErrLost.
	Cancel(ctx context.Context, jobs ...string) error
	// Work hands out tickets until its context ends, so many at a time, and returns when the last has come back.
	Work(ctx context.Context, workers int, do Do)
}

// Do does the job of a ticket. It tells its progress as often as it likes.
type Do func(ctx context.Context, t Ticket, tell func(done, total int)) Outcome

// Outcome is what becomes of a ticket. The zero Outcome ends it.
type Outcome struct {
	Again     bool          // it is handed out again
	In        time.Duration // not before
	Uncounted bool          // this was no attempt
}

// ErrLost is why the context of a job ends that is somebody else's now, or nobody's any more.
var ErrLost = errors.New("the job was taken back")

// Options says how patient a queue is. Now is needed.
type Options struct {
	Owner    string
	Now      func() time.Time
	Lease    time.Duration // how long whoever has a job may be silent; 15 seconds when 0
	Poll     time.Duration // how often others' jobs are looked for; a second when 0
	Attempts int           // how often a job is begun at most; 5 when 0
	Backoff  time.Duration // before the second attempt, then four times as long each; a second when 0
}

// Usual fills in what is usual.
func (o Options) Usual() Options {
	for _, d := range []struct {
		field *time.Duration
		usual time.Duration
	}{{&o.Lease, 15 * time.Second}, {&o.Poll, time.Second}, {&o.Backoff, time.Second}} {
		if *d.field <= 0 {
			*d.field = d.usual
		}
	}
	if o.Attempts <= 0 {
		o.Attempts = 5
	}
	return o
}

// Beat is how often who has a job tells its progress, or looks whether the job is still theirs.
func (o Options) Beat() time.Duration { return min(o.Lease/3, time.Second) }
