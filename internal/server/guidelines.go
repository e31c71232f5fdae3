package server

import (
	"net/http"

	"bedside/internal/app"
)

func (s *Server) guidelinesRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /guidelines", s.guidelines)
}

// guidelinesRoom is the Guidelines room: the matrix, with its topics as people read them.
type guidelinesRoom struct {
	app.Matrix
	Rows []matrixRow
}

// matrixRow is a topic with the clauses of each source.
type matrixRow struct {
	Title string
	Cells [][]app.Clause
}

// guidelines shows the clauses of every source and what stands behind each.
func (s *Server) guidelines(w http.ResponseWriter, r *http.Request) {
	room := guidelinesRoom{Matrix: s.app.Matrix()}
	for _, row := range room.Matrix.Rows {
		title := "Habits and procedures"
		if row.Topic != "" {
			title = topicLabel(row.Topic)
		}
		room.Rows = append(room.Rows, matrixRow{title, row.Cells})
	}
	s.show(w, r, http.StatusOK, "guidelines", page{Title: "Guidelines", Room: "guidelines", Body: room})
}
