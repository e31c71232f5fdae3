package server

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/app"
)

func (s *Server) pictureRoutes(mux *http.ServeMux) {
	mux.HandleFunc("POST /pictures", s.told(s.pasteFile))
	mux.HandleFunc("GET /pictures/{id}", s.told(s.showPicture))
	mux.HandleFunc("GET /pictures/{id}/copy", s.told(s.sendCopy))
}

// pasteFile takes a file beside the draft, with the fields of the form as they stand.
func (s *Server) pasteFile(w http.ResponseWriter, r *http.Request) error {
	r.Body = http.MaxBytesReader(w, r.Body, largestPhoto+largestBody)
	patient(w)
	fields, file, err := fieldsAndFile(r)
	if err != nil {
		return err
	}
	f := formOf(fields)
	s.desk.put(deskOf(r), f)
	switch {
	case len(file) == 0:
		return s.trouble(w, r, f, bedside.Errorf(bedside.CodeInvalid, "choose a file first"))
	case len(f.Pictures) >= mostPhotos:
		return s.trouble(w, r, f, bedside.Errorf(bedside.CodeTooLarge, "at most %d files stand beside a draft: take one away first", mostPhotos))
	}
	var photo *app.Photo
	err = s.limits.worked(r.Context(), func(ctx context.Context) error {
		photo, err = s.app.LookAt(ctx, file)
		return err
	})
	if err != nil {
		return s.trouble(w, r, f, err)
	}
	f.Pictures = append(f.Pictures, s.album.add(photo))
	s.desk.put(deskOf(r), f)
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return nil
}

// trouble shows the draft with what went wrong.
func (s *Server) trouble(w http.ResponseWriter, r *http.Request, f form, err error) error {
	e := shown(err)
	s.showWrite(w, r, statusOf(e.Code), writeRoom{Form: f, Problem: sentence(e.Message)})
	return nil
}

// fieldsAndFile reads the fields of the form and the file with it, in memory alone.
func fieldsAndFile(r *http.Request) (fields url.Values, file []byte, err error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return nil, nil, bedside.Errorf(bedside.CodeInvalid, "no file was sent; choose one and try again")
	}
	fields = url.Values{}
	for {
		p, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return fields, file, nil
		}
		if err != nil {
			return nil, nil, broken(err)
		}
		b, err := io.ReadAll(p)
		switch {
		case err != nil:
			return nil, nil, broken(err)
		case p.FormName() == "file":
			file = b
		case len(b) <= largestBody:
			fields.Add(p.FormName(), string(b))
		}
	}
}

// showPicture hands out the small copy that the page shows.
func (s *Server) showPicture(w http.ResponseWriter, r *http.Request) error {
	p, ok := s.album.get(r.PathValue("id"))
	if !ok || p.photo.Shown == nil {
		return bedside.Errorf(bedside.CodeNotFound, "there is no such picture any more")
	}
	w.Header().Set("Content-Type", "image/jpeg")
	_, err := w.Write(p.photo.Shown)
	return gone(err)
}

// sendCopy hands out a copy that was made, to be kept as a file.
func (s *Server) sendCopy(w http.ResponseWriter, r *http.Request) error {
	p, ok := s.album.get(r.PathValue("id"))
	if !ok || p.photo.Copied == nil {
		return bedside.Errorf(bedside.CodeNotFound, "there is no copy of this picture")
	}
	kind := p.photo.Copied.Type
	w.Header().Set("Content-Type", contentType(kind))
	w.Header().Set("Content-Disposition", `attachment; filename="copy.`+kind+`"`)
	_, err := w.Write(p.photo.Bytes)
	return gone(err)
}

func contentType(kind string) string {
	switch kind {
	case "mp4":
		return "video/mp4"
	case "mov":
		return "video/quicktime"
	}
	return "image/" + kind
}

// coverPicture puts a copy in the place of a picture, with exactly what was chosen covered. It is made of the picture itself, also where
// there is a copy already.
func (s *Server) coverPicture(ctx context.Context, id string, c covering) error {
	p, ok := s.album.get(id)
	if !ok {
		return bedside.Errorf(bedside.CodeNotFound, "there is no such picture any more")
	}
	original := p.photo
	if p.original != nil {
		original = p.original
	}
	if !original.Covers() {
		return bedside.Errorf(bedside.CodeInvalid, "no copy can be made of this file")
	}
	if original.IsFilm() {
		s.startCopy(ctx, id, original, c)
		return nil
	}
	return s.limits.worked(ctx, func(ctx context.Context) error {
		made, err := s.app.Covered(ctx, original, c.of(original))
		if err == nil {
			s.album.put(id, pasted{photo: made, original: original})
		}
		return err
	})
}

// arrange does what a button asks of the pictures.
func (s *Server) arrange(ctx context.Context, f *form, do string) error {
	verb, which, _ := strings.Cut(do, ":")
	id, number, _ := strings.Cut(which, ".")
	if verb == "bringback" {
		f.bringBack(id)
		return nil
	}
	if !slices.Contains(f.Pictures, id) {
		return nil
	}
	p, ok := s.album.get(id)
	switch {
	case verb == "takeaway":
		for _, before := range f.Aside {
			s.album.remove(before)
		}
		if p.making != nil { // nobody waits for its copy any more
			s.album.put(id, pasted{photo: p.photo})
		}
		f.Aside = []string{id}
		f.Pictures = slices.DeleteFunc(f.Pictures, func(p string) bool { return p == id })
	case !ok:
	case verb == "cover":
		return s.coverPicture(ctx, id, f.Coverings[id])
	case verb == "coverleft" && p.original != nil:
		c := f.Coverings[id]
		for _, r := range p.photo.Copied.Uncovered() {
			c.Own = append(c.Own, placedAt(p.original.Seen, r.Covers()))
		}
		f.Coverings[id] = c
		return s.coverPicture(ctx, id, c)
	case verb == "stopcopy" && p.making != nil:
		s.album.put(id, pasted{photo: p.photo})
	case verb == "uncover" && p.original != nil:
		s.album.put(id, pasted{photo: p.original})
	default:
		f.Coverings[id] = f.Coverings[id].change(verb, number, len(p.photo.Marked))
	}
	return nil
}

// bringBack puts the picture that was taken away last beside the draft again.
func (f *form) bringBack(id string) {
	if slices.Contains(f.Aside, id) && !slices.Contains(f.Pictures, id) && len(f.Pictures) < mostPhotos {
		f.Pictures = append(f.Pictures, id)
		f.Aside = nil
	}
}

// mediaOf are the pictures of the form, as a check takes them.
func (s *Server) mediaOf(f form) (out []bedside.Media) {
	for _, id := range f.Pictures {
		if p, ok := s.album.get(id); ok {
			out = append(out, bedside.Media{Alt: f.Alts[id], Seen: p.photo.Seen})
		}
	}
	return out
}
