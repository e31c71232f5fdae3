package mastodon

import (
	"encoding/json"

	"bedside"
	"bedside/internal/archive"
)

// status is a post as the API writes it.
type status struct {
	ID         string  `json:"id"`
	Created    string  `json:"created_at"`
	URI        string  `json:"uri"`
	URL        string  `json:"url"`
	ReplyTo    string  `json:"in_reply_to_id"`
	ReplyToAcc string  `json:"in_reply_to_account_id"`
	Warning    string  `json:"spoiler_text"`
	Visibility string  `json:"visibility"`
	Lang       string  `json:"language"`
	Content    *string `json:"content"`
	Account    account `json:"account"`
	Reblog     *struct {
		ID string `json:"id"`
	} `json:"reblog"`
	Media []struct {
		URL         string `json:"url"`
		Description string `json:"description"`
	} `json:"media_attachments"`
	Poll *struct {
		Options []struct {
			Title string `json:"title"`
		} `json:"options"`
	} `json:"poll"`
}

func isStatus(s status) bool {
	return s.ID != "" && s.URI != "" && s.Content != nil && s.Visibility != "" && s.Account.ID != ""
}

func (r *reader) status(file string, s status) error {
	switch {
	case r.self == "":
		r.out.Skip(file, "a post whose author cannot be told: the answers do not say who asked")
		return nil
	case s.Account.ID != r.self:
		r.out.Skip(file, "written by somebody else")
		return nil
	case s.Reblog != nil:
		r.out.Skip(file, "a boost of somebody else's words")
		return nil
	case r.seen[s.ID]:
		r.out.Skip(file, "a post that another file holds as well")
		return nil
	}
	r.seen[s.ID] = true
	audience := visible(s.Visibility)
	kind := "post"
	switch {
	case audience == "direct":
		kind = "message"
	case s.ReplyTo != "" && s.ReplyToAcc != r.self:
		kind = "reply"
	}
	item := archive.Published("mastodon", kind, s.ID)
	item.File, item.URL, item.Thread = file, s.URL, "mastodon-"+first(s.ReplyTo, s.ID)
	d := &item.Draft
	d.Account = r.account
	d.Account.Audience = audience
	d.Time.Time = when(s.Created)
	d.Lang = s.Lang
	parts := []string{plain(s.Warning), plain(*s.Content)}
	if s.Poll != nil {
		for _, o := range s.Poll.Options {
			parts = append(parts, o.Title)
		}
	}
	d.Text = joined(parts)
	for _, m := range s.Media {
		d.Media = append(d.Media, bedside.Media{Alt: m.Description})
		item.Media = append(item.Media, "")
	}
	return r.out.Add(item)
}

func visible(s string) string {
	switch s {
	case "public", "unlisted":
		return "public"
	case "private":
		return "followers"
	case "direct":
		return "direct"
	}
	return ""
}

// request hands out that somebody asks to follow. Who it is stays in the archive.
func (r *reader) request(file string, raw json.RawMessage) error {
	var a account
	if !decode(raw, &a) || a.ID == "" {
		r.out.Skip(file, "of an unknown shape")
		return nil
	}
	item := archive.Published("mastodon", "contact_request", "request-"+a.ID)
	item.File, item.URL = file, a.URL
	item.Draft.PostedBy = "other"
	item.Draft.Action = "accept"
	item.Draft.Account = r.account
	item.Draft.Context.Relationship = "unknown"
	return r.out.Add(item)
}
