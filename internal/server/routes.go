package server

import "net/http"

// Handler is all that the server answers: the rooms (rooms.go), and what is here. Everything but the entry and the files of the pages
// needs a session.
func (s *Server) Handler() http.Handler {
	open := http.NewServeMux()
	open.HandleFunc("GET /open", s.open)
	open.Handle("GET /static/", s.static)
	open.Handle("GET /favicon.ico", http.RedirectHandler("/static/mark.svg", http.StatusFound)) // asked for before a page has said where its mark is

	inside := http.NewServeMux()
	for _, r := range s.rail {
		r.serve(inside)
	}
	inside.HandleFunc("GET /rooms", s.more)
	inside.HandleFunc("GET /removed", s.keeping(s.removed))
	inside.HandleFunc("GET /settings", s.showSettings)
	inside.HandleFunc("POST /settings", s.keepSettings)
	s.apiRoutes(inside)
	inside.HandleFunc("/", s.notFound(inside))

	open.Handle("/", s.admitted(inside))
	return s.guarded(open)
}
