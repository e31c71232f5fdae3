package server

import (
	"crypto/subtle"
	"net/http"
	"strings"
)

// cookieName is the session's cookie.
const cookieName = "bedside_session"

// open lets a browser in that has the token of this launch.
func (s *Server) open(w http.ResponseWriter, r *http.Request) {
	if !same(r.URL.Query().Get("token"), s.token) {
		s.refuse(w, r, http.StatusUnauthorized, "This link has ended, for Bedside was started anew. Open the address that it printed last.")
		return
	}
	http.SetCookie(w, &http.Cookie{Name: cookieName, Value: s.session, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	newDesk(w, r)
	// A page of its own rather than a redirect: after a click elsewhere a strict cookie would not come along.
	s.show(w, r, http.StatusOK, "enter", page{Title: "Bedside"})
}

// admitted lets sessions in, and programs that send the token.
func (s *Server) admitted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		bearer, isBearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		c, err := r.Cookie(cookieName)
		if isBearer && same(bearer, s.token) || err == nil && same(c.Value, s.session) {
			next.ServeHTTP(w, r)
			return
		}
		why := "Bedside is open to the person who started it. Open the address that it printed."
		if err == nil {
			why = "This session has ended, for Bedside was started anew. Open the address that it printed last."
		}
		s.refuse(w, r, http.StatusUnauthorized, why)
	})
}

// same compares secrets in a time that tells nothing.
func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }
