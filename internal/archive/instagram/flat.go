package instagram

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
)

// The export of 2020 had a few files at its root, with times as RFC 3339 and lists in place of objects.

// flatTime reads a time, with a zone or without, which then is UTC. One that cannot be read is absent.
func flatTime(s meta.Text) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, string(s)); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// flatComment reads a comment: its time, its words, and the account that was commented on.
func (r *reader) flatComment(raw json.RawMessage) error {
	var c []meta.Text
	if !r.Decode(raw, &c) {
		return nil
	}
	if len(c) < 2 {
		r.Skip("an entry of unknown shape")
		return nil
	}
	return r.add(entry.Entry{Kind: "comment", Text: string(c[1]), Time: flatTime(c[0])})
}

// flatMedia reads a picture or a video with its caption.
func (r *reader) flatMedia(raw json.RawMessage) error {
	var m struct {
		Caption  meta.Text `json:"caption"`
		Taken    meta.Text `json:"taken_at"`
		Path     meta.Text `json:"path"`
		Location meta.Text `json:"location"`
	}
	if !r.Decode(raw, &m) {
		return nil
	}
	e := entry.Entry{Kind: "post", Text: entry.At(string(m.Caption), string(m.Location)), Time: flatTime(m.Taken)}
	if m.Path != "" {
		e.Media = []entry.Media{{Name: string(m.Path)}}
	}
	return r.add(e)
}

// flatConversation reads a whole conversation, which has no name but its participants.
func (r *reader) flatConversation(raw json.RawMessage) error {
	var c struct {
		Participants []meta.Text       `json:"participants"`
		Conversation []json.RawMessage `json:"conversation"`
	}
	if !r.Decode(raw, &c) {
		return nil
	}
	slices.Sort(c.Participants)
	var names []string
	for _, p := range c.Participants {
		names = append(names, string(p))
	}
	for _, each := range c.Conversation {
		var m struct {
			Sender  meta.Text `json:"sender"`
			Created meta.Text `json:"created_at"`
			Text    meta.Text `json:"text"`
		}
		if !r.Decode(each, &m) {
			continue
		}
		said := entry.Message{File: r.File, Sender: string(m.Sender), Text: string(m.Text), Time: flatTime(m.Created)}
		said.Note = m.Text == "" // a picture, a share or a heart: the export holds a link to it and no more
		if err := r.Talks.Say(strings.Join(names, "\x00"), said); err != nil {
			return err
		}
	}
	return nil
}
