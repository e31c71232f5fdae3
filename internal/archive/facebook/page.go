package facebook

import (
	"encoding/json"
	"strings"

	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
)

// note reads one of the long texts that profiles could hold until 2020.
func (r *reader) note(raw json.RawMessage) error {
	var n struct {
		Title   meta.Text    `json:"title"`
		Text    meta.Text    `json:"text"`
		Created meta.Stamp   `json:"created_timestamp"`
		Media   []meta.Media `json:"media"`
	}
	if !r.Decode(raw, &n) {
		return nil
	}
	e := entry.Entry{File: r.File, Kind: "post", Time: n.Created.Time, Text: lines(n.Title, n.Text)}
	for _, m := range n.Media {
		e.Media = append(e.Media, m.Entry(m.Description, n.Text))
	}
	return r.Account.Add(e)
}

// event reads an event that the owner announced.
func (r *reader) event(raw json.RawMessage) error {
	var n struct {
		Name        meta.Text  `json:"name"`
		Description meta.Text  `json:"description"`
		Created     meta.Stamp `json:"create_timestamp"`
		Place       struct {
			Name meta.Text `json:"name"`
		} `json:"place"`
	}
	if !r.Decode(raw, &n) {
		return nil
	}
	text := entry.At(lines(n.Name, n.Description), string(n.Place.Name))
	return r.Account.Add(entry.Entry{File: r.File, Kind: "post", Time: n.Created.Time, Text: text})
}

// lines puts what is not empty on lines of its own.
func lines(texts ...meta.Text) string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, string(t))
		}
	}
	return strings.Join(out, "\n")
}
