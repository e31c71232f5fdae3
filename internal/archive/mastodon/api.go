package mastodon

import (
	"encoding/json"
	"io"
	"io/fs"
	"slices"
	"strings"

	"bedside/internal/archive"
	"bedside/internal/archive/stream"
)

type account struct {
	ID           string  `json:"id"`
	Username     string  `json:"username"`
	Name         string  `json:"display_name"`
	URL          string  `json:"url"`
	Note         string  `json:"note"`
	Locked       *bool   `json:"locked"`
	Discoverable *bool   `json:"discoverable"`
	Fields       []field `json:"fields"`
	Source       *struct {
		Privacy string `json:"privacy"`
	} `json:"source"` // which the API tells nobody but the owner
}

// dump is a file with an answer of the API.
type dump struct {
	name string
	kind kind
}

type kind int

const (
	unknown  kind = iota
	posts         // one, or a list
	owner         // the account that asked
	requests      // accounts that ask to follow
)

// dumps lists the answers that are read. It is none of an API's where there are no posts.
func dumps(fsys fs.FS) []dump {
	var out []dump
	for _, name := range jsonFiles(fsys) {
		if k := kindOf(fsys, name); k != unknown {
			out = append(out, dump{name, k})
		}
	}
	if !slices.ContainsFunc(out, func(d dump) bool { return d.kind == posts }) {
		return nil
	}
	return out
}

// kindOf looks at the first value of a file. Accounts that ask to follow look like any other accounts: there it is the name
// of the question, which is the file's, that tells.
func kindOf(fsys fs.FS, name string) kind {
	if b := small(fsys, name); b != nil {
		var s status
		var a account
		if decode(b, &s) && isStatus(s) {
			return posts
		}
		if decode(b, &a) && a.Username != "" && a.Source != nil {
			return owner
		}
	}
	k := unknown
	walk(fsys, name, func(keys []string, raw json.RawMessage) error {
		var s status
		var a account
		switch {
		case len(keys) > 0:
		case decode(raw, &s) && isStatus(s):
			k = posts
		case decode(raw, &a) && a.Username != "" && a.URL != "" && strings.EqualFold(name, "follow_requests.json"):
			k = requests
		}
		return stream.ErrStop
	})
	return k
}

// maxSmall is more than an answer about one thing has.
const maxSmall = 1 << 20

// small reads a file that holds one thing; nil if it is too large for that, or is not there.
func small(fsys fs.FS, name string) []byte {
	f, err := fsys.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxSmall+1))
	if err != nil || len(b) > maxSmall {
		return nil
	}
	return []byte(strings.TrimPrefix(string(b), "\ufeff"))
}

// api hands out the author's posts among the answers. Whose they are is said by the account that asked, else by the posts,
// if all are of one.
func (r *reader) api(list []dump) error {
	r.account.Platform = "mastodon"
	for _, d := range list {
		if d.kind == owner {
			if err := r.owner(d.name); err != nil {
				return err
			}
		}
	}
	if r.self == "" {
		r.self = r.onlyAuthor(list)
	}
	for _, d := range list {
		if err := r.dump(d); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) dump(d dump) error {
	switch d.kind {
	case posts:
		return r.statuses(d.name, func(s status) error { return r.status(d.name, s) })
	case requests:
		return r.each(d.name, func(_ []string, raw json.RawMessage) error {
			if raw == nil {
				return nil
			}
			return r.request(d.name, raw)
		})
	default: // the owner was read first
		return nil
	}
}

// statuses hands out the posts of a file, whether it holds one or a list.
func (r *reader) statuses(name string, hand func(status) error) error {
	var s status
	if b := small(r.fsys, name); b != nil && decode(b, &s) && isStatus(s) {
		return hand(s)
	}
	return r.each(name, func(keys []string, raw json.RawMessage) error {
		if len(keys) > 0 || raw == nil {
			return nil
		}
		var s status
		if !decode(raw, &s) || !isStatus(s) {
			r.out.Skip(name, "of an unknown shape")
			return nil
		}
		return hand(s)
	})
}

func (r *reader) owner(name string) error {
	var a account
	decode(small(r.fsys, name), &a)
	r.self = a.ID
	r.account.Handle = a.Username
	r.set("locked", a.Locked)
	r.set("discoverable", a.Discoverable)
	if a.Source != nil && a.Source.Privacy != "" {
		r.out.Set(archive.Setting{Name: "audience", Value: a.Source.Privacy})
	}
	return r.profile(name, a.Name, a.URL, a.Note, a.Fields)
}

// onlyAuthor is the id of the account that wrote all posts; empty if there are several.
func (r *reader) onlyAuthor(list []dump) string {
	id, several := "", false
	quiet := &reader{ctx: r.ctx, fsys: r.fsys, out: archive.NewImport(nil)}
	for _, d := range list {
		if d.kind != posts {
			continue
		}
		_ = quiet.statuses(d.name, func(s status) error {
			several = several || id != "" && s.Account.ID != id
			id = s.Account.ID
			return nil
		})
	}
	if several {
		return ""
	}
	return id
}
