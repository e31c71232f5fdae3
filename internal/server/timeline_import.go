package server

import (
	"cmp"
	"crypto/rand"
	"errors"
	"io"
	"net/http"
	"time"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// importView is an archive that was read, as the room tells of it.
type importView struct {
	app.Kept[app.Import]
	When, Size, Line string
	Pictures         string // how far they were looked at
	Skipped          []string
	Busy, Failed     bool
	Trouble          string // what kept it from being read
	Interrupted      string // when it was broken off
}

func importViewOf(k *app.Kept[app.Import]) importView {
	a := &k.Noun.Archive
	out := importView{Kept: *k, When: dayOf(k.At), Size: sizeOf(k.Noun.Size)}
	switch k.State {
	case app.ImportWaiting, app.ImportReading, app.ImportDeleting:
		out.Busy = true
	case app.ImportLooking:
		out.Busy, out.Line = true, render.ArchiveLine(a)
	case app.ImportFailed:
		out.Failed, out.Trouble = true, sentence(a.Problem)
	default:
		out.Line, out.Pictures = render.ArchiveLine(a), picturesLine(&k.Noun.Pictures)
	}
	if at := k.Noun.Interrupted; !at.IsZero() {
		out.Interrupted = at.Format("2 Jan 2006, 15:04")
	}
	for i := range a.Skipped {
		out.Skipped = append(out.Skipped, render.SkippedLine(&a.Skipped[i]))
	}
	return out
}

// picturesLine says how many pictures and files of an import were looked at, and what became of the others. Empty where it has none.
func picturesLine(l *app.Looks) string {
	if l.Files == 0 {
		return ""
	}
	said := render.Grouped(l.Looked) + " of " + render.Grouped(l.Files) + " pictures and files were looked at."
	if n := l.Beyond(); n > 0 {
		said += " " + render.Grouped(n) + " were not: the newest come first, and there is a limit of number, size and time."
	}
	if l.Unopened > 0 {
		said += " " + render.Grouped(l.Unopened) + " could not be opened."
	}
	if l.Looked < l.Files {
		said += " What was not looked at counts as not checked."
	}
	return said
}

// sizeOf says how large a file is.
func sizeOf(bytes int64) string {
	switch {
	case bytes >= 1<<30:
		return render.Grouped(int(bytes>>30)) + " GB"
	case bytes >= 1<<20:
		return render.Grouped(int(bytes>>20)) + " MB"
	default:
		return render.Grouped(int(bytes>>10)+1) + " KB"
	}
}

// archiveForm is the page that asks for an archive.
type archiveForm struct {
	Platforms []app.HowToExport
	Error     string
}

func (s *Server) askArchive(w http.ResponseWriter, r *http.Request) error {
	s.showArchiveForm(w, r, http.StatusOK, "")
	return nil
}

func (s *Server) showArchiveForm(w http.ResponseWriter, r *http.Request, status int, wrong string) {
	s.show(w, r, status, "timeline_import", page{Title: "Import an archive", Room: "timeline", Body: archiveForm{app.HowToExports(), wrong}})
}

// idle is how long an upload may be silent.
const idle = 30 * time.Second

// importArchive takes an archive as it comes, and has it read. It may take as long as it goes on: a large export takes minutes.
func (s *Server) importArchive(w http.ResponseWriter, r *http.Request) error {
	if _, err := s.takenIn(w, r, ""); err != nil {
		e := shown(err)
		s.showArchiveForm(w, r, statusOf(e.Code), sentence(e.Message))
		return nil
	}
	http.Redirect(w, r, "/timeline", http.StatusSeeOther)
	return nil
}

// takenIn takes the file of a form in, under an id if there is one. It may take as long as it goes on.
func (s *Server) takenIn(w http.ResponseWriter, r *http.Request, id string) (app.Kept[app.Import], error) {
	r.Body = http.MaxBytesReader(w, r.Body, app.LargestArchive+largestBody)
	watch := watchOver(w, r.Body)
	defer watch.stop()
	r.Body = watch
	imp, err := s.takeArchive(r, cmp.Or(id, rand.Text()))
	if err != nil { // a browser shows the answer only when all that it sends was read
		_, _ = io.Copy(io.Discard, r.Body)
	}
	return imp, broken(err)
}

// takeArchive finds the file in the form.
func (s *Server) takeArchive(r *http.Request, id string) (none app.Kept[app.Import], err error) {
	parts, err := r.MultipartReader()
	if err != nil {
		return none, bedside.Errorf(bedside.CodeInvalid, "choose a file first")
	}
	for {
		part, err := parts.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return none, bedside.Errorf(bedside.CodeInvalid, "choose a file first")
		case err != nil:
			return none, err
		case part.FormName() == "archive" && part.FileName() != "":
			return s.timeline.ImportAs(r.Context(), id, part.FileName(), part)
		}
	}
}

// watched is a body that may come for hours, but not stand still.
type watched struct {
	io.ReadCloser
	timer *time.Timer
}

// watchOver lifts the limits of time that other requests have, and ends one that is silent.
func watchOver(w http.ResponseWriter, body io.ReadCloser) *watched {
	c := http.NewResponseController(w)
	_ = c.SetReadDeadline(time.Time{})
	_ = c.SetWriteDeadline(time.Time{})
	return &watched{body, time.AfterFunc(idle, func() { _ = c.SetReadDeadline(time.Unix(1, 0)) })}
}

func (b *watched) Read(p []byte) (int, error) {
	b.timer.Reset(idle)
	return b.ReadCloser.Read(p)
}

func (b *watched) stop() { b.timer.Stop() }

func (s *Server) showImport(w http.ResponseWriter, r *http.Request) error {
	o, err := s.timeline.Overview(r.Context())
	if err != nil {
		return err
	}
	for i := range o.Imports {
		if o.Imports[i].ID == r.PathValue("id") {
			s.show(w, r, http.StatusOK, "timeline_source", page{Title: "An import", Room: "timeline", Body: importViewOf(&o.Imports[i])})
			return nil
		}
	}
	return bedside.Errorf(bedside.CodeNotFound, "there is no such import any more")
}

func (s *Server) deleteImport(w http.ResponseWriter, r *http.Request) error {
	if err := s.timeline.Delete(r.Context(), r.PathValue("id")); err != nil {
		return err
	}
	http.Redirect(w, r, "/timeline", http.StatusSeeOther)
	return nil
}
