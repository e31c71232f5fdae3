package entry

import (
	"slices"
	"time"
)

// Message is one of a conversation.
type Message struct {
	File   string
	Sender string
	Text   string
	Time   time.Time
	Media  []Media
	Back   bool // taken back by who sent it
	Note   bool // not written by anybody: a call, a reaction
}

// Conversations hands out what the owner of an account sent, each with what somebody else had said before it. Files of one
// conversation must come one behind the other, the oldest first; in a file any order will do.
type Conversations struct {
	account *Account
	owner   *Names
	name    string // of the conversation
	said    string // what somebody else said last in it
	held    []Message
}

// most is how many messages are held to be brought in order; exports of Meta hold at most 10,000 a file.
const most = 50_000

// NewConversations begins with none.
func NewConversations(account *Account, owner *Names) *Conversations {
	return &Conversations{account: account, owner: owner}
}

// Say takes one message of a conversation, which has a name of the platform's.
func (c *Conversations) Say(conversation string, m Message) error {
	if conversation == c.name && len(c.held) < most {
		c.held = append(c.held, m)
		return nil
	}
	if err := c.End(); err != nil {
		return err
	}
	if conversation != c.name {
		c.name, c.said = conversation, ""
	}
	c.held = append(c.held, m)
	return nil
}

// End hands out what is held. It must be called behind the last message.
func (c *Conversations) End() error {
	slices.SortStableFunc(c.held, func(a, b Message) int { return a.Time.Compare(b.Time) })
	for _, m := range c.held {
		if err := c.hand(m); err != nil {
			return err
		}
	}
	c.held = c.held[:0]
	return nil
}

func (c *Conversations) hand(m Message) error {
	switch {
	case !c.owner.Known():
		c.account.Skip(m.File, "it is not known which of the people in the conversation you are")
		return nil
	case !c.owner.Is(m.Sender):
		if !m.Note {
			c.said = m.Text
		}
		return nil
	case m.Back:
		c.account.Skip(m.File, "a message that was taken back")
		return nil
	case m.Note:
		return nil // nothing that the owner wrote
	}
	return c.account.Add(Entry{
		File: m.File, Kind: "message", Text: m.Text, Time: m.Time, Thread: c.name, Answers: c.said, Audience: "direct", Media: m.Media,
	})
}
