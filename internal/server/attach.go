package server

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/app"
)

// offeredConsent is a written permission that can be attached to a draft.
type offeredConsent struct {
	ID, Person, Said string
	Chosen           bool
}

// offeredConsents are those on file, with what each is worth. What cannot be read is not offered: the room works without it.
func (s *Server) offeredConsents(ctx context.Context, f form) (out []offeredConsent) {
	if s.app.Store == nil {
		return nil
	}
	kept, err := s.app.Consents().List(ctx)
	if err != nil {
		return nil
	}
	for _, k := range kept {
		if k.State == app.Removed {
			continue
		}
		c := offeredConsent{ID: k.ID, Person: k.Noun.Person, Said: worth(k, f.Text)}
		for _, id := range f.Consents {
			c.Chosen = c.Chosen || id == k.ID
		}
		out = append(out, c)
	}
	return out
}

// worth says what a consent does for this wording.
func worth(k app.Kept[app.Consent], text string) string {
	switch {
	case k.State == app.ConsentDraft:
		return "not signed yet"
	case k.State != app.ConsentSigned:
		return k.State
	case k.Noun.Wording == text && text != "":
		return "signed, for this wording"
	case k.Noun.Wording != "":
		return "signed, for another wording"
	default:
		return "signed, for a picture"
	}
}

// offeredTies are the ties that a draft can disclose. What cannot be read is not offered: the room works without it.
func (s *Server) offeredTies(ctx context.Context, f form) []app.Disclosure {
	if s.app.Store == nil {
		return nil
	}
	ties, err := s.app.Interests().Disclosures(ctx, f.draft())
	if err != nil {
		return nil
	}
	return ties
}

// disclose puts the line that discloses a tie before the draft, where people read it, unless it stands there already.
func (s *Server) disclose(ctx context.Context, f *form, do string) error {
	id, ok := strings.CutPrefix(do, "disclose:")
	if !ok || s.app.Store == nil {
		return nil
	}
	line, err := s.app.Interests().Line(ctx, id)
	if err == nil && !strings.Contains(f.Text, line) {
		f.Before, f.Text = f.Text, strings.TrimSpace(line+"\n\n"+f.Text)
	}
	return err
}

// draftOf is what the fields say, with the consents that are attached. One that is no longer there is left out.
func (s *Server) draftOf(ctx context.Context, f form) bedside.Draft {
	d := f.draft()
	d.Media = s.mediaOf(f)
	if s.app.Store == nil {
		return d
	}
	s.completeAccount(ctx, &d.Account)
	for _, id := range f.Consents {
		if chosen, err := s.app.Consents().Chosen(ctx, id); err == nil {
			d.Context.Consents = append(d.Context.Consents, chosen...)
		}
	}
	return d
}

// knownAccounts are those of the Accounts room and of the profile, each once.
func (s *Server) knownAccounts(ctx context.Context) (out []bedside.Account) {
	author, _ := s.app.Author()
	for _, a := range slices.Concat(s.keptAccounts(ctx), author.Accounts) {
		if !slices.ContainsFunc(out, func(o bedside.Account) bool { return accountValue(o) == accountValue(a) }) {
			out = append(out, a)
		}
	}
	return out
}

// keptAccounts are those of the Accounts room. What cannot be read is left out: that room says so.
func (s *Server) keptAccounts(ctx context.Context) (out []bedside.Account) {
	if s.app.Store == nil {
		return nil
	}
	kept, err := s.app.Accounts().List(ctx)
	if err != nil {
		return nil
	}
	for _, k := range kept {
		if k.State != app.Removed {
			n := k.Noun
			out = append(out, bedside.Account{Platform: n.Platform, Handle: n.Handle, Persona: n.Persona, Audience: n.Audience, Bio: n.Bio})
		}
	}
	return out
}

// completeAccount adds what the Accounts room knows of the account that a draft names. What the draft says stays.
func (s *Server) completeAccount(ctx context.Context, a *bedside.Account) {
	if accountValue(*a) == "" {
		return
	}
	for _, k := range s.keptAccounts(ctx) {
		if accountValue(k) == accountValue(*a) {
			a.Persona, a.Audience, a.Bio = cmp.Or(a.Persona, k.Persona), cmp.Or(a.Audience, k.Audience), cmp.Or(a.Bio, k.Bio)
		}
	}
}
