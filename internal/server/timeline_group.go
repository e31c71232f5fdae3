package server

import (
	"context"
	"net/http"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// groupView is a group of posts that tell more together, as the room shows it.
type groupView struct {
	render.ClusterView
	Record string // its id in the store
	Apart  bool
	Change []changeView
}

// changeView is a post that would be changed first, and its place in the clean-up.
type changeView struct {
	Where render.PostView
	Task  string
}

// groupsInto reads the groups, and opens one: the one that was asked for, else the gravest.
func (s *Server) groupsInto(ctx context.Context, room *timelineRoom, open string) error {
	all, _, err := s.timeline.Groups(ctx, app.Choice{Limit: groupsListed})
	if err != nil {
		return err
	}
	if open == "" && len(all) > 0 {
		open = all[0].ID
	}
	for i := range all {
		if all[i].ID != open {
			room.Groups = append(room.Groups, groupRowOf(&all[i]))
		}
	}
	if open != "" {
		g, err := s.timeline.Group(ctx, open)
		if err != nil {
			return err
		}
		view := groupViewOf(&g, &room.Overview)
		room.Group = &view
	}
	return nil
}

func groupRowOf(g *app.Kept[app.Group]) groupView {
	return groupView{ClusterView: render.ClusterRowOf(&g.Noun.Cluster), Record: g.ID, Apart: g.State == app.GroupApart}
}

func groupViewOf(g *app.Kept[app.Group], o *app.Overview) groupView {
	whole := g.Noun.Whole()
	out := groupView{ClusterView: render.ClusterViewOf(&whole), Record: g.ID, Apart: g.State == app.GroupApart}
	for i := range whole.Posts {
		if whole.Posts[i].Change {
			out.Change = append(out.Change, changeView{render.PostViewOf(&whole.Posts[i].Post), o.TaskOf(g.Noun.Posts[i])})
		}
	}
	return out
}

// tellApart notes that a group's posts are not about one person, or takes it back.
func (s *Server) tellApart(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	do, err := asked(r)
	if err != nil {
		return err
	}
	if do != "apart" && do != "together" {
		return noSuchAnswer()
	}
	if err := s.timeline.Apart(r.Context(), id, do == "apart"); err != nil {
		return err
	}
	if do == "apart" {
		s.done(w, r, "/timeline", notice{Text: "Noted: these posts are not about the same person.", Undo: "/timeline/groups/" + id + "?do=together"})
		return nil
	}
	http.Redirect(w, r, "/timeline?group="+id, http.StatusSeeOther)
	return nil
}

// asked is what a button asks for; the one that undoes has it in its address.
func asked(r *http.Request) (string, error) {
	fields, err := fieldsOf(r)
	if do := fields.Get("do"); do != "" || err != nil {
		return do, err
	}
	return r.URL.Query().Get("do"), nil
}

func noSuchAnswer() error { return bedside.Errorf(bedside.CodeInvalid, "there is no such answer") }
