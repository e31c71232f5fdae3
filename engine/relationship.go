package engine

import (
	"strings"

	"bedside"
	"bedside/text"
)

// relationship reads the well-known words and free text alike.
func (c *contextual) relationship(d *bedside.Draft) {
	said := d.Context.Relationship
	if said == "" {
		said = d.Context.ReplyTo.Relationship
	}
	if said == "" {
		said = d.Context.Note
	}
	kinds := relationships(said)
	for _, k := range kinds {
		c.add(k)
	}
	if len(kinds) == 0 {
		c.add(bedside.FactRelationshipUnknown)
	}
}

// relationships finds who somebody is to the author in a few words of prose.
func relationships(said string) []bedside.FactKind {
	if said == "" {
		return nil
	}
	var out []bedside.FactKind
	words := map[string]bool{}
	for _, w := range text.Words(strings.ReplaceAll(said, "_", " ")) {
		words[w] = true
	}
	any := func(list ...string) bool {
		for _, w := range list {
			if words[w] {
				return true
			}
		}
		return false
	}
	patient := any("patient", "patients", "pt", "client")
	kin := any("family", "mother", "father", "mum", "mom", "dad", "wife", "husband", "son", "daughter", "sister", "brother", "parent", "relative", "carer")
	switch {
	case patient && kin:
		out = append(out, bedside.FactRelationshipFamily)
	case patient && any("former", "ex", "past", "previous", "previously", "old", "discharged", "used", "was", "ended"):
		out = append(out, bedside.FactRelationshipFormerPatient)
	case patient && any("future", "prospective", "new", "booked", "waiting", "upcoming", "will", "next"):
		out = append(out, bedside.FactRelationshipFuturePatient)
	case patient:
		out = append(out, bedside.FactRelationshipPatient)
	case any("own"), kin:
		out = append(out, bedside.FactRelationshipOwnFamily)
	case any("colleague", "classmate", "coworker", "teacher", "supervisor", "peer", "student"):
		out = append(out, bedside.FactRelationshipColleague)
	case any("friend", "neighbour", "neighbor", "acquaintance", "schoolmate", "mate"):
		out = append(out, bedside.FactRelationshipFriend)
	case any("stranger", "public", "follower", "reader", "none"):
		out = append(out, bedside.FactRelationshipStranger)
	}
	if any("minor", "child", "teenager", "teen", "underage") {
		out = append(out, bedside.FactRelationshipMinor)
	}
	return out
}
