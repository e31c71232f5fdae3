package server

import (
	"context"
	"net/http"
)

// room is one line of the rail: where a room is, how one gets there, and what waits in it.
type room struct {
	Name  string                             // of its files: ui/NAME.html, static/NAME.css and static/NAME.js where there are any
	Label string                             // as people read it
	Path  string                             // its first page
	Key   string                             // the letter behind g that opens it
	Group string                             // the heading it stands under in the rail
	Tab   bool                               // it has a place of its own in the bar of a phone; all others are under More
	Count func(context.Context) (int, error) // how many things wait there; nil where nothing does
	serve func(*http.ServeMux)               // its pages
}

// The headings of the rail.
const (
	groupOut        = "Already out there"
	groupRecords    = "Your records"
	groupUnderstand = "Understand"
)

// rooms are all rooms, in the order of the rail. A new room is a line here, a file of handlers and a page in ui/.
func (s *Server) rooms() []room {
	return []room{
		{Name: "write", Label: "Write", Path: "/", Key: "w", Tab: true, Count: s.dueHolds, serve: s.writeRoutes},
		{Name: "inbox", Label: "Inbox", Path: "/inbox", Key: "i", Group: groupOut, Tab: true, Count: s.inboxOpen, serve: s.inboxRoutes},
		{Name: "timeline", Label: "Timeline", Path: "/timeline", Key: "t", Group: groupOut, Tab: true, Count: s.timelineLeft, serve: s.timelineRoutes},
		{Name: "presence", Label: "Presence", Path: "/presence", Key: "p", Group: groupOut, Count: s.presenceDue, serve: s.presenceRoutes},
		{Name: "accounts", Label: "Accounts", Path: "/accounts", Key: "a", Group: groupOut, Count: s.accountsDue, serve: s.accountsRoutes},
		{Name: "consents", Label: "Consents", Path: "/consents", Key: "c", Group: groupRecords, Count: s.consentsDue, serve: s.consentsRoutes},
		{Name: "interests", Label: "Interests", Path: "/interests", Key: "m", Group: groupRecords, serve: s.interestsRoutes},
		{Name: "learn", Label: "Learn", Path: "/learn", Key: "l", Group: groupUnderstand, Count: s.learnDue, serve: s.learnRoutes},
		{Name: "guidelines", Label: "Guidelines", Path: "/guidelines", Key: "g", Group: groupUnderstand, serve: s.guidelinesRoutes},
	}
}
