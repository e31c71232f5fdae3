package meta

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"strings"

	"bedside/internal/archive"
	"bedside/internal/archive/entry"
	"bedside/internal/archive/stream"
)

// Reader goes through the files of an export and keeps what they share. The platforms' readers embed it.
type Reader struct {
	FS      fs.FS
	Out     *archive.Import
	Account *entry.Account
	Owner   *entry.Names
	Talks   *entry.Conversations
	File    string // that is read
	Talk    bool   // it is of a conversation
	told    bool   // something unknown in it has been counted
}

// NewReader begins to read a platform's export.
func NewReader(platform string, fsys fs.FS, out *archive.Import) *Reader {
	account := entry.NewAccount(platform, fsys, out)
	owner := &entry.Names{}
	return &Reader{FS: fsys, Out: out, Account: account, Owner: owner, Talks: entry.NewConversations(account, owner)}
}

// Files lists the files to read, in the order to read them.
func (r *Reader) Files(ctx context.Context) ([]string, error) {
	files, err := stream.Files(ctx, r.FS, ".json")
	files = ours(files, r.Account.Platform)
	Order(files)
	return files, err
}

// Read reads one file. What cannot be read of it is counted.
func (r *Reader) Read(ctx context.Context, name string, visit stream.Visit) error {
	r.File, r.Talk, r.told = name, false, false
	f, err := r.FS.Open(name)
	if err != nil {
		r.Skip("the file cannot be opened")
		return nil
	}
	defer f.Close()
	err = stream.Walk(f, withContext(ctx, visit))
	if broken, ok := errors.AsType[*stream.BrokenError](err); ok {
		r.Skip(broken.Reason)
		return nil
	}
	return err
}

// Peek reads one file for what it says of the account, before it is read for its entries. What cannot be read does not
// matter yet. Who takes part in a conversation is noted.
func (r *Reader) Peek(ctx context.Context, name string, visit stream.Visit) error {
	var participants []string
	err := stream.File(r.FS, name, archive.NewImport(nil), withContext(ctx, func(keys []string, raw json.RawMessage) error {
		if len(keys) == 1 && keys[0] == "participants" {
			participants = append(participants, Named(raw))
			return nil
		}
		return visit(keys, raw)
	}))
	if participants != nil {
		r.Owner.JoinNamed(participants, path.Base(strings.TrimSuffix(conversation(name), ".json")))
		if !numbered(name) {
			r.Account.Hide(path.Dir(name))
		}
	}
	return err
}

// withContext stops a walk when the context is done.
func withContext(ctx context.Context, visit stream.Visit) stream.Visit {
	return func(keys []string, raw json.RawMessage) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		return visit(keys, raw)
	}
}

// Skip counts an entry of the file that is read.
func (r *Reader) Skip(reason string) { r.Account.Skip(r.File, reason) }

// SkipOnce counts it once a file: lists of which no kind is known are long, and most are no posts.
func (r *Reader) SkipOnce(reason string) {
	if !r.told {
		r.told = true
		r.Skip(reason)
	}
}

// Decode reads an element of a list, or counts it.
func (r *Reader) Decode(raw json.RawMessage, into any) bool {
	if json.Unmarshal(raw, into) == nil {
		return true
	}
	r.Skip("an entry of unknown shape")
	return false
}

// Nothing reports whether an element is a sentence in place of entries: that there are none.
func Nothing(raw json.RawMessage) bool { return raw == nil || raw[0] == '"' }

// Message reads a message of a conversation.
func (r *Reader) Message(raw json.RawMessage) error {
	m, ok := message(r.File, raw)
	if !ok {
		r.Skip("a message of unknown shape")
		return nil
	}
	return r.Talks.Say(conversation(r.File), m)
}

// Request hands out that somebody asked to be a contact.
func (r *Reader) Request(when Stamp, url Text) error {
	return r.Account.Add(entry.Entry{File: r.File, Kind: "contact_request", Time: when.Time, URL: string(url), Accept: true})
}

// FollowRequest reads a request to follow the account, as Instagram and Threads write it.
func (r *Reader) FollowRequest(raw json.RawMessage) error {
	var q struct {
		Strings []Label `json:"string_list_data"`
	}
	if !r.Decode(raw, &q) {
		return nil
	}
	for _, x := range q.Strings {
		if err := r.Request(x.Time, x.Href); err != nil {
			return err
		}
	}
	return nil
}

// Unknown counts, once a file, a list that no kind is known of.
func (r *Reader) Unknown(raw json.RawMessage) {
	if !r.Talk && raw[0] == '{' {
		r.SkipOnce("a list that is not known here")
	}
}
