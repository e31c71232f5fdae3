package server

import (
	"context"
	"net/http"

	"bedside"
	"bedside/internal/app"
)

// apiTimeline tells how far the timeline is.
func (s *Server) apiTimeline(w http.ResponseWriter, r *http.Request) error {
	o, err := s.timeline.Overview(r.Context())
	if err != nil {
		return err
	}
	out := TimelineState{
		Progress: TimelineProgress(o.Progress), Imports: []Record[KeptImport]{}, Made: when(o.Sum.Made), Hold: o.Sum.Hold, Left: o.Left,
		Changed: o.Changed, Kept: o.Kept, Unread: o.Unread, Missing: []bedside.AuditGap{}, Advice: o.Sum.Hold == app.HoldNone,
	}
	if a := o.Sum.Audit; a != nil {
		out.Posts, out.Missing = a.Posts, append(out.Missing, a.NotChecked...)
	}
	for i := range o.Imports {
		out.Imports = append(out.Imports, importRecord(&o.Imports[i]))
	}
	return answer(w, http.StatusOK, out)
}

func importRecord(k *app.Kept[app.Import]) Record[KeptImport] {
	n := &k.Noun
	return recordWith(k, KeptImport{
		Archive: n.Archive, Size: n.Size, Read: when(n.Read), Files: n.Pictures.Files, Looked: n.Pictures.Looked, Unopened: n.Pictures.Unopened,
		Interrupted: when(n.Interrupted), Resumed: when(n.Resumed),
	})
}

// apiImport takes an archive in. With a key, its id is made of it: who asks again finds the import that the key was used for.
func (s *Server) apiImport(w http.ResponseWriter, r *http.Request) error {
	id := ""
	if key := r.Header.Get("Idempotency-Key"); key != "" {
		id = idOf("timeline/imports", key)
		if before, err := s.timeline.FindImport(r.Context(), id); err == nil {
			return answer(w, http.StatusOK, importRecord(&before))
		}
	}
	imp, err := s.takenIn(w, r, id)
	if err != nil {
		return err
	}
	w.Header().Set("Location", "/api/v1/timeline/imports/"+imp.ID)
	return answer(w, http.StatusCreated, importRecord(&imp))
}

func (s *Server) apiImportRead(w http.ResponseWriter, r *http.Request) error {
	imp, err := s.timeline.FindImport(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, importRecord(&imp))
}

func (s *Server) apiImportDelete(w http.ResponseWriter, r *http.Request) error {
	if err := s.timeline.Delete(r.Context(), r.PathValue("id")); err != nil {
		return err
	}
	w.WriteHeader(http.StatusAccepted)
	return nil
}

// apiDo does what needs no more than to be asked for.
func (s *Server) apiDo(do func(*app.Timeline, context.Context) error) func(http.ResponseWriter, *http.Request) error {
	return func(w http.ResponseWriter, r *http.Request) error {
		if err := do(s.timeline, r.Context()); err != nil {
			return err
		}
		w.WriteHeader(http.StatusNoContent)
		return nil
	}
}

func (s *Server) apiHold(w http.ResponseWriter, r *http.Request) error {
	var a HoldAnswer
	if err := receive(r, &a); err != nil {
		return err
	}
	return s.apiDo(func(t *app.Timeline, ctx context.Context) error { return t.Hold(ctx, a.Hold) })(w, r)
}

func (s *Server) apiClusters(w http.ResponseWriter, r *http.Request) error {
	c, err := choiceOf(r, "block", "revise", "advise", app.GroupApart)
	if err != nil {
		return err
	}
	advice, err := s.timeline.Advises(r.Context())
	if err != nil {
		return err
	}
	kept, more, err := s.timeline.Groups(r.Context(), c)
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, pageOf(kept, more, func(k *app.Kept[app.Group]) KeptCluster { return clusterOf(k, advice) }))
}

// clusterOf is a cluster as programs read it. Without advice its remedy is empty.
func clusterOf(k *app.Kept[app.Group], advice bool) KeptCluster {
	out := KeptCluster{Cluster: k.Noun.Whole(), Apart: when(k.Noun.Apart)}
	if !advice {
		out.Cluster.Remedy = ""
	}
	return out
}

func (s *Server) apiCluster(w http.ResponseWriter, r *http.Request) error {
	advice, err := s.timeline.Advises(r.Context())
	if err != nil {
		return err
	}
	k, err := s.timeline.Group(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, recordWith(&k, clusterOf(&k, advice)))
}

func (s *Server) apiApart(w http.ResponseWriter, r *http.Request) error {
	var a ApartAnswer
	if err := receive(r, &a); err != nil {
		return err
	}
	if err := s.timeline.Apart(r.Context(), r.PathValue("id"), a.Apart); err != nil {
		return err
	}
	return s.apiCluster(w, r)
}

func (s *Server) apiTasks(w http.ResponseWriter, r *http.Request) error {
	c, err := choiceOf(r, "block", "revise", "advise", app.TaskChanged, app.TaskKept)
	if err != nil {
		return err
	}
	advice, err := s.timeline.Advises(r.Context())
	if err != nil {
		return err
	}
	kept, more, err := s.timeline.Tasks(r.Context(), c)
	if err != nil {
		return err
	}
	tasks := make([]app.Kept[app.Task], len(kept))
	for i := range kept {
		tasks[i] = kept[i].Kept
	}
	return answer(w, http.StatusOK, pageOf(tasks, more, func(k *app.Kept[app.Task]) KeptTask { return taskOf(k, advice) }))
}

// taskOf is a task as programs read it. Without advice nothing says what to do.
func taskOf(k *app.Kept[app.Task], advice bool) KeptTask {
	n := &k.Noun
	out := KeptTask{Task: n.Whole(), Reason: n.Reason, Settled: when(n.Settled), By: n.By, Back: when(n.Back)}
	if advice {
		return out
	}
	out.Task.Do, out.Task.Rewrite = "", nil
	out.Task.Findings = make([]bedside.Finding, len(n.Task.Findings))
	for i, f := range n.Task.Findings {
		f.Remedy = bedside.Remedy{}
		out.Task.Findings[i] = f
	}
	return out
}

func (s *Server) apiTask(w http.ResponseWriter, r *http.Request) error {
	advice, err := s.timeline.Advises(r.Context())
	if err != nil {
		return err
	}
	k, _, err := s.timeline.Task(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return answer(w, http.StatusOK, recordWith(&k.Kept, taskOf(&k.Kept, advice)))
}

func (s *Server) apiSettle(w http.ResponseWriter, r *http.Request) error {
	var t SettledTask
	if err := receive(r, &t); err != nil {
		return err
	}
	if err := s.timeline.Settle(r.Context(), r.PathValue("id"), t.State, t.Reason); err != nil {
		return err
	}
	return s.apiTask(w, r)
}
