package server

import (
	"context"
	"io/fs"
	"net/http"
)

// frame is what stands around a room: the rail, and the bar that takes its place on a phone.
type frame struct {
	Groups []group
	Tabs   []door
	More   bool // the open room is not in the bar
}

// group is the rooms under one heading of the rail.
type group struct {
	Name  string
	Doors []door
}

// door leads to a room.
type door struct {
	Name, Label, Path, Key string
	Open                   bool
	Count                  int // what waits there
}

// frameFor draws up the rail for the room that is open. A count that cannot be told is left out: the room itself says why.
func (s *Server) frameFor(ctx context.Context, open string) *frame {
	f := &frame{More: open != ""}
	for _, r := range s.rail {
		d := door{Name: r.Name, Label: r.Label, Path: r.Path, Key: r.Key, Open: r.Name == open}
		if r.Count != nil {
			if n, err := r.Count(ctx); err == nil {
				d.Count = n
			}
		}
		if n := len(f.Groups); n == 0 || f.Groups[n-1].Name != r.Group {
			f.Groups = append(f.Groups, group{Name: r.Group})
		}
		last := &f.Groups[len(f.Groups)-1]
		last.Doors = append(last.Doors, d)
		if r.Tab {
			f.Tabs = append(f.Tabs, d)
			f.More = f.More && !d.Open
		}
	}
	return f
}

// framed reports whether a page is to stand in its frame. A script takes a part out of a page, and needs no frame.
func framed(r *http.Request) bool { return r.Header.Get("Sec-Fetch-Dest") != "empty" }

// own names the files of style and script that rooms have for themselves.
func own() (map[string]bool, error) {
	entries, err := fs.ReadDir(ui, "ui/static")
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for _, e := range entries {
		names[e.Name()] = true
	}
	return names, nil
}

// more lists all rooms: what the bar of a phone has no place for.
func (s *Server) more(w http.ResponseWriter, r *http.Request) {
	s.show(w, r, http.StatusOK, "rooms", page{Title: "Rooms", Room: "rooms", Body: s.frameFor(r.Context(), "rooms").Groups})
}
