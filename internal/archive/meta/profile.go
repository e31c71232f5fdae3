package meta

import (
	"strings"

	"bedside/internal/archive"
	"bedside/internal/archive/entry"
)

// Profile is what an export of Instagram or Threads says of its account.
type Profile struct {
	File     string
	Name     string
	Username string
	Bio      string
	Private  string // as the platform writes it, empty where it does not say
}

// Take reads the labels of a profile, in any language that is known.
func (p *Profile) Take(file string, l Labels) {
	for _, x := range l {
		p.Set(file, MeaningOf(string(x.Label)), string(x.Value))
	}
}

// Set takes one value of the profile. The first that is said stands.
func (p *Profile) Set(file string, m Meaning, value string) {
	var field *string
	switch m {
	case Name:
		field = &p.Name
	case Username:
		field = &p.Username
	case Bio:
		field = &p.Bio
	case Private:
		field = &p.Private
	default:
		return
	}
	if *field == "" {
		*field, p.File = value, file
	}
}

// Apply makes the profile that of a reader's account, notes the setting, and hands out the bio.
func (p *Profile) Apply(r *Reader) error {
	r.Owner.Add(p.Name)
	r.Owner.Add(p.Username)
	r.Owner.Settle()
	r.Account.Handle = p.Username
	r.Account.Audience = p.audience()
	if p.Private != "" {
		r.Out.Set(archive.Setting{Name: "private account", Value: p.Private})
	}
	if strings.TrimSpace(p.Bio) == "" {
		return nil
	}
	r.Account.Bio = p.Bio
	return r.Account.Add(entry.Entry{File: p.File, Kind: "bio", Text: p.Bio})
}

// audience is who sees what an account posts.
func (p *Profile) audience() string {
	switch strings.ToLower(p.Private) {
	case "true", "yes", "ja", "oui", "sí", "si", "sì", "sim", "tak", "evet", "wahr":
		return "followers"
	case "false", "no", "nein", "nee", "non", "não", "nie", "hayır", "falsch":
		return "public"
	}
	return ""
}
