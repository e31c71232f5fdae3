package server

import "net/http"

// Handler is all that the server answers. Everything but the entry and the files of the pages needs a session.
func (s *Server) Handler() http.Handler {
	open := http.NewServeMux()
	open.HandleFunc("GET /open", s.open)
	open.Handle("GET /static/", s.static)
	open.Handle("GET /favicon.ico", http.RedirectHandler("/static/mark.svg", http.StatusFound)) // asked for before a page has said where its mark is

	inside := http.NewServeMux()
	inside.HandleFunc("GET /{$}", s.write)
	inside.HandleFunc("POST /{$}", s.writeChecked)
	inside.HandleFunc("GET /guidelines", s.guidelines)
	inside.HandleFunc("POST /api/v1/check", s.apiCheck)
	inside.HandleFunc("/", s.notFound)

	open.Handle("/", s.admitted(inside))
	return s.guarded(open)
}
