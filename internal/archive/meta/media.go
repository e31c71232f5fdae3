package meta

import (
	"encoding/json"

	"bedside/internal/archive/entry"
)

// Media is a picture or a video as an export describes it.
type Media struct {
	URI         Text  `json:"uri"`
	Created     Stamp `json:"creation_timestamp"`
	Title       Text  `json:"title"`
	Description Text  `json:"description"`
}

// Entry returns it with a caption, unless that says the same as the post.
func (m Media) Entry(caption, post Text) entry.Media {
	if caption == post {
		caption = ""
	}
	return entry.Media{Name: string(m.URI), Caption: string(caption)}
}

// MediaList is a list of media, some of which may be lists of their own: a video beside its cover.
type MediaList []Media

// UnmarshalJSON reads both; what is neither is passed over.
func (l *MediaList) UnmarshalJSON(b []byte) error {
	*l = nil
	var raws []json.RawMessage
	if err := json.Unmarshal(b, &raws); err != nil {
		return err
	}
	for _, raw := range raws {
		var m Media
		var inner []Media
		switch {
		case json.Unmarshal(raw, &m) == nil:
			*l = append(*l, m)
		case json.Unmarshal(raw, &inner) == nil:
			*l = append(*l, inner...)
		}
	}
	return nil
}
