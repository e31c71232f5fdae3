package server

import (
	"net/url"
	"strings"

	"bedside"
	"bedside/internal/app"
)

// form is what the Write room asks for, as it stands in the fields. Empty is unknown.
type form struct {
	Text, Before  string // Before is the text that a fix has changed
	Kind, Account string // Account is a platform and a handle, as accountValue joins them
	Persona, Seen string
	Relationship  string
	ReplyTo       string
	ReplyBy       string              // the relationship of whoever is answered
	Answers       map[string]string   // by question
	Kept          map[string]string   // the author's reason by finding
	Reasons       map[string]string   // reasons being written, by finding
	Consents      []string            // ids of those that are attached
	Held          string              // id of the record that the draft was taken from
	Sheet         string              // id that a record of the draft will have where it was taken from none
	Pictures      []string            // ids in the album
	Aside         []string            // the one that was taken away last, to be brought back
	Alts          map[string]string   // the words beside a picture
	Coverings     map[string]covering // what of a picture is covered, and what stays
}

// The beginnings of names of fields that hold one value an answer, a kept finding, a reason.
const (
	answerField = "answer."
	keptField   = "kept."
	reasonField = "reason."
	altField    = "alt."
)

// formOf reads the fields. Browsers send line ends as CR LF and count them as one: so do we.
func formOf(v url.Values) form {
	lines := strings.NewReplacer("\r\n", "\n")
	return form{
		Text: lines.Replace(v.Get("text")), Before: lines.Replace(v.Get("before")), Kind: v.Get("kind"), Account: v.Get("account"),
		Persona: v.Get("persona"), Seen: v.Get("audience"), Relationship: v.Get("relationship"),
		ReplyTo: lines.Replace(v.Get("reply_to")), ReplyBy: v.Get("reply_by"), Consents: v["consent"], Held: v.Get("held"), Sheet: freshID(v.Get("sheet")),
		Pictures: v["picture"], Aside: v["aside"], Alts: named(v, altField), Coverings: coveringsOf(v),
		Answers: named(v, answerField), Kept: named(v, keptField), Reasons: named(v, reasonField),
	}
}

// named are the values of the fields whose names begin so, by the rest of the name. A button that takes a value back comes behind it.
func named(v url.Values, prefix string) map[string]string {
	out := map[string]string{}
	for name, values := range v {
		id, ok := strings.CutPrefix(name, prefix)
		if last := strings.TrimSpace(values[len(values)-1]); ok && last != "" {
			out[id] = last
		}
	}
	return out
}

// draft is what the fields say.
func (f *form) draft() bedside.Draft {
	d := bedside.Draft{Kind: f.Kind, Text: f.Text}
	d.Account = bedside.Account{Persona: f.Persona, Audience: f.Seen}
	d.Account.Platform, d.Account.Handle, _ = strings.Cut(f.Account, accountBreak)
	d.Context.Relationship = f.Relationship
	d.Context.ReplyTo = bedside.ReplyTo{Text: f.ReplyTo, Relationship: f.ReplyBy}
	if len(f.Answers) > 0 {
		d.Context.Answers = f.Answers
	}
	return d
}

// formFor is the form that says what a draft says.
func formFor(h app.Hold, id string) form {
	d := h.Draft
	return form{
		Text: d.Text, Kind: d.Kind, Account: accountValue(d.Account), Persona: d.Account.Persona, Seen: d.Account.Audience,
		Relationship: d.Context.Relationship, ReplyTo: d.Context.ReplyTo.Text, ReplyBy: d.Context.ReplyTo.Relationship,
		Answers: d.Context.Answers, Kept: h.Kept, Consents: h.Consents, Held: id,
		Alts: map[string]string{}, Coverings: map[string]covering{},
	}
}

// accountBreak parts platform and handle: neither holds a blank.
const accountBreak = " "

// accountValue is how the field of accounts names one.
func accountValue(a bedside.Account) string {
	if a.Platform == "" && a.Handle == "" {
		return ""
	}
	return a.Platform + accountBreak + a.Handle
}

// apply does what a button asks of the fields alone: an undo, a finding that is kept with a reason, one that is no longer.
func (f *form) apply(do string) {
	verb, id, _ := strings.Cut(do, ":")
	switch verb {
	case "undo":
		if f.Before != "" {
			f.Text, f.Before = f.Before, ""
		}
	case "keep":
		if reason := f.Reasons[id]; reason != "" {
			f.Kept[id] = reason
			delete(f.Reasons, id)
		}
	case "unkeep":
		delete(f.Kept, id)
	}
}
