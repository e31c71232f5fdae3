package bluesky

import (
	"encoding/hex"
	"net/url"
	"path"
	"slices"
	"strings"
	"time"

	"bedside"
	"bedside/internal/archive"
)

// post is a record of app.bsky.feed.post.
type post struct {
	Text    string   `cbor:"text"`
	Created string   `cbor:"createdAt"`
	Langs   []string `cbor:"langs"`
	Reply   struct {
		Root   reference `cbor:"root"`
		Parent reference `cbor:"parent"`
	} `cbor:"reply"`
	Embed  embed   `cbor:"embed"`
	Facets []facet `cbor:"facets"`
}

type reference struct {
	URI string `cbor:"uri"`
}

// embed is what goes with a post: pictures, a video, or both beside a quoted post.
type embed struct {
	Type   string  `cbor:"$type"`
	Images []image `cbor:"images"`
	Alt    string  `cbor:"alt"`
	Media  struct {
		Type   string  `cbor:"$type"`
		Images []image `cbor:"images"`
		Alt    string  `cbor:"alt"`
	} `cbor:"media"`
}

const video = "app.bsky.embed.video"

type image struct {
	Alt string `cbor:"alt"`
}

// facet says what a range of bytes of the text is.
type facet struct {
	Index struct {
		Start uint64 `cbor:"byteStart"`
		End   uint64 `cbor:"byteEnd"`
	} `cbor:"index"`
	Features []struct {
		URI string `cbor:"uri"`
	} `cbor:"features"`
}

// profile is a record of app.bsky.actor.profile.
type profile struct {
	Name        string `cbor:"displayName"`
	Description string `cbor:"description"`
	Labels      struct {
		Values []struct {
			Value string `cbor:"val"`
		} `cbor:"values"`
	} `cbor:"labels"`
}

// record hands out what a block holds, if the author wrote it and it still stands.
func (r *reader) record(b block) error {
	var head struct {
		Type string `cbor:"$type"`
	}
	if !decoded(r.mode.Unmarshal(b.data, &head)) {
		r.out.Skip(r.file, "of an unknown shape")
		return nil
	}
	switch {
	case head.Type == posts:
		return r.post(b)
	case head.Type == profiles:
		return r.bio(b)
	case head.Type == "app.bsky.feed.repost":
		r.out.Skip(r.file, "a repost of somebody else's words")
	case head.Type != "" && !strings.HasPrefix(head.Type, "app.bsky.") && !strings.HasPrefix(head.Type, "chat.bsky."):
		r.out.Skip(r.file, "a record of another app")
	}
	return nil
}

func (r *reader) post(b block) error {
	key, stands := r.tree.standing(b)
	var p post
	if !stands {
		r.out.Skip(r.file, "deleted already")
		return nil
	}
	if !decoded(r.mode.Unmarshal(b.data, &p)) {
		r.out.Skip(r.file, "of an unknown shape")
		return nil
	}
	kind := "post"
	if parent := p.Reply.Parent.URI; parent != "" && !strings.HasPrefix(parent, "at://"+r.tree.commit.DID+"/") {
		kind = "reply"
	}
	item := r.item(b, kind, key)
	if key != "" && r.tree.commit.DID != "" {
		item.URL = "https://bsky.app/profile/" + r.tree.commit.DID + "/post/" + url.PathEscape(key)
	}
	if root := p.Reply.Root.URI; root != "" {
		key = path.Base(root)
	}
	if key != "" {
		item.Thread = "bluesky-" + key
	}
	d := &item.Draft
	d.Time.Time = when(p.Created)
	d.Text = p.words()
	if len(p.Langs) == 1 {
		d.Lang = p.Langs[0]
	}
	d.Media = p.Embed.media()
	item.Media = make([]string, len(d.Media))
	return r.out.Add(item)
}

func (r *reader) bio(b block) error {
	p := r.tree.profiles[b.cid]
	if _, stands := r.tree.standing(b); !stands || p.Description == "" {
		return nil
	}
	item := r.item(b, "bio", "bio")
	item.URL = "https://bsky.app/profile/" + r.tree.commit.DID
	item.Draft.Text = p.Description
	item.Draft.Author.Name = p.Name
	for _, l := range p.Labels.Values {
		r.out.Set(archive.Setting{Name: "label", Value: l.Value}) // !no-unauthenticated: hidden from whoever has not logged in
	}
	return r.out.Add(item)
}

func (r *reader) item(b block, kind, key string) archive.Item {
	if key == "" {
		key = hex.EncodeToString([]byte(b.cid[max(0, len(b.cid)-8):]))
	}
	item := archive.Published("bluesky", kind, key)
	item.File = r.file
	item.Draft.Account = bedside.Account{Platform: "bluesky", Handle: r.handle, Audience: "public", Bio: r.about}
	return item
}

// words is the text with its links written out: what is shown of a long one is its beginning only.
func (p *post) words() string {
	links := slices.Clone(p.Facets)
	slices.SortStableFunc(links, func(a, b facet) int { return int(min(a.Index.Start, 1<<30)) - int(min(b.Index.Start, 1<<30)) })
	var b strings.Builder
	at := uint64(0)
	for _, f := range links {
		if f.Index.Start < at || f.Index.End < f.Index.Start || f.Index.End > uint64(len(p.Text)) {
			continue
		}
		shown := p.Text[f.Index.Start:f.Index.End]
		for _, feature := range f.Features {
			if feature.URI != "" && cutShort(shown) {
				b.WriteString(p.Text[at:f.Index.Start])
				b.WriteString(feature.URI)
				at = f.Index.End
				break
			}
		}
	}
	b.WriteString(p.Text[at:])
	return b.String()
}

// cutShort reports whether an address is shown in part.
func cutShort(shown string) bool {
	return strings.HasSuffix(shown, "...") || strings.HasSuffix(shown, "…")
}

func (e embed) media() []bedside.Media {
	var out []bedside.Media
	for _, i := range append(e.Images, e.Media.Images...) {
		out = append(out, bedside.Media{Alt: i.Alt})
	}
	if e.Type == video {
		out = append(out, bedside.Media{Alt: e.Alt})
	}
	if e.Media.Type == video {
		out = append(out, bedside.Media{Alt: e.Media.Alt})
	}
	return out
}

func when(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// about is what the profile says, for every post to go with.
func (t *tree) about() string {
	for id, p := range t.profiles {
		if t.names[id] == profiles+"/self" || !t.whole && len(t.profiles) == 1 {
			return p.Description
		}
	}
	return ""
}
