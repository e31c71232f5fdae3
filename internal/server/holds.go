package server

import (
	"context"
	"net/http"
	"time"

	"bedside"
	"bedside/internal/app"
)

// held is a kept draft as the Write room lists it.
type held struct {
	ID, Title string
	Copied    bool // it is a memory of what was copied; otherwise it waits
	When      time.Time
	Said      string // when, in words
	Due       bool   // it should be looked at now
}

// listHolds lists what is kept. What cannot be read is not listed: the room works without it.
func (s *Server) listHolds(ctx context.Context) (out []held) {
	if s.app.Store == nil {
		return nil
	}
	kept, err := s.app.Holds().List(ctx)
	if err != nil {
		return nil
	}
	now := s.app.Now()
	for _, k := range kept {
		h := held{ID: k.ID, Title: k.Noun.Title(), Copied: k.State == app.HoldCopied, When: k.Due}
		if h.Copied {
			h.When, h.Said = k.At, "copied "+day(k.At, now)
		} else {
			h.Due, h.Said = !k.Due.After(now), day(k.Due, now)+k.Due.In(now.Location()).Format(" 15:04")
		}
		out = append(out, h)
	}
	return out
}

// day names a day as people do when it is near.
func day(t, now time.Time) string {
	t = t.In(now.Location())
	at := func(t time.Time) int { return int(t.Unix()+int64(offset(t))) / (24 * 60 * 60) }
	switch at(t) - at(now) {
	case 0:
		return "today"
	case 1:
		return "tomorrow"
	case -1:
		return "yesterday"
	}
	if t.Year() == now.Year() {
		return t.Format("2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// offset is how many seconds a zone is ahead.
func offset(t time.Time) int {
	_, seconds := t.Zone()
	return seconds
}

// keepDraft keeps the draft of the form: until tomorrow, or as a memory of what was copied.
func (s *Server) keepDraft(w http.ResponseWriter, r *http.Request, f form, do string) error {
	state, next, said := app.HoldWaits, form{Kind: "post"}, "Held until tomorrow 09:00. It is in the list below."
	if do == "remember" {
		state, next, said = app.HoldCopied, f, "Remembered as copied. It is in the list below."
	}
	kept, wrong, err := s.app.Holds().Again(r.Context(), f.Held, state, f.hold())
	if len(wrong) > 0 {
		err = bedside.Errorf(bedside.CodeInvalid, "%s", wrong[0].Message)
	}
	if err != nil {
		e := shown(err)
		s.showWrite(w, r, statusOf(e.Code), writeRoom{Form: f, Problem: sentence(e.Message)})
		return nil
	}
	if do == "remember" {
		next.Held = kept.ID
	}
	s.desk.put(deskOf(r), next)
	s.done(w, r, "/", notice{Text: said})
	return nil
}

// takeHold lays a kept draft on the desk. It stays kept until it is deleted or held anew.
func (s *Server) takeHold(w http.ResponseWriter, r *http.Request) error {
	kept, err := s.app.Holds().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	s.desk.put(deskOf(r), formFor(kept.Noun, kept.ID))
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// deleteHold destroys a kept draft.
func (s *Server) deleteHold(w http.ResponseWriter, r *http.Request) error {
	if err := s.app.Holds().Destroy(r.Context(), r.PathValue("id")); err != nil {
		return err
	}
	s.desk.forget(r.PathValue("id"))
	s.done(w, r, "/", notice{Text: "Deleted. Its key is destroyed too."})
	return nil
}
