package instagram

import (
	"encoding/json"

	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
)

// post reads a post, a story or a reel: media with words of their own, or below words for all of them.
func (r *reader) post(raw json.RawMessage) error {
	var p struct {
		meta.Media
		List meta.MediaList `json:"media"`
	}
	if !r.Decode(raw, &p) {
		return nil
	}
	if p.URI != "" {
		p.List = append(p.List, p.Media)
	}
	e := entry.Entry{Kind: "post", Text: string(p.Title), Time: p.Created.Time}
	for _, m := range p.List {
		if e.Text == "" {
			e.Text = string(m.Title)
		}
		if e.Time.IsZero() {
			e.Time = m.Created.Time
		}
	}
	e.Media = pictures(p.List, e.Text)
	return r.add(e)
}

// pictures are the media of a post, each with its words if they are others than the post's.
func pictures(list meta.MediaList, text string) []entry.Media {
	var out []entry.Media
	for _, m := range list {
		if m.URI != "" {
			out = append(out, m.Entry(m.Title, meta.Text(text)))
		}
	}
	return out
}
