package app

import (
	"slices"
	"strings"

	"bedside"
	"bedside/internal/profile"
)

// Author is the profile as it is, and whether anybody has written one.
func (a *App) Author() (profile.Profile, bool) {
	if a.Profile == nil {
		return profile.Profile{}, false
	}
	return a.Profile.Profile()
}

// Introduce writes who the author is, as they say it on their first visit or later. What the answers do not ask for stays as it is.
func (a *App) Introduce(said profile.Profile) error {
	if a.Profile == nil {
		return bedside.Errorf(bedside.CodeUnavailable, "this session keeps no profile")
	}
	if err := fitting(said); err != nil {
		return err
	}
	p, _ := a.Profile.Profile()
	p.Role, p.Institution, p.Specialty, p.Jurisdiction, p.Guidelines = said.Role, said.Institution, said.Specialty, said.Jurisdiction, said.Guidelines
	p.Accounts = accounts(p.Accounts, said.Accounts)
	return a.Profile.Keep(p)
}

// mostAccounts is how many accounts a profile may name.
const mostAccounts = 50

// fitting says what of a profile is longer than it may be.
func fitting(said profile.Profile) error {
	var p problems
	p.fit(mostLine, "role", said.Role, "institution", said.Institution, "specialty", said.Specialty, "jurisdiction", said.Jurisdiction)
	for _, a := range said.Accounts {
		p.fit(mostLine, "handle", a.Handle, "platform", a.Platform, "persona", a.Persona)
	}
	switch {
	case len(said.Accounts) > mostAccounts:
		return bedside.Errorf(bedside.CodeTooLarge, "at most %d accounts can be named", mostAccounts)
	case len(p) > 0:
		return bedside.Errorf(bedside.CodeTooLarge, "an answer is longer than %d characters; keep the part that matters", mostLine)
	}
	return nil
}

// accounts are those that were said, each with what was known of it.
func accounts(known, said []bedside.Account) (out []bedside.Account) {
	for _, s := range said {
		s.Handle, s.Platform = strings.TrimSpace(s.Handle), strings.TrimSpace(s.Platform)
		if s.Handle == "" && s.Platform == "" {
			continue
		}
		if i := slices.IndexFunc(known, func(k bedside.Account) bool { return k.Platform == s.Platform && k.Handle == s.Handle }); i >= 0 {
			s.Audience, s.Bio = known[i].Audience, known[i].Bio
		}
		out = append(out, s)
	}
	return out
}
