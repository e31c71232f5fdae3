package linkedin

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"bedside/internal/archive/entry"
)

// row reads one row for what it says.
func (r *reader) row(k kind, v row) error {
	switch k {
	case shares:
		return r.share(v)
	case comments:
		return r.comment(v)
	case messages:
		return r.message(v)
	case invitations:
		return r.invitation(v)
	case recommendations:
		return r.recommendation(v)
	case profile:
		if text := bio(v); text != "" {
			return r.account.Add(entry.Entry{File: r.file, Kind: "bio", Text: text})
		}
	case unknown, connections, reactions:
	}
	return nil
}

// bio is what stands at the top of a profile.
func bio(v row) string { return strings.TrimSpace(v.field("headline") + "\n" + v.field("summary")) }

func (r *reader) share(v row) error {
	e := entry.Entry{File: r.file, Kind: "post", ID: v.field("sharelink"), Text: unwrap(v.field("sharecommentary")), Time: when(v.field("date")), URL: v.field("sharelink")}
	if media := v.field("mediaurl"); media != "" {
		e.Media = []entry.Media{{Name: media}}
	}
	// MEMBER_NETWORK stands beside posts of every audience, and says nothing.
	switch strings.ToUpper(v.field("visibility")) {
	case "PUBLIC", "ANYONE":
		e.Audience = "public"
	case "CONNECTIONS", "CONNECTIONS_ONLY":
		e.Audience = "friends"
	}
	return r.account.Add(e)
}

// unwrap mends commentary of several lines, which LinkedIn puts quotes around one by one; an empty line is left with a
// quote alone.
func unwrap(s string) string {
	lines := strings.Split(s, "\n")
	last := len(lines) - 1
	odd := func(line string) bool { return strings.Count(line, `"`)%2 == 1 }
	wrapped := last > 0 && strings.HasSuffix(lines[0], `"`) && odd(lines[0]) && strings.HasPrefix(lines[last], `"`) && odd(lines[last])
	for i, line := range lines {
		if wrapped && i > 0 {
			line = strings.TrimPrefix(line, `"`)
		}
		if wrapped && i < last {
			line = strings.TrimSuffix(line, `"`)
		}
		if strings.Trim(line, `"`) == "" {
			line = ""
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

func (r *reader) comment(v row) error {
	link := v.field("link")
	post, _, _ := strings.Cut(link, "?")
	e := entry.Entry{File: r.file, Kind: "comment", Text: v.field("message"), Time: when(v.field("date")), URL: link, Thread: post}
	if strings.Contains(link, "replyUrn") {
		e.Kind = "reply"
	}
	return r.account.Add(e)
}

// message is one of a conversation, held until all are read: tables have the newest first and mix conversations.
type message struct {
	conversation string
	entry.Message
}

// mostMessages is how many are held; more are handed out in parts.
const mostMessages = 200_000

func (r *reader) message(v row) error {
	if strings.EqualFold(v.field("is message draft"), "yes") || strings.EqualFold(v.field("is message draft"), "true") {
		r.skip("a message that was not sent")
		return nil
	}
	m := message{v.field("conversation id"), entry.Message{File: r.file, Sender: v.field("from"), Time: when(v.field("date"))}}
	m.Text = strings.TrimSpace(v.field("subject") + "\n" + v.field("content"))
	if sender := v.field("sender profile url"); r.owner.Is(m.Sender) && r.address != "" && sender != "" && sender != r.address {
		m.Sender = "" // somebody else of the same name
	}
	r.said = append(r.said, m)
	if len(r.said) < mostMessages {
		return nil
	}
	return r.hand()
}

// hand hands out the messages that are held.
func (r *reader) hand() error {
	slices.SortStableFunc(r.said, func(a, b message) int {
		return cmp.Or(cmp.Compare(a.conversation, b.conversation), a.Time.Compare(b.Time))
	})
	for _, m := range r.said {
		if err := r.talks.Say(m.conversation, m.Message); err != nil {
			return err
		}
	}
	r.said = nil
	return r.talks.End()
}

func incoming(v row) bool { return strings.EqualFold(v.field("direction"), "incoming") }
func outgoing(v row) bool { return strings.EqualFold(v.field("direction"), "outgoing") }

// invitation reads one that was received, with what its sender wrote, or the words of one that was sent.
func (r *reader) invitation(v row) error {
	e := entry.Entry{File: r.file, Kind: "contact_request", Time: when(v.field("sent at")), URL: v.field("inviterprofileurl")}
	switch {
	case incoming(v):
		e.Accept, e.Answers = true, v.field("message")
	case outgoing(v) && v.field("message") != "":
		e.Kind, e.Audience, e.Text, e.URL = "message", "direct", v.field("message"), ""
	default:
		return nil
	}
	return r.account.Add(e)
}

// recommendation reads what the owner wrote about somebody, or somebody about the owner: the columns are the same.
func (r *reader) recommendation(v row) error {
	received := strings.Contains(strings.ToLower(r.file), "received")
	e := entry.Entry{File: r.file, Kind: "post", Text: v.field("text"), Time: when(v.field("creation date")), ByOther: received}
	if status := v.field("status"); status != "" && !strings.EqualFold(status, "visible") {
		r.skip("a recommendation that nobody sees")
		return nil
	}
	return r.account.Add(e)
}

// when reads a time in one of the writings that tables have; without a zone it is UTC. One that cannot be read is absent.
func when(s string) time.Time {
	s = strings.ReplaceAll(strings.TrimSuffix(s, " UTC"), "\u202f", " ")
	for _, layout := range []string{time.DateTime, "1/2/06, 3:04 PM", "2006-01-02 15:04", time.RFC3339, time.DateOnly, "02 Jan 2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
