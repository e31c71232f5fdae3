package tiktok

import (
	"encoding/json"
	"strings"
	"time"

	"bedside/internal/archive"
	"bedside/internal/archive/entry"
)

// person learns who the owner is: from the profile, else from conversations between two, of which the key names the other.
func (r *reader) person(keys []string, raw json.RawMessage) error {
	switch sectionOf(keys) {
	case profile:
		var text string
		_ = json.Unmarshal(raw, &text)
		switch strings.ToLower(keys[len(keys)-1]) {
		case "username":
			r.owner.Add(text)
			r.account.Handle = text
		case "biodescription":
			r.bio, r.account.Bio = said(text), said(text)
		}
	case settings:
		if strings.EqualFold(keys[len(keys)-1], "private account") {
			r.account.Audience = audienceOfAccount(raw)
		}
	case messages:
		m, ok := decode(raw)
		if with := conversation(keys); ok && with != "" && !strings.EqualFold(m.From, with) && !r.owner.Known() {
			r.owner.Add(m.From)
		}
	default: // nothing of the owner
	}
	return nil
}

// conversation is whom a conversation between two was with.
func conversation(keys []string) string {
	with, ok := strings.CutPrefix(keys[len(keys)-1], "Chat History with ")
	if !ok {
		return ""
	}
	return strings.TrimSuffix(with, ":")
}

// record has the fields of all lists; which are there tells the list.
type record struct {
	Date, Link, Title             string
	Comment, URL                  string
	From, Content                 string
	WhoCanView, Location          string
	CommentTime, CommentContent   string
	QuestionTime, QuestionContent string
}

// decode reads an element of a list. Keys are matched in either case: exports have had both.
func decode(raw json.RawMessage) (record, bool) {
	var v record
	ok := len(raw) > 0 && raw[0] == '{' && json.Unmarshal(raw, &v) == nil
	return v, ok
}

// value reads one value of the export.
func (r *reader) value(keys []string, raw json.RawMessage) error {
	part := sectionOf(keys)
	switch {
	case raw == nil, part == other, part == profile:
		return nil
	case part == settings:
		r.setting(keys[len(keys)-1], raw)
		return nil
	case part == none:
		r.unknown(keys, raw)
		return nil
	case part == live && raw[0] != '{':
		return nil // of the stream, not what was said in it
	}
	v, ok := decode(raw)
	if !ok {
		r.account.Skip(r.file, "an entry of unknown shape")
		return nil
	}
	return r.record(part, keys, v)
}

func (r *reader) record(part section, keys []string, v record) error {
	switch part {
	case posts:
		return r.post(v)
	case deleted:
		r.account.Skip(r.file, "a deleted post")
	case comments:
		return r.account.Add(entry.Entry{File: r.file, Kind: "comment", Text: said(v.Comment), Time: when(v.Date), URL: said(v.URL), Thread: said(v.URL)})
	case live:
		text := said(v.CommentContent) + said(v.QuestionContent)
		return r.account.Add(entry.Entry{File: r.file, Kind: "comment", Text: text, Time: when(v.CommentTime + v.QuestionTime)})
	case messages:
		return r.talks.Say(strings.Join(keys, "\x00"), entry.Message{File: r.file, Sender: v.From, Text: said(v.Content), Time: when(v.Date)})
	default: // read elsewhere
	}
	return nil
}

// post reads a video with its words. The video is not in the export, and is named by its link.
func (r *reader) post(v record) error {
	e := entry.Entry{File: r.file, Kind: "post", Text: entry.At(said(v.Title), said(v.Location)), Time: when(v.Date), URL: said(v.Link), Media: []entry.Media{{Name: said(v.Link)}}}
	switch strings.ToLower(v.WhoCanView) {
	case "only you", "only me", "private":
		r.account.Skip(r.file, "a post that only you can see")
		return nil
	case "public", "everyone", "public to everyone":
		e.Audience = "public"
	case "friends":
		e.Audience = "friends"
	case "followers":
		e.Audience = "followers"
	}
	return r.account.Add(e)
}

// setting notes a setting that says who sees or reaches the owner.
func (r *reader) setting(name string, raw json.RawMessage) {
	var value string
	lower := strings.ToLower(name)
	for _, part := range []string{"private", "who can", "allow", "suggest", "find", "visib", "view", "filter"} {
		if strings.Contains(lower, part) && json.Unmarshal(raw, &value) == nil {
			r.out.Set(archive.Setting{Name: name, Value: value})
			return
		}
	}
}

// unknown counts the lists of the export that no kind is known of, once for each heading.
func (r *reader) unknown(keys []string, raw json.RawMessage) {
	list := strings.Join(keys[:min(len(keys), 2)], "\x00")
	if raw[0] == '{' && !r.told[list] {
		r.told[list] = true
		r.account.Skip(r.file, "a list that is not known here")
	}
}

// said is a value, unless the export writes that there is none.
func said(s string) string {
	switch s {
	case "N/A", "None", "null":
		return ""
	}
	return s
}

// when reads a time, which is UTC. One that cannot be read is absent.
func when(s string) time.Time {
	for _, layout := range []string{time.DateTime, time.RFC3339, "2006-01-02 15:04:05 UTC", "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

// audienceOfAccount reads whether the account is private.
func audienceOfAccount(raw json.RawMessage) string {
	var text string
	_ = json.Unmarshal(raw, &text)
	switch strings.ToLower(text) {
	case "enabled", "on", "true", "yes":
		return "followers"
	case "disabled", "off", "false", "no":
		return "public"
	}
	return ""
}
