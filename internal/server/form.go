package server

import (
	"net/url"
	"strings"

	"bedside"
)

// form is what the Write room asks for, as it stands in the fields. Empty is unknown.
type form struct {
	Text, Before          string // Before is the text that a fix has changed
	Kind, Persona, Seen   string
	Relationship, ReplyTo string
	Answers               map[string]string
}

// answerField begins the names of the fields that hold answers to questions.
const answerField = "answer."

// formOf reads the fields. Browsers send line ends as CR LF and count them as one: so do we.
func formOf(v url.Values) form {
	lines := strings.NewReplacer("\r\n", "\n")
	f := form{
		Text: lines.Replace(v.Get("text")), Before: lines.Replace(v.Get("before")), Kind: v.Get("kind"),
		Persona: v.Get("persona"), Seen: v.Get("audience"), Relationship: v.Get("relationship"), ReplyTo: lines.Replace(v.Get("reply_to")),
		Answers: map[string]string{},
	}
	for name, values := range v {
		id, ok := strings.CutPrefix(name, answerField)
		if last := values[len(values)-1]; ok && last != "" { // a button that takes an answer back comes behind it
			f.Answers[id] = last
		}
	}
	return f
}

// draft is what the fields say.
func (f *form) draft() bedside.Draft {
	d := bedside.Draft{Kind: f.Kind, Text: f.Text}
	d.Account = bedside.Account{Persona: f.Persona, Audience: f.Seen}
	d.Context.Relationship = f.Relationship
	d.Context.ReplyTo.Text = f.ReplyTo
	if len(f.Answers) > 0 {
		d.Context.Answers = f.Answers
	}
	return d
}

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
