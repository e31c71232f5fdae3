package server

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"bedside"
	"bedside/render"
)

// apiCheck answers one draft of the contract with one result.
func (s *Server) apiCheck(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		fault(w, unread(err))
		return
	}
	d, err := bedside.DecodeDraft(body)
	if err != nil {
		fault(w, err)
		return
	}
	_, result, err := s.app.Check(r.Context(), d)
	if err != nil {
		fault(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = render.JSON(w, result) // whoever asked is gone: nothing to do
}

// unread is the error of a body that could not be read.
func unread(err error) *bedside.Error {
	if limit, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return bedside.Errorf(bedside.CodeTooLarge, "the draft is too long to be sent; at most %d bytes are read", limit.Limit)
	}
	return bedside.Errorf(bedside.CodeInvalid, "the draft did not arrive whole")
}

// statusOf is the status of HTTP for each code of an error.
func statusOf(code bedside.Code) int {
	switch code {
	case bedside.CodeInvalid:
		return http.StatusUnprocessableEntity
	case bedside.CodeTooLarge:
		return http.StatusRequestEntityTooLarge
	case bedside.CodeNotFound:
		return http.StatusNotFound
	case bedside.CodeConflict:
		return http.StatusConflict
	case bedside.CodeUnavailable:
		return http.StatusServiceUnavailable
	default:
		return http.StatusInternalServerError
	}
}

// fault tells a program what is wrong. The messages of our errors never hold words of a draft.
func fault(w http.ResponseWriter, err error) {
	e, ok := errors.AsType[*bedside.Error](err)
	if !ok {
		problem(w, http.StatusInternalServerError, "a fault inside Bedside")
		return
	}
	problem(w, statusOf(e.Code), e.Message)
}

// problem writes problem details (RFC 9457).
func problem(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"type": "about:blank", "title": http.StatusText(status), "status": status, "detail": detail})
}
