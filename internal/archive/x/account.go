package x

import (
	"encoding/json"
	"time"

	"bedside"
	"bedside/internal/archive"
)

// account learns whose archive it is.
func (r *reader) account(all []file) {
	for _, f := range of(all, "account") {
		r.quietly(f.name, func(raw []byte) {
			var v struct {
				Account struct {
					ID       string `json:"accountId"`
					Username string `json:"username"`
					Name     string `json:"accountDisplayName"`
				} `json:"account"`
			}
			if json.Unmarshal(raw, &v) == nil && r.id == "" {
				r.id, r.handle, r.name = v.Account.ID, v.Account.Username, v.Account.Name
			}
		})
	}
}

// protection notes when posts were protected. The archive tells of the last six months only: before, nothing is known.
func (r *reader) protection(all []file) {
	var last time.Time
	for _, f := range of(all, "protected_history") {
		r.quietly(f.name, func(raw []byte) {
			var v struct {
				History struct {
					At     string `json:"protectedAt"`
					Action string `json:"action"`
				} `json:"protectedHistory"`
			}
			if json.Unmarshal(raw, &v) != nil || v.History.Action == "" {
				return
			}
			at := when(v.History.At)
			r.out.Set(archive.Setting{Name: "audience", Value: v.History.Action, Time: bedside.Time{Time: at}})
			if r.audience != "" && at.Before(last) {
				return
			}
			switch last = at; v.History.Action {
			case "Protect":
				r.audience = "followers"
			case "Unprotect":
				r.audience = "public"
			}
		})
	}
}

// quietly goes through a file that holds no posts: what is wrong with it is not counted among them.
func (r *reader) quietly(name string, hand func(raw []byte)) {
	ignore := &reader{ctx: r.ctx, fsys: r.fsys, out: archive.NewImport(nil)}
	_ = ignore.each(name, func(raw []byte) error { hand(raw); return nil }) // hand has no errors
}

// bio hands out what the profile says.
func (r *reader) bio(all []file) error {
	for _, f := range of(all, "profile") {
		var v struct {
			Profile struct {
				Description struct {
					Bio      string `json:"bio"`
					Website  string `json:"website"`
					Location string `json:"location"`
				} `json:"description"`
			} `json:"profile"`
		}
		r.quietly(f.name, func(raw []byte) { _ = json.Unmarshal(raw, &v) })
		about := v.Profile.Description
		if about.Bio == "" {
			continue
		}
		item := r.item(f, "bio", "bio")
		item.Draft.Text = unescape(about.Bio)
		item.Draft.Author = bedside.Author{Name: r.name, Location: unescape(about.Location)}
		if r.handle != "" {
			item.URL = "https://x.com/" + r.handle
		}
		r.bioText = item.Draft.Text
		if err := r.out.Add(item); err != nil {
			return err
		}
	}
	return nil
}
