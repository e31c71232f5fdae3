// Package profile keeps who the author is, so that drafts need not say it: one small JSON file in the user's own
// folder. It never guesses, and never changes what a draft says itself. Start at Profile and Fill.
package profile

import (
	"bedside"
)

// Profile is what the author has said of themselves. Whatever is empty is unknown.
type Profile struct {
	Name         string             `json:"name,omitempty"`
	Role         string             `json:"role,omitempty"`
	Licensed     *bool              `json:"licensed,omitempty"`
	Institution  string             `json:"institution,omitempty"`
	Specialty    string             `json:"specialty,omitempty"`
	Location     string             `json:"location,omitempty"`
	Jurisdiction string             `json:"jurisdiction,omitempty"`
	Accounts     []bedside.Account  `json:"accounts,omitempty"`
	Disclaimer   string             `json:"disclaimer,omitempty"` // as it stands on the accounts
	Interests    []bedside.Interest `json:"interests,omitempty"`
	Guidelines   []string           `json:"guidelines,omitempty"` // ids of the bodies that should speak; empty: all
}

// Fill returns the draft with what it leaves absent taken from the profile. A draft that names another author, by name
// or by role, gets nothing.
func (p Profile) Fill(d bedside.Draft) bedside.Draft {
	if !p.wrote(d) {
		return d
	}
	p.fillAuthor(&d.Author)
	p.fillAccount(&d.Account)
	if d.Context.Interests == nil {
		d.Context.Interests = p.Interests
	}
	return d
}

// wrote reports whether the draft may be by the profile's author.
func (p Profile) wrote(d bedside.Draft) bool {
	agree := func(a, b string) bool { return a == "" || b == "" || a == b }
	return agree(d.Author.Name, p.Name) && agree(d.Author.Role, p.Role)
}

func (p Profile) fillAuthor(a *bedside.Author) {
	fill(&a.Name, p.Name)
	fill(&a.Role, p.Role)
	fill(&a.Institution, p.Institution)
	fill(&a.Specialty, p.Specialty)
	fill(&a.Location, p.Location)
	fill(&a.Jurisdiction, p.Jurisdiction)
	if a.Licensed == nil {
		a.Licensed = p.Licensed
	}
	if a.Handles == nil {
		a.Handles = p.handles()
	}
}

// fillAccount completes the account that the draft means. Of several accounts none is taken for a draft that names none.
func (p Profile) fillAccount(a *bedside.Account) {
	known, ok := p.account(*a)
	if !ok {
		return
	}
	fill(&a.Platform, known.Platform)
	fill(&a.Handle, known.Handle)
	fill(&a.Persona, known.Persona)
	fill(&a.Audience, known.Audience)
	fill(&a.Bio, known.Bio)
	if a.Persona != "anonymous" {
		fill(&a.Bio, p.Disclaimer)
	}
}

// account finds the one account that fits what the draft says of its own.
func (p Profile) account(a bedside.Account) (found bedside.Account, ok bool) {
	for _, known := range p.Accounts {
		if a.Platform != "" && a.Platform != known.Platform || a.Handle != "" && a.Handle != known.Handle {
			continue
		}
		if ok {
			return bedside.Account{}, false
		}
		found, ok = known, true
	}
	return found, ok
}

func (p Profile) handles() (handles []string) {
	for _, a := range p.Accounts {
		if a.Handle != "" {
			handles = append(handles, a.Handle)
		}
	}
	return handles
}

func fill(into *string, with string) {
	if *into == "" {
		*into = with
	}
}
