package server

import (
	"encoding/json"
	"errors"
	"net/http"

	"bedside"
	"bedside/internal/app"
)

// Problem says what is wrong with a request (RFC 9457). None of its texts ever holds words of a draft.
type Problem struct {
	Type   string         `json:"type"`
	Title  string         `json:"title"`
	Status int            `json:"status"`
	Detail string         `json:"detail"`
	Code   bedside.Code   `json:"code,omitempty"`
	Fields []FieldProblem `json:"fields,omitempty"`
}

// FieldProblem is what is wrong with one field of a record.
type FieldProblem struct {
	Field   string `json:"field"`
	Message string `json:"message"`
}

// fieldsError is the error of a record whose fields are not what they should be.
type fieldsError []app.Problem

func (fieldsError) Error() string { return "some fields are not as they should be" }

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

// unread is the error of a body that could not be read.
func unread(err error) *bedside.Error {
	if limit, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return bedside.Errorf(bedside.CodeTooLarge, "what was sent is too long; at most %d MB are read", limit.Limit>>20)
	}
	return bedside.Errorf(bedside.CodeInvalid, "what was sent did not arrive whole")
}

// fault tells a program what is wrong. The messages of our errors never hold words of a draft.
func fault(w http.ResponseWriter, err error) {
	if wrong, ok := errors.AsType[fieldsError](err); ok {
		p := Problem{Status: http.StatusUnprocessableEntity, Detail: wrong.Error(), Code: bedside.CodeInvalid}
		for _, f := range wrong {
			p.Fields = append(p.Fields, FieldProblem(f))
		}
		p.write(w)
		return
	}
	e := shown(err)
	Problem{Status: statusOf(e.Code), Detail: e.Message, Code: e.Code}.write(w)
}

// problem tells a program what is wrong with its request as such.
func problem(w http.ResponseWriter, status int, detail string) {
	Problem{Status: status, Detail: detail}.write(w)
}

func (p Problem) write(w http.ResponseWriter) {
	p.Type, p.Title = "about:blank", http.StatusText(p.Status)
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	_ = json.NewEncoder(w).Encode(p) // whoever asked is gone: nothing to do
}

// answer writes a value as JSON.
func answer(w http.ResponseWriter, status int, value any) error {
	b, err := json.Marshal(value)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, err = w.Write(append(b, '\n'))
	return gone(err)
}

// gone drops the error of writing an answer: whoever asked is gone, and nobody is left to tell.
func gone(error) error { return nil }
