package instagram

import (
	"context"
	"encoding/json"

	"bedside/internal/archive/meta"
	"bedside/internal/archive/stream"
)

// profileOf learns from the beginning of a file who the owner is.
func (r *reader) profileOf(ctx context.Context, name string) error {
	flat := flatProfile{}
	err := r.Peek(ctx, name, func(keys []string, raw json.RawMessage) error {
		switch {
		case len(keys) == 1 && keys[0] == "profile_user":
			var p struct {
				Strings meta.Labels `json:"string_map_data"`
			}
			if json.Unmarshal(raw, &p) == nil {
				r.profile.Take(name, p.Strings)
			}
			return nil
		case len(keys) == 1 && flat.take(keys[0], raw):
			return nil
		}
		return stream.ErrStop
	})
	if flat.known >= 3 {
		flat.tell(name, &r.profile)
	}
	return err
}

// flatProfile is the file of 2020, whose values stand at its root. Three of them together make sure that it is one.
type flatProfile struct {
	known               int
	name, username, bio meta.Text
	private             bool
	privateIsSaid       bool
}

// take reads one value of the root, and reports whether the file may still be a profile.
func (f *flatProfile) take(key string, raw json.RawMessage) bool {
	var into any
	switch key {
	case "name":
		into = &f.name
	case "username":
		into = &f.username
	case "biography":
		into = &f.bio
	case "private_account":
		into, f.privateIsSaid = &f.private, true
	case "date_joined", "email", "website", "gender", "profile_pic_url", "phone_number", "profile_picture_changes":
		return true
	default:
		return false
	}
	if json.Unmarshal(raw, into) == nil {
		f.known++
	}
	return true
}

func (f *flatProfile) tell(file string, p *meta.Profile) {
	p.Set(file, meta.Name, string(f.name))
	p.Set(file, meta.Username, string(f.username))
	p.Set(file, meta.Bio, string(f.bio))
	if f.privateIsSaid {
		p.Set(file, meta.Private, map[bool]string{true: "True", false: "False"}[f.private])
	}
}
