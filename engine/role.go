package engine

import (
	"strings"

	"bedside"
	"bedside/subject"
	"bedside/text"
)

// role sorts the free text of a role. The last word of a title decides: "medical student", "nursing student", "emergency physician".
func (c *contextual) role(kind bedside.FactKind, a *bedside.Author) {
	if kind == bedside.FactRoleStudent || a.Licensed != nil && !*a.Licensed {
		c.add(bedside.FactUnlicensed)
	}
	c.add(kind)
}

func roleOf(role string) bedside.FactKind {
	if role == "" {
		return bedside.FactRoleUnknown
	}
	words := text.Words(strings.ReplaceAll(role, "_", " "))
	if len(words) == 0 {
		return bedside.FactRoleUnknown
	}
	kind := bedside.FactRoleClinician
	for _, w := range words {
		switch w {
		case "student", "students", "ms", "premed", "undergraduate":
			return bedside.FactRoleStudent
		case "resident", "intern", "registrar", "fellow", "trainee", "sho", "houseman", "house", "foundation", "fy", "pgy", "junior":
			kind = bedside.FactRoleTrainee
		case "receptionist", "manager", "administrator", "communications", "media", "porter", "relations", "clerk", "secretary":
			return bedside.FactRoleStaff
		}
	}
	if len(words) == 1 && words[0] == "staff" {
		return bedside.FactRoleStaff
	}
	return kind
}

// author is what the draft says of who writes it, and to whom.
func author(d *bedside.Draft, role bedside.FactKind) subject.Author {
	staff := role == bedside.FactRoleStaff
	return subject.Author{Clinical: !staff, Staff: staff, Answers: answers(d.Kind), Answered: answered(d)}
}

// private holds for what only the person written to reads: a message, unless it goes to a group, and what is shown to one alone.
func private(d *bedside.Draft) bool {
	switch d.Kind {
	case "message":
		return d.Account.Audience != "closed_group"
	case "contact_request":
		return true
	}
	return d.Account.Audience == "direct"
}

// answers holds for kinds of drafts that are written to somebody.
func answers(kind string) bool {
	switch kind {
	case "reply", "review_reply", "message", "comment", "contact_request":
		return true
	}
	return false
}

// answered is who the draft is written to, where it says so.
func answered(d *bedside.Draft) bedside.Subject {
	said := d.Context.Relationship
	if said == "" {
		said = d.Context.ReplyTo.Relationship
	}
	for _, k := range relationships(said) {
		switch k {
		case bedside.FactRelationshipPatient, bedside.FactRelationshipFuturePatient:
			return bedside.SubjectPatient
		case bedside.FactRelationshipFormerPatient:
			return bedside.SubjectFormerPatient
		case bedside.FactRelationshipFamily:
			return bedside.SubjectPatientFamily
		case bedside.FactRelationshipColleague:
			return bedside.SubjectColleague
		case bedside.FactRelationshipFriend:
			return bedside.SubjectFriend
		case bedside.FactRelationshipOwnFamily:
			return bedside.SubjectFamily
		case bedside.FactRelationshipStranger:
			return bedside.SubjectOther
		default:
		}
	}
	return ""
}
