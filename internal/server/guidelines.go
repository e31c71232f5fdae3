package server

import "net/http"

func (s *Server) guidelinesRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /guidelines", s.guidelines)
}

// guidelines shows the clauses of every source and what rests on each.
func (s *Server) guidelines(w http.ResponseWriter, r *http.Request) {
	s.show(w, r, http.StatusOK, "guidelines", page{Title: "Guidelines", Room: "guidelines", Body: s.app.Sources()})
}
