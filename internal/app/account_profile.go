package app

import (
	"context"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/store"
)

// The profile names the accounts that a draft can be for, and this room what is known of each. They are held together here: what the profile
// names is taken over, and what is kept or removed in the room changes the profile that somebody has written.

// adopt takes over the accounts that the profile names and the room does not know, not even as removed.
func (a Accounts) adopt(ctx context.Context) error {
	author, _ := a.app.Author()
	if len(author.Accounts) == 0 {
		return nil
	}
	known, err := a.shelf.List(ctx, store.Filter{})
	if err != nil {
		return err
	}
	var fresh []Kept[Account]
	for _, named := range author.Accounts {
		if named.Platform == "" || slices.ContainsFunc(known, func(k Kept[Account]) bool { return sameAccount(named, k.Noun.Value()) }) {
			continue
		}
		n := Account{Platform: named.Platform, Handle: named.Handle, Persona: named.Persona, Audience: named.Audience, Bio: named.Bio}
		fresh = append(fresh, a.record(Kept[Account]{Noun: n}))
	}
	if len(fresh) == 0 {
		return nil
	}
	_, err = a.shelf.PutAll(ctx, fresh)
	return err
}

// sameAccount reports whether two accounts are one, whatever is known of it.
func sameAccount(x, y bedside.Account) bool {
	return x.Platform == y.Platform && strings.EqualFold(x.Handle, y.Handle)
}

// tell puts an account into the profile, in the place of what it was before; now is nil when it was removed.
func (a Accounts) tell(before, now *Account) error {
	author, found := a.app.Author()
	if !found {
		return nil
	}
	accounts := slices.Clone(author.Accounts)
	at := -1
	if before != nil {
		at = slices.IndexFunc(accounts, func(k bedside.Account) bool { return sameAccount(k, before.Value()) })
	}
	if at < 0 && now != nil {
		at = slices.IndexFunc(accounts, func(k bedside.Account) bool { return sameAccount(k, now.Value()) })
	}
	switch {
	case now == nil && at < 0:
		return nil
	case now == nil:
		accounts = slices.Delete(accounts, at, at+1)
	default:
		value := now.Value()
		value.Bio = now.Bio
		if at < 0 {
			accounts = append(accounts, value)
		} else {
			accounts[at] = value
		}
	}
	author.Accounts = accounts
	return a.app.Profile.Keep(author)
}
