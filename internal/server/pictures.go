package server

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"bedside"
	"bedside/internal/app"
	"bedside/internal/look"
	"bedside/render"
)

// picture is a file beside the draft as the Write room shows it.
type picture struct {
	ID, Alt       string
	Type          string
	Drawn, Covers bool
	Width, Height int
	Stroke        int // of a box, in pixels of the picture: so that it is as wide on every screen
	Boxes         []box
	Tells         string // what the file holds beside the picture
	Copied        string // what was done, where this is a copy
	Left          int    // places that were still seen in the copy
}

// box is what was found at a place of a picture.
type box struct {
	Letter, Says  string
	Number        int
	X, Y, W, H    int
	Solid, Covers bool // a face is drawn solid, all else dashed
}

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
	w.Header().Set("Content-Type", "image/"+kind)
	w.Header().Set("Content-Disposition", `attachment; filename="copy.`+kind+`"`)
	_, err := w.Write(p.photo.Bytes)
	return gone(err)
}

// coverPicture puts a copy in the place of a picture, with what was chosen covered.
func (s *Server) coverPicture(ctx context.Context, id string, kept []string) error {
	p, ok := s.album.get(id)
	if !ok || !p.photo.Covers() {
		return bedside.Errorf(bedside.CodeNotFound, "there is no such picture any more")
	}
	var regions []look.Region
	for i, m := range p.photo.Marked {
		if !slices.Contains(kept, strconv.Itoa(i)) {
			regions = append(regions, m)
		}
	}
	return s.limits.worked(ctx, func(ctx context.Context) error {
		made, err := s.app.Covered(ctx, p.photo, regions)
		if err == nil {
			s.album.put(id, pasted{made, p.photo})
		}
		return err
	})
}

// arrange does what a button asks of the pictures.
func (s *Server) arrange(ctx context.Context, f *form, do string) error {
	verb, id, _ := strings.Cut(do, ":")
	if !slices.Contains(f.Pictures, id) {
		return nil
	}
	switch verb {
	case "cover":
		return s.coverPicture(ctx, id, f.Uncovered[id])
	case "uncover":
		if p, ok := s.album.get(id); ok && p.original != nil {
			s.album.put(id, pasted{photo: p.original})
		}
	case "takeaway":
		s.album.remove(id)
		f.Pictures = slices.DeleteFunc(f.Pictures, func(p string) bool { return p == id })
	}
	return nil
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

// picturesOf are the pictures of the form, as the page shows them.
func (s *Server) picturesOf(f form) (out []picture) {
	for _, id := range f.Pictures {
		if p, ok := s.album.get(id); ok {
			out = append(out, pictureOf(id, p.photo, f))
		}
	}
	return out
}

func pictureOf(id string, p *app.Photo, f form) picture {
	out := picture{
		ID: id, Alt: f.Alts[id], Type: strings.ToUpper(p.Seen.Type), Drawn: p.Shown != nil, Covers: p.Covers(), Width: p.Seen.Width, Height: p.Seen.Height,
		Stroke: max(1, max(p.Seen.Width, p.Seen.Height)/220), Tells: listed(p.Tells()),
	}
	for i, m := range p.Marked {
		b := box{
			Letter: render.Letter(i), Says: render.Place(p.Seen, m.Kind, m.Box), Number: i, X: m.Box[0], Y: m.Box[1], W: m.Box[2], H: m.Box[3],
			Solid: m.Kind == "face", Covers: !slices.Contains(f.Uncovered[id], strconv.Itoa(i)),
		}
		out.Boxes = append(out.Boxes, b)
	}
	if c := p.Copied; c != nil {
		out.Copied, out.Left = copied(c), c.Left()
	}
	return out
}

// copied says what was done to a copy.
func copied(c *look.Copy) string {
	switch n := len(c.Covered); {
	case c.Lossless:
		return "The copy is the same picture. What the file told beside it is left out."
	case n == 0:
		return "The copy was drawn anew. What the file told beside it is left out."
	case n == 1:
		return "One place is covered. What the file told beside it is left out."
	default:
		return strconv.Itoa(n) + " places are covered. What the file told beside it is left out."
	}
}

// listed joins words with commas and an and.
func listed(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}
