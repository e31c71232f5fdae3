package facebook

import (
	"context"
	"encoding/json"
	"strings"

	"bedside/internal/archive/meta"
	"bedside/internal/archive/stream"
)

// profileOf learns from the beginning of a file who the owner is.
func (r *reader) profileOf(ctx context.Context, name string) error {
	return r.Peek(ctx, name, func(keys []string, raw json.RawMessage) error {
		if len(keys) < 2 || version(keys[0]) != "profile" {
			return stream.ErrStop
		}
		r.profile(name, keys[1:], raw)
		return nil
	})
}

// profile reads one value of the profile.
func (r *reader) profile(file string, keys []string, raw json.RawMessage) {
	var text meta.Text
	_ = json.Unmarshal(raw, &text)
	switch strings.Join(keys, ".") {
	case "name", "name.full_name":
		r.Owner.Add(string(text))
	case "username":
		r.Account.Handle = string(text)
		r.Owner.Add(string(text))
	case "other_names", "previous_names":
		r.Owner.Add(meta.Named(raw))
	case "intro_bio.name", "bio", "bio.name", "about_me":
		r.bio.File, r.bio.Kind, r.bio.Text = file, "bio", string(text)
		r.Account.Bio = string(text)
	case "intro_bio.timestamp", "bio.timestamp":
		var when meta.Stamp
		_ = json.Unmarshal(raw, &when)
		r.bio.Time = when.Time
	}
}

// handBio hands out the bio, if there is one.
func (r *reader) handBio() error {
	if r.bio.Text == "" {
		return nil
	}
	return r.Account.Add(r.bio)
}

// version leaves the version off a key: comments_v2 is comments.
func version(key string) string {
	if i := strings.LastIndex(key, "_v"); i > 0 && len(key) == i+3 && key[i+2] >= '0' && key[i+2] <= '9' {
		return key[:i]
	}
	return key
}
