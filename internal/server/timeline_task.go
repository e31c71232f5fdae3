package server

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// cleanUp is the list of what to do about posts.
type cleanUp struct {
	All, Settled, Changed, Kept, Left int
	ChangedBar, KeptBar               int // of a thousand
	Tabs, Severities                  []chip
	Rows                              []taskRow
	Next                              string // where the list goes on
	Here                              string // this page, to come back to
}

// taskRow is a task in the list.
type taskRow struct {
	render.TaskView
	Record string
	State  string
	Reason string
	Back   bool // it was said to be changed, and was found again
}

// tasksListed is how many tasks a page lists.
const tasksListed = 20

func (s *Server) cleanUp(ctx context.Context, o *app.Overview, q url.Values, year int) (cleanUp, error) {
	out := cleanUp{Changed: o.Changed, Kept: o.Kept}
	for _, n := range o.Left {
		out.Left += n
	}
	out.Settled = out.Changed + out.Kept
	out.All = out.Settled + out.Left
	if out.All > 0 {
		out.ChangedBar, out.KeptBar = 1000*out.Changed/out.All, 1000*out.Kept/out.All
	}
	state, grade := q.Get("state"), q.Get("grade")
	out.chips(o, state, grade, q.Get("year"))
	choice := app.Choice{After: q.Get("after"), Limit: tasksListed}
	choice.From, choice.To = span(year, 0)
	switch {
	case state == app.TaskChanged, state == app.TaskKept:
		choice.States = []string{state}
	case grade == "block", grade == "revise", grade == "advise":
		choice.States = []string{grade}
	}
	tasks, more, err := s.timeline.Tasks(ctx, choice)
	if err != nil {
		return out, err
	}
	for i := range tasks {
		out.Rows = append(out.Rows, taskRowOf(&tasks[i]))
	}
	out.Here = listHref(state, grade, q.Get("year"), q.Get("after"))
	if more {
		out.Next = listHref(state, grade, q.Get("year"), tasks[len(tasks)-1].ID)
	}
	return out, nil
}

// chips are the ways to look at the list.
func (c *cleanUp) chips(o *app.Overview, state, grade, year string) {
	c.Tabs = []chip{
		{"Left, " + render.Grouped(c.Left), listHref("", "", year, ""), state == ""},
		{"Changed, " + render.Grouped(c.Changed), listHref(app.TaskChanged, "", year, ""), state == app.TaskChanged},
		{"Kept, " + render.Grouped(c.Kept), listHref(app.TaskKept, "", year, ""), state == app.TaskKept},
	}
	if state != "" || c.Left == 0 {
		return
	}
	c.Severities = []chip{{"All", listHref("", "", year, ""), grade == ""}}
	for _, g := range []struct{ name, label string }{{"block", "Do not leave up"}, {"revise", "Change"}, {"advise", "A thought"}} {
		if n := o.Left[g.name]; n > 0 {
			c.Severities = append(c.Severities, chip{g.label + ", " + render.Grouped(n), listHref("", g.name, year, ""), grade == g.name})
		}
	}
}

// listHref is the address of a view of the list.
func listHref(state, grade, year, after string) string {
	v := url.Values{}
	for name, value := range map[string]string{"state": state, "grade": grade, "year": year, "after": after} {
		if value != "" {
			v.Set(name, value)
		}
	}
	if len(v) == 0 {
		return "/timeline#cleanup"
	}
	return "/timeline?" + v.Encode() + "#cleanup"
}

func taskRowOf(k *app.KeptTask) taskRow {
	whole := k.Noun.Whole()
	return taskRow{TaskView: render.TaskRowOf(0, &whole), Record: k.ID, State: k.State, Reason: k.Noun.Reason, Back: !k.Noun.Back.IsZero()}
}

// taskRoom is a task by itself.
type taskRoom struct {
	taskRow
	Left     bool
	By       string
	Settled  string
	BackAt   string
	Gone     bool // its post is not in the newest export
	NoAdvice bool
	Hold     string
	Groups   []string // ids of the records of its groups
	Given    string   // a reason that was not taken
	Error    string
}

func (s *Server) showTask(w http.ResponseWriter, r *http.Request) error {
	return s.showTaskWith(w, r, http.StatusOK, "", "")
}

// showTaskWith shows a task; wrong is what is wrong with the reason that was given.
func (s *Server) showTaskWith(w http.ResponseWriter, r *http.Request, status int, given, wrong string) error {
	k, gone, err := s.timeline.Task(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	o, err := s.timeline.Overview(r.Context())
	if err != nil {
		return err
	}
	whole := k.Noun.Whole()
	room := taskRoom{
		taskRow: taskRowOf(&k), Left: k.Left(), By: k.Noun.By, Gone: gone, Hold: o.Sum.Hold, NoAdvice: o.Sum.Hold != app.HoldNone,
		Settled: dayOf(k.Noun.Settled), BackAt: dayOf(k.Noun.Back), Given: given, Error: wrong,
	}
	room.TaskView = render.TaskViewOf(1, &whole)
	for _, id := range whole.Clusters {
		room.Groups = append(room.Groups, o.GroupOf(id))
	}
	s.show(w, r, status, "timeline_task", page{Title: "Clean-up", Room: "timeline", Body: room})
	return nil
}

// dayOf is a day as people write it; empty for none.
func dayOf(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2 Jan 2006")
}

// settleTask notes what became of a task.
func (s *Server) settleTask(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	do, err := asked(r)
	if err != nil {
		return err
	}
	reason := r.PostForm.Get("reason")
	state, said := "", ""
	switch do {
	case "changed":
		state, said = app.TaskChanged, "Noted as changed. The next import shows whether it is."
	case "keep":
		state, said = app.TaskKept, "Kept, with your reason."
	case "undo":
	default:
		return noSuchAnswer()
	}
	err = s.timeline.Settle(r.Context(), id, state, reason)
	if code := bedside.CodeOf(err); do == "keep" && (code == bedside.CodeInvalid || code == bedside.CodeTooLarge) {
		return s.showTaskWith(w, r, statusOf(code), reason, shown(err).Message)
	}
	switch {
	case err != nil:
		return err
	case state == "":
		http.Redirect(w, r, "/timeline/tasks/"+id, http.StatusSeeOther)
	default:
		s.done(w, r, "/timeline#cleanup", notice{Text: said, Undo: "/timeline/tasks/" + id + "?do=undo"})
	}
	return nil
}
