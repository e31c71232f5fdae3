package server

import (
	"bytes"
	"embed"
	"html/template"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed ui
var ui embed.FS

// page is what every page shows around its room. A handler sets the first three fields and Body; show sets the others.
type page struct {
	Title         string
	Room          string // the room that is open: its Name
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
		http.Error(w, "Bedside could not draw this page. Your draft is still in the page before: go back.", http.StatusInternalServerError)
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
		p.Frame, p.Notice = s.frameFor(r.Context(), p.Room), s.noticed()
	}
}

// refuse says in a page, or to a program in problem details (RFC 9457), why there is no answer.
func (s *Server) refuse(w http.ResponseWriter, r *http.Request, status int, why string) {
	if strings.HasPrefix(r.URL.Path, "/api/") {
		problem(w, status, why)
		return
	}
	s.show(w, r, status, "refused", page{Title: "Bedside", Body: why})
}

func (s *Server) notFound(w http.ResponseWriter, r *http.Request) {
	s.refuse(w, r, http.StatusNotFound, "There is no such page.")
}

// staticFiles hands out style, script and fonts from the binary.
func staticFiles() (http.Handler, error) {
	files, err := fs.Sub(ui, "ui/static")
	if err != nil {
		return nil, err
	}
	serve := http.FileServerFS(files)
	return http.StripPrefix("/static/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "" || strings.HasSuffix(r.URL.Path, "/") {
			http.NotFound(w, r) // folders are not listed
			return
		}
		w.Header().Set("Cache-Control", "no-cache")
		serve.ServeHTTP(w, r)
	})), nil
}
