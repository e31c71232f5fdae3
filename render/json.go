package render

import (
	"encoding/json"
	"io"

	"bedside"
)

// JSON writes a result as one line. Keys keep the order of the contract, lists are never null, and <, > and & stay as
// they are.
func JSON(w io.Writer, r *bedside.Result) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(filled(*r))
}

// JSONError writes what stands in place of a result when a draft could not be read or checked. An id that is not
// known is null.
func JSONError(w io.Writer, id string, err *bedside.Error) error {
	type fault struct {
		Code    bedside.Code `json:"code"`
		Message string       `json:"message"`
	}
	line := struct {
		ID    *string `json:"id"`
		Error fault   `json:"error"`
	}{Error: fault{err.Code, err.Message}}
	if id != "" {
		line.ID = &id
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(line)
}

// filled returns a copy whose absent lists are empty ones.
func filled(r bedside.Result) bedside.Result {
	r.Findings = each(r.Findings, func(f bedside.Finding) bedside.Finding {
		f.Clauses, f.Evidence = each(f.Clauses, nil), each(f.Evidence, nil)
		return f
	})
	r.Questions = each(r.Questions, func(q bedside.Question) bedside.Question {
		q.Options, q.Evidence = each(q.Options, nil), each(q.Evidence, nil)
		return q
	})
	r.People = each(r.People, func(p bedside.Person) bedside.Person {
		p.Facts, p.RecognisableBy = each(p.Facts, nil), each(p.RecognisableBy, nil)
		return p
	})
	r.Packs = each(r.Packs, func(p bedside.PackInfo) bedside.PackInfo {
		p.Disabled = each(p.Disabled, nil)
		return p
	})
	r.NotChecked = each(r.NotChecked, nil)
	return r
}

// each copies a list, changing its elements. The copy is never nil.
func each[T any](list []T, change func(T) T) []T {
	out := make([]T, 0, len(list))
	for _, element := range list {
		if change != nil {
			element = change(element)
		}
		out = append(out, element)
	}
	return out
}
