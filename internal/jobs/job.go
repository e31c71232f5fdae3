package jobs

import (
	"context"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"strings"
	"time"

	"bedside"
	"bedside/internal/store"
)

// The states of a job. Records know no Running: who does a job is not theirs to tell.
const (
	Waiting   = "waiting" // to be done, at once or later
	Running   = "running" // somebody has it
	Done      = "done"
	Failed    = "failed" // and not tried again
	Cancelled = "cancelled"
)

// recordKind is the kind of the records that hold jobs.
const recordKind = "job"

// Request asks for a job.
type Request struct {
	Kind  string // which handler does it
	Key   string // what it is for: of requests with the same key there is one job. It is made of ids, never of words
	Group string // what it belongs to: jobs of a group are counted and cancelled together
	Args  any    // for the handler, as JSON
	Rank  int    // 0 to 3; the highest is done first
	Total int    // how much there is to do, where that is known, in the handler's own measure
}

// Job is a batch of work.
type Job struct {
	Kind    string          `json:"kind"`
	Group   string          `json:"group"`
	Args    json.RawMessage `json:"args,omitempty"`
	Attempt int             `json:"attempt"` // how often it was begun
	Done    int             `json:"done"`    // of Total, in the handler's own measure
	Total   int             `json:"total"`
	Problem string          `json:"problem,omitempty"` // what kept it from being done, to be shown
	State   string          `json:"-"`
}

// ended reports whether there is nothing left to do.
func (j *Job) ended() bool { return j.State != Waiting && j.State != Running }

// Handler does jobs of one kind. It must bear being run again after it was broken off, and end soon after its context does. It tells its
// progress as often as it likes.
type Handler func(ctx context.Context, j Job, progress func(done, total int)) error

// LaterError is what a handler returns that has to wait for something else. It counts as no attempt.
type LaterError struct{ In time.Duration }

// Error says so.
func (l *LaterError) Error() string { return "not yet" }

// idOf is an id that stands for words. Whoever asks twice for the same asks for the same record.
func idOf(what, words string) string {
	sum := sha256.Sum256([]byte(what + "\x00" + words))
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(sum[:])[:26]
}

// shardOf stands for a group outside of records.
func shardOf(group string) string { return idOf("shard", group) }

// Lane is the part of a broker that an owner's jobs go through, in letters and digits as every broker takes them.
func (o Options) Lane() string { return strings.ToLower(idOf("lane", o.Owner)) }

// read takes a job out of its record.
func read(r *store.Record) (Job, error) {
	var j Job
	if err := json.Unmarshal(r.Body, &j); err != nil {
		return j, &bedside.Error{Code: bedside.CodeInternal, Message: "a job cannot be read", Err: err}
	}
	j.State = r.State
	return j, nil
}

// write puts a job into its record.
func (j *Job) write(r *store.Record) error {
	body, err := json.Marshal(j)
	if err != nil {
		return &bedside.Error{Code: bedside.CodeInternal, Message: "a job cannot be kept", Err: err}
	}
	r.State, r.Body = j.State, body
	return nil
}
