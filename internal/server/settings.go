package server

import (
	"net/http"
	"slices"
	"time"
)

// settings are how the pages look and behave in this browser. They say nothing about anybody, and stay in its cookies.
type settings struct {
	Look string // light or dark; empty follows the system
	Keys string // off: single letters do nothing
}

// The cookies of the settings, and how long a browser keeps them.
const (
	lookCookie   = "bedside_look"
	keysCookie   = "bedside_keys"
	settingsLast = 400 * 24 * time.Hour
)

// settingsOf reads the settings of the browser that asks.
func settingsOf(r *http.Request) settings {
	return settings{Look: setting(r, lookCookie, "light", "dark"), Keys: setting(r, keysCookie, "off")}
}

// setting is the value of a cookie, if it is one of those that are known.
func setting(r *http.Request, name string, known ...string) string {
	if c, err := r.Cookie(name); err == nil && slices.Contains(known, c.Value) {
		return c.Value
	}
	return ""
}

// showSettings shows the keys and what can be set.
func (s *Server) showSettings(w http.ResponseWriter, r *http.Request) {
	s.show(w, r, http.StatusOK, "settings", page{Title: "Keys and look", Room: "settings", Body: s.rail})
}

// keepSettings keeps what was chosen.
func (s *Server) keepSettings(w http.ResponseWriter, r *http.Request) {
	if err := r.ParseForm(); err != nil {
		s.fail(w, r, unread(err))
		return
	}
	keep(w, lookCookie, r.PostForm.Get("look"))
	keep(w, keysCookie, r.PostForm.Get("keys"))
	s.done(w, r, "/settings", notice{Text: "Kept in this browser."})
}

func keep(w http.ResponseWriter, name, value string) {
	c := &http.Cookie{Name: name, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: -1}
	if slices.Contains([]string{"light", "dark", "off"}, value) {
		c.Value, c.MaxAge = value, int(settingsLast.Seconds())
	}
	http.SetCookie(w, c)
}
