package server

import (
	"context"
	"net/http"
	"strings"

	"bedside/internal/app"
)

func (s *Server) writeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", s.write)
	mux.HandleFunc("POST /{$}", s.writeDone)
	mux.HandleFunc("POST /holds/{id}/take", s.keeping(s.takeHold))
	s.binRoutes(mux, "/holds", "/", func() bin { return deskHolds{s.app.Holds(), s} })
	s.pictureRoutes(mux)
	mux.HandleFunc("POST /desk/back", s.deskBack)
	mux.HandleFunc("GET /start", s.showStart)
	mux.HandleFunc("POST /start", s.keepStart)
}

// write shows the draft on the desk, checked; on a first visit it asks who is writing.
func (s *Server) write(w http.ResponseWriter, r *http.Request) {
	if s.firstVisit(r) {
		http.Redirect(w, r, "/start", http.StatusSeeOther)
		return
	}
	s.check(w, r, s.desk.get(deskOf(r)), "")
}

// writeDone does what a button of the form asks for.
func (s *Server) writeDone(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		e := unread(err)
		s.refused(w, r, statusOf(e.Code), "This was not checked: "+e.Message+".", "write")
		return
	}
	f, do := formOf(r.PostForm), r.PostForm.Get("do")
	s.desk.put(deskOf(r), f)
	switch do {
	case "hold", "remember":
		s.keeping(func(w http.ResponseWriter, r *http.Request) error { return s.keepDraft(w, r, f, do) })(w, r)
	case "new":
		s.desk.clear(deskOf(r))
		s.done(w, r, "/", notice{Text: "A new sheet. The draft before was not kept.", Undo: "/desk/back"})
	default:
		s.check(w, r, f, do)
	}
}

// deskBack takes a new sheet back.
func (s *Server) deskBack(w http.ResponseWriter, r *http.Request) {
	s.desk.back(deskOf(r))
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// check checks what the fields hold, mends it first where a button says so, and shows all of it.
func (s *Server) check(w http.ResponseWriter, r *http.Request, f form, do string) {
	room, err := s.checked(r.Context(), f, do)
	if err != nil {
		e := shown(err)
		s.showWrite(w, r, statusOf(e.Code), writeRoom{Form: f, Problem: sentence(e.Message)})
		return
	}
	s.desk.put(deskOf(r), room.Form)
	s.showWrite(w, r, http.StatusOK, room)
}

func (s *Server) showWrite(w http.ResponseWriter, r *http.Request, status int, room writeRoom) {
	room.Keeps = s.app.Store != nil
	room.Form.Sheet = freshID(room.Form.Sheet)
	room.Pictures = s.picturesOf(room.Form, room.Form.Pictures, room.View)
	room.Aside = s.picturesOf(room.Form, room.Form.Aside, nil)
	if framed(r) {
		room.Accounts = accountsOf(s.knownAccounts(r.Context()))
		room.Holds = s.listHolds(r.Context())
		room.Consents = s.offeredConsents(r.Context(), room.Form)
		room.Ties = s.offeredTies(r.Context(), room.Form)
	}
	s.show(w, r, status, "write", page{Title: "Write", Room: "write", Body: room})
}

// checked does what a button asks for, and checks the text that this leaves.
func (s *Server) checked(ctx context.Context, f form, do string) (writeRoom, error) {
	f.apply(do)
	if err := s.arrange(ctx, &f, do); err != nil {
		return writeRoom{}, err
	}
	if err := s.disclose(ctx, &f, do); err != nil {
		return writeRoom{}, err
	}
	if strings.TrimSpace(f.Text) == "" && len(f.Pictures) == 0 {
		return writeRoom{Form: f}, nil
	}
	d, result, err := s.app.Check(ctx, s.draftOf(ctx, f))
	if err != nil {
		return writeRoom{}, err
	}
	mended, ok := s.app.Mended(ctx, d, result, do)
	if !ok {
		return s.room(ctx, f, d, result), nil
	}
	before, was := d, result.Verdict
	f.Before, f.Text = f.Text, mended
	if d, result, err = s.app.Check(ctx, s.draftOf(ctx, f)); err != nil {
		return writeRoom{}, err
	}
	room := s.room(ctx, f, d, result)
	room.Missed, err = s.app.NearMisses().Note(ctx, freshID(f.Sheet), before, d, was, result.Verdict)
	if err != nil {
		room.Problem = "The draft is mended, but not kept as a near miss. " + sentence(shown(err).Message)
	}
	return room, nil
}

// dueHolds counts the held drafts that wait to be looked at.
func (s *Server) dueHolds(ctx context.Context) (int, error) {
	if s.app.Store == nil {
		return 0, nil
	}
	return s.app.Holds().Due(ctx)
}

// hold is the draft of the form as it is kept.
func (f *form) hold() app.Hold {
	return app.Hold{Draft: f.draft(), Kept: f.Kept, Consents: f.Consents}
}
