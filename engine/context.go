package engine

import (
	"time"

	"bedside"
	"bedside/text"
)

// contextFacts turns what the draft says of itself, its author and its account into facts of the draft as a whole.
func (e *Engine) contextFacts(d *bedside.Draft, role bedside.FactKind, r *reading, asOf time.Time) {
	c := contextual{facts: r.context}
	c.named("kind." + d.Kind)
	c.named("action." + d.Action)
	if d.PostedBy == "other" {
		c.add(bedside.FactPostedByOther)
	}
	c.role(role, &d.Author)
	if d.Account.Persona != "" {
		c.named("account." + d.Account.Persona)
	}
	switch d.Account.Audience {
	case "followers", "friends", "closed_group", "direct":
		c.add(bedside.FactAudienceRestricted)
	}
	c.relationship(d)
	c.consents(d, asOf)
	c.media(d)
	c.bio(r)
	c.replyTo(d, r)
	c.interests(d, r)
	if f, ok := mentioned(r, d.Author.Institution, bedside.FactDisclosureOwnPlace); ok {
		c.facts = append(c.facts, f)
	}
	r.context = c.facts
}

type contextual struct{ facts []bedside.Fact }

func (c *contextual) add(k bedside.FactKind) {
	c.facts = append(c.facts, bedside.Fact{Kind: k, Sentence: -1, Person: -1})
}

// named adds a fact by its name; a word that is no fact is no fact.
func (c *contextual) named(name string) {
	if k, ok := bedside.ParseFact(name); ok {
		c.add(k)
	}
}

func (c *contextual) media(d *bedside.Draft) {
	if len(d.Media) > 0 {
		c.add(bedside.FactMediaAny)
	}
	for i := range d.Media {
		for _, w := range d.Media[i].Declared {
			c.named("media." + w)
		}
	}
}

// bio reads the account's description for what it shows of the author.
func (c *contextual) bio(r *reading) {
	bio := r.aroundOf(bedside.PartBio)
	if bio == nil {
		return
	}
	for _, m := range bio.Mentions {
		switch m.Kind {
		case bedside.FactDisclaimerPresent:
			c.add(bedside.FactBioDisclaimer)
		case bedside.FactDisclaimerAffiliation, bedside.FactInstitution:
			c.add(bedside.FactBioAffiliation)
		case bedside.FactCredentialsTitle, bedside.FactCredentialsClaim:
			c.add(bedside.FactBioRole)
			c.add(m.Kind) // a title in the bio stands beside every post
		case bedside.FactCredentialsTrainee, bedside.FactDisclosureRole, bedside.FactPersonColleague:
			c.add(bedside.FactBioRole)
		default:
		}
	}
}

// replyTo reads what the draft answers: whether it asks for advice, and whether it holds health details.
func (c *contextual) replyTo(d *bedside.Draft, r *reading) {
	if d.Context.ReplyTo.Text != "" || d.Kind == "reply" || d.Kind == "comment" || d.Kind == "review_reply" {
		c.add(bedside.FactReplying)
	}
	answered := r.aroundOf(bedside.PartReplyTo)
	if answered == nil {
		return
	}
	for _, m := range answered.Mentions {
		switch m.Kind {
		case bedside.FactAdviceRequest:
			c.add(bedside.FactReplyRequest)
		case bedside.FactCondition, bedside.FactRareCondition, bedside.FactFinding, bedside.FactProcedure, bedside.FactDrug,
			bedside.FactSensitiveSubstance, bedside.FactSensitiveMental, bedside.FactSensitiveSexual:
			c.add(bedside.FactReplyHealth)
		default:
		}
	}
}

// interests matches what the author declared with what the draft names.
func (c *contextual) interests(d *bedside.Draft, r *reading) {
	for i := range d.Context.Interests {
		party := d.Context.Interests[i].Party
		if party == "" {
			party = d.Context.Interests[i].Prose
		}
		if f, ok := mentioned(r, party, bedside.FactDisclosureProduct); ok {
			c.facts = append(c.facts, f)
			c.add(bedside.FactInterestMatch)
		}
	}
}

// mentioned finds a company or a place by its first distinctive word in the text.
func mentioned(r *reading, party string, kind bedside.FactKind) (bedside.Fact, bool) {
	for _, w := range text.Words(party) {
		if len(w) < 4 || ordinaryInName(w) {
			continue
		}
		for i := range r.doc.Tokens {
			if t := &r.doc.Tokens[i]; t.Form == w {
				span := bedside.Span{Part: bedside.PartText, Start: int(t.Start), End: int(t.End)}
				return bedside.Fact{Kind: kind, Span: span, Sentence: int(t.Sentence), Person: -1}, true
			}
		}
	}
	return bedside.Fact{}, false
}

func ordinaryInName(w string) bool {
	switch w {
	case "inc.", "company", "pharma", "pharmaceuticals", "medical", "health", "group", "corp", "limited", "labs", "devices", "with", "shares", "paid", "speaker", "consultant", "from", "hospital", "university", "college", "school", "general", "clinic", "centre", "center", "memorial", "regional", "saint", "national", "royal", "county", "medicine", "teaching", "trust", "community":
		return true
	}
	return false
}
