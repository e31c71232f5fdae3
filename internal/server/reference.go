package server

import (
	"net/http"

	"bedside/internal/apidoc"
)

// openapi hands out the description of the API for programs.
func (s *Server) openapi(w http.ResponseWriter, _ *http.Request) {
	b, err := ui.ReadFile("ui/openapi.json")
	if err != nil {
		fault(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/vnd.oai.openapi+json")
	_, _ = w.Write(b) // whoever asked is gone: nothing to do
}

// reference shows it to people.
func (s *Server) reference(w http.ResponseWriter, r *http.Request) {
	b, err := ui.ReadFile("ui/openapi.json")
	if err != nil {
		s.fail(w, r, err)
		return
	}
	doc, err := apidoc.Read(b)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "reference", page{Title: "REST API", Room: "reference", Body: doc})
}
