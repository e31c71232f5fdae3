package server

import (
	"context"
	"net/http"
)

// bin is a list from which things are removed: for a day they can be brought back.
type bin interface {
	Remove(ctx context.Context, id string) error
	Restore(ctx context.Context, id string) error
	Destroy(ctx context.Context, id string) error
}

// binRoutes are what removes, brings back and destroys the things of a room.
func (s *Server) binRoutes(mux *http.ServeMux, path string, open func() bin) {
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
	verb("remove", bin.Remove, func(id string) (string, notice) {
		return path, notice{Text: "Removed. It is destroyed in a day.", Undo: path + "/" + id + "/restore"}
	})
	verb("restore", bin.Restore, func(id string) (string, notice) { return path + "/" + id, notice{Text: "It is back."} })
	verb("destroy", bin.Destroy, func(string) (string, notice) { return path, notice{Text: "Destroyed, and its key with it."} })
}
