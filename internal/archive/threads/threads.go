// Package threads reads what an export of Instagram or Threads holds of Threads, as JSON: posts and replies, the bio, follow
// requests and whether the account is private. It leaves the rest to package instagram. Start at Format.
package threads

import (
	"context"
	"encoding/json"
	"io/fs"
	"strings"

	"bedside/internal/archive"
	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
	"bedside/internal/archive/stream"
)

// Format is that of Threads.
type Format struct{}

// Name is the platform's.
func (Format) Name() string { return "threads" }

// Recognize looks for lists of Threads, which all begin alike.
func (Format) Recognize(fsys fs.FS) bool { return meta.Recognize(fsys, "threads") }

// Read hands out what the export holds.
func (Format) Read(ctx context.Context, fsys fs.FS, out *archive.Import) error {
	r := &reader{Reader: meta.NewReader("threads", fsys, out)}
	files, err := r.Files(ctx)
	if err != nil {
		return err
	}
	for _, name := range files {
		if err := r.Peek(ctx, name, r.person(name)); err != nil {
			return err
		}
	}
	// An account of Threads has the name of the account of Instagram that it belongs to; the rest it may have otherwise.
	r.profile.Set(r.instagram.File, meta.Username, r.instagram.Username)
	if err := r.profile.Apply(r.Reader); err != nil {
		return err
	}
	for _, name := range files {
		if err := r.Read(ctx, name, r.value); err != nil {
			return err
		}
	}
	return nil
}

type reader struct {
	*meta.Reader
	profile, instagram meta.Profile
}

// person learns from the beginning of a file who the owner is.
func (r *reader) person(file string) stream.Visit {
	return func(keys []string, raw json.RawMessage) error {
		var into *meta.Profile
		switch {
		case len(keys) != 1:
			return stream.ErrStop
		case keys[0] == "profile_user":
			into = &r.instagram
		case strings.HasPrefix(keys[0], "text_post_app_") && strings.HasSuffix(keys[0], "profile"):
			into = &r.profile
		default:
			return stream.ErrStop
		}
		var p struct {
			Strings meta.Labels `json:"string_map_data"`
		}
		if json.Unmarshal(raw, &p) == nil {
			into.Take(file, p.Strings)
		}
		return nil
	}
}

// value reads one value of a file by the key that it stands under.
func (r *reader) value(keys []string, raw json.RawMessage) error {
	if len(keys) == 0 || !strings.HasPrefix(keys[0], "text_post_app_") {
		return stream.ErrStop // Instagram's
	}
	switch root := keys[0]; {
	case raw == nil:
	case root == "text_post_app_text_posts":
		return r.post(raw)
	case strings.Contains(root, "follow_requests_received"):
		return r.FollowRequest(raw)
	case !idle(root):
		r.Unknown(raw)
	}
	return nil
}

// idle reports whether a list holds nothing its owner wrote.
func idle(root string) bool {
	for _, part := range []string{
		"follow", "likes", "saved", "seen", "viewed", "blocked", "profile", "interest", "apps_and_websites", "disabled_notifications", "muted", "hidden", "restricted", "topic", "feed",
		"search",
	} {
		if strings.Contains(root, part) {
			return true
		}
	}
	return false
}

// medium is a post without pictures, or one of its pictures.
type medium struct {
	meta.Media
	Post struct {
		Reply bool `json:"is_reply"`
	} `json:"text_app_post"`
}

// post reads a post or a reply. Its words are the title of the whole or of the first of its media that has one.
func (r *reader) post(raw json.RawMessage) error {
	var p struct {
		Title   meta.Text  `json:"title"`
		Created meta.Stamp `json:"creation_timestamp"`
		Media   []medium   `json:"media"`
	}
	if !r.Decode(raw, &p) {
		return nil
	}
	e := entry.Entry{File: r.File, Kind: "post", Text: string(p.Title), Time: p.Created.Time}
	for _, m := range p.Media {
		if e.Text == "" {
			e.Text = string(m.Title)
		}
		if e.Time.IsZero() {
			e.Time = m.Created.Time
		}
		if m.Post.Reply {
			e.Kind = "reply"
		}
	}
	for _, m := range p.Media {
		if m.URI != "" {
			e.Media = append(e.Media, m.Entry(m.Title, meta.Text(e.Text)))
		}
	}
	return r.Account.Add(e)
}
