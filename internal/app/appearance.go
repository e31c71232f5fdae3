package app

import (
	"slices"
	"time"

	"bedside"
)

// The states of an appearance, as it is worked to its end.
const (
	AppearanceOpen     = "open"
	AppearanceAsked    = "asked"
	AppearanceReported = "reported"
	AppearanceGone     = "gone"
	AppearanceLeft     = "left"
)

// Appearance is something that somebody else posted about the person.
type Appearance struct {
	Kind     string            `json:"kind"`         // tagged_picture, mention, review, article or impersonation
	By       string            `json:"by,omitempty"` // who posted it: friend, colleague, patient, press, stranger
	Poster   string            `json:"poster,omitempty"`
	Platform string            `json:"platform,omitempty"`
	Link     string            `json:"link,omitempty"` // never fetched
	Seen     string            `json:"seen,omitempty"` // the day on which the person saw it
	Audience string            `json:"audience,omitempty"`
	Words    string            `json:"words,omitempty"`
	Picture  string            `json:"picture,omitempty"` // what the picture shows, in words
	Shows    []string          `json:"shows,omitempty"`   // as a draft's media declare it
	Harm     string            `json:"harm,omitempty"`    // what it could do, in the person's words
	Done     map[string]string `json:"done,omitempty"`    // untag, settings, asked, reported: the day each was done
	Ended    string            `json:"ended,omitempty"`   // gone or left
	EndedOn  string            `json:"ended_on,omitempty"`
	Reason   string            `json:"reason,omitempty"` // why it was left
	Due      string            `json:"due,omitempty"`    // a day of the person's own choice
}

// The steps of working on an appearance.
const (
	StepUntag    = "untag"
	StepSettings = "settings"
	StepAsked    = "asked"
	StepReported = "reported"
)

// State tells how far an appearance is.
func (a *Appearance) State() string {
	switch {
	case a.Ended != "":
		return a.Ended
	case a.Done[StepReported] != "":
		return AppearanceReported
	case a.Done[StepAsked] != "":
		return AppearanceAsked
	default:
		return AppearanceOpen
	}
}

// How long one waits for an answer before one looks again.
const (
	waitForPoster   = 7
	waitForPlatform = 14
)

// Next is the day on which to look again; empty when it has ended.
func (a *Appearance) Next() string {
	wait, from := 0, a.Seen
	switch a.State() {
	case AppearanceGone, AppearanceLeft:
		return ""
	case AppearanceAsked:
		wait, from = waitForPoster, a.Done[StepAsked]
	case AppearanceReported:
		wait, from = waitForPlatform, a.Done[StepReported]
	}
	if a.Due > from {
		return a.Due
	}
	day, ok := dayOf(from)
	if !ok {
		return from
	}
	return today(day.AddDate(0, 0, wait))
}

// mark notes that a step was done today, or was not after all.
func (a *Appearance) mark(step string, done bool, now time.Time) error {
	if !slices.Contains([]string{StepUntag, StepSettings, StepAsked, StepReported}, step) {
		return bedside.Errorf(bedside.CodeInvalid, "there is no such step")
	}
	a.Done = marked(a.Done, step, done, now)
	return nil
}

// end closes an appearance, or opens it again.
func (a *Appearance) end(how, reason string, now time.Time) []Problem {
	switch how {
	case AppearanceGone:
	case AppearanceLeft:
		if reason == "" {
			return []Problem{{"reason", "Say why it stays: you will want to know it later."}}
		}
		var p problems
		if p.fit(mostAddress, "reason", reason); len(p) > 0 {
			return p
		}
	default:
		a.Ended, a.EndedOn, a.Reason = "", "", ""
		return nil
	}
	a.Ended, a.EndedOn, a.Reason = how, today(now), reason
	return nil
}

// Draft is the appearance as a draft that somebody else has published.
func (a *Appearance) Draft() bedside.Draft {
	d := bedside.Draft{Kind: "post", State: "published", PostedBy: "other", Text: a.Words}
	d.Account = bedside.Account{Platform: a.Platform, Persona: "personal", Audience: a.Audience}
	if a.Picture != "" || len(a.Shows) > 0 {
		d.Media = []bedside.Media{{Alt: a.Picture, Declared: a.Shows}}
	}
	if a.Kind == "tagged_picture" {
		d.Context.Note = "Somebody else posted this and tagged me."
	}
	return d
}

// Told reports whether there is anything to check.
func (a *Appearance) Told() bool { return a.Words != "" || a.Picture != "" || len(a.Shows) > 0 }

// Problems are the fields that cannot be kept as they are.
func (a *Appearance) Problems() []Problem {
	var p problems
	p.want("kind", a.Kind, "Say what it is.")
	p.fit(mostLine, "kind", a.Kind, "by", a.By, "poster", a.Poster, "platform", a.Platform, "audience", a.Audience)
	p.fit(mostAddress, "link", a.Link, "reason", a.Reason)
	p.fit(mostPassage, "words", a.Words, "picture", a.Picture, "harm", a.Harm)
	p.link("link", a.Link)
	p.day("seen", a.Seen)
	p.day("due", a.Due)
	if a.Link == "" && !a.Told() && a.Poster == "" {
		p = append(p, Problem{"link", "Give the address, or say below what it shows or says."})
	}
	return p
}
