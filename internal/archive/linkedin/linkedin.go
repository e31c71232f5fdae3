// Package linkedin reads LinkedIn's "Get a copy of your data": posts, comments, messages and invitations that were sent,
// invitations received, recommendations, and what stands at the top of the profile. It knows tables by the names of their
// columns, not of their files. Start at Format.
package linkedin

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"bedside/internal/archive"
	"bedside/internal/archive/entry"
	"bedside/internal/archive/stream"
)

// Format is LinkedIn's.
type Format struct{}

// Name is the platform's.
func (Format) Name() string { return "linkedin" }

// Recognize looks at the top for a table that only LinkedIn has.
func (Format) Recognize(fsys fs.FS) bool {
	for _, name := range stream.Near(fsys, func(string) bool { return false }, ".csv") {
		switch of, first := head(fsys, name); of {
		case shares, messages, invitations, profile, connections:
			return true
		case comments:
			if strings.Contains(first.field("link"), "linkedin.com/") {
				return true
			}
		case unknown, reactions, recommendations:
		}
	}
	return false
}

// head tells what table a file is, with its first row.
func head(fsys fs.FS, name string) (kind, row) {
	f, err := fsys.Open(name)
	if err != nil {
		return unknown, row{}
	}
	defer f.Close()
	t := newTable(f)
	first, _ := t.next()
	return t.kind, first
}

// Read hands out what the export holds.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	files, err := stream.Files(ctx, fsys, ".csv")
	if err != nil {
		return err
	}
	account, owner := entry.NewAccount("linkedin", fsys, out), &entry.Names{}
	r := &reader{fsys: fsys, account: account, owner: owner, talks: entry.NewConversations(account, owner), people: map[string][]string{}}
	if err := r.each(ctx, files, r.person); err != nil {
		return err
	}
	for _, people := range r.people {
		r.owner.Join(people)
	}
	r.owner.Settle()
	r.counting = true
	if err := r.each(ctx, files, r.row); err != nil {
		return err
	}
	if err := r.articles(ctx); err != nil {
		return err
	}
	return r.hand()
}

// articles counts the long texts, which are web pages. Their files are named after their titles.
func (r *reader) articles(ctx context.Context) error {
	pages, err := stream.Files(ctx, r.fsys, ".html")
	for _, name := range pages {
		if folder := path.Dir(name); path.Base(folder) == "Articles" {
			r.account.Hide(folder)
			r.account.Skip(name, "an article, which is a web page: check its words by themselves")
		}
	}
	return err
}

type reader struct {
	fsys     fs.FS
	account  *entry.Account
	owner    *entry.Names
	talks    *entry.Conversations
	people   map[string][]string // who takes part in a conversation
	address  string              // of the owner's profile
	said     []message
	file     string
	counting bool // what cannot be read is counted
}

// each reads the rows of all tables.
func (r *reader) each(ctx context.Context, files []string, visit func(kind, row) error) error {
	for _, name := range files {
		if err := r.one(ctx, name, visit); err != nil {
			return err
		}
	}
	return nil
}

// one reads the rows of one table.
func (r *reader) one(ctx context.Context, name string, visit func(kind, row) error) error {
	r.file = name
	f, err := r.fsys.Open(name)
	if err != nil {
		r.skip("the file cannot be opened")
		return nil
	}
	defer f.Close()
	t := newTable(f)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		v, err := t.next()
		if err != nil {
			r.broken(t, err)
			return nil
		}
		if err := visit(t.kind, v); err != nil {
			return err
		}
	}
}

// broken counts why a table could not be read to its end, and a table that holds words and is not known.
func (r *reader) broken(t *table, err error) {
	switch {
	case errors.Is(err, io.EOF):
		if t.kind == unknown && t.words() {
			r.skip("a table that is not known here")
		}
	case errors.Is(err, errTooLong):
		r.skip(errTooLong.Error())
	case errors.Is(err, io.ErrUnexpectedEOF):
		r.skip("the file ends in the middle of a row")
	default:
		r.skip("the file cannot be read to its end")
	}
}

func (r *reader) skip(reason string) {
	if r.counting {
		r.account.Skip(r.file, reason)
	}
}

// person learns from one row who the owner is.
func (r *reader) person(k kind, v row) error {
	switch k {
	case profile:
		r.owner.Add(v.field("first name") + " " + v.field("last name"))
		r.account.Bio = bio(v)
	case invitations:
		if incoming(v) {
			r.owned(v.field("to"), v.field("inviteeprofileurl"))
		} else if outgoing(v) {
			r.owned(v.field("from"), v.field("inviterprofileurl"))
		}
	case messages:
		id := v.field("conversation id")
		if people := r.people[id]; len(people) < 50 && len(r.people) < 100_000 {
			all := append(strings.Split(v.field("to"), ","), v.field("from"))
			for _, name := range all {
				if name = strings.TrimSpace(name); !slices.Contains(people, name) {
					people = append(people, name)
				}
			}
			r.people[id] = people
		}
	case unknown, shares, comments, connections, reactions, recommendations:
	}
	return nil
}

// owned notes a name and the address of the profile that belong to the owner.
func (r *reader) owned(name, address string) {
	r.owner.Add(name)
	if address != "" {
		r.address, r.account.Handle = address, path.Base(address)
	}
}
