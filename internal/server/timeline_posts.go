package server

import (
	"net/http"
	"net/url"
	"strconv"

	"bedside/internal/app"
	"bedside/render"
)

// postsRoom is a page of posts.
type postsRoom struct {
	Says   string
	States []chip
	Rows   []postRow
	Next   string
}

// postRow is a post in the list.
type postRow struct {
	render.PostView
	Record, Class string
}

// postsListed is how many posts a page lists.
const postsListed = 50

func (s *Server) showPosts(w http.ResponseWriter, r *http.Request) error {
	q := r.URL.Query()
	year, _ := strconv.Atoi(q.Get("year"))
	month, _ := strconv.Atoi(q.Get("month"))
	choice := app.Choice{After: q.Get("after"), Limit: postsListed}
	choice.From, choice.To = span(year, month)
	if state := q.Get("state"); state != "" {
		choice.States = []string{state}
	}
	found, more, err := s.timeline.Posts(r.Context(), choice)
	if err != nil {
		return err
	}
	room := postsRoom{Says: "The newest first"}
	if !choice.From.IsZero() {
		room.Says = choice.From.Format("2006")
		if month > 0 {
			room.Says = choice.From.Format("January 2006")
		}
	}
	for i := range found {
		room.Rows = append(room.Rows, postRowOf(&found[i]))
	}
	for _, c := range []chip{{"All", "", false}, {"Do not leave up", "block", false}, {"Change", "revise", false}, {"A thought", "advise", false}, {"Nothing found", "ok", false}} {
		room.States = append(room.States, chip{c.Label, postsHref(q, c.Href, ""), q.Get("state") == c.Href})
	}
	if more {
		room.Next = postsHref(q, q.Get("state"), found[len(found)-1].ID)
	}
	s.show(w, r, http.StatusOK, "timeline_posts", page{Title: "Posts", Room: "timeline", Body: room})
	return nil
}

func postsHref(q url.Values, state, after string) string {
	v := url.Values{}
	for name, value := range map[string]string{"year": q.Get("year"), "month": q.Get("month"), "state": state, "after": after} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return "/timeline/posts?" + v.Encode()
}

func postRowOf(k *app.Kept[app.Post]) postRow {
	p := k.Noun.AuditPost()
	return postRow{render.PostRowOf(&p), k.ID, k.State}
}

// postRoom is one post with what was found in it.
type postRoom struct {
	Where render.PostView
	View  render.View
	Copy  [][]render.ViewRun
	Task  string // where something is to be done about it
	Words string // of the post, where nothing of them is marked
}

func (s *Server) showPost(w http.ResponseWriter, r *http.Request) error {
	k, d, result, err := s.timeline.Post(r.Context(), r.PathValue("id"))
	if result == nil && err != nil {
		return err
	}
	p := k.Noun.AuditPost()
	room := postRoom{Where: render.PostRowOf(&p), View: render.ViewOf(render.Answer{Draft: d, Result: result}, false), Words: d.Text}
	for _, t := range room.View.Texts {
		if t.Label == "" {
			room.Copy = t.Lines
		}
	}
	o, err := s.timeline.Overview(r.Context())
	if err != nil {
		return err
	}
	if id := o.TaskOf(k.ID); len(result.Findings) > 0 {
		if _, _, err := s.timeline.Task(r.Context(), id); err == nil {
			room.Task = id
		}
	}
	s.show(w, r, http.StatusOK, "timeline_post", page{Title: "A post", Room: "timeline", Body: room})
	return nil
}
