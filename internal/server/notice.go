package server

import (
	"errors"
	"net/http"

	"bedside"
)

// notice is what was just done, said once on the page that follows. Undo is where a form takes it back, and is empty where that cannot be.
type notice struct{ Text, Undo string }

// done goes to a page after something was done, and says there what.
func (s *Server) done(w http.ResponseWriter, r *http.Request, path string, n notice) {
	s.notices.Store(&n)
	http.Redirect(w, r, path, http.StatusSeeOther)
}

// noticed takes the notice that waits for the next page.
func (s *Server) noticed() *notice { return s.notices.Swap(nil) }

// shown is the part of an error that may be shown.
func shown(err error) *bedside.Error {
	if e, ok := errors.AsType[*bedside.Error](err); ok {
		return e
	}
	return bedside.Errorf(bedside.CodeInternal, "a fault inside Bedside: this was not done")
}
