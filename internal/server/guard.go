package server

import (
	"net/http"
	"net/url"
	"slices"

	"bedside"
)

// largestBody is the most bytes that a request may hold: a draft of the greatest size, as a form writes it.
const largestBody = 4 * bedside.MaxText

// contentPolicy lets a page load what this server hands out and nothing else, send forms nowhere else, and stand in no frame.
const contentPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// guarded refuses requests that were made for another name (DNS rebinding) or come from another page (CSRF), bounds their size, and
// sets the headers that every answer has.
func (s *Server) guarded(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer s.recovered(w, r)
		h := w.Header()
		h.Set("Content-Security-Policy", contentPolicy)
		h.Set("Cache-Control", "no-store")
		h.Set("Referrer-Policy", "same-origin") // none at all would take the origin from our own forms too
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		switch {
		case !slices.Contains(s.hosts, r.Host):
			s.refuse(w, r, http.StatusMisdirectedRequest, "This address is not the one that Bedside printed. Open the one it printed.")
		case !s.fromHere(r):
			s.refuse(w, r, http.StatusForbidden, "This request comes from another page. Open Bedside by itself.")
		default:
			if !uploads(r) {
				r.Body = http.MaxBytesReader(w, r.Body, largestBody)
			}
			next.ServeHTTP(w, r)
		}
	})
}

// fromHere reports whether a request was made by our own page, by the person at the address bar, or by a program that is no browser. Reading
// by a link elsewhere is let through: the pages there cannot read the answer.
func (s *Server) fromHere(r *http.Request) bool {
	reads := r.Method == http.MethodGet || r.Method == http.MethodHead
	if origin := r.Header.Get("Origin"); origin != "" {
		u, err := url.Parse(origin)
		return err == nil && u.Scheme == "http" && slices.Contains(s.hosts, u.Host)
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "same-origin", "none":
		return true
	default:
		return reads && r.Header.Get("Sec-Fetch-Mode") == "navigate"
	}
}
