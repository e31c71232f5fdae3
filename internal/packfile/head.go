package packfile

import (
	"slices"

	"bedside"
)

// head reads pack.yaml: the pack's id, version and caps.
func (l *loader) head(s *sheet, n *node) {
	f := s.fields(n, "a pack", "id", "version", "caps?")
	l.src.Pack.ID, l.src.Pack.Version = s.text(f["id"]), s.text(f["version"])
	caps := f["caps"]
	if caps == nil || !s.is(caps, table) {
		return
	}
	l.src.Pack.Caps = map[string]bedside.Severity{}
	for _, e := range caps.entries {
		topic := s.oneOf(e.key, "topic", bedside.Topics())
		if topic == "patient_privacy" {
			s.fail(e.key, "patient_privacy has no cap")
		}
		l.src.Pack.Caps[topic] = s.severity(e.value, bedside.Advise)
	}
}

// rooms are where a clause can be carried: the rooms of the web application, or a command.
func rooms() []string {
	return []string{
		"Write", "Timeline", "Inbox", "Accounts", "Presence", "Consents", "Interests", "Guidance", "Concerns", "Community", "Learn",
		"Guidelines", "bedside check", "bedside audit", "bedside profile", "bedside guidelines",
	}
}

// carried reads carried.yaml: the clauses whose procedure a room carries, and whether that is still planned.
func (l *loader) carried(s *sheet, n *node) {
	if !s.is(n, table) {
		return
	}
	for _, e := range n.entries {
		f := s.fields(e.value, "a carried clause", "room", "planned")
		room, planned := s.oneOf(f["room"], "room", rooms()), s.truth(f["planned"])
		if !l.carry(e.key.value, room, planned) {
			s.fail(e.key, "unknown clause %q, %s", e.key.value, suggest(e.key.value, l.clauseIDs()))
		}
	}
}

func (l *loader) carry(id, room string, planned bool) bool {
	for i := range l.src.Pack.Bodies {
		clauses := l.src.Pack.Bodies[i].Clauses
		for j := range clauses {
			if clauses[j].ID == id {
				clauses[j].Carried, clauses[j].Planned = room, planned
				return true
			}
		}
	}
	return false
}

func (l *loader) clauseIDs() []string {
	ids := make([]string, 0, len(l.clauses))
	for id := range l.clauses {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
