package server

import (
	"net/http"
	"slices"
	"strconv"
	"time"

	"bedside"
	"bedside/internal/app"
)

// Page is a part of a list that may be long.
type Page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty"` // the id to ask for with after; empty on the last page
}

// Query is a value in the address of an operation.
type Query struct{ Name, About string }

// mostListed is how many things a page lists, and usualListed how many where nobody says.
const (
	usualListed = 50
	mostListed  = 500
)

// pageQueries are the values that every page takes; states are the words that stand for one.
func pageQueries(states string) []Query {
	return []Query{
		{"state", "Only those of this state: " + states + "."},
		{"after", "The id that the page before gave as next."},
		{"limit", "How many at most; 50 if nobody says, 500 at most."},
	}
}

// timeQueries choose by when it was.
func timeQueries() []Query {
	return []Query{{"from", "Not before this time (RFC 3339)."}, {"to", "Before this time."}}
}

// choiceOf reads what of a list is asked for.
func choiceOf(r *http.Request, states ...string) (c app.Choice, err error) {
	q := r.URL.Query()
	c.After, c.Limit = q.Get("after"), usualListed
	if state := q.Get("state"); state != "" {
		if !slices.Contains(states, state) {
			return c, bedside.Errorf(bedside.CodeInvalid, "state: there is no such state")
		}
		c.States = []string{state}
	}
	if limit := q.Get("limit"); limit != "" {
		if c.Limit, err = strconv.Atoi(limit); err != nil || c.Limit < 1 || c.Limit > mostListed {
			return c, bedside.Errorf(bedside.CodeInvalid, "limit: a number from 1 to %d is wanted", mostListed)
		}
	}
	for name, at := range map[string]*time.Time{"from": &c.From, "to": &c.To} {
		if value := q.Get(name); value != "" {
			if *at, err = time.Parse(time.RFC3339, value); err != nil {
				return c, bedside.Errorf(bedside.CodeInvalid, "%s: a time as RFC 3339 has it is wanted, such as 2026-07-01T00:00:00Z", name)
			}
		}
	}
	return c, nil
}

// pageOf is a page of records as programs read it.
func pageOf[T, U any](kept []app.Kept[T], more bool, value func(*app.Kept[T]) U) Page[Record[U]] {
	out := Page[Record[U]]{Items: make([]Record[U], len(kept))}
	for i := range kept {
		out.Items[i] = recordWith(&kept[i], value(&kept[i]))
	}
	if more {
		out.Next = kept[len(kept)-1].ID
	}
	return out
}

// recordWith is a record with another value than the one that is kept.
func recordWith[T, U any](k *app.Kept[T], value U) Record[U] {
	return Record[U]{ID: k.ID, State: k.State, At: when(k.At), Due: when(k.Due), Changed: k.Changed, Version: k.Version, Value: value}
}
