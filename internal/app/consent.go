package app

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"bedside"
)

// The states of a consent.
const (
	ConsentDraft     = "draft" // not signed yet
	ConsentSigned    = "signed"
	ConsentExpired   = "expired"
	ConsentWithdrawn = "withdrawn"
)

// Consent is a person's written permission to publish something about them. Dates are days, as forms write them.
type Consent struct {
	Law          string `json:"law,omitempty"` // one of Laws: whose elements are asked for
	Person       string `json:"person,omitempty"`
	Information  string `json:"information,omitempty"` // what may be told
	Discloser    string `json:"discloser,omitempty"`   // who may tell it
	Recipients   string `json:"recipients,omitempty"`  // to whom
	Purpose      string `json:"purpose,omitempty"`
	Expires      string `json:"expires,omitempty"`      // the last day on which it holds
	ExpiresWith  string `json:"expires_with,omitempty"` // or the event with which it ends
	EventOn      string `json:"event_on,omitempty"`     // when that event came
	Signer       string `json:"signer,omitempty"`       // who signed in the person's place
	Authority    string `json:"authority,omitempty"`    // by what right
	Signed       string `json:"signed,omitempty"`
	Revocation   bool   `json:"revocation,omitempty"`   // the form says that it can be withdrawn, and how
	Conditions   bool   `json:"conditions,omitempty"`   // that care does not depend on it
	Redisclosure bool   `json:"redisclosure,omitempty"` // that others may pass it on
	Copy         bool   `json:"copy,omitempty"`         // the person has a copy
	Withdrawn    string `json:"withdrawn,omitempty"`
	Wording      string `json:"wording,omitempty"`      // the words that were agreed to, exactly
	PictureHash  string `json:"picture_hash,omitempty"` // SHA-256 of the picture that was agreed to
	PictureID    string `json:"picture_id,omitempty"`   // where that picture is kept, if it is

	PictureLikeness bedside.Likeness `json:"picture_likeness,omitzero"` // what its copies are recognised by, to say that they are not covered
}

// State tells what a consent is worth on a day.
func (c *Consent) State(now time.Time) string {
	switch {
	case c.Withdrawn != "":
		return ConsentWithdrawn
	case c.Signed == "":
		return ConsentDraft
	case c.Ends() != "" && c.Ends() < today(now):
		return ConsentExpired
	default:
		return ConsentSigned
	}
}

// Ends is the last day on which a consent holds, if it is known: the day named, or that of the event, whichever came first.
func (c *Consent) Ends() string {
	if c.EventOn != "" && (c.Expires == "" || c.EventOn < c.Expires) {
		return c.EventOn
	}
	return c.Expires
}

// remindBefore is how long before its end a consent is brought up.
const remindBefore = 30 * 24 * time.Hour

// due is when somebody should look at a consent again.
func (c *Consent) due() time.Time {
	end, ok := dayOf(c.Ends())
	if !ok || c.Signed == "" || c.Withdrawn != "" {
		return time.Time{}
	}
	return end.Add(-remindBefore)
}

// TextHash is the SHA-256 of the wording that was agreed to.
func (c *Consent) TextHash() string {
	if c.Wording == "" {
		return ""
	}
	sum := sha256.Sum256([]byte(c.Wording))
	return hex.EncodeToString(sum[:])
}

// Value is the consent as a check takes it. One that is not signed, or lacks an element, is not a written one.
func (c *Consent) Value() bedside.Consent {
	v := bedside.Consent{
		Person: c.Person, Form: "written", Scope: c.Information, Signed: c.Signed, Expires: c.Ends(), Revoked: c.Withdrawn,
		TextHash: c.TextHash(), MediaHash: c.PictureHash, Likeness: c.PictureLikeness,
	}
	switch {
	case c.Signed == "":
		v.Form = "none"
	case len(c.Missing()) > 0:
		v.Form = "verbal"
	}
	return v
}

// Problems are the fields that cannot be kept as they are. What is merely missing is no problem: a consent is prepared before it is signed.
func (c *Consent) Problems(now time.Time) []Problem {
	var p problems
	p.fit(mostLine, "person", c.Person, "discloser", c.Discloser, "recipients", c.Recipients, "purpose", c.Purpose, "expires_with", c.ExpiresWith, "signer", c.Signer, "authority", c.Authority, "law", c.Law)
	p.fit(mostPassage, "information", c.Information)
	p.fit(bedside.MaxText/4, "wording", c.Wording)
	p.want("person", c.Person, "Say who it is about; initials or your own word for them will do.")
	for _, d := range []struct{ field, day string }{{"expires", c.Expires}, {"event_on", c.EventOn}, {"signed", c.Signed}, {"withdrawn", c.Withdrawn}} {
		p.day(d.field, d.day)
	}
	if c.Signed > today(now) {
		p = append(p, Problem{"signed", "This day is still to come. Leave it empty until the form is signed."})
	}
	if c.Withdrawn != "" && c.Signed == "" {
		p = append(p, Problem{"withdrawn", "Only what was signed can be withdrawn. Fill in when it was signed."})
	}
	if c.EventOn != "" && c.ExpiresWith == "" {
		p = append(p, Problem{"event_on", "Say first with which event it ends."})
	}
	return p
}
