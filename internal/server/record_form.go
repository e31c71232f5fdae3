package server

import (
	"context"
	"crypto/rand"
	"net/http"
	"net/url"
	"strings"

	"bedside"
	"bedside/internal/app"
)

// recordForm is a form whose fields are kept as one record.
type recordForm[T any] struct {
	path  string // of the room
	read  func(url.Values) (T, []app.Problem)
	shelf func() recordShelf[T]
	show  func(w http.ResponseWriter, r *http.Request, status int, k app.Kept[T], wrong []app.Problem) error
	said  string // once it is kept; empty where the next page needs no word
}

// recordShelf is where the records of a form are kept.
type recordShelf[T any] interface {
	Find(ctx context.Context, id string) (app.Kept[T], error)
	Keep(ctx context.Context, k app.Kept[T]) (app.Kept[T], []app.Problem, error)
}

// kept keeps what a form holds: once, however often it is sent. Where it cannot be kept, the form comes back as it was filled in.
func kept[T any](s *Server, f recordForm[T]) http.HandlerFunc {
	return s.keeping(func(w http.ResponseWriter, r *http.Request) error {
		v, err := fieldsOf(r)
		if err != nil {
			return err
		}
		noun, wrong := f.read(v)
		k, err := f.record(r, v)
		if err != nil {
			return f.unkept(s, w, r, app.Kept[T]{Record: k.Record, Noun: noun}, err)
		}
		if k.Noun = noun; len(wrong) == 0 {
			k, wrong, err = f.shelf().Keep(r.Context(), k)
		}
		switch {
		case err != nil:
			return f.unkept(s, w, r, k, err)
		case len(wrong) > 0:
			return f.show(w, r, http.StatusUnprocessableEntity, k, wrong)
		}
		return f.went(s, w, r, k.ID)
	})
}

// record is the record that a form is about: the one at its address in the version that was read, or a new one with the id that the form
// brought along.
func (f recordForm[T]) record(r *http.Request, v url.Values) (k app.Kept[T], err error) {
	id, version := r.PathValue("id"), versionOf(v)
	if id == "" {
		k.ID = freshID(v.Get("new"))
		return k, nil
	}
	k.ID, k.Version = id, version
	now, err := f.shelf().Find(r.Context(), id)
	if err == nil {
		k.Record, k.Version = now.Record, version
	}
	if err == nil && version == 0 {
		err = bedside.Errorf(bedside.CodeConflict, "the form does not say which version it was filled in for")
	}
	return k, err
}

// freshID is the id that a form brought along for a new record, if it is one; a new one otherwise.
func freshID(id string) string {
	base32 := func(r rune) bool { return r >= 'A' && r <= 'Z' || r >= '2' && r <= '7' }
	if len(id) == len(rand.Text()) && strings.IndexFunc(id, func(r rune) bool { return !base32(r) }) < 0 {
		return id
	}
	return rand.Text()
}

// went goes on to what was kept.
func (f recordForm[T]) went(s *Server, w http.ResponseWriter, r *http.Request, id string) error {
	if f.said == "" {
		return redirect(w, r, f.path+"/"+id)
	}
	s.done(w, r, f.path+"/"+id, notice{Text: f.said})
	return nil
}

// unkept shows the form as it was filled in, with what kept it from being kept. A form that was sent twice was kept the first time.
func (f recordForm[T]) unkept(s *Server, w http.ResponseWriter, r *http.Request, k app.Kept[T], err error) error {
	e := shown(err)
	says := sentence(e.Message)
	switch e.Code {
	case bedside.CodeConflict:
		now, err := f.shelf().Find(r.Context(), k.ID)
		if err != nil {
			return err
		}
		if sameJSON(now.Noun, k.Noun) {
			return f.went(s, w, r, k.ID)
		}
		k.Record = now.Record
		says = "This was changed meanwhile, perhaps by you in another window. Keep it, and what stands here takes its place."
	case bedside.CodeNotFound:
		k = app.Kept[T]{Noun: k.Noun}
		k.ID = rand.Text()
		says = "This was destroyed meanwhile. Keep it, and it is there anew."
	default: // the form is about what it was about before
	}
	return f.show(w, r, statusOf(e.Code), k, []app.Problem{{Message: says}})
}

// anew is a record that is not kept yet, with the id that it will have: a form that is sent twice is kept once.
func anew[T any](noun T) (k app.Kept[T]) {
	k.ID, k.Noun = rand.Text(), noun
	return k
}
