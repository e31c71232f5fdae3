package facebook

import (
	"encoding/json"
	"path"
	"strings"

	"bedside/internal/archive/entry"
	"bedside/internal/archive/meta"
)

// activity is an entry of most lists: something the owner did, with what they wrote and attached.
type activity struct {
	Timestamp   meta.Stamp      `json:"timestamp"`
	Title       meta.Text       `json:"title"`
	Data        []datum         `json:"data"`
	Attachments []attachments   `json:"attachments"`
	Labels      meta.Labels     `json:"label_values"`
	Media       meta.MediaList  `json:"media"`
	ID          json.RawMessage `json:"fbid"`
	Comment     meta.Text       `json:"comment"` // lists of comments under pictures have no data
	Author      meta.Text       `json:"author"`
}

type datum struct {
	Post     meta.Text       `json:"post"`
	Comment  *comment        `json:"comment"`
	Reaction json.RawMessage `json:"reaction"`
}

type comment struct {
	Timestamp meta.Stamp `json:"timestamp"`
	Comment   meta.Text  `json:"comment"`
	Author    meta.Text  `json:"author"`
	Group     meta.Text  `json:"group"`
}

type attachments struct {
	Data []struct {
		Media meta.Media `json:"media"`
		Place struct {
			Name meta.Text `json:"name"`
		} `json:"place"`
	} `json:"data"`
}

// activity reads one entry of a list, by what it holds; where that does not tell, it is of the list's kind.
func (r *reader) activity(raw json.RawMessage, kind string) error {
	var a activity
	if !r.Decode(raw, &a) {
		return nil
	}
	switch {
	case a.Labels != nil:
		return r.labelled(a)
	case a.Comment != "":
		return r.comment(a, comment{Timestamp: a.Timestamp, Comment: a.Comment, Author: a.Author})
	}
	for _, d := range a.Data {
		switch {
		case d.Comment != nil:
			return r.comment(a, *d.Comment)
		case d.Reaction != nil:
			return nil
		}
	}
	if kind == "comment" {
		return r.comment(a, comment{})
	}
	return r.post(a, false)
}

// post reads a post: of the owner, or of somebody else on their page.
func (r *reader) post(a activity, byOther bool) error {
	if why := gone(r.File); why != "" {
		r.Skip(why)
		return nil
	}
	var words []string
	for _, d := range a.Data {
		if d.Post != "" {
			words = append(words, string(d.Post))
		}
	}
	text := strings.Join(words, "\n")
	e := entry.Entry{File: r.File, Kind: "post", Time: a.Timestamp.Time, Text: a.withPlaces(text), ByOther: byOther, Audience: audience(string(a.Title))}
	e.Media = r.media(a, meta.Text(text))
	return r.Account.Add(e)
}

// withPlaces adds the places that are attached.
func (a activity) withPlaces(text string) string {
	const most = 10 // a post shows one
	left := most
	for _, list := range a.Attachments {
		for _, x := range list.Data {
			if x.Place.Name != "" && left > 0 {
				left--
				text = entry.At(text, string(x.Place.Name))
			}
		}
	}
	return text
}

// media lists what is attached, each once, and notes that it was seen.
func (r *reader) media(a activity, text meta.Text) []entry.Media {
	var out []entry.Media
	here := map[meta.Text]bool{}
	add := func(m meta.Media) {
		if m.URI != "" && !here[m.URI] {
			here[m.URI], r.shown[string(m.URI)] = true, true
			out = append(out, m.Entry(m.Description, text))
		}
	}
	for _, list := range a.Attachments {
		for _, x := range list.Data {
			add(x.Media)
		}
	}
	for _, m := range a.Media {
		add(m)
	}
	return out
}

// gone says why the posts of a file are no longer to be seen.
func gone(file string) string {
	switch path.Base(file) {
	case "archive.json":
		return "an archived post: nobody else sees it"
	case "trash.json":
		return "a post in the bin: nobody else sees it"
	case "edits_you_made_to_posts.json":
		return "an earlier wording of a post"
	}
	return ""
}

// comment reads a comment or a reply to one.
func (r *reader) comment(a activity, c comment) error {
	if c.Author != "" && r.Owner.Known() && !r.Owner.Is(string(c.Author)) {
		r.Skip("a comment under another name than the account's")
		return nil
	}
	e := entry.Entry{File: r.File, Kind: "comment", Time: c.Timestamp.Time, Text: string(c.Comment)}
	if e.Time.IsZero() {
		e.Time = a.Timestamp.Time
	}
	if strings.Contains(string(a.Title), " replied to ") {
		e.Kind = "reply"
	}
	if e.Audience = audience(string(c.Group)); e.Audience == "" {
		e.Audience = audience(string(a.Title))
	}
	e.Media = r.media(a, c.Comment)
	return r.Account.Add(e)
}

// audience reads who sees what is written in a group, where its name says so.
func audience(group string) string {
	group = strings.ToLower(group)
	for _, word := range []string{"(private)", "(closed)", "(secret)", "private group", "closed group", "secret group"} {
		if strings.Contains(group, word) {
			return "closed_group"
		}
	}
	if strings.Contains(group, "(public)") || strings.Contains(group, "public group") {
		return "public"
	}
	return ""
}

// wall reads what somebody else wrote on the owner's page.
func (r *reader) wall(raw json.RawMessage) error {
	var a activity
	if !r.Decode(raw, &a) {
		return nil
	}
	return r.post(a, true)
}

// labelled reads an entry of the lists of labels and values that newer exports have.
func (r *reader) labelled(a activity) error {
	e := entry.Entry{File: r.File, Kind: "comment", Time: a.Timestamp.Time, ID: strings.Trim(string(a.ID), `"`), Text: a.Labels.Value(meta.Comment)}
	if e.Text == "" {
		e.Kind, e.Text = "post", a.Labels.Value(meta.Words)
	}
	if e.Time.IsZero() {
		e.Time = a.Labels.When().Time
	}
	if address, ok := a.Labels.Find(meta.Address); ok {
		e.URL = string(address.Href)
		if e.URL == "" {
			e.URL = string(address.Value)
		}
	}
	e.Media = r.media(a, meta.Text(e.Text))
	if e.Text == "" && len(e.Media) == 0 {
		r.SkipOnce("entries whose labels are not known to stand for words")
		return nil
	}
	return r.Account.Add(e)
}
