package server

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"

	"bedside/internal/app"
)

// largestPicture is the most bytes of a picture that a consent can be bound to.
const largestPicture = 1 << 30

// consentPicture binds a consent to a picture, or takes the binding away. Only its hash is kept unless somebody asks for more.
func (s *Server) consentPicture(w http.ResponseWriter, r *http.Request) error {
	id, said := r.PathValue("id"), "Bound. Only the picture’s hash was kept."
	if !uploads(r) {
		if err := s.app.Consents().Unbind(r.Context(), id); err != nil {
			return err
		}
		s.done(w, r, "/consents/"+id, notice{Text: "The picture’s hash is forgotten."})
		return nil
	}
	err := upload(w, r, largestPicture, func(ctx context.Context, fields url.Values, kind string, file io.Reader) error {
		keep := fields.Get("keep") == "yes"
		if keep {
			said = "Bound, and the picture is kept sealed."
		}
		return s.app.Consents().Bind(ctx, id, file, kind, keep)
	})
	if err != nil {
		return err
	}
	s.done(w, r, "/consents/"+id, notice{Text: said})
	return nil
}

// consentPictureShown shows the picture that is kept with a consent. What is no picture is handed out as a file, never shown.
func (s *Server) consentPictureShown(w http.ResponseWriter, r *http.Request) error {
	p, err := s.app.Consents().Picture(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	h := w.Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Disposition", "attachment")
	if shownType(p) {
		h.Set("Content-Type", p.Type)
		h.Set("Content-Disposition", "inline")
	}
	_, _ = w.Write(p.Data) // whoever asked is gone: nothing to do
	return nil
}

// shownType reports whether a picture is of a kind that a browser only draws: none that can hold a script.
func shownType(p app.Picture) bool {
	kind := http.DetectContentType(p.Data)
	return kind == p.Type && strings.HasPrefix(kind, "image/") && !strings.Contains(kind, "svg")
}
