package server

import (
	"context"
	"io"
	"net/http"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// Operation is one thing that programs may ask for over HTTP. The reference (openapi.json, docs/api.md) is generated from these: what is not
// here is not answered.
type Operation struct {
	Method, Path string
	Title, About string
	Body         any     // a value of the type that is sent; nil for none
	Answer       any     // a value of the type that comes back; nil for none
	Form         string  // of body and answer: JSON when empty, or application/jsonl, one value a line
	Sends        string  // the form of the body, where it is another
	Query        []Query // values in the address
	Status       int     // of an answer
	Once         bool    // it writes: with an Idempotency-Key, asking again does nothing twice
	Keeps        bool    // it needs a store
	serve        func(http.ResponseWriter, *http.Request) error
}

// Operations lists them all, in the order of the reference.
func (s *Server) Operations() []Operation {
	return append([]Operation{
		{
			Method: http.MethodPost, Path: "/api/v1/check", Title: "Check a draft", Body: bedside.Draft{}, Answer: bedside.Result{}, Status: http.StatusOK, serve: s.apiCheck,
			About: "Answers one draft by the person whose profile is on file. Nothing of it is kept. A draft cannot name a file: `media[].path` is refused.",
		},
		{
			Method: http.MethodPost, Path: "/api/v1/checks", Title: "Check many drafts", Body: bedside.Draft{}, Answer: bedside.Result{}, Form: jsonLines, Status: http.StatusOK, serve: s.apiChecks,
			About: "One draft a line in, one result a line out, in the same order. A line that is no draft is answered with its `id` and an `error` of `code` and `message`, and the rest go on.",
		},
		{
			Method: http.MethodGet, Path: "/api/v1/guidelines", Title: "List the guidelines in force", Answer: []app.Source{}, Status: http.StatusOK, serve: s.apiGuidelines,
			About: "Every clause of every source, in our own words, with the rules and questions that rest on it.",
		},
	}, slices.Concat(s.recordOperations(), s.inboxOperations(), s.timelineOperations())...)
}

// apiRoutes answers the operations, and the reference of them.
func (s *Server) apiRoutes(mux *http.ServeMux) {
	for _, o := range s.Operations() {
		mux.Handle(o.Method+" "+o.Path, s.limited(s.operated(o)))
	}
	mux.HandleFunc("GET /api/v1/openapi.json", s.openapi)
	mux.HandleFunc("GET /api/reference", s.reference)
}

// operated answers an operation, or says in problem details why not.
func (s *Server) operated(o Operation) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if o.Keeps && s.app.Store == nil || s.timeline == nil && strings.HasPrefix(o.Path, "/api/v1/timeline") {
			fault(w, bedside.Errorf(bedside.CodeUnavailable, "nothing is kept in this session: Bedside was started so"))
			return
		}
		if err := o.serve(w, r); err != nil {
			fault(w, err)
		}
	})
}

// received reads what was sent.
func received(r *http.Request) ([]byte, error) {
	body, err := io.ReadAll(http.MaxBytesReader(nil, r.Body, largestBody))
	if err != nil {
		return nil, unread(err)
	}
	return body, nil
}

// apiCheck answers one draft of the contract with one result.
func (s *Server) apiCheck(w http.ResponseWriter, r *http.Request) error {
	body, err := received(r)
	if err != nil {
		return err
	}
	result, _, err := s.checkedJSON(r.Context(), body)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json")
	return gone(render.JSON(w, result))
}

// checkedJSON answers a draft as it was sent. id is the draft's, also where it is refused.
func (s *Server) checkedJSON(ctx context.Context, body []byte) (result *bedside.Result, id string, err error) {
	d, err := bedside.DecodeDraft(body)
	if err != nil {
		return nil, "", err
	}
	err = s.limits.worked(ctx, func(ctx context.Context) error {
		_, result, err = s.app.Check(ctx, d)
		return err
	})
	return result, d.ID, err
}

// apiGuidelines lists sources, clauses and what rests on them.
func (s *Server) apiGuidelines(w http.ResponseWriter, _ *http.Request) error {
	return answer(w, http.StatusOK, s.app.Sources())
}
