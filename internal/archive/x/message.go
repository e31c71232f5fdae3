package x

import (
	"cmp"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"bedside"
)

type conversation struct {
	Conversation struct {
		ID       string `json:"conversationId"`
		Messages []struct {
			Message *message `json:"messageCreate"`
		} `json:"messages"`
	} `json:"dmConversation"`
}

type message struct {
	ID        string   `json:"id"`
	Sender    string   `json:"senderId"`
	Text      string   `json:"text"`
	Created   string   `json:"createdAt"`
	MediaURLs []string `json:"mediaUrls"`
	URLs      []struct {
		Short    string `json:"url"`
		Expanded string `json:"expanded"`
	} `json:"urls"`
}

// messages hands out the messages that the author sent, each with the words of others that stand right before it.
func (r *reader) messages(all []file) error {
	for _, f := range of(all, "direct_messages", "direct_message", "direct_messages_group", "direct_message_group") {
		names := map[string]bool{}
		for _, name := range list(r.fsys, path.Join(f.folder, f.holds+"_media")) {
			names[name] = true
		}
		err := r.each(f.name, func(raw []byte) error {
			var c conversation
			if json.Unmarshal(raw, &c) == nil {
				return r.conversation(f, c, names)
			}
			r.out.Skip(f.name, "of an unknown shape")
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) conversation(f file, c conversation, names map[string]bool) error {
	var list []*message
	for _, m := range c.Conversation.Messages {
		if m.Message != nil { // else somebody joined, left, or renamed a group
			list = append(list, m.Message)
		}
	}
	slices.SortStableFunc(list, func(a, b *message) int {
		return cmp.Or(when(a.Created).Compare(when(b.Created)), cmp.Compare(number(a.ID), number(b.ID)))
	})
	var before *message
	for _, m := range list {
		if err := r.message(f, c.Conversation.ID, m, before, names); err != nil {
			return err
		}
		before = m
	}
	return nil
}

func (r *reader) message(f file, conversation string, m, before *message, names map[string]bool) error {
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
	if before != nil && before.Sender != r.id {
		item.Draft.Context.ReplyTo.Text = before.plain()
	}
	if conversation != "" {
		item.Thread, item.URL = "x-"+conversation, "https://x.com/messages/"+conversation
	}
	for _, url := range m.MediaURLs {
		file := ""
		if name := m.ID + "-" + path.Base(url); names[name] {
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
