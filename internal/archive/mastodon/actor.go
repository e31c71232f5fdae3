package mastodon

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"bedside/internal/archive"
)

// actor learns whose export it is, and hands out the profile.
func (r *reader) actor() error {
	r.account.Platform = "mastodon"
	for _, name := range jsonFiles(r.fsys) {
		b := small(r.fsys, name)
		var a struct {
			ID           string  `json:"id"`
			Type         string  `json:"type"`
			Username     string  `json:"preferredUsername"`
			Name         string  `json:"name"`
			Summary      string  `json:"summary"`
			URL          anyLink `json:"url"`
			Locked       *bool   `json:"manuallyApprovesFollowers"`
			Discoverable *bool   `json:"discoverable"`
			Indexable    *bool   `json:"indexable"`
			Fields       []field `json:"attachment"`
		}
		if !decode(b, &a) || a.Username == "" || !slices.Contains([]string{"Person", "Service", "Group", "Organization", "Application"}, a.Type) {
			continue
		}
		r.is(a.ID, a.Username)
		r.set("locked", a.Locked)
		r.set("discoverable", a.Discoverable)
		r.set("indexable", a.Indexable)
		return r.profile(name, a.Name, string(a.URL), a.Summary, a.Fields)
	}
	return nil
}

// is notes whose export it is. Without a name the address tells: …/users/NAME.
func (r *reader) is(address, name string) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		r.self, r.account.Handle = address, name
		return
	}
	if name == "" {
		name = strings.TrimPrefix(path.Base(u.Path), "@")
	}
	r.self, r.account.Handle = address, name+"@"+u.Host
}

// field is a line of a profile with its label.
type field struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

func (r *reader) profile(file, name, link, summary string, fields []field) error {
	parts := []string{plain(summary)}
	var lines []string
	for _, f := range fields {
		if f.Name != "" && f.Value != "" {
			lines = append(lines, plain(f.Name)+": "+plain(f.Value))
		}
	}
	text := joined(append(parts, strings.Join(lines, "\n")))
	if text == "" {
		return nil
	}
	item := archive.Published("mastodon", "bio", "bio")
	item.File, item.URL = file, link
	item.Draft.Account = r.account
	item.Draft.Account.Audience = "public"
	item.Draft.Text = text
	item.Draft.Author.Name = name
	r.account.Bio = text
	return r.out.Add(item)
}

func (r *reader) set(name string, value *bool) {
	if value != nil {
		r.out.Set(archive.Setting{Name: name, Value: map[bool]string{true: "true", false: "false"}[*value]})
	}
}
