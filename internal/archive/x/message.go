package x

import (
	"encoding/json"
	"path"
	"strings"

	"bedside"
)

type message struct {
	ID        string   `json:"id"`
	Sender    string   `json:"senderId"`
	Text      string   `json:"text"`
	Created   string   `json:"createdAt"`
	MediaURLs []string `json:"mediaUrls"`
	before    *message // in time
	URLs      []struct {
		Short    string `json:"url"`
		Expanded string `json:"expanded"`
	} `json:"urls"`
}

// messages hands out the messages that the author sent, each with the words of others that stand right before it.
func (r *reader) messages(all []file) error {
	for _, f := range of(all, "direct_messages", "direct_message", "direct_messages_group", "direct_message_group") {
		c := &conversation{r: r, file: f, pictures: map[string]bool{}}
		for _, name := range list(r.fsys, path.Join(f.folder, f.holds+"_media")) {
			c.pictures[name] = true
		}
		if err := r.walk(f.name, isTop, c.visit); err != nil {
			return err
		}
		if err := c.end(); err != nil {
			return err
		}
	}
	return nil
}

// isTop takes conversations apart: one of many years is longer than any value.
func isTop(keys []string) bool { return len(keys) == 0 }

// conversation is the one that is being read. It holds back the last message until it is known what came before it: the
// newest stands first in some archives, and last in others.
type conversation struct {
	r        *reader
	file     file
	pictures map[string]bool
	id       string
	last     *message
}

func (c *conversation) visit(keys []string, raw json.RawMessage) error {
	switch strings.Join(keys, ".") {
	case "":
		return c.end()
	case "dmConversation.conversationId":
		_ = json.Unmarshal(raw, &c.id)
	case "dmConversation.messages":
		var v struct {
			Message *message `json:"messageCreate"`
		}
		switch err := json.Unmarshal(raw, &v); {
		case raw == nil:
		case err != nil:
			c.r.out.Skip(c.file.name, "of an unknown shape")
		case v.Message != nil: // else somebody joined, left, or renamed a group
			return c.next(v.Message)
		}
	}
	return nil
}

// next takes in a message, and hands out the one that was held back.
func (c *conversation) next(m *message) error {
	last := c.last
	c.last = m
	if last == nil {
		return nil
	}
	if when(m.Created).Before(when(last.Created)) {
		last.before = m
	} else {
		m.before = last
	}
	err := c.r.message(c, last)
	last.before = nil // so that a conversation is not held whole
	return err
}

// end hands out the last message.
func (c *conversation) end() error {
	last := c.last
	c.last = nil
	defer func() { c.id = "" }()
	if last == nil {
		return nil
	}
	return c.r.message(c, last)
}

func (r *reader) message(c *conversation, m *message) error {
	f := c.file
	switch {
	case r.id == "":
		r.out.Skip(f.name, "a message whose sender cannot be told: the archive does not say whose it is")
		return nil
	case m.Sender != r.id:
		r.out.Skip(f.name, "written by somebody else")
		return nil
	}
	item := r.item(f, "message", m.ID)
	item.Draft.Text = m.plain()
	item.Draft.Time.Time = when(m.Created)
	item.Draft.Account.Audience = "direct"
	if strings.Contains(f.holds, "group") {
		item.Draft.Account.Audience = "closed_group"
	}
	if m.before != nil && m.before.Sender != r.id {
		item.Draft.Context.ReplyTo.Text = m.before.plain()
	}
	if c.id != "" {
		item.Thread, item.URL = "x-"+c.id, "https://x.com/messages/"+c.id
	}
	for _, url := range m.MediaURLs {
		file := ""
		if name := m.ID + "-" + path.Base(url); c.pictures[name] {
			file = path.Join(f.folder, f.holds+"_media", name)
		}
		item.Draft.Media = append(item.Draft.Media, bedside.Media{Path: file})
		item.Media = append(item.Media, file)
	}
	return r.out.Add(item)
}

func (m *message) plain() string {
	var links []link
	for _, u := range m.URLs {
		links = append(links, link(u))
	}
	return unescape(expand(m.Text, links))
}
