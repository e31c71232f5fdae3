// Package platforms lists the formats that archive.Open is given. It knows all of them, and nothing of any of them. Start at All.
package platforms

import (
	"bedside/internal/archive"
	"bedside/internal/archive/bluesky"
	"bedside/internal/archive/facebook"
	"bedside/internal/archive/instagram"
	"bedside/internal/archive/linkedin"
	"bedside/internal/archive/mastodon"
	"bedside/internal/archive/reddit"
	"bedside/internal/archive/threads"
	"bedside/internal/archive/tiktok"
	"bedside/internal/archive/x"
	"bedside/internal/archive/youtube"
)

// All lists the formats of every platform, by name.
func All() []archive.Format {
	return []archive.Format{
		bluesky.Format{},
		facebook.Format{},
		instagram.Format{},
		linkedin.Format{},
		mastodon.Format{},
		reddit.Format{},
		threads.Format{},
		tiktok.Format{},
		x.Format{},
		youtube.Format{},
	}
}
