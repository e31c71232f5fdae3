package server

import (
	"bufio"
	"bytes"
	"encoding/json"
	"net/http"

	"bedside"
	"bedside/render"
)

// jsonLines is the form of many values, one a line.
const jsonLines = "application/jsonl"

// formData is the form in which files are sent.
const formData = "multipart/form-data"

// lineFault is the answer to a line that is no draft.
type lineFault struct {
	ID    string    `json:"id,omitempty"`
	Error lineError `json:"error"`
}

type lineError struct {
	Code    bedside.Code `json:"code"`
	Message string       `json:"message"`
}

// apiChecks answers drafts line by line, while they arrive.
func (s *Server) apiChecks(w http.ResponseWriter, r *http.Request) error {
	lines := bufio.NewScanner(r.Body)
	lines.Buffer(make([]byte, 0, 64<<10), largestBody)
	w.Header().Set("Content-Type", jsonLines)
	for lines.Scan() {
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		if err := s.line(w, r, line); err != nil {
			return nil //nolint:nilerr // whoever asked is gone: nothing to do
		}
	}
	if err := lines.Err(); err != nil {
		e := unread(err)
		return gone(json.NewEncoder(w).Encode(lineFault{Error: lineError{e.Code, e.Message}}))
	}
	return nil
}

func (s *Server) line(w http.ResponseWriter, r *http.Request, line []byte) error {
	result, id, err := s.checkedJSON(r.Context(), line)
	if err != nil {
		e := shown(err)
		return json.NewEncoder(w).Encode(lineFault{id, lineError{e.Code, e.Message}})
	}
	return render.JSON(w, result)
}
