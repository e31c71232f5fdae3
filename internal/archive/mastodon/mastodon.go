// Package mastodon reads what Mastodon and its kin hand out: an outbox and an actor of ActivityPub, or answers of their API
// that somebody kept as files. It never takes boosts for the author's words. Start at Format.
package mastodon

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/stream"
)

// Format reads exports of Mastodon.
type Format struct{}

// Name returns mastodon.
func (Format) Name() string { return "mastodon" }

// Recognize reports whether a folder holds an outbox, or posts as the API writes them.
func (Format) Recognize(fsys fs.FS) bool {
	return archive.Look(fsys, ".", func(name string) bool { return isOutbox(fsys, name) || kindOf(fsys, name) == posts }, ".json")
}

// Read hands out posts, replies, messages, the profile, and requests to follow.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	r := &reader{ctx: ctx, fsys: fsys, out: out, seen: map[string]bool{}}
	if found := outboxes(fsys); len(found) > 0 {
		if err := r.actor(); err != nil {
			return err
		}
		for _, name := range found {
			if err := r.outbox(name); err != nil {
				return err
			}
		}
		return nil
	}
	return r.api(dumps(fsys))
}

// reader is an export while it is read.
type reader struct {
	ctx     context.Context
	fsys    fs.FS
	out     *archive.Import
	self    string // the address of the author's account; for an API, its id
	account bedside.Account
	seen    map[string]bool // ids of posts that several answers of an API hold
}

// jsonFiles lists the JSON files of a folder.
func jsonFiles(fsys fs.FS) []string { return archive.List(fsys, ".", ".json") }

// outboxes lists the files that are a collection of activities.
func outboxes(fsys fs.FS) []string {
	return slices.DeleteFunc(jsonFiles(fsys), func(name string) bool { return !isOutbox(fsys, name) })
}

// isOutbox reports whether the first item of a collection is something that somebody did.
func isOutbox(fsys fs.FS, name string) bool {
	yes := false
	walk(fsys, name, func(keys []string, raw json.RawMessage) error {
		if !slices.Equal(keys, []string{"orderedItems"}) {
			return nil
		}
		var a struct {
			Type, Actor string
			Object      json.RawMessage
		}
		_ = json.Unmarshal(raw, &a)
		yes = raw != nil && a.Type != "" && a.Actor != "" && a.Object != nil
		if raw == nil { // an outbox in which nothing is looks like a list of likes in which nothing is
			yes = strings.EqualFold(name, "outbox.json")
		}
		return stream.ErrStop
	})
	return yes
}

// walk goes through a file to look at it; what is wrong with it is for the reading to count.
func walk(fsys fs.FS, name string, visit stream.Visit) {
	f, err := fsys.Open(name)
	if err != nil {
		return
	}
	defer f.Close()
	_ = stream.Walk(f, visit)
}

// each hands out the values of a file, and counts what cannot be read.
func (r *reader) each(name string, visit stream.Visit) error {
	return stream.File(r.fsys, name, r.out, func(keys []string, raw json.RawMessage) error {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		return visit(keys, raw)
	})
}

func when(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// decode reads JSON of which only what is known matters.
func decode(raw []byte, v any) bool {
	err := json.Unmarshal(raw, v)
	_, typed := errors.AsType[*json.UnmarshalTypeError](err)
	return err == nil || typed
}
