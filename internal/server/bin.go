package server

import (
	"context"
	"net/http"
	"time"

	"bedside/internal/app"
)

// bin is a list from which things are removed: for a day they can be brought back.
type bin interface {
	Remove(ctx context.Context, id string) error
	Restore(ctx context.Context, id string) error
	Destroy(ctx context.Context, id string) error
}

// binRoutes are what removes, brings back and destroys the things of a room: records stand under path, and are listed in list.
func (s *Server) binRoutes(mux *http.ServeMux, path, list string, open func() bin) {
	verb := func(name string, do func(bin, context.Context, string) error, said func(id string) (string, notice)) {
		mux.HandleFunc("POST "+path+"/{id}/"+name, s.keeping(func(w http.ResponseWriter, r *http.Request) error {
			id := r.PathValue("id")
			if err := do(open(), r.Context(), id); err != nil {
				return err
			}
			next, n := said(id)
			s.done(w, r, next, n)
			return nil
		}))
	}
	one := func(id string) string {
		if path != list {
			return list // its things have no page of their own
		}
		return path + "/" + id
	}
	verb("remove", bin.Remove, func(id string) (string, notice) {
		return list, notice{Text: "Removed. It is destroyed in a day.", Undo: path + "/" + id + "/restore"}
	})
	verb("restore", bin.Restore, func(id string) (string, notice) { return one(id), notice{Text: "It is back."} })
	verb("destroy", bin.Destroy, func(string) (string, notice) { return list, notice{Text: "Destroyed, and its key with it."} })
}

// removedRoom is what was removed from all rooms.
type removedRoom struct{ Things []removedThing }

// removedThing is one of them, with the time at which it is destroyed.
type removedThing struct {
	app.Thing
	Said string
}

// removed lists what was removed from all rooms, to be brought back or destroyed.
func (s *Server) removed(w http.ResponseWriter, r *http.Request) error {
	things, err := s.app.Removed(r.Context())
	if err != nil {
		return err
	}
	var room removedRoom
	now := s.app.Now()
	for _, t := range things {
		room.Things = append(room.Things, removedThing{t, day(t.Until, now) + t.Until.In(now.Location()).Format(" 15:04")})
	}
	s.show(w, r, http.StatusOK, "removed", page{Title: "Removed", Room: "removed", Body: room})
	return nil
}

// Stamp is the time for programs.
func (t removedThing) Stamp() string { return t.Until.Format(time.RFC3339) }
