package meta

import (
	"encoding/json"
	"io/fs"
	"slices"
	"strings"

	"bedside/internal/archive/stream"
)

// Recognize reports whether an archive is a platform's export as JSON: facebook, instagram or threads. The export must begin
// here: in files at the top, or in folders that exports have there. Conversations look alike on all platforms; those that
// stand alone are taken for Facebook's.
func Recognize(fsys fs.FS, platform string) bool {
	s := sightings{}
	conversations, instagram := false, false
	for _, name := range stream.Near(fsys, deeper, ".json") {
		stream.First(fsys, name, func(keys []string, raw json.RawMessage) bool {
			of := Platform(name, keys, raw)
			conversations = conversations || of == "conversation"
			instagram = instagram || of == "instagram"
			if of == platform {
				s.add(name, len(keys) > 0 && strings.HasPrefix(keys[0], "profile"))
			}
			return of == platform
		})
	}
	return s.here() || platform == "facebook" && conversations && !instagram
}

// sightings are the files that speak for a platform, by the folder at the top that they lie in.
type sightings struct {
	top     bool            // a file at the top, or in a folder that exports have there
	folders map[string]bool // other folders, and whether they hold a profile
}

func (s *sightings) add(name string, profile bool) {
	folder, rest, below := strings.Cut(name, "/")
	if !below || layout(folder) && Folder(rest) == "" {
		s.top = true
		return
	}
	if s.folders == nil {
		s.folders = map[string]bool{}
	}
	s.folders[folder] = s.folders[folder] || profile
}

// here reports whether an export begins at the top. Folders of unknown names do so together, unless they have more than
// one profile: then they are exports themselves.
func (s *sightings) here() bool {
	profiles := 0
	for _, has := range s.folders {
		if has {
			profiles++
		}
	}
	return s.top || len(s.folders) > 1 && profiles < 2
}

// deeper says which folders may hold files that tell whose an export is.
func deeper(folder string) bool {
	const levels, conversations = 2, 4
	top, _, _ := strings.Cut(folder, "/")
	depth := strings.Count(folder, "/") + 1
	return depth <= levels || layout(top) && depth <= conversations
}

// layout reports whether exports have such a folder at their top.
func layout(folder string) bool {
	switch folder {
	case "your_facebook_activity", "your_activity_across_facebook", "this_profile's_activity_across_facebook", "your_instagram_activity", "personal_information", "connections", "logged_information",
		"ads_information", "security_and_login_information", "preferences", "apps_and_websites_off_of_facebook",
		"posts", "comments", "comments_and_reactions", "messages", "friends", "friends_and_followers", "profile_information", "about_you", "groups",
		"likes_and_reactions", "stories", "photos_and_videos", "other_activity", "events", "following_and_followers",
		"content", "followers_and_following", "account_information", "login_and_account_creation", "likes", "information_about_you", "threads":
		return true
	}
	return false
}

// Platform says whose export a value of a file comes from; "conversation" where several have the like, and nothing where
// it says nothing.
func Platform(file string, keys []string, raw json.RawMessage) string {
	if len(keys) > 0 {
		return platformOfKey(file, keys, raw)
	}
	var e struct {
		Timestamp   Stamp             `json:"timestamp"`
		Created     Stamp             `json:"creation_timestamp"`
		Data        []json.RawMessage `json:"data"`
		Attachments []json.RawMessage `json:"attachments"`
		Media       []Media           `json:"media"`
		Labels      Labels            `json:"label_values"`
		Strings     Labels            `json:"string_map_data"`
		Title       *Text             `json:"title"`
	}
	if json.Unmarshal(raw, &e) != nil {
		return ""
	}
	switch {
	case e.Labels != nil:
		return Folder(file)
	case !e.Timestamp.IsZero() && (len(e.Data) > 0 || len(e.Attachments) > 0) && e.Title != nil:
		return "facebook"
	case !e.Timestamp.IsZero() && hasPost(e.Data):
		return "facebook"
	case len(e.Media) > 0 && !e.Media[0].Created.IsZero(), e.Strings != nil:
		return "instagram"
	}
	return ""
}

func hasPost(data []json.RawMessage) bool {
	for _, raw := range data {
		var d struct {
			Post *Text `json:"post"`
		}
		if json.Unmarshal(raw, &d) == nil && d.Post != nil {
			return true
		}
	}
	return false
}

// platformOfKey knows the keys that stand at the root of a file and are one platform's alone.
func platformOfKey(file string, keys []string, raw json.RawMessage) string {
	root := keys[0]
	switch root {
	case "profile_v2", "comments_v2", "group_posts_v2", "group_comments_v2", "groups_joined_v2", "friends_v2", "received_requests_v2",
		"rejected_requests_v2", "sent_requests_v2", "deleted_friends_v2", "following_v2", "following_v3", "reactions_v2", "searches_v2",
		"wall_posts_sent_to_you", "status_updates", "account_activity_v2", "profile_updates_v2", "event_responses_v2", "events_invited_v2",
		"other_photos_v2", "videos_v2", "page_likes_v2", "pages_followed_v2", "saves_v2", "notifications_v2", "visited_things_v2",
		"your_events_v2", "archived_stories_v2", "off_facebook_activity_v2", "topics_v2":
		return "facebook"
	case "profile":
		if len(keys) > 1 && (keys[1] == "name" || keys[1] == "emails" || keys[1] == "registration_timestamp") {
			return "facebook"
		}
		if firstInstagram(raw) {
			return "instagram"
		}
	case "comments", "group_posts", "group_comments", "received_requests":
		if of := Platform(file, nil, raw); of == "facebook" {
			return of
		}
	case "ig_stories", "ig_reels_media", "ig_archived_post_media", "ig_igtv_media", "ig_profile_picture", "ig_recently_deleted_media",
		"profile_user", "likes_media_likes", "likes_comment_likes", "comments_media_comments", "comments_reels_comments",
		"account_history_login_history", "account_history_account_privacy_history", "media_comments", "private_account":
		return "instagram"
	case "messages":
		if isMessage(raw) {
			return conversationOf(file)
		}
	case "stories", "photos", "videos":
		if firstInstagram(raw) {
			return "instagram"
		}
	}
	switch {
	case strings.HasPrefix(root, "text_post_app_"):
		return "threads"
	case strings.HasPrefix(root, "relationships_") && (strings.Contains(root, "follow") || strings.Contains(root, "block")):
		return "instagram"
	}
	return ""
}

// firstInstagram reports whether a value is of the media lists of Instagram's exports of 2020.
func firstInstagram(raw json.RawMessage) bool {
	var e struct {
		Taken *Text `json:"taken_at"`
		Path  *Text `json:"path"`
	}
	return json.Unmarshal(raw, &e) == nil && e.Taken != nil && e.Path != nil
}

// Folder tells the platform by the folder that its exports put all activity into.
func Folder(file string) string {
	for part := range strings.SplitSeq(file, "/") {
		switch part {
		case "your_facebook_activity", "your_activity_across_facebook", "this_profile's_activity_across_facebook":
			return "facebook"
		case "your_instagram_activity":
			return "instagram"
		}
	}
	return ""
}

func conversationOf(file string) string {
	if of := Folder(file); of != "" {
		return of
	}
	return "conversation"
}

// ours leaves the files that are not known to belong to another platform. Those of Threads lie among Instagram's.
func ours(files []string, platform string) []string {
	return slices.DeleteFunc(files, func(name string) bool {
		of := Folder(name)
		return of != "" && of != platform && platform != "threads"
	})
}
