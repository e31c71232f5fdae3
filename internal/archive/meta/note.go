package meta

import "strings"

// noteOfPlatform reports whether the content of a message is one that the platform wrote into the conversation. Only
// whole notes in English are known; of others it is better to check too much than to leave out somebody's words.
func noteOfPlatform(s string) bool {
	switch s {
	case "You sent an attachment.", "Liked a message", "You sent a photo.", "You sent a video.", "You sent a voice message.", "You sent a GIF.",
		"You sent a sticker.", "You sent a link.", "You started a video chat.", "You started a call.", "The video chat ended.", "You sent a live location.":
		return true
	}
	return strings.HasPrefix(s, "Reacted ") && strings.HasSuffix(strings.TrimSpace(s), " to your message") ||
		strings.HasSuffix(s, " sent an attachment.") && strings.Count(s, " ") <= 5
}
