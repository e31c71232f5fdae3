package server

import (
	"context"
	"maps"
	"net/http"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// writeRoom is the Write room: the fields, and what a check of them found.
type writeRoom struct {
	Form      form
	View      *render.View       // nil before the first check
	Copy      [][]render.ViewRun // the draft's own text with its marks
	Questions []question
	Given     []given
	Problem   string // why there is no answer
}

// question is something that only the author can answer.
type question struct {
	ID, Prompt string
	Options    []app.Option
}

// given is an answer that the author has given.
type given struct{ Name, Value, Label string }

func (s *Server) writeRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /{$}", s.write)
	mux.HandleFunc("POST /{$}", s.writeChecked)
}

// write shows an empty page.
func (s *Server) write(w http.ResponseWriter, r *http.Request) {
	s.showWrite(w, r, http.StatusOK, writeRoom{Form: form{Kind: "post"}})
}

// writeChecked checks what the fields hold, mends it first where a button says so, and shows all of it.
func (s *Server) writeChecked(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		e := unread(err)
		s.refuse(w, r, statusOf(e.Code), "This was not checked: "+e.Message+". Go back: your draft is still there.")
		return
	}
	f := formOf(r.PostForm)
	room, err := s.checked(r.Context(), f, r.PostForm.Get("do"))
	if err != nil {
		e := shown(err)
		s.showWrite(w, r, statusOf(e.Code), writeRoom{Form: f, Problem: sentence(e.Message)})
		return
	}
	s.showWrite(w, r, http.StatusOK, room)
}

func (s *Server) showWrite(w http.ResponseWriter, r *http.Request, status int, room writeRoom) {
	s.show(w, r, status, "write", page{Title: "Write", Room: "write", Body: room})
}

// checked does what a button asks for, and checks the text that this leaves.
func (s *Server) checked(ctx context.Context, f form, do string) (writeRoom, error) {
	if do == "undo" && f.Before != "" {
		f.Text, f.Before = f.Before, ""
	}
	if strings.TrimSpace(f.Text) == "" {
		return writeRoom{Form: f}, nil
	}
	d, result, err := s.app.Check(ctx, f.draft())
	if err != nil {
		return writeRoom{}, err
	}
	if mended, ok := s.app.Mended(d, result, do); ok {
		f.Before, f.Text = f.Text, mended
		if d, result, err = s.app.Check(ctx, f.draft()); err != nil {
			return writeRoom{}, err
		}
	}
	return s.room(f, d, result), nil
}

func (s *Server) room(f form, d bedside.Draft, result *bedside.Result) writeRoom {
	view := render.ViewOf(render.Answer{Draft: d, Result: result}, false)
	room := writeRoom{Form: f, View: &view}
	for _, t := range view.Texts {
		if t.Label == "" {
			room.Copy = t.Lines
		}
	}
	for _, q := range result.Questions {
		room.Questions = append(room.Questions, question{q.ID, q.Prompt, s.app.Options(q)})
	}
	for _, id := range slices.Sorted(maps.Keys(f.Answers)) {
		room.Given = append(room.Given, given{answerField + id, f.Answers[id], s.app.Label(id, f.Answers[id])})
	}
	return room
}
