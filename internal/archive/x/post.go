package x

import (
	"encoding/json"
	"strings"
	"time"
)

// post is what is read of a post. Older archives wrote text where newer ones write full_text.
type post struct {
	ID          string   `json:"id_str"`
	OldID       anything `json:"id"`
	FullText    string   `json:"full_text"`
	Text        string   `json:"text"`
	Lang        string   `json:"lang"`
	Created     string   `json:"created_at"`
	ReplyTo     string   `json:"in_reply_to_status_id_str"`
	ReplyToUser string   `json:"in_reply_to_user_id_str"`
	ReplyToName string   `json:"in_reply_to_screen_name"`
	Entities    entities `json:"entities"`
	Extended    entities `json:"extended_entities"`
}

type entities struct {
	URLs  []link  `json:"urls"`
	Media []media `json:"media"`
}

type link struct {
	Short    string `json:"url"`
	Expanded string `json:"expanded_url"`
}

type media struct {
	Short string `json:"url"`
	HTTPS string `json:"media_url_https"`
	HTTP  string `json:"media_url"`
	Alt   string `json:"ext_alt_text"`
}

// anything is a string or a number.
type anything string

// UnmarshalJSON takes a value as it is written, without quotation marks.
func (a *anything) UnmarshalJSON(b []byte) error {
	*a = anything(strings.Trim(string(b), `"`))
	return nil
}

func (p *post) id() string {
	if p.ID != "" {
		return p.ID
	}
	return string(p.OldID)
}

func (p *post) words() string {
	if p.FullText != "" {
		return p.FullText
	}
	return p.Text
}

// decodePost reads one element: {"tweet": {…}}, and in archives before 2020 {…}.
func decodePost(raw []byte) (post, error) {
	var v struct {
		Tweet *post `json:"tweet"`
		post
	}
	err := json.Unmarshal(raw, &v)
	if v.Tweet != nil {
		return *v.Tweet, err
	}
	return v.post, err
}

// circle is what was posted to a circle of chosen followers, which X had until 2023.
const circle = "twitter_circle_tweet"

// posts hands out posts, replies and what was posted in communities.
func (r *reader) posts(all []file) error {
	written := of(all, "tweet", "tweets", "community_tweet", "community_tweets", circle)
	threads := r.threads(written)
	notes := r.notes(of(all, "note_tweet", "note_tweets"))
	for _, f := range written {
		pictures := newPictures(r.fsys, f)
		err := r.each(f.name, func(raw []byte) error {
			p, err := decodePost(raw)
			if err == nil && p.id() != "" {
				return r.post(f, p, threads, notes, pictures)
			}
			r.out.Skip(f.name, "of an unknown shape")
			return nil
		})
		if err != nil {
			return err
		}
	}
	for _, f := range of(all, "deleted_tweet", "deleted_tweets", "deleted_note_tweet", "deleted_note_tweets") {
		if err := r.each(f.name, func([]byte) error { r.out.Skip(f.name, "deleted already"); return nil }); err != nil {
			return err
		}
	}
	return r.strayNotes(notes)
}

func (r *reader) post(f file, p post, threads threads, notes *notes, pictures pictures) error {
	if isRepost(p.words()) {
		r.out.Skip(f.name, "a repost of somebody else's words")
		return nil
	}
	kind := "post"
	if p.ReplyTo != "" && !r.own(p) || p.ReplyTo == "" && p.ReplyToUser != "" && !r.own(p) {
		kind = "reply"
	}
	item := r.item(f, kind, p.id())
	item.URL, item.Thread = r.url(p.id()), threads.of(p.id())
	item.Draft.Time.Time = when(p.Created)
	item.Draft.Lang = language(p.Lang)
	item.Draft.Text = p.plain()
	if long, ok := notes.take(item.Draft.Time.Time, item.Draft.Text); ok {
		item.Draft.Text = long
	}
	item.Draft.Media, item.Media = pictures.of(p)
	if f.holds == circle {
		item.Draft.Account.Audience = "closed_group"
	}
	return r.out.Add(item)
}

// own reports whether a post answers one of the author's own: it goes on, rather than replies.
func (r *reader) own(p post) bool {
	return r.id != "" && p.ReplyToUser == r.id || r.handle != "" && strings.EqualFold(p.ReplyToName, r.handle)
}

func (r *reader) url(id string) string {
	if r.handle == "" {
		return "https://x.com/i/status/" + id
	}
	return "https://x.com/" + r.handle + "/status/" + id
}

// isRepost knows the form that archives give to a repost: RT @name: words.
func isRepost(text string) bool {
	rest, ok := strings.CutPrefix(text, "RT @")
	name, _, colon := strings.Cut(rest, ":")
	return ok && colon && !strings.ContainsAny(name, " \n")
}

// plain is the words of a post as a reader sees them: links written out, pictures' links left away, entities mended.
func (p *post) plain() string {
	var pairs []string
	for _, m := range append(p.Entities.Media, p.Extended.Media...) {
		if m.Short != "" {
			pairs = append(pairs, m.Short, "")
		}
	}
	return strings.TrimSpace(unescape(expand(p.words(), p.Entities.URLs, pairs...)))
}

// expand puts the addresses of links in place of their short forms, and does so with other pairs of words, all at once.
func expand(text string, links []link, pairs ...string) string {
	for _, l := range links {
		if l.Short != "" && l.Expanded != "" {
			pairs = append(pairs, l.Short, l.Expanded)
		}
	}
	if len(pairs) == 0 {
		return text
	}
	return strings.NewReplacer(pairs...).Replace(text)
}

// unescape mends the three signs that X writes as entities.
func unescape(s string) string {
	if !strings.Contains(s, "&") {
		return s
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "&lt;", "<"), "&gt;", ">")
	return strings.ReplaceAll(s, "&amp;", "&") // last, so that nothing is mended twice
}

// language leaves out what X says where it knows of none: und, zxx, qme and the like.
func language(code string) string {
	switch code {
	case "in":
		return "id"
	case "iw":
		return "he"
	}
	if len(code) == 2 || len(code) > 3 && code[2] == '-' {
		return code
	}
	return ""
}

func when(s string) time.Time {
	for _, layout := range []string{time.RubyDate, time.RFC3339, "2006-01-02 15:04:05 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
