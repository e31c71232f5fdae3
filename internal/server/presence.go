package server

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"bedside/internal/app"
	"bedside/render"
)

func (s *Server) presenceRoutes(mux *http.ServeMux) {
	s.binRoutes(mux, "/presence", "/presence", func() bin { return s.app.Presence() })
	mux.HandleFunc("GET /presence", s.keeping(s.presence))
	keep := kept(s, recordForm[app.Appearance]{
		"/presence", appearanceOf, func() recordShelf[app.Appearance] { return s.app.Presence() }, s.showFilledIn, "Kept on this computer.",
	})
	mux.HandleFunc("POST /presence", keep)
	mux.HandleFunc("GET /presence/new", s.keeping(s.appearanceNew))
	mux.HandleFunc("GET /presence/{id}", s.keeping(s.appearance))
	mux.HandleFunc("POST /presence/{id}", keep)
	mux.HandleFunc("POST /presence/{id}/step", s.keeping(s.appearanceStep))
	mux.HandleFunc("POST /presence/{id}/end", s.keeping(s.appearanceEnded))
}

func (s *Server) presenceDue(ctx context.Context) (int, error) {
	if s.app.Store == nil {
		return 0, nil
	}
	return s.app.Presence().Due(ctx)
}

// presenceRoom is what others posted: what is worked on, and what has ended.
type presenceRoom struct {
	Today                string
	Open, Ended, Removed []appearanceRow
}

type appearanceRow struct {
	app.Kept[app.Appearance]
	Label, Platform string
}

func (s *Server) presence(w http.ResponseWriter, r *http.Request) error {
	kept, err := s.app.Presence().List(r.Context())
	if err != nil {
		return err
	}
	scripts, err := app.PresenceScripts()
	if err != nil {
		return err
	}
	known, err := app.KnownPlatforms()
	if err != nil {
		return err
	}
	room := presenceRoom{Today: s.app.Now().Format("2006-01-02")}
	for _, k := range kept {
		row := appearanceRow{k, labelOf(wordChoices(scripts.Kinds), k.Noun.Kind), known.Find(k.Noun.Platform).Name}
		switch k.State {
		case app.Removed:
			room.Removed = append(room.Removed, row)
		case app.AppearanceGone, app.AppearanceLeft:
			room.Ended = append(room.Ended, row)
		default:
			room.Open = append(room.Open, row)
		}
	}
	s.show(w, r, http.StatusOK, "presence", page{Title: "Presence", Room: "presence", Body: room})
	return nil
}

// appearancePage is one appearance: its form, what is found in it, and how it is worked on.
type appearancePage struct {
	Kept     app.Kept[app.Appearance]
	Label    string
	Sections []section
	Problems []app.Problem
	Ending   []app.Problem // what is wrong with how it is to end
	Steps    []workStep
	Messages []string
	Caution  app.Caution
	Written  app.Platforms
	Found    *render.View
}

// workStep is a step of working on an appearance.
type workStep struct{ ID, Title, Do, Where, Done string }

func (s *Server) appearanceNew(w http.ResponseWriter, r *http.Request) error {
	return s.showAppearance(w, r, http.StatusOK, appearancePage{Kept: anew(app.Appearance{})})
}

func (s *Server) appearance(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Presence().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return s.showAppearance(w, r, http.StatusOK, appearancePage{Kept: k})
}

// showFilledIn shows the form as it was filled in, with what is wrong.
func (s *Server) showFilledIn(w http.ResponseWriter, r *http.Request, status int, k app.Kept[app.Appearance], wrong []app.Problem) error {
	return s.showAppearance(w, r, status, appearancePage{Kept: k, Problems: wrong})
}

func (s *Server) showAppearance(w http.ResponseWriter, r *http.Request, status int, body appearancePage) error {
	scripts, err := app.PresenceScripts()
	if err != nil {
		return err
	}
	if body.Written, err = app.KnownPlatforms(); err != nil {
		return err
	}
	n := &body.Kept.Noun
	body.Sections = marked(appearanceSections(n, scripts, body.Written), body.Problems)
	title := "What somebody posted"
	if body.Kept.Version > 0 {
		body.Label = labelOf(wordChoices(scripts.Kinds), n.Kind)
		title = body.Label
		body.Steps, body.Messages, body.Caution = workSteps(n, body.Written.Find(n.Platform)), scripts.For(n), scripts.Caution(n)
		if n.Told() {
			if body.Found, err = s.viewOf(r.Context(), n.Draft()); err != nil {
				return err
			}
		}
	}
	s.show(w, r, status, "appearance", page{Title: title, Room: "presence", Body: &body})
	return nil
}

// workSteps are the steps in their order, with the platform's own where they are known.
func workSteps(n *app.Appearance, p app.Platform) []workStep {
	or := func(way app.Way, otherwise string) app.Way {
		if way.Do == "" {
			return app.Way{Do: otherwise}
		}
		return way
	}
	untag := or(p.Takedown.Untag, "Take your name or tag off it, where the platform lets you.")
	report := or(p.Takedown.Report, "Report it to the platform.")
	settings := or(p.Takedown.Settings, "Look at who can tag and mention you.")
	return []workStep{
		{app.StepUntag, "Untag", untag.Do, untag.Where, n.Done[app.StepUntag]},
		{app.StepAsked, "Ask", "Write to whoever posted it, in private. A message is ready below.", "", n.Done[app.StepAsked]},
		{app.StepReported, "Report", report.Do, report.Where, n.Done[app.StepReported]},
		{app.StepSettings, "Settings", settings.Do, settings.Where, n.Done[app.StepSettings]},
	}
}

func appearanceSections(a *app.Appearance, scripts app.Scripts, known app.Platforms) []section {
	shows := func(word string) bool { return slices.Contains(a.Shows, word) }
	return []section{{"What it is", "By hand or by its address. Bedside never opens the address.", []field{
		{Name: "kind", Label: "Kind", Value: a.Kind, Choices: append([]choice{{"", "Choose one"}}, wordChoices(scripts.Kinds)...)},
		{Name: "link", Label: "Address", Value: a.Link, Type: "url"},
		{Name: "platform", Label: "Platform", Value: a.Platform, Choices: platformChoices(known, a.Platform)},
		{Name: "audience", Label: "Seen by", Value: a.Audience, Choices: form{}.Audiences()},
		{Name: "by", Label: "Posted by", Value: a.By, Choices: append([]choice{{"", "Not said"}}, wordChoices(scripts.Posters)...)},
		{Name: "poster", Label: "Their name there", Value: a.Poster},
		{Name: "seen", Label: "You saw it on", Value: a.Seen, Type: "date", Hint: "Empty: today."},
	}}, {"What it shows", "The check reads this as something that somebody else published.", []field{
		{Name: "words", Label: "Its words", Value: a.Words, Rows: 3},
		{Name: "picture", Label: "The picture, in your words", Value: a.Picture, Rows: 2, Hint: "Such as “me asleep at a party, in the school’s shirt”."},
		tick("shows_me", "I am in it", shows("me"), ""),
		tick("shows_alcohol", "Alcohol is in it", shows("alcohol"), ""),
		tick("shows_logo", "My school’s or employer’s name or sign is in it", shows("logo"), ""),
		tick("shows_patient", "A patient is in it", shows("patient"), ""),
		tick("shows_screen", "A screen or chart is in it", shows("screen"), ""),
	}}, {"What it could do", "", []field{
		{Name: "harm", Label: "What it could do, and to whom", Value: a.Harm, Rows: 2},
		{Name: "due", Label: "Look again on", Value: a.Due, Type: "date", Hint: "Empty: a week after you asked, two after you reported."},
	}}}
}

// wordChoices are choices of words that are kept.
func wordChoices(words []app.Named) []choice {
	out := make([]choice, len(words))
	for i, n := range words {
		out[i] = choice{n.ID, n.Label}
	}
	return out
}

// labelOf is how a choice reads.
func labelOf(choices []choice, value string) string {
	for _, c := range choices {
		if c.Value == value {
			return c.Label
		}
	}
	return value
}

func appearanceOf(v url.Values) (app.Appearance, []app.Problem) {
	a := app.Appearance{
		Kind: v.Get("kind"), By: v.Get("by"), Poster: v.Get("poster"), Platform: v.Get("platform"), Link: v.Get("link"), Seen: v.Get("seen"),
		Audience: v.Get("audience"), Words: v.Get("words"), Picture: v.Get("picture"), Harm: v.Get("harm"), Due: v.Get("due"),
	}
	for _, word := range []string{"me", "alcohol", "logo", "patient", "screen"} {
		if v.Get("shows_"+word) == "yes" {
			a.Shows = append(a.Shows, word)
		}
	}
	return a, nil
}

// appearanceStep notes that a step was done, or was not.
func (s *Server) appearanceStep(w http.ResponseWriter, r *http.Request) error {
	v, err := fieldsOf(r)
	if err != nil {
		return err
	}
	id := r.PathValue("id")
	if err := s.app.Presence().Mark(r.Context(), id, v.Get("step"), v.Get("done") == "yes"); err != nil {
		return err
	}
	return redirect(w, r, "/presence/"+id+"#work")
}

// appearanceEnded closes an appearance, or opens it again.
func (s *Server) appearanceEnded(w http.ResponseWriter, r *http.Request) error {
	v, err := fieldsOf(r)
	if err != nil {
		return err
	}
	id, how := r.PathValue("id"), v.Get("how")
	problems, err := s.app.Presence().End(r.Context(), id, how, v.Get("reason"))
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		k, err := s.app.Presence().Find(r.Context(), id)
		if err != nil {
			return err
		}
		return s.showAppearance(w, r, http.StatusUnprocessableEntity, appearancePage{Kept: k, Ending: problems})
	}
	if how == "" {
		s.done(w, r, "/presence/"+id, notice{Text: "It is open again."})
		return nil
	}
	s.done(w, r, "/presence", notice{Text: "Noted, and worked to its end.", Undo: "/presence/" + id + "/end"})
	return nil
}
