package server

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

func (s *Server) inboxRoutes(mux *http.ServeMux) {
	s.binRoutes(mux, "/inbox", "/inbox", func() bin { return s.app.Inbox() })
	mux.HandleFunc("GET /inbox", s.keeping(s.showInbox))
	mux.HandleFunc("POST /inbox", kept(s, recordForm[app.Incoming]{
		"/inbox", incomingOf, func() recordShelf[app.Incoming] { return s.app.Inbox() }, s.showInboxWith, "",
	}))
	mux.HandleFunc("GET /inbox/{id}", s.keeping(s.showIncoming))
	mux.HandleFunc("POST /inbox/{id}", s.keeping(s.workIncoming))
}

// inboxOpen counts what waits in the inbox.
func (s *Server) inboxOpen(ctx context.Context) (int, error) {
	if s.app.Store == nil {
		return 0, nil
	}
	counts, err := s.app.Inbox().Count(ctx)
	return counts[app.IncomingOpen], err
}

// inboxRoom is the Inbox.
type inboxRoom struct {
	Tabs   []chip
	Rows   []incomingRow
	Next   string
	Done   bool // what is shown is done
	Fields []field
	Open   bool // the form
	Typed  app.Kept[app.Incoming]
	Wrong  []app.Problem
}

// incomingRow is what came in, in the list.
type incomingRow struct {
	ID, Title, What, Day, Did string
}

// incomingListed is how many a page lists.
const incomingListed = 25

func (s *Server) showInbox(w http.ResponseWriter, r *http.Request) error {
	return s.showInboxWith(w, r, http.StatusOK, anew(app.Incoming{}), nil)
}

// showInboxWith shows the room with the form as it was filled in, and what is wrong with it.
func (s *Server) showInboxWith(w http.ResponseWriter, r *http.Request, status int, k app.Kept[app.Incoming], problems []app.Problem) error {
	q := r.URL.Query()
	counts, err := s.app.Inbox().Count(r.Context())
	if err != nil {
		return err
	}
	room := inboxRoom{Typed: k, Wrong: problems, Done: q.Get("state") == app.IncomingDone, Open: len(problems) > 0 || len(counts) == 0}
	room.Tabs = []chip{
		{"Open, " + render.Grouped(counts[app.IncomingOpen]), "/inbox", !room.Done},
		{"Done, " + render.Grouped(counts[app.IncomingDone]), "/inbox?state=done", room.Done},
	}
	choice := app.Choice{States: []string{app.IncomingOpen}, After: q.Get("after"), Limit: incomingListed}
	if room.Done {
		choice.States = []string{app.IncomingDone}
	}
	all, more, err := s.app.Inbox().List(r.Context(), choice)
	if err != nil {
		return err
	}
	for i := range all {
		room.Rows = append(room.Rows, incomingRowOf(&all[i]))
	}
	if more {
		room.Next = "/inbox?state=" + choice.States[0] + "&after=" + all[len(all)-1].ID
	}
	room.Fields = marked([]section{{Fields: incomingFields(&k.Noun)}}, problems)[0].Fields
	s.show(w, r, status, "inbox", page{Title: "Inbox", Room: "inbox", Body: room})
	return nil
}

func incomingRowOf(k *app.Kept[app.Incoming]) incomingRow {
	n := &k.Noun
	out := incomingRow{ID: k.ID, What: kindOf(n.Kind), Day: dayOf(k.At), Did: actOf(n.Done)}
	var from []string
	for _, part := range []string{n.From, whoOf(n.Who), n.Platform} {
		if part != "" {
			from = append(from, part)
		}
	}
	if len(from) > 0 {
		out.What += " · " + strings.Join(from, " · ")
	}
	p := bedside.AuditPost{Text: n.Text}
	if out.Title = render.PostRowOf(&p).First; out.Title == "" {
		out.Title = kindOf(n.Kind)
	}
	return out
}

// incomingFields are the form for what is typed in.
func incomingFields(n *app.Incoming) []field {
	kinds := []choice{{"contact_request", kindOf("contact_request")}, {"comment", kindOf("comment")}, {"message", kindOf("message")}}
	return []field{
		{Name: "kind", Label: "What it is", Value: n.Kind, Choices: kinds},
		{Name: "platform", Label: "Where", Value: n.Platform},
		{Name: "from", Label: "From", Value: n.From, Hint: "A name or a handle, if you want to keep it."},
		{Name: "text", Label: "What they wrote", Value: n.Text, Rows: 4, Hint: "A request may come without words."},
	}
}

func kindOf(kind string) string {
	switch kind {
	case "comment":
		return "Comment"
	case "message":
		return "Message"
	default:
		return "Contact request"
	}
}

func whoOf(who string) string {
	for _, c := range whoChoices() {
		if c.Value == who {
			return c.Label
		}
	}
	return ""
}

// whoChoices are the answers to the first question.
func whoChoices() []choice {
	return []choice{
		{"patient", "Patient now"},
		{"former_patient", "Former patient"},
		{"patient_family", "Family of a patient"},
		{"colleague", "Colleague"},
		{"student", "Student"},
		{"stranger", "Stranger"},
		{"unknown", "I do not know"},
	}
}

func actOf(act string) string {
	switch act {
	case "answered":
		return "Answered"
	case "declined":
		return "Declined"
	case "accepted":
		return "Accepted"
	case "hidden":
		return "Hidden"
	case "left":
		return "Left as it is"
	default:
		return ""
	}
}

// incomingOf reads what was typed in.
func incomingOf(v url.Values) (app.Incoming, []app.Problem) {
	return app.Incoming{Kind: v.Get("kind"), From: v.Get("from"), Platform: v.Get("platform"), Text: v.Get("text")}, nil
}
