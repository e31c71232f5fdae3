package server

import (
	"context"
	"net/http"
	"slices"

	"bedside"
	"bedside/internal/app"
)

// inboxLedger is the Inbox as the operations of records take it.
type inboxLedger struct{ app.Inbox }

// List is not offered: the Inbox is read by pages.
func (inboxLedger) List(context.Context) ([]app.Kept[app.Incoming], error) {
	return nil, bedside.Errorf(bedside.CodeInvalid, "the inbox is read by pages")
}

// InboxAdvice is what the rules say of something that came in, and what could be answered.
type InboxAdvice struct {
	Result    *bedside.Result `json:"result"` // of accepting it, or of taking up in public what was written
	Reply     InboxReply      `json:"reply"`
	Hide      bool            `json:"hide"` // it tells of somebody's health in public
	HideReply InboxReply      `json:"hide_reply"`
}

// InboxReply is a scripted reply: its texts are to choose from.
type InboxReply struct {
	Title string   `json:"title"`
	Why   string   `json:"why"`
	Texts []string `json:"texts"`
}

func replyOf(r app.Reply) InboxReply { return InboxReply{r.Title, r.Why, slices.Clip(r.Texts)} }

// inboxOperations are those of the Inbox.
func (s *Server) inboxOperations() []Operation {
	kept := apiRecords(records[app.Incoming]{"inbox", "thing that came in", "what came in", inboxLedger{s.app.Inbox()}, func(n *app.Incoming) { n.V, n.Import = 1, "" }})
	return append([]Operation{
		{
			Method: http.MethodGet, Path: "/api/v1/inbox", Title: "List what came in", Answer: Page[Record[app.Incoming]]{}, Status: http.StatusOK, Keeps: true, serve: s.apiInbox,
			Query: pageQueries("open or done; what was removed is left out"), About: "Contact requests, comments and messages, the newest first.",
		},
		{
			Method: http.MethodGet, Path: "/api/v1/inbox/{id}/advice", Title: "Ask the rules about it", Answer: InboxAdvice{}, Status: http.StatusOK, Keeps: true, serve: s.apiAdvice,
			About: "Who it is from (`who`) has to be said before: the rules differ by it.",
		},
	}, kept[1:]...)
}

func (s *Server) apiInbox(w http.ResponseWriter, r *http.Request) error {
	c, err := choiceOf(r, app.IncomingOpen, app.IncomingDone)
	if err != nil {
		return err
	}
	if c.States == nil {
		c.States = []string{app.IncomingOpen, app.IncomingDone}
	}
	kept, more, err := s.app.Inbox().List(r.Context(), c)
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, pageOf(kept, more, func(k *app.Kept[app.Incoming]) app.Incoming { return k.Noun }))
}

func (s *Server) apiAdvice(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Inbox().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	if k.Noun.Who == "" {
		return bedside.Errorf(bedside.CodeInvalid, "who: say first who it is from; the rules differ by it")
	}
	var a app.Advice
	err = s.limits.worked(r.Context(), func(ctx context.Context) error {
		a, err = s.app.Inbox().Advise(ctx, &k.Noun)
		return err
	})
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, InboxAdvice{a.Result, replyOf(a.Reply), a.Hide, replyOf(a.HideText)})
}
