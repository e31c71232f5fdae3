package mastodon

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/archive"
)

// activity is something that the author did: Create for a post, Announce for a boost.
type activity struct {
	Type   string          `json:"type"`
	Actor  string          `json:"actor"`
	Object json.RawMessage `json:"object"`
}

// object is a post.
type object struct {
	ID           string            `json:"id"`
	Type         string            `json:"type"`
	Name         string            `json:"name"`
	Summary      string            `json:"summary"` // the content warning
	Content      string            `json:"content"`
	ContentMap   map[string]string `json:"contentMap"`
	InReplyTo    string            `json:"inReplyTo"`
	Published    string            `json:"published"`
	URL          anyLink           `json:"url"`
	To           many              `json:"to"`
	CC           many              `json:"cc"`
	Conversation string            `json:"conversation"`
	Context      string            `json:"context"`
	Attachment   []attachment      `json:"attachment"`
	OneOf        []option          `json:"oneOf"`
	AnyOf        []option          `json:"anyOf"`
}

type attachment struct {
	URL  anyLink `json:"url"`
	Name string  `json:"name"` // the alternative text
}

type option struct {
	Name string `json:"name"`
}

// many is one string or several.
type many []string

// UnmarshalJSON takes what is a string, and leaves out what is not.
func (m *many) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*m = many{one}
		return nil
	}
	var list []json.RawMessage
	_ = json.Unmarshal(b, &list)
	for _, raw := range list {
		if json.Unmarshal(raw, &one) == nil {
			*m = append(*m, one)
		}
	}
	return nil
}

// anyLink is an address, or an object or a list with one.
type anyLink string

// UnmarshalJSON takes the first address.
func (l *anyLink) UnmarshalJSON(b []byte) error {
	var text string
	var object struct {
		Href string `json:"href"`
	}
	var list []json.RawMessage
	switch {
	case json.Unmarshal(b, &text) == nil:
		*l = anyLink(text)
	case json.Unmarshal(b, &object) == nil:
		*l = anyLink(object.Href)
	case json.Unmarshal(b, &list) == nil && len(list) > 0 && len(list[0]) > 0 && list[0][0] != '[':
		return l.UnmarshalJSON(list[0])
	}
	return nil
}

// outbox hands out what the author created.
func (r *reader) outbox(file string) error {
	return r.each(file, func(keys []string, raw json.RawMessage) error {
		if !slices.Equal(keys, []string{"orderedItems"}) || raw == nil {
			return nil
		}
		var a activity
		var o object
		switch {
		case !decode(raw, &a) || a.Type == "":
			r.out.Skip(file, "of an unknown shape")
		case a.Type == "Announce":
			r.out.Skip(file, "a boost of somebody else's words")
		case a.Type != "Create" && a.Type != "Update":
			r.out.Skip(file, "not a post")
		case !decode(a.Object, &o) || o.ID == "":
			r.out.Skip(file, "of an unknown shape")
		default:
			if r.self == "" { // there is no actor.json: whoever does something in an outbox is whose it is
				r.is(a.Actor, "")
			}
			return r.note(file, o)
		}
		return nil
	})
}

func (r *reader) note(file string, o object) error {
	audience := audienceOf(o.To, o.CC)
	kind := "post"
	switch {
	case audience == "direct":
		kind = "message"
	case o.InReplyTo != "" && !r.own(o.InReplyTo):
		kind = "reply"
	}
	item := archive.Published("mastodon", kind, shortID(o.ID))
	item.File, item.URL, item.Thread = file, first(string(o.URL), o.ID), "mastodon-"+first(o.Conversation, o.Context, o.InReplyTo, o.ID)
	d := &item.Draft
	d.Account = r.account
	d.Account.Audience = audience
	d.Time.Time = when(o.Published)
	d.Lang = language(o.ContentMap)
	d.Text = o.words()
	for _, a := range o.Attachment {
		name := archive.Existing(r.fsys, strings.TrimPrefix(string(a.URL), "/"))
		d.Media = append(d.Media, bedside.Media{Path: name, Alt: a.Name})
		item.Media = append(item.Media, name)
	}
	return r.out.Add(item)
}

// shortID stands for an address, which holds the author's name.
func shortID(address string) string {
	sum := sha256.Sum256([]byte(address))
	return hex.EncodeToString(sum[:8])
}

// own reports whether a post is the author's: its address begins with that of the account.
func (r *reader) own(post string) bool {
	return r.self != "" && (strings.HasPrefix(post, r.self+"/") || strings.HasPrefix(post, strings.Replace(r.self, "/users/", "/@", 1)+"/"))
}

// words is the warning, the title, the text and the choices, as a reader meets them.
func (o *object) words() string {
	content := o.Content
	if content == "" && len(o.ContentMap) == 1 {
		for _, only := range o.ContentMap {
			content = only
		}
	}
	parts := []string{plain(o.Summary), plain(o.Name), plain(content)}
	for _, choice := range append(o.OneOf, o.AnyOf...) {
		parts = append(parts, choice.Name)
	}
	return joined(parts)
}

func joined(parts []string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), "\n\n")
}

// audienceOf tells who sees a post from whom it is sent to. A post to nobody at large is a message to those it names.
func audienceOf(to, cc []string) string {
	all := append(slices.Clone(to), cc...)
	switch {
	case slices.ContainsFunc(all, isPublic):
		return "public"
	case slices.ContainsFunc(all, func(s string) bool { return strings.HasSuffix(s, "/followers") }):
		return "followers"
	case len(all) > 0:
		return "direct"
	}
	return ""
}

func isPublic(s string) bool {
	return s == "https://www.w3.org/ns/activitystreams#Public" || s == "as:Public" || s == "Public"
}

// language is that of a text in one language only.
func language(m map[string]string) string {
	if len(m) != 1 {
		return ""
	}
	for code := range m {
		return code
	}
	return ""
}

func first(names ...string) string {
	for _, s := range names {
		if s != "" {
			return s
		}
	}
	return ""
}
