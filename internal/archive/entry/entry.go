// Package entry makes drafts of what an export holds: with an id that stays the same from export to export, the account,
// and the files of its media. It never reads a file. Start at Account and Add.
package entry

import (
	"crypto/sha256"
	"encoding/hex"
	"hash/fnv"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/stream"
)

// Entry is one thing that somebody wrote, as a format found it.
type Entry struct {
	File     string // of the archive
	ID       string // that the platform gave it, where the export holds it
	Kind     string
	Text     string
	Time     time.Time
	URL      string
	Thread   string // of the platform: it may hold names, and is handed out as a hash
	Media    []Media
	Answers  string // the words of somebody else that it answers
	Audience string // where it is another than the account's
	ByOther  bool   // written by somebody else about the author or on their page
	Accept   bool   // what is about to happen is that the author accepts it
}

// Media is a picture or a video of an entry.
type Media struct {
	Name    string // as the export writes it, from the archive's root
	Caption string
	Alt     string
}

// At adds a place to the words of a post that shows it below them: its readers see the one as well as the other.
func At(text, place string) string {
	if place = strings.TrimSpace(place); place == "" || strings.Contains(text, place) {
		return text
	}
	return strings.TrimSpace(text + "\nat " + place)
}

// Account hands out entries as those of one account.
type Account struct {
	bedside.Account
	fsys     fs.FS
	out      *archive.Import
	ordinals map[uint64]int
	private  map[string]bool // folders whose files are named after people
}

// NewAccount begins with an account of which only the platform is known.
func NewAccount(platform string, fsys fs.FS, out *archive.Import) *Account {
	return &Account{Account: bedside.Account{Platform: platform}, fsys: fsys, out: out, ordinals: map[uint64]int{}, private: map[string]bool{}}
}

// Add hands out an entry. One without words, media or a request is counted as passed over, and so is one with more words
// than a draft may have.
func (a *Account) Add(e Entry) error {
	e.Text = strings.TrimSpace(e.Text)
	d := a.draft(e)
	switch {
	case e.Text == "" && len(e.Media) == 0 && !e.Accept:
		a.Skip(e.File, "an entry without words and pictures")
		return nil
	case d.Size() > bedside.MaxText:
		a.Skip(e.File, "more words than a draft may have")
		return nil
	}
	item := archive.Item{Draft: d, URL: e.URL, File: e.File}
	if e.Thread != "" {
		item.Thread = a.hash("thread", e.Thread)
	}
	for _, m := range e.Media {
		item.Media = append(item.Media, a.file(m.Name))
	}
	return a.out.Add(item)
}

// Hide leaves the names of the files of a folder out of what is told: they are those of people.
func (a *Account) Hide(folder string) { a.private[folder] = true }

// Skip counts an entry that is passed over. The file's name is told without those of people.
func (a *Account) Skip(file, reason string) {
	if folder := path.Dir(file); a.private[folder] {
		file = path.Join(folder, "…"+path.Ext(file))
	}
	a.out.Skip(stream.Shown(file), reason)
}

func (a *Account) draft(e Entry) bedside.Draft {
	d := bedside.Draft{ID: a.id(e), Kind: e.Kind, State: "published", PostedBy: "self", Text: e.Text, Account: a.Account}
	d.Time.Time = e.Time
	d.Context.ReplyTo.Text = e.Answers
	if e.Audience != "" {
		d.Account.Audience = e.Audience
	}
	if e.ByOther {
		d.PostedBy = "other"
	}
	if e.Accept {
		d.Action = "accept"
	}
	if e.Kind == "bio" {
		d.Account.Bio = ""
	}
	for _, m := range e.Media {
		d.Media = append(d.Media, bedside.Media{Path: m.Name, Caption: m.Caption, Alt: m.Alt})
	}
	return d
}

// id is made of the platform's own, else of kind, thread and time, with a number where these are not alone. Names of
// files are left out: the next export may number them otherwise.
func (a *Account) id(e Entry) string {
	key := []string{"id", e.Kind, e.ID}
	if e.ID == "" {
		key = []string{"entry", e.Kind, e.Thread, strconv.FormatInt(e.Time.UnixMilli(), 10)}
	}
	h := fnv.New64a()
	_, _ = h.Write([]byte(strings.Join(key, "\x00")))
	n := a.ordinals[h.Sum64()]
	a.ordinals[h.Sum64()]++
	return a.hash(append(key, strconv.Itoa(n))...)
}

// hash is a short name that shows nothing of what it was made of.
func (a *Account) hash(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return a.Platform + "-" + hex.EncodeToString(sum[:8])
}

// file finds a file of the archive by the name that the export gives it; empty where it is not there.
func (a *Account) file(name string) string {
	if name == "" {
		return ""
	}
	return archive.Existing(a.fsys, strings.TrimPrefix(path.Clean(name), "/"))
}
