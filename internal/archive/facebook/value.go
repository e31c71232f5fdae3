package facebook

import (
	"encoding/json"
	"path"
	"strings"

	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
	"bedside/internal/archive/stream"
)

// value reads one value of a file by the key that it stands under.
func (r *reader) value(keys []string, raw json.RawMessage) error {
	if raw == nil || len(keys) == 0 && meta.Nothing(raw) {
		return nil
	}
	if len(keys) == 0 {
		return r.activity(raw, "post")
	}
	switch root := version(keys[0]); root {
	case "participants":
		r.Talk = true
	case "messages":
		r.Talk = true
		return r.Message(raw)
	case "comments", "group_comments":
		return r.activity(raw, "comment")
	case "group_posts", "group_posts_and_comments", "status_updates", "your_posts", "posts", "archived_stories", "stories",
		"lasso_videos", "reels":
		return r.activity(raw, "post")
	case "wall_posts_sent_to_you":
		return r.wall(raw)
	case "notes":
		return r.note(raw)
	case "your_events":
		return r.event(raw)
	case "received_requests":
		return r.request(raw)
	case "photos", "other_photos", "videos":
		r.albums = append(r.albums, r.File)
		return stream.ErrStop
	case "label_values":
		r.setting(raw)
	case "profile", "cover_photo":
	default:
		if !idle(root) {
			r.Unknown(raw)
		}
	}
	return nil
}

// idle reports whether a key stands for a list that holds nothing its owner wrote: by one of its words.
func idle(root string) bool {
	for word := range strings.SplitSeq(root, "_") {
		switch word {
		case "friends", "following", "followed", "followers", "follow", "likes", "liked", "reactions", "feedback", "search", "searches", "searched",
			"ads", "ad", "advertisers", "advertising", "login", "logins", "logged", "accesses", "account", "device", "devices", "ip", "session", "sessions", "cookies",
			"saves", "saved", "collections", "view", "viewed", "visit", "visited", "notification", "notifications", "topics", "location", "locations",
			"app", "apps", "installed", "payment", "payments", "poll", "polls", "poke", "pokes", "game", "games", "joined", "admined", "membership",
			"response", "responses", "invited", "invitation", "invitations", "page", "pages", "block", "blocked", "contact", "contacts", "address", "admin",
			"recognition", "hobbies", "audience", "audiences", "off", "deleted", "rejected", "sent", "avatar", "survey", "surveys", "preference", "preferences",
			"updates", "selling", "marketplace", "interaction", "interactions", "people", "support", "timezone", "history", "fundraiser", "fundraisers",
			"watch", "watched", "email", "emails", "phone", "phones", "language", "languages", "icebreakers", "registration", "secret", "legacy", "used":
			return true
		}
	}
	return false
}

// picture reads an element of a file of pictures that no post showed.
func (r *reader) picture(keys []string, raw json.RawMessage) error {
	if raw == nil || len(keys) == 0 {
		return nil
	}
	switch version(keys[0]) {
	case "photos", "other_photos", "videos":
	default:
		return nil
	}
	var m meta.Media
	if !r.Decode(raw, &m) || r.shown[string(m.URI)] {
		return nil
	}
	r.shown[string(m.URI)] = true
	e := entry.Entry{File: r.File, Kind: "post", ID: string(m.URI), Text: string(m.Description), Time: m.Created.Time}
	if m.URI != "" {
		e.Media = []entry.Media{m.Entry("", "")}
	}
	return r.Account.Add(e)
}

// request reads a friend request that somebody sent.
func (r *reader) request(raw json.RawMessage) error {
	var q struct {
		Timestamp meta.Stamp `json:"timestamp"`
	}
	if !r.Decode(raw, &q) {
		return nil
	}
	return r.Request(q.Timestamp, "")
}

// setting reads one label of a file that is one object of labels. Only that of the privacy settings says something here.
func (r *reader) setting(raw json.RawMessage) {
	if path.Base(r.File) != "privacy_settings.json" {
		return
	}
	var l meta.Label
	if r.Decode(raw, &l) {
		meta.Settings(r.Out, l)
	}
}
