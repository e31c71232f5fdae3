package server

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"bedside/internal/app"
	"bedside/render"
)

func (s *Server) timelineRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /timeline", s.keeping(s.showTimeline))
	mux.HandleFunc("GET /timeline/import", s.keeping(s.askArchive))
	mux.HandleFunc("POST /timeline/import", s.keeping(s.importArchive))
	mux.HandleFunc("GET /timeline/imports/{id}", s.keeping(s.showImport))
	mux.HandleFunc("POST /timeline/imports/{id}/delete", s.keeping(s.deleteImport))
	mux.HandleFunc("POST /timeline/stop", s.keeping(s.stopTimeline))
	mux.HandleFunc("POST /timeline/resume", s.keeping(s.resumeTimeline))
	mux.HandleFunc("POST /timeline/again", s.keeping(s.lookAgain))
	mux.HandleFunc("POST /timeline/hold", s.keeping(s.hold))
	mux.HandleFunc("GET /timeline/tasks/{id}", s.keeping(s.showTask))
	mux.HandleFunc("POST /timeline/tasks/{id}", s.keeping(s.settleTask))
	mux.HandleFunc("POST /timeline/groups/{id}", s.keeping(s.tellApart))
	mux.HandleFunc("GET /timeline/posts", s.keeping(s.showPosts))
	mux.HandleFunc("GET /timeline/posts/{id}", s.keeping(s.showPost))
}

// timelineRoom is the Timeline room.
type timelineRoom struct {
	app.Overview
	Scope    string
	Work     work
	Chart    *render.Chart
	Years    []chip
	Group    *groupView // the one that is open
	Groups   []groupView
	MoreOf   int // groups that are not listed
	CleanUp  cleanUp
	Sources  []importView
	NoAdvice bool // a case is open, or nobody has said that none is
}

// chip is one of several ways to look at something.
type chip struct {
	Label, Href string
	Here        bool
}

// work is what is under way, as a page says it.
type work struct {
	Busy     bool
	Says     string
	Of, Done int // Of is 0 while nobody knows
	Problem  string
	// Interrupted is when it was broken off; Waits says that nobody has gone on with it yet.
	Interrupted string
	Waits       bool
}

// chartRoom is how wide the chart may be where there is room for the whole room.
const chartRoom = 1130

// groupsListed is how many groups have a row on the first page.
const groupsListed = 8

func (s *Server) showTimeline(w http.ResponseWriter, r *http.Request) error {
	room, err := s.timelineRoom(r.Context(), r.URL.Query())
	if err != nil {
		return err
	}
	s.show(w, r, http.StatusOK, "timeline", page{Title: "Timeline", Room: "timeline", Body: room})
	return nil
}

// timelineLeft counts what is left of the clean-up.
func (s *Server) timelineLeft(ctx context.Context) (int, error) {
	if s.timeline == nil {
		return 0, nil
	}
	return s.timeline.Left(ctx)
}

func (s *Server) timelineRoom(ctx context.Context, q url.Values) (*timelineRoom, error) {
	o, err := s.timeline.Overview(ctx)
	if err != nil {
		return nil, err
	}
	room := &timelineRoom{Overview: o, Work: workOf(o.Progress), NoAdvice: o.Sum.Hold != app.HoldNone}
	for i := range o.Imports {
		view := importViewOf(&o.Imports[i])
		room.Sources = append(room.Sources, view)
		room.Work.interrupted(&view)
	}
	year, _ := strconv.Atoi(q.Get("year"))
	if o.Sum.Audit != nil && o.Sum.Audit.Posts > 0 {
		room.Scope = render.AuditScope(o.Sum.Audit)
		room.chart(year)
	}
	if err := s.groupsInto(ctx, room, q.Get("group")); err != nil {
		return nil, err
	}
	room.CleanUp, err = s.cleanUp(ctx, &o, q, year)
	return room, err
}

// chart draws the posts a month, with a frame on the year in view.
func (t *timelineRoom) chart(year int) {
	t.Chart = render.ChartOf(t.Sum.Audit, chartRoom)
	if t.Chart == nil {
		return
	}
	if year > 0 {
		t.Chart.InView(year, 1, year, 12)
	}
	t.Years = append(t.Years, chip{"All years", "/timeline", year == 0})
	last := 0
	for _, m := range t.Chart.Months {
		if m.Year != last {
			last = m.Year
			name := strconv.Itoa(last)
			t.Years = append(t.Years, chip{name, "/timeline?year=" + name, last == year})
		}
	}
}

// workOf says what is under way.
func workOf(p app.Progress) work {
	out := work{Busy: p.Stage != "", Done: p.Done, Of: p.Total, Problem: p.Problem}
	switch p.Stage {
	case app.StageReading:
		out.Says = "Reading the archive"
		if p.Done > 0 {
			out.Says += ": " + render.Grouped(p.Done) + " posts so far"
		}
		out.Of = 0
	case app.StageChecking:
		out.Says = "Checking posts: " + render.Grouped(p.Done) + " of " + render.Grouped(p.Total)
	case app.StageLooking:
		out.Says = "The words are done. Looking at pictures: " + render.Grouped(p.Done) + " of " + render.Grouped(p.Total)
	case app.StageJoining:
		out.Says = "Looking at what they tell together"
	case app.StageDeleting:
		out.Says = "Deleting"
	}
	return out
}

// interrupted notes that an import that is under way was broken off.
func (w *work) interrupted(i *importView) {
	if i.Interrupted != "" && (i.Busy || i.State == app.ImportChecking) {
		w.Interrupted, w.Waits = i.Interrupted, w.Waits || i.Noun.Waits() && i.State != app.ImportChecking
	}
}

// span are the times of a year, or of a month of it; two zero times for all.
func span(year, month int) (from, to time.Time) {
	switch {
	case year <= 0:
		return from, to
	case month >= 1 && month <= 12:
		from = time.Date(year, time.Month(month), 1, 0, 0, 0, 0, time.UTC)
		return from, from.AddDate(0, 1, 0)
	default:
		from = time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		return from, from.AddDate(1, 0, 0)
	}
}

func (s *Server) stopTimeline(w http.ResponseWriter, r *http.Request) error {
	if err := s.timeline.Cancel(r.Context()); err != nil {
		return err
	}
	s.done(w, r, "/timeline", notice{Text: "Stopped. What was read until then is kept; look again to go on, or delete it."})
	return nil
}

// resumeTimeline goes on with what was broken off.
func (s *Server) resumeTimeline(w http.ResponseWriter, r *http.Request) error {
	if err := s.timeline.GoOn(r.Context()); err != nil {
		return err
	}
	return redirect(w, r, "/timeline")
}

func (s *Server) lookAgain(w http.ResponseWriter, r *http.Request) error {
	if err := s.timeline.LookAgain(r.Context()); err != nil {
		return err
	}
	http.Redirect(w, r, "/timeline", http.StatusSeeOther)
	return nil
}

// hold keeps the answer to the question that comes before any advice to take something down.
func (s *Server) hold(w http.ResponseWriter, r *http.Request) error {
	fields, err := fieldsOf(r)
	if err != nil {
		return err
	}
	if back := r.URL.Query(); back.Has("back") {
		if err := s.timeline.Hold(r.Context(), back.Get("back")); err != nil {
			return err
		}
		return redirect(w, r, "/timeline#cleanup")
	}
	before, err := s.timeline.Overview(r.Context())
	if err != nil {
		return err
	}
	answer, said := fields.Get("hold"), "Noted: a case is open or to be expected."
	if answer == app.HoldNone {
		said = "Noted: no case is open."
	}
	if answer == "" {
		return noSuchAnswer()
	}
	if err := s.timeline.Hold(r.Context(), answer); err != nil {
		return err
	}
	s.done(w, r, "/timeline#cleanup", notice{Text: said, Undo: "/timeline/hold?back=" + before.Sum.Hold})
	return nil
}
