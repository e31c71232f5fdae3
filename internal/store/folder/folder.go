// Package folder writes everything that is kept as plain files, and reads it back: JSON, one folder a kind, pictures and documents as
// files of their own. What it writes is not sealed. It never leaves half a folder. Start at Export.
package folder

import (
	"encoding/json"
	"time"

	"bedside/internal/store"
)

// Index is the file at the top, written last: a folder with it is whole.
type Index struct {
	Schema  int            `json:"schema"`
	Made    time.Time      `json:"made"`
	Version string         `json:"version"` // of Bedside
	Records map[string]int `json:"records"` // how many of each kind
}

const (
	indexName = "bedside.json"
	schema    = 1
)

// file is one record in its file.
type file struct {
	ID      string            `json:"id"`
	Owner   string            `json:"owner,omitempty"`
	Kind    string            `json:"kind"`
	State   string            `json:"state"`
	At      time.Time         `json:"at"`
	Due     *time.Time        `json:"due,omitempty"`
	Rank    int               `json:"rank"`
	Version int               `json:"version"`
	Changed time.Time         `json:"changed"`
	Body    json.RawMessage   `json:"body,omitempty"`
	Files   map[string]string `json:"files,omitempty"` // what lies in a file beside: a key of the body, or "" for all of it
}

func fileOf(r store.Record) file {
	f := file{ID: r.ID, Owner: r.Owner, Kind: r.Kind, State: r.State, At: r.At, Rank: r.Rank, Version: r.Version, Changed: r.Changed}
	if !r.Due.IsZero() {
		f.Due = &r.Due
	}
	return f
}

func (f *file) record(body []byte) store.Record {
	r := store.Record{ID: f.ID, Owner: f.Owner, Kind: f.Kind, State: f.State, At: f.At, Rank: f.Rank, Body: body}
	if f.Due != nil {
		r.Due = *f.Due
	}
	return r
}
