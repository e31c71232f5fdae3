package instagram

import (
	"encoding/json"
	"strings"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
)

// value reads one value of a file by the key that it stands under.
func (r *reader) value(keys []string, raw json.RawMessage) error {
	if raw == nil || len(keys) == 0 && meta.Nothing(raw) {
		return nil
	}
	if len(keys) == 0 {
		return r.element(raw)
	}
	switch root := keys[0]; root {
	case "participants":
		r.Talk = true
	case "messages":
		r.Talk = true
		return r.Message(raw)
	case "ig_stories", "ig_reels_media", "ig_igtv_media", "ig_other_media":
		return r.post(raw)
	case "comments_media_comments", "comments_reels_comments", "comments_story_comments":
		return r.element(raw)
	case "media_comments", "live_comments":
		return r.flatComment(raw)
	case "stories", "photos", "videos", "direct":
		return r.flatMedia(raw)
	case "ig_archived_post_media":
		r.Skip("an archived post: nobody else sees it")
	case "ig_recently_deleted_media":
		r.Skip("a deleted post")
	default:
		return r.rest(root, raw)
	}
	return nil
}

// rest reads what is no post: requests and settings, and counts what is not known.
func (r *reader) rest(root string, raw json.RawMessage) error {
	switch {
	case root == "relationships_follow_requests_received", root == "follow_requests_received":
		return r.FollowRequest(raw)
	case root == "account_history_account_privacy_history":
		r.privacy(raw)
	case root == "allow_comments_from":
		r.flatSetting("comments allowed from", raw)
	case strings.HasPrefix(root, "settings_"):
		r.settings(raw)
	case !idle(root):
		r.Unknown(raw)
	}
	return nil
}

// idle reports whether a key stands for a list that holds nothing its owner wrote.
func idle(root string) bool {
	for _, part := range []string{
		"relationships_", "likes_", "saved_", "searches_", "account_history_", "ads_", "text_post_app_", "story_activities_", "topics_", "devices_", "impressions_", "profile_",
		"ig_profile_picture", "monetization_", "apps_and_websites", "subscriptions_", "contacts_", "inferred_", "guides", "events_", "fundraiser", "shopping_", "label_values",
		"profile", "avatar", "music_", "checkout_", "sticker", "close_friends", "following", "followers", "permanent_follow_requests", "dismissed_suggested", "blocked", "media_likes",
		"comment_likes", "polls", "emoji_sliders", "quizzes", "questions", "countdowns", "main_search_history", "upgraded_to", "camera_", "eligibility", "your_", "secret_conversations",
	} {
		if strings.HasPrefix(root, part) {
			return true
		}
	}
	return false
}

// privacy reads that the account was made private or public.
func (r *reader) privacy(raw json.RawMessage) {
	var h struct {
		Title   meta.Text   `json:"title"`
		Strings meta.Labels `json:"string_map_data"`
	}
	if r.Decode(raw, &h) {
		r.set("privacy of the account", string(h.Title), h.Strings.When())
	}
}

// settings reads the labels of a list of settings.
func (r *reader) settings(raw json.RawMessage) {
	var h struct {
		Strings meta.Labels `json:"string_map_data"`
	}
	if r.Decode(raw, &h) {
		for _, x := range h.Strings {
			meta.Settings(r.Out, x)
		}
	}
}

func (r *reader) flatSetting(name string, raw json.RawMessage) {
	var value meta.Text
	if json.Unmarshal(raw, &value) == nil {
		r.set(name, string(value), meta.Stamp{})
	}
}

func (r *reader) set(name, value string, when meta.Stamp) {
	r.Out.Set(archive.Setting{Name: name, Value: value, Time: bedside.Time{Time: when.Time}})
}

// element reads an entry of a list that has no key of its own, by what it holds.
func (r *reader) element(raw json.RawMessage) error {
	var e struct {
		Strings      meta.Labels     `json:"string_map_data"`
		List         json.RawMessage `json:"string_list_data"`
		Labels       meta.Labels     `json:"label_values"`
		Timestamp    meta.Stamp      `json:"timestamp"`
		Media        json.RawMessage `json:"media"`
		Conversation json.RawMessage `json:"conversation"`
		URI          json.RawMessage `json:"uri"`
	}
	if !r.Decode(raw, &e) {
		return nil
	}
	switch {
	case e.Strings != nil:
		return r.comment(e.Strings, meta.Stamp{})
	case e.Labels != nil:
		return r.labelled(e.Labels, e.Timestamp, raw)
	case e.Conversation != nil:
		return r.flatConversation(raw)
	case e.Media != nil, e.URI != nil:
		return r.post(raw)
	case e.List == nil:
		r.Unknown(raw)
	}
	return nil
}

// labelled reads an entry of the lists of labels and values that newer exports have: a comment, or a post with its media.
func (r *reader) labelled(l meta.Labels, when meta.Stamp, raw json.RawMessage) error {
	var p struct {
		Media meta.MediaList `json:"media"`
	}
	if words := l.Value(meta.Words); words != "" && r.Decode(raw, &p) {
		return r.add(entry.Entry{Kind: "post", Text: words, Time: when.Time, Media: pictures(p.Media, words)})
	}
	return r.comment(l, when)
}

// comment reads the labels of a comment. In a language that is not known, it is the first value that is neither a link nor
// a time, in a list whose entries have a time.
func (r *reader) comment(l meta.Labels, when meta.Stamp) error {
	if when.IsZero() {
		when = l.When()
	}
	text := l.Value(meta.Comment)
	if text == "" && !when.IsZero() {
		text = firstWords(l)
	}
	if text == "" {
		r.SkipOnce("entries whose labels are not known to stand for words")
		return nil
	}
	return r.add(entry.Entry{Kind: "comment", Text: text, Time: when.Time})
}

// firstWords finds the comment among labels of an unknown language: three, of which one is the time and the last value
// the account that was commented on.
func firstWords(l meta.Labels) string {
	var values []string
	for _, x := range l {
		if meta.MeaningOf(string(x.Label)) != meta.Unknown {
			return ""
		}
		if x.Href != "" {
			return ""
		}
		if x.Value != "" && x.Time.IsZero() {
			values = append(values, string(x.Value))
		}
	}
	if len(values) == 2 && !strings.ContainsAny(values[1], " \n") {
		return values[0]
	}
	return ""
}
