package bedside

import (
	"fmt"
	"time"
)

// MaxText is the most bytes that all texts of one draft may have together.
const MaxText = 1 << 20

// Schema is the version of the JSON contract.
const Schema = 1

// Draft is what somebody is about to publish, or has published. Absent means unknown, never no.
type Draft struct {
	Schema   int     `json:"schema,omitempty"`
	ID       string  `json:"id,omitempty"`
	Kind     string  `json:"kind,omitempty"`      // one of Kinds; default post
	Action   string  `json:"action,omitempty"`    // one of Actions; default publish
	State    string  `json:"state,omitempty"`     // draft or published; default draft
	PostedBy string  `json:"posted_by,omitempty"` // self or other; default self
	Text     string  `json:"text,omitempty"`
	Lang     string  `json:"lang,omitempty"` // BCP 47
	Time     Time    `json:"time,omitzero"`
	Media    []Media `json:"media,omitempty"`
	Author   Author  `json:"author,omitzero"`
	Account  Account `json:"account,omitzero"`
	Context  Context `json:"context,omitzero"`
}

// Media is a picture, a video or a document of a draft. Declared words: face, patient, screen, logo, alcohol, me.
type Media struct {
	Path     string   `json:"path,omitempty"`
	Alt      string   `json:"alt,omitempty"`
	Caption  string   `json:"caption,omitempty"`
	Declared []string `json:"declared,omitempty"`
	Seen     *Seen    `json:"-"` // what was found in the file; nil: nobody looked
}

// Author is the person who writes.
type Author struct {
	Name         string   `json:"name,omitempty"`
	Role         string   `json:"role,omitempty"`
	Licensed     *bool    `json:"licensed,omitempty"`
	Institution  string   `json:"institution,omitempty"`
	Specialty    string   `json:"specialty,omitempty"`
	Location     string   `json:"location,omitempty"`
	Jurisdiction string   `json:"jurisdiction,omitempty"`
	Handles      []string `json:"handles,omitempty"`
}

// Account is where the draft will stand.
type Account struct {
	Platform string `json:"platform,omitempty"`
	Handle   string `json:"handle,omitempty"`
	Persona  string `json:"persona,omitempty"`  // one of Personas
	Audience string `json:"audience,omitempty"` // one of Audiences
	Bio      string `json:"bio,omitempty"`
}

// Context is what the author knows and the words do not say.
type Context struct {
	Relationship string            `json:"relationship,omitempty"`
	Note         string            `json:"note,omitempty"`
	ReplyTo      ReplyTo           `json:"reply_to,omitzero"`
	Consents     []Consent         `json:"consents,omitempty"`
	Interests    []Interest        `json:"interests,omitempty"`
	Answers      map[string]string `json:"answers,omitempty"`
	Timeline     []TimelinePost    `json:"timeline,omitempty"`
}

// ReplyTo is what the draft answers.
type ReplyTo struct {
	Text         string `json:"text,omitempty"`
	Relationship string `json:"relationship,omitempty"`
}

// Consent is a permission that the author says exists. Only a written one, unexpired, not revoked and bound by a hash
// to this wording or picture, lowers a finding. Hashes are lower-case hexadecimal SHA-256.
type Consent struct {
	Person    string `json:"person,omitempty"`
	Form      string `json:"form,omitempty"` // none, verbal or written
	Scope     string `json:"scope,omitempty"`
	Signed    string `json:"signed,omitempty"`
	Expires   string `json:"expires,omitempty"`
	Revoked   string `json:"revoked,omitempty"`
	TextHash  string `json:"text_hash,omitempty"`
	MediaHash string `json:"media_hash,omitempty"`
	Prose     string `json:"-"` // a plain string in place of a record: read, and only an assertion

	// Likeness is how the picture of MediaHash looks, where whoever keeps the consent knows: copies are recognised by it. They are not covered.
	Likeness Likeness `json:"-"`
}

// Interest is a financial or family tie.
type Interest struct {
	Party  string  `json:"party,omitempty"`
	Kind   string  `json:"kind,omitempty"`
	Since  string  `json:"since,omitempty"`
	Amount float64 `json:"amount,omitempty"`
	Prose  string  `json:"-"`
}

// TimelinePost is an earlier post of the same author.
type TimelinePost struct {
	Text string `json:"text,omitempty"`
	Time Time   `json:"time,omitzero"`
	Kind string `json:"kind,omitempty"`
}

// Time is an RFC 3339 time that may be absent.
type Time struct{ time.Time }

// Kinds lists what a draft may be.
func Kinds() []string {
	return []string{"post", "comment", "reply", "review_reply", "message", "bio", "contact_request", "alt_text", "group_page"}
}

// Actions lists what may be about to happen with a draft.
func Actions() []string { return []string{"publish", "accept", "share", "hide", "report"} }

// Personas lists the kinds of accounts.
func Personas() []string { return []string{"personal", "professional", "institutional", "anonymous"} }

// Audiences lists who can see a draft.
func Audiences() []string {
	return []string{"public", "followers", "friends", "closed_group", "direct"}
}

// Format prints lengths only, whatever the verb: a draft must not reach a log by accident.
func (d Draft) Format(f fmt.State, _ rune) {
	fmt.Fprintf(f, "draft{text: %d bytes, media: %d}", len(d.Text), len(d.Media))
}

// WithDefaults returns the draft with the contract's defaults filled in.
func (d Draft) WithDefaults() Draft {
	d.Schema = Schema
	if d.Kind == "" {
		d.Kind = "post"
	}
	if d.Action == "" {
		d.Action = "publish"
	}
	if d.State == "" {
		d.State = "draft"
	}
	if d.PostedBy == "" {
		d.PostedBy = "self"
	}
	return d
}

// Size is the number of bytes of all texts of the draft.
func (d Draft) Size() int {
	n := len(d.Text) + len(d.Account.Bio) + len(d.Context.Note) + len(d.Context.ReplyTo.Text)
	for _, m := range d.Media {
		n += len(m.Alt) + len(m.Caption)
	}
	for _, t := range d.Context.Timeline {
		n += len(t.Text)
	}
	return n
}
