package server

import (
	"bytes"
	"cmp"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
)

//go:embed ui
var ui embed.FS

// page is what every page shows around its room. A handler sets the first three fields and Body; show sets the others.
type page struct {
	Title         string
	Room          string // the room that is open: its Name
	Open          string // the room in whose place of the rail the page stands, where that is another
	Body          any
	Style, Script string // of the room alone, where it has them
	Version       string
	Frame         *frame // nil for a script that takes a part out of the page
	Settings      settings
	Notice        *notice
}

// parsePages reads the templates: one file a room, and those that all rooms share.
func parsePages() (*template.Template, error) {
	return template.New("").Funcs(template.FuncMap{"part": part, "day": dayShown}).ParseFS(ui, "ui/*.html")
}

// show draws a page. It is drawn whole before anything is sent, so that a fault never leaves half a page.
func (s *Server) show(w http.ResponseWriter, r *http.Request, status int, name string, p page) {
	s.complete(&p, r)
	var b bytes.Buffer
	if err := s.pages.ExecuteTemplate(&b, name, p); err != nil {
		if name != "refused" {
			s.refuse(w, r, http.StatusInternalServerError, "Bedside could not draw this page. What you wrote is still in the page before: go back.")
		}
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(b.Bytes()) // whoever asked is gone: nothing to do
	}
}

// complete adds what stands around every room. Who is not let in sees none of it.
func (s *Server) complete(p *page, r *http.Request) {
	p.Version, p.Settings = s.version, settingsOf(r)
	if s.files[p.Room+".css"] {
		p.Style = p.Room + ".css"
	}
	if s.files[p.Room+".js"] {
		p.Script = p.Room + ".js"
	}
	if p.Room != "" && framed(r) {
		p.Frame, p.Notice = s.frameFor(r.Context(), cmp.Or(p.Open, p.Room)), s.noticed()
	}
}

// staticFiles hands out style, script and fonts from the binary.
func (s *Server) staticFiles() (http.Handler, error) {
	files, err := fs.Sub(ui, "ui/static")
	if err != nil {
		return nil, err
	}
	serve := http.FileServerFS(files)
	return http.StripPrefix("/static/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if info, err := fs.Stat(files, r.URL.Path); err != nil || info.IsDir() { // folders are not listed
			s.refuse(w, r, http.StatusNotFound, "There is no such file.")
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		serve.ServeHTTP(w, r)
	})), nil
}
