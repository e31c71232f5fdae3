package server

import (
	"crypto/rand"
	"html/template"
	"net/http"
	"sync/atomic"
	"time"

	"bedside/internal/app"
)

// Config is what a server is made from.
type Config struct {
	App      *app.App
	Timeline *app.Timeline // nil where nothing is kept
	Hosts    []string      // names and ports under which it may be asked: what Host and Origin must say
	Version  string
}

// Server answers the requests of one person's browser.
type Server struct {
	app      *app.App
	timeline *app.Timeline
	hosts    []string
	version  string
	token    string // opens a session; made at each launch
	session  string // what the browser's cookie holds
	pages    *template.Template
	static   http.Handler
	files    map[string]bool // of ui/static, by name
	rail     []room
	desk     desk
	album    album
	limits   limits
	notices  atomic.Pointer[notice] // what the next page says was done
}

// New makes a server with a fresh token.
func New(c Config) (*Server, error) {
	pages, err := parsePages()
	if err != nil {
		return nil, err
	}
	files, err := own()
	if err != nil {
		return nil, err
	}
	s := &Server{app: c.App, timeline: c.Timeline, hosts: c.Hosts, version: c.Version, token: rand.Text(), session: rand.Text(), pages: pages, files: files, limits: newLimits()}
	if s.static, err = s.staticFiles(); err != nil {
		return nil, err
	}
	s.rail = s.rooms()
	return s, nil
}

// Entry is the path that opens a session in a browser. Whoever has it can use the application until it ends.
func (s *Server) Entry() string { return "/open?token=" + s.token }

// HTTP is a server with the limits that slow and oversized requests meet.
func (s *Server) HTTP() *http.Server {
	return &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: time.Minute,
		IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 16 << 10,
	}
}
