package engine

import (
	"strings"

	"bedside"
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
