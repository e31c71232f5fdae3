package app

import (
	"time"

	"bedside"
)

// The states of an account: whether its settings want a look.
const (
	AccountDue      = "due"
	AccountReviewed = "reviewed"
)

// Account is one account of the person on a platform.
type Account struct {
	Platform string            `json:"platform"`
	Handle   string            `json:"handle,omitempty"`
	Persona  string            `json:"persona,omitempty"`
	Audience string            `json:"audience,omitempty"`
	Bio      string            `json:"bio,omitempty"`
	Page     string            `json:"page,omitempty"`     // the address of a professional page, to which others can be sent
	Every    int               `json:"every,omitempty"`    // months between reviews; 0: the usual
	Done     map[string]string `json:"done,omitempty"`     // steps of the review, with the day each was done
	Finished string            `json:"finished,omitempty"` // the day of the last whole review
}

// usualMonths is how long a review of settings lasts, unless somebody says otherwise.
const usualMonths = 6

// months are the months between reviews.
func (a *Account) months() int {
	if a.Every > 0 {
		return a.Every
	}
	return usualMonths
}

// Next is the day of the next review; empty where none was made.
func (a *Account) Next() string {
	last, ok := dayOf(a.Finished)
	if !ok {
		return ""
	}
	return today(last.AddDate(0, a.months(), 0))
}

// State tells whether the settings of an account want a look.
func (a *Account) State(now time.Time) string {
	if next := a.Next(); next == "" || next <= today(now) {
		return AccountDue
	}
	return AccountReviewed
}

// round is the day from which what was done counts: all of it until a review is over, and nothing of it once the next one is due.
func (a *Account) round(now time.Time) string {
	if next := a.Next(); next != "" && next <= today(now) {
		return next
	}
	return ""
}

// Step is a step of the review of one account.
type Step struct {
	ReviewStep
	Done   string   // the day it was done in this round; empty: it is still to do
	Before string   // the day it was done in the round before
	Export []Export // what the last export says of it
}

// Export is a setting as the last export of the platform has it.
type Export struct {
	Name, Value string
	Day         string // of the setting, or of the import
}

// Steps are the steps of a platform, as far as they were worked.
func (a *Account) Steps(p Platform, exports []Export, now time.Time) []Step {
	out := make([]Step, len(p.Review))
	from := a.round(now)
	for i, s := range p.Review {
		step := Step{ReviewStep: s}
		if day := a.Done[s.ID]; day >= from {
			step.Done = day
		} else {
			step.Before = day
		}
		for _, e := range exports {
			if s.about(e.Name) {
				step.Export = append(step.Export, e)
			}
		}
		out[i] = step
	}
	return out
}

// mark notes that a step was done today, or was not after all. The review is over with its last step.
func (a *Account) mark(p Platform, step string, done bool, now time.Time) {
	a.Done = marked(a.Done, step, done, now)
	left := 0
	for _, s := range a.Steps(p, nil, now) {
		if s.Done == "" {
			left++
		}
	}
	switch {
	case left == 0:
		a.Finished = today(now)
	case a.Finished == today(now): // the last step was taken back
		a.Finished = ""
	}
}

// Draft is the account's bio as a draft to be checked.
func (a *Account) Draft() bedside.Draft {
	return bedside.Draft{Kind: "bio", Text: a.Bio, Account: a.Value()}
}

// Value is the account as a draft has it.
func (a *Account) Value() bedside.Account {
	return bedside.Account{Platform: a.Platform, Handle: a.Handle, Persona: a.Persona, Audience: a.Audience}
}

// Problems are the fields that cannot be kept as they are.
func (a *Account) Problems() []Problem {
	var p problems
	p.fit(mostLine, "platform", a.Platform, "handle", a.Handle, "persona", a.Persona, "audience", a.Audience)
	p.fit(mostAddress, "page", a.Page)
	p.fit(mostPassage, "bio", a.Bio)
	p.want("platform", a.Platform, "Say on which platform it is.")
	p.link("page", a.Page)
	if a.Every < 0 || a.Every > 60 {
		p = append(p, Problem{"every", "Write a number of months up to 60."})
	}
	return p
}
