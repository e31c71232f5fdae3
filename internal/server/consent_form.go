package server

import "bedside/internal/app"

// consentSections are the fields of a consent with their help.
func consentSections(c *app.Consent) []section {
	return []section{consentWhat(c), consentWording(c), consentUntil(c), consentSigned(c), consentSays(c)}
}

func consentWhat(c *app.Consent) section {
	return section{"What may be told", "Whose permission this is, and what it covers. Plain words, as you would say them to the person.", []field{
		{Name: "law", Label: "Law", Value: c.Law, Choices: laws()},
		{Name: "person", Label: "Who it is about", Value: c.Person, Required: true, Hint: "Initials or your own word for them will do. It stays on this computer."},
		{Name: "information", Label: "What may be told", Value: c.Information, Rows: 3, Hint: "Be specific: which story, which picture, which dates or illness. “Any information” is not a description."},
		{Name: "discloser", Label: "Who may tell it", Value: c.Discloser, Hint: "Your name, or your hospital’s or practice’s."},
		{Name: "recipients", Label: "To whom", Value: c.Recipients, Hint: "For a post: everyone, on the platforms that you name."},
		{Name: "purpose", Label: "What for", Value: c.Purpose, Hint: "Teaching, thanking the team, raising funds. “At the person’s own wish” will do if it was theirs."},
	}}
}

func consentWording(c *app.Consent) section {
	return section{"The exact words", "A check counts this permission only for exactly these words, or for the picture you bind to it below.", []field{
		{Name: "wording", Label: "The post as it was agreed to", Value: c.Wording, Rows: 5, Hint: "Paste the text that the person saw. One changed word makes it another text."},
	}}
}

func consentUntil(c *app.Consent) section {
	return section{"Until when", "A day, an event, or both: whichever comes first ends it. You are reminded thirty days before the day.", []field{
		{Name: "expires", Label: "Last day", Value: c.Expires, Type: "date"},
		{Name: "expires_with", Label: "Or with an event", Value: c.ExpiresWith, Hint: "Such as “when the exhibition closes”."},
		{Name: "event_on", Label: "That event came on", Value: c.EventOn, Type: "date", Hint: "Empty until it has."},
	}}
}

func consentSigned(c *app.Consent) section {
	return section{"Who signed", "Leave this empty while you prepare the form.", []field{
		{Name: "signed", Label: "Signed on", Value: c.Signed, Type: "date"},
		{Name: "signer", Label: "Signed by somebody else", Value: c.Signer, Hint: "A parent, guardian, executor. Empty: the person signed."},
		{Name: "authority", Label: "By what right", Value: c.Authority, Hint: "Such as “mother, with parental responsibility”."},
		{Name: "withdrawn", Label: "Withdrawn on", Value: c.Withdrawn, Type: "date", Hint: "From that day no check counts it."},
	}}
}

func consentSays(c *app.Consent) section {
	return section{"What the form says", "The form printed here says all three. Untick what another form lacks.", []field{
		tick("revocation", "It can be withdrawn, and how", c.Revocation, ""),
		tick("conditions", "Care and payment do not depend on it", c.Conditions, "Asked for by the law of the United States."),
		tick("redisclosure", "Others may pass on what is published", c.Redisclosure, "Asked for by the law of the United States."),
		tick("copy", "The person has a copy", c.Copy, ""),
	}}
}

func laws() []choice {
	var out []choice
	for _, l := range app.Laws() {
		out = append(out, choice{l.ID, l.Name})
	}
	return out
}
