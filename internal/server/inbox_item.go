package server

import (
	"net/http"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// incomingRoom is what came in, by itself.
type incomingRoom struct {
	incomingRow
	State           string
	Noun            app.Incoming
	Whos            []choice
	Asked           bool // who it is has been said
	Class, Says     string
	View            render.View
	Reply, HideText app.Reply
	Hide            bool
	Acts            []choice
}

func (s *Server) showIncoming(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Inbox().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	room := incomingRoom{incomingRow: incomingRowOf(&k), State: k.State, Noun: k.Noun, Whos: whoChoices(), Asked: k.Noun.Who != "", Acts: actsFor(k.Noun.Kind)}
	if room.Asked {
		advice, err := s.app.Inbox().Advise(r.Context(), &k.Noun)
		if err != nil {
			return err
		}
		room.advise(&advice)
	}
	s.show(w, r, http.StatusOK, "inbox_item", page{Title: room.incomingRow.What, Room: "inbox", Body: room})
	return nil
}

func (i *incomingRoom) advise(a *app.Advice) {
	i.View = render.ViewOf(render.Answer{Draft: a.Draft, Result: a.Result}, false)
	i.Reply, i.Hide, i.HideText = a.Reply, a.Hide, a.HideText
	i.Class, i.Says = i.View.Class, saysOf(i.Noun.Kind, a)
}

// saysOf is the verdict in words: it is about an answer, not about a post.
func saysOf(kind string, a *app.Advice) string {
	request := kind == "contact_request"
	switch {
	case a.Hide:
		return "Hide this comment"
	case a.Result.Verdict == bedside.Block && request:
		return "Do not accept this"
	case a.Result.Verdict == bedside.Revise && request:
		return "Better not accepted"
	case a.Result.Verdict >= bedside.Revise:
		return "Do not take this up here"
	case a.Result.Verdict == bedside.Advise:
		return "A thought before you answer"
	default:
		return "Nothing found by these checks"
	}
}

// actsFor are what can be done about one kind of thing.
func actsFor(kind string) []choice {
	switch kind {
	case "comment":
		return []choice{{"answered", "I answered it"}, {"hidden", "I hid it"}, {"left", "I left it"}}
	case "message":
		return []choice{{"answered", "I answered it"}, {"left", "I left it"}}
	default:
		return []choice{{"declined", "I declined it"}, {"accepted", "I accepted it"}, {"left", "I left it"}}
	}
}

// workIncoming notes who it is from, or what was done about it.
func (s *Server) workIncoming(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	do, err := asked(r)
	if err != nil {
		return err
	}
	if who := r.PostForm.Get("who"); who != "" {
		if err := s.app.Inbox().Say(r.Context(), id, who); err != nil {
			return err
		}
		http.Redirect(w, r, "/inbox/"+id+"#says", http.StatusSeeOther)
		return nil
	}
	switch do {
	case "undo":
		do = ""
	case "":
		return noSuchAnswer()
	}
	if err := s.app.Inbox().Settle(r.Context(), id, do); err != nil {
		return err
	}
	if do == "" {
		http.Redirect(w, r, "/inbox/"+id, http.StatusSeeOther)
		return nil
	}
	s.done(w, r, "/inbox", notice{Text: actOf(do) + ". It is among what is done.", Undo: "/inbox/" + id + "?do=undo"})
	return nil
}
