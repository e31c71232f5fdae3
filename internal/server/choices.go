package server

import (
	"strings"

	"bedside"
)

// choice is one entry of a field with fixed answers.
type choice struct{ Value, Label string }

// Kinds are what can be written here, as people call it.
func (form) Kinds() []choice {
	return []choice{{"post", "Post"}, {"reply", "Reply"}, {"comment", "Comment"}, {"message", "Message"}, {"review_reply", "Answer to a review"}, {"bio", "Bio"}, {"group_page", "Group page"}}
}

// Audiences are who can see it.
func (form) Audiences() []choice {
	return []choice{{"", "Not said"}, {"public", "Everyone"}, {"followers", "Followers"}, {"friends", "Friends"}, {"closed_group", "A closed group"}, {"direct", "One person"}}
}

// Personas are the kinds of accounts.
func (form) Personas() []choice {
	return []choice{{"", "Not said"}, {"personal", "Personal"}, {"professional", "Professional"}, {"institutional", "The institution’s"}, {"anonymous", "Under an alias"}}
}

// Relationships are who it is to or about.
func (form) Relationships() []choice {
	return []choice{{"", "Not said"}, {"patient", "My patient"}, {"former_patient", "A former patient"}, {"family", "My family"}, {"friend", "A friend"}, {"colleague", "A colleague"}, {"stranger", "A stranger"}}
}

// platform is a place where people post: its name, and the most characters that a post there may have; 0 where that is not known.
type platform struct {
	Value, Label string
	Most         int
}

// platforms are those that can be chosen. Limits are those of a plain account; a site may allow more to some.
func platforms() []platform {
	return []platform{
		{"instagram", "Instagram", 2200},
		{"x", "X", 280},
		{"mastodon", "Mastodon", 500},
		{"bluesky", "Bluesky", 300},
		{"facebook", "Facebook", 0},
		{"linkedin", "LinkedIn", 3000},
		{"threads", "Threads", 500},
		{"reddit", "Reddit", 0},
		{"tiktok", "TikTok", 0},
		{"youtube", "YouTube", 0},
		{"blog", "A blog", 0},
	}
}

// account is an account on file as the Write room offers it.
type account struct {
	choice
	Most int // characters that a post there may have; 0: not known
}

// accountsOf are the accounts on file.
func accountsOf(known []bedside.Account) (out []account) {
	for _, k := range known {
		a := account{choice{accountValue(k), strings.TrimSpace(k.Handle)}, 0}
		for _, p := range platforms() {
			if p.Value == strings.ToLower(k.Platform) {
				a.Label, a.Most = strings.TrimSpace(k.Handle+" "+p.Label), p.Most
			}
		}
		out = append(out, a)
	}
	return out
}
