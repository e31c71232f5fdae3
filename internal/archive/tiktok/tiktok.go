// Package tiktok reads TikTok's "Download your data" as JSON, old and new: the words of videos, comments, messages that
// were sent, the bio and the settings of privacy. The videos themselves are not in it. Start at Format.
package tiktok

import (
	"context"
	"encoding/json"
	"io/fs"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/entry"
	"bedside/internal/archive/stream"
)

// Format is TikTok's.
type Format struct{}

// Name is the platform's.
func (Format) Name() string { return "tiktok" }

// Recognize looks at the top for a file with the sections of TikTok's, whatever it is called, or for the export as text.
func (Format) Recognize(fsys fs.FS) bool { return export(fsys) != "" || text(fsys) }

// export finds the file that holds the export.
func export(fsys fs.FS) string {
	for _, name := range stream.Near(fsys, top, ".json") {
		found := false
		stream.First(fsys, name, func(keys []string, _ json.RawMessage) bool {
			found = found || sectionOf(keys) != none && heading(keys[0])
			return found
		})
		if found {
			return name
		}
	}
	return ""
}

// top looks into no folder.
func top(string) bool { return false }

// text reports whether this is the export as text: several of its files, by their whole names.
func text(fsys fs.FS) bool {
	const enough = 4
	names := []string{
		"Comments.txt", "Posts.txt", "Direct Messages.txt", "Like List.txt", "Watch History.txt", "Profile Info.txt", "Profile Information.txt",
		"Following.txt", "Follower.txt", "Login History.txt", "Share History.txt", "Searches.txt", "Favorite Videos.txt", "Block List.txt",
	}
	found := 0
	for _, name := range stream.Near(fsys, func(folder string) bool { return !strings.Contains(folder, "/") }, ".txt") {
		if slices.Contains(names, name[strings.LastIndexByte(name, '/')+1:]) {
			found++
		}
	}
	return found >= enough
}

// Read hands out what the export holds.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	name := export(fsys)
	if name == "" {
		return bedside.Errorf(bedside.CodeInvalid, "this TikTok export is in text files, which cannot be told apart from other text: "+
			"ask TikTok for it once more (Settings and privacy, Account, Download your data) and choose JSON as the file format")
	}
	account := entry.NewAccount("tiktok", fsys, out)
	owner := &entry.Names{}
	r := &reader{file: name, out: out, account: account, owner: owner, talks: entry.NewConversations(account, owner), told: map[string]bool{}}
	return r.read(ctx, fsys)
}

type reader struct {
	file    string
	out     *archive.Import
	account *entry.Account
	owner   *entry.Names
	talks   *entry.Conversations
	bio     string
	told    map[string]bool // headings of unknown lists that were counted
}

func (r *reader) read(ctx context.Context, fsys fs.FS) error {
	walk := func(out *archive.Import, visit stream.Visit) error {
		return stream.File(fsys, r.file, out, func(keys []string, raw json.RawMessage) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			return visit(keys, raw)
		})
	}
	// The profile may stand behind what was posted. What cannot be read is counted the second time.
	if err := walk(archive.NewImport(nil), r.person); err != nil {
		return err
	}
	r.owner.Settle()
	if r.bio != "" {
		if err := r.account.Add(entry.Entry{File: r.file, Kind: "bio", Text: r.bio}); err != nil {
			return err
		}
	}
	if err := walk(r.out, r.value); err != nil {
		return err
	}
	return r.talks.End()
}
