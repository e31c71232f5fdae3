package tiktok

import "strings"

// section is a part of the export.
type section int

const (
	none section = iota
	profile
	settings
	posts
	deleted
	comments
	messages
	live  // what was said in other people's live streams
	other // known, and nothing that its owner wrote
)

// sectionOf tells the part by the keys that lead to a value. Sections have been moved and renamed over the years; the
// lists in them have kept their names.
func sectionOf(keys []string) section {
	if len(keys) < 2 {
		return none
	}
	first := strings.ToLower(keys[0])
	for i, key := range keys {
		switch strings.ToLower(key) {
		case "profilemap":
			return profile
		case "settingsmap":
			return settings
		case "commentslist":
			return comments
		case "chathistory":
			return messages
		case "watchlivemap":
			return live
		case "videolist":
			if i == 2 && (first == "post" || first == "video") {
				return posts
			}
			return other
		case "postlist":
			return deleted
		case "groupchat":
			if i > 0 {
				return messages
			}
		case "fanslist", "itemfavoritelist", "favoritevideolist", "searchlist", "sharehistorylist", "loginhistorylist", "blocklist", "activitysummarymap",
			"favoritesoundlist", "favoriteeffectslist", "favoritehashtaglist", "hashtaglist", "adinterestcategories", "offtiktokactivitydatalist", "repostlist",
			"status list", "golivelist", "commentfavoritelist":
			return other
		}
	}
	return none
}

// heading reports whether an export has such a key at its top.
func heading(key string) bool {
	switch strings.ToLower(key) {
	case "activity", "your activity", "comment", "app settings", "profile and settings", "profile", "direct messages", "direct message", "post", "video",
		"tiktok live", "tiktok shopping", "tiktok shop", "ads and data", "likes and favorites", "location review", "income plus wallet transactions":
		return true
	}
	return false
}
