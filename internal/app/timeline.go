package app

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"strings"
	"time"

	"bedside"
	"bedside/internal/audit"
	"bedside/internal/jobs"
	"bedside/internal/store"
)

// Jobs is background work as the application asks for it.
type Jobs interface {
	Enqueue(ctx context.Context, requests ...jobs.Request) error
	Group(ctx context.Context, group string) ([]jobs.Job, error)
	Left(ctx context.Context, group string, above int) (int, error)
	Cancel(ctx context.Context, group string) error
	Forget(ctx context.Context, group string) error
}

// Timeline is what a person has put up, as far as they imported it: posts, what these reveal one by one and together, and the clean-up.
// What it finds is found by internal/audit, as by "bedside audit".
type Timeline struct {
	Store    store.Store
	Owner    string
	Jobs     Jobs
	Engine   audit.Engine
	Settings []byte                            // what answers depend on beside packs and version
	Fill     func(bedside.Draft) bedside.Draft // adds what the profile says of the author
	Now      func() time.Time
	Uploads  string         // the folder in which archives lie until they are read
	Node     string         // tells programs apart that share a store: each has a folder of its own
	Workers  int            // that an audit has check posts at once; as many as processors when 0
	Pictures audit.Pictures // how the pictures of each import are looked at, and how many
}

// The group of all jobs of the timeline.
const timelineGroup = "timeline"

func (t *Timeline) imports() Shelf[Import] { return Shelf[Import]{t.Store, t.Owner, "import"} }
func (t *Timeline) posts() Shelf[Post]     { return Shelf[Post]{t.Store, t.Owner, "post"} }
func (t *Timeline) groups() Shelf[Group]   { return Shelf[Group]{t.Store, t.Owner, "cluster"} }
func (t *Timeline) tasks() Shelf[Task]     { return Shelf[Task]{t.Store, t.Owner, "task"} }
func (t *Timeline) incoming() Shelf[Incoming] {
	return Shelf[Incoming]{t.Store, t.Owner, incomingKind}
}
func (t *Timeline) sums() Shelf[Sum] { return Shelf[Sum]{t.Store, t.Owner, "audit"} }

// The states of an import.
const (
	ImportWaiting   = "waiting"
	ImportReading   = "reading"
	ImportLooking   = "looking" // at pictures; the words are done, or are being checked
	ImportChecking  = "checking"
	ImportDone      = "done"
	ImportFailed    = "failed"
	ImportCancelled = "cancelled"
	ImportDeleting  = "deleting"
)

// Import is an archive that was read, or is to be.
type Import struct {
	V       int                  `json:"v"`
	Archive bedside.AuditArchive `json:"archive"` // what it said of itself; Problem is what kept it from being read
	Size    int64                `json:"size"`
	Node    string               `json:"node,omitempty"` // that has the file
	Read    time.Time            `json:"read"`           // when it was read to its end
	// Pictures is how far the files of its posts were looked at.
	Pictures Looks `json:"pictures,omitzero"`
	// Interrupted is when a program began that found it broken off; Resumed, when it went on.
	Interrupted time.Time `json:"interrupted,omitzero"`
	Resumed     time.Time `json:"resumed,omitzero"`
}

// The states of a post beside the verdicts.
const postUnread = "unread"

// Post is one thing that was put up, as an archive holds it.
type Post struct {
	V      int       `json:"v"`
	Import string    `json:"import"` // the last one that held it
	Draft  keptDraft `json:"draft"`
	URL    string    `json:"url,omitempty"`
	Thread string    `json:"thread,omitempty"`
	File   string    `json:"file,omitempty"`
	Stamp  string    `json:"stamp,omitempty"` // what it was checked with
	Quiet  bool      `json:"quiet,omitempty"` // nothing was found, and it tells nothing together with others
	Codes  string    `json:"codes,omitempty"` // then: what was not checked
	Seen   time.Time `json:"seen"`            // in an archive, last
	Media  []string  `json:"media,omitempty"` // the names of its files in the archive, in the order of the draft's media
	// Looked is what was seen in these, nil where nobody looked. The files themselves are not kept.
	Looked []*bedside.Seen `json:"looked,omitempty"`
}

// AuditPost is the post as an audit shows it.
func (p *Post) AuditPost() bedside.AuditPost {
	d := &p.Draft.Draft
	kind := d.Kind
	if kind == "" {
		kind = "post"
	}
	return bedside.AuditPost{
		ID: d.ID, Platform: d.Account.Platform, Handle: d.Account.Handle, Kind: kind, Audience: d.Account.Audience, Time: d.Time,
		URL: p.URL, File: p.File, Lang: d.Lang, Text: d.Text, Draft: d,
	}
}

// keptDraft is a draft as it is kept: its JSON is that of the contract.
type keptDraft struct{ bedside.Draft }

// MarshalJSON writes the draft.
func (k keptDraft) MarshalJSON() ([]byte, error) { return json.Marshal(k.Draft) }

// UnmarshalJSON reads the draft. The strict decoder is the only one that knows consents in prose, and is slower.
func (k *keptDraft) UnmarshalJSON(b []byte) (err error) {
	if json.Unmarshal(b, &k.Draft) == nil {
		return nil
	}
	k.Draft, err = bedside.DecodeDraft(b)
	return err
}

// The answers to the question that is asked before anything is taken down.
const (
	HoldNone = "none" // nothing is open
	HoldOpen = "open" // a complaint, a claim or an inquiry is
)

// Sum is what an audit found of all posts together. There is at most one, and before it the salt and what the person answered.
type Sum struct {
	V      int            `json:"v"`
	Salt   []byte         `json:"salt"` // of the ids of posts
	Hold   string         `json:"hold,omitempty"`
	HeldAt time.Time      `json:"held_at,omitzero"`
	Made   time.Time      `json:"made,omitzero"` // zero: no audit was made yet
	Round  string         `json:"round,omitempty"`
	Audit  *bedside.Audit `json:"audit,omitempty"` // without clusters and clean-up, which have records of their own
}

// sumID is the id of the one record of its kind.
const sumID = "timeline"

// sum reads what is known of the timeline as a whole, or begins it.
func (t *Timeline) sum(ctx context.Context) (Kept[Sum], error) {
	s, err := t.sums().Find(ctx, sumID)
	if bedside.CodeOf(err) != bedside.CodeNotFound {
		return s, err
	}
	salt := make([]byte, 32)
	if _, err := rand.Read(salt); err != nil {
		return s, err
	}
	s = Kept[Sum]{Record: store.Record{ID: sumID, State: "kept"}, Noun: Sum{V: 1, Salt: salt}}
	made, err := t.sums().Put(ctx, s)
	if bedside.CodeOf(err) == bedside.CodeConflict { // somebody else began it
		return t.sums().Find(ctx, sumID)
	}
	return made, err
}

// changeSum changes the record of the whole, whoever else does.
func (t *Timeline) changeSum(ctx context.Context, change func(*Sum)) error {
	for {
		s, err := t.sum(ctx)
		if err != nil {
			return err
		}
		change(&s.Noun)
		if _, err = t.sums().Put(ctx, s); bedside.CodeOf(err) != bedside.CodeConflict {
			return err
		}
	}
}

// idOf is the id of the record of something that the same names stand for in every import: nobody without the salt, which is sealed,
// can tell what it was made of.
func (s *Sum) idOf(names ...string) string {
	mac := hmac.New(sha256.New, s.Salt)
	_, _ = mac.Write([]byte(strings.Join(names, "\x00")))
	return base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(mac.Sum(nil))[:26]
}

// postID is the id of the record of a post. The ids of archives last, so that the next one gives the same.
func (s *Sum) postID(d *bedside.Draft) string {
	return s.idOf("post", d.Account.Platform, d.Kind, d.ID)
}

// eachOf reads all nouns of a shelf, a page at a time.
func eachOf[T any](ctx context.Context, s Shelf[T], f store.Filter, take func(Kept[T]) error) error {
	f.Limit = 500
	for {
		page, err := s.List(ctx, f)
		if err != nil {
			return err
		}
		for i := range page {
			if err := take(page[i]); err != nil {
				return err
			}
		}
		if len(page) < f.Limit {
			return nil
		}
		f.After = &page[len(page)-1].Record
	}
}
