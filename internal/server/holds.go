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
	kept, wrong, err := s.app.Holds().Again(r.Context(), f.Held, f.Sheet, state, f.hold(), s.heldPictures(f))
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

// takeHold lays a kept draft on the desk, its pictures looked at again. It stays kept until it is deleted or held anew.
func (s *Server) takeHold(w http.ResponseWriter, r *http.Request) error {
	kept, err := s.app.Holds().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	pictures, err := s.app.Holds().Pictures(r.Context(), kept.Noun)
	if err != nil {
		return err
	}
	f := formFor(kept.Noun, kept.ID)
	unread := 0
	for _, p := range pictures {
		if err := s.hangUp(r.Context(), &f, p); err != nil {
			unread++
		}
	}
	s.desk.put(deskOf(r), f)
	if unread > 0 {
		s.done(w, r, "/", notice{Text: "Taken up, but not every picture could be looked at again. Those stay held until you hold it anew or delete it."})
		return nil
	}
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// hangUp puts a held picture beside the draft of a form, as it was: looked at again, and copied again where there was a copy.
func (s *Server) hangUp(ctx context.Context, f *form, h app.HeldPicture) error {
	return s.limits.worked(ctx, func(ctx context.Context) error {
		p, err := s.app.LookAt(ctx, h.Data)
		if err != nil {
			return err
		}
		c, hung := coveringFor(p, h), pasted{photo: p}
		if h.Copied && p.Covers() && !p.IsFilm() {
			if made, err := s.app.Covered(ctx, p, c.of(p)); err == nil {
				hung = pasted{photo: made, original: p}
			}
		}
		id := s.album.hang(hung)
		f.Pictures = append(f.Pictures, id)
		f.Alts[id], f.Coverings[id] = h.Alt, c
		if h.Copied && p.IsFilm() {
			s.startCopy(ctx, id, p, c)
		}
		return nil
	})
}

// heldPictures are the pictures of a form as they are kept with its draft.
func (s *Server) heldPictures(f form) (out []app.HeldPicture) {
	for _, id := range f.Pictures {
		hung, ok := s.album.get(id)
		if !ok {
			continue
		}
		p := hung.photo
		if hung.original != nil {
			p = hung.original
		}
		c := f.Coverings[id]
		h := app.HeldPicture{Data: p.Bytes, Alt: f.Alts[id], Keep: c.of(p).Keep, Copied: hung.original != nil}
		for _, b := range c.Own {
			h.Own = append(h.Own, b)
		}
		out = append(out, h)
	}
	return out
}

// deskHolds are the held drafts, of which those that are removed or destroyed leave the desks too.
type deskHolds struct {
	app.Holds
	s *Server
}

// Remove takes one off the list, and off the desks where it lies as it is kept: what was written since is somebody's work.
func (h deskHolds) Remove(ctx context.Context, id string) error {
	kept, err := h.Find(ctx, id)
	if err != nil {
		return err
	}
	if err := h.Holds.Remove(ctx, id); err != nil {
		return err
	}
	h.s.clearDesks(func(f form) bool { return f.Held == id && f.Text == kept.Noun.Draft.Text })
	return nil
}

// Destroy deletes one for good.
func (h deskHolds) Destroy(ctx context.Context, id string) error {
	if err := h.Holds.Destroy(ctx, id); err != nil {
		return err
	}
	h.s.clearDesks(func(f form) bool { return f.Held == id })
	return nil
}

// clearDesks takes drafts off all desks, and the pictures that lay beside them.
func (s *Server) clearDesks(which func(form) bool) {
	for _, id := range s.desk.forget(which) {
		s.album.remove(id)
	}
}
