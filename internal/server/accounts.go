package server

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

func (s *Server) accountsRoutes(mux *http.ServeMux) {
	s.binRoutes(mux, "/accounts", "/accounts", func() bin { return s.app.Accounts() })
	mux.HandleFunc("GET /accounts", s.keeping(s.accounts))
	keep := kept(s, recordForm[app.Account]{
		"/accounts", accountOf, func() recordShelf[app.Account] { return s.app.Accounts() }, s.showAccount, "Kept on this computer.",
	})
	mux.HandleFunc("POST /accounts", keep)
	mux.HandleFunc("GET /accounts/new", s.keeping(s.accountNew))
	mux.HandleFunc("GET /accounts/{id}", s.keeping(s.account))
	mux.HandleFunc("POST /accounts/{id}", keep)
	mux.HandleFunc("POST /accounts/{id}/step", s.keeping(s.accountStep))
}

func (s *Server) accountsDue(ctx context.Context) (int, error) {
	if s.app.Store == nil {
		return 0, nil
	}
	return s.app.Accounts().Due(ctx)
}

// accountsRoom is the accounts, personal and professional apart.
type accountsRoom struct {
	Groups    []accountGroup
	Platforms app.Platforms
}

// Name is a platform's name.
func (r accountsRoom) Name(platform string) string { return r.Platforms.Find(platform).Name }

type accountGroup struct {
	Title, Says string
	Rows        []accountRow
}

type accountRow struct {
	app.Kept[app.Account]
	Name       string // of the platform
	Done, Todo int    // steps of its review
}

func (s *Server) accounts(w http.ResponseWriter, r *http.Request) error {
	kept, err := s.app.Accounts().List(r.Context())
	if err != nil {
		return err
	}
	known, err := app.KnownPlatforms()
	if err != nil {
		return err
	}
	groups := []accountGroup{
		{Title: "Professional", Says: "Where patients may follow you. No talk of anybody’s health there either."},
		{Title: "Personal", Says: "Where patients are kindly turned away. Everything there can still be read by others."},
		{Title: "Others", Says: ""},
		{Title: "Removed, destroyed a day after", Says: ""},
	}
	for _, k := range kept {
		row := accountRow{Kept: k, Name: known.Find(k.Noun.Platform).Name}
		for _, step := range k.Noun.Steps(known.Find(k.Noun.Platform), nil, s.app.Now()) {
			row.Todo++
			if step.Done != "" {
				row.Done++
			}
		}
		at := 2
		switch {
		case k.State == app.Removed:
			at = 3
		case k.Noun.Persona == "professional", k.Noun.Persona == "institutional":
			at = 0
		case k.Noun.Persona == "personal":
			at = 1
		}
		groups[at].Rows = append(groups[at].Rows, row)
	}
	s.show(w, r, http.StatusOK, "accounts", page{Title: "Accounts", Room: "accounts", Body: accountsRoom{groups, known}})
	return nil
}

// accountPage is one account: its form, what was found in its bio, and the review of its settings.
type accountPage struct {
	Kept      app.Kept[app.Account]
	Name      string
	Sections  []section
	Problems  []app.Problem
	Steps     []app.Step
	Platforms app.Platforms
	Bio       *render.View
}

// DoneSteps are the steps that are done in this round.
func (p accountPage) DoneSteps() []app.Step {
	return slices.DeleteFunc(slices.Clone(p.Steps), func(s app.Step) bool { return s.Done == "" })
}

// Says is how far the review is.
func (p accountPage) Says() string {
	done := len(p.DoneSteps())
	if next := p.Kept.Noun.Next(); done == len(p.Steps) && next != "" {
		return "All steps are done. The next review is due on " + dayShown(next) + "."
	}
	return strconv.Itoa(done) + " of " + plural(len(p.Steps), "step", "steps") + " done."
}

func (s *Server) accountNew(w http.ResponseWriter, r *http.Request) error {
	return s.showAccount(w, r, http.StatusOK, anew(app.Account{}), nil)
}

func (s *Server) account(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Accounts().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return s.showAccount(w, r, http.StatusOK, k, nil)
}

func (s *Server) showAccount(w http.ResponseWriter, r *http.Request, status int, k app.Kept[app.Account], problems []app.Problem) error {
	known, err := app.KnownPlatforms()
	if err != nil {
		return err
	}
	body := accountPage{Kept: k, Sections: marked(accountSections(&k.Noun, known), problems), Problems: problems, Platforms: known}
	if k.Version > 0 {
		if err := s.review(r.Context(), &body); err != nil {
			return err
		}
	}
	title := "A new account"
	if body.Name != "" {
		title = body.Name
	}
	s.show(w, r, status, "account", page{Title: title, Room: "accounts", Body: &body})
	return nil
}

// review adds the steps of the platform, what the last export says of them, and what was found in the bio.
func (s *Server) review(ctx context.Context, body *accountPage) error {
	n := &body.Kept.Noun
	p := body.Platforms.Find(n.Platform)
	body.Name = p.Name
	exports, err := s.app.Accounts().Exports(ctx, n.Platform)
	if err != nil {
		return err
	}
	body.Steps = n.Steps(p, exports, s.app.Now())
	if n.Bio != "" {
		body.Bio, err = s.viewOf(ctx, n.Draft())
	}
	return err
}

// viewOf checks a draft and writes the answer as pages show it.
func (s *Server) viewOf(ctx context.Context, d bedside.Draft) (*render.View, error) {
	d, result, err := s.app.Check(ctx, d)
	if err != nil {
		return nil, err
	}
	view := render.ViewOf(render.Answer{Draft: d, Result: result}, false)
	return &view, nil
}

func accountSections(a *app.Account, known app.Platforms) []section {
	return []section{{"The account", "What a check needs to know of where you post.", []field{
		{Name: "platform", Label: "Platform", Value: a.Platform, Choices: platformChoices(known, a.Platform)},
		{Name: "handle", Label: "Name there", Value: a.Handle},
		{Name: "persona", Label: "It is", Value: a.Persona, Choices: form{}.Personas()},
		{Name: "audience", Label: "Seen by", Value: a.Audience, Choices: form{}.Audiences()},
		{Name: "bio", Label: "Bio, as it stands there", Value: a.Bio, Rows: 3, Hint: "It is checked as you keep it: role, employer, whose views these are."},
		{Name: "page", Label: "Address of your professional page", Value: a.Page, Type: "url", Hint: "People whom you cannot answer here are pointed to it."},
		{Name: "every", Label: "Review its settings every … months", Value: months(a.Every), Type: "number", Hint: "Empty: every six."},
	}}}
}

func months(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// platformChoices are the platforms to choose from, with the one that is chosen.
func platformChoices(known app.Platforms, chosen string) []choice {
	out := []choice{{"", "Choose one"}}
	there := chosen == ""
	for _, p := range known.Platforms {
		out = append(out, choice{p.ID, p.Name})
		there = there || p.ID == chosen
	}
	out = append(out, choice{"other", "Another one"})
	if !there && chosen != "other" {
		out = append(out, choice{chosen, chosen})
	}
	return out
}

func accountOf(v url.Values) (app.Account, []app.Problem) {
	a := app.Account{
		Platform: v.Get("platform"), Handle: v.Get("handle"), Persona: v.Get("persona"), Audience: v.Get("audience"), Bio: v.Get("bio"), Page: v.Get("page"),
	}
	if every := v.Get("every"); every != "" {
		n, err := strconv.Atoi(every)
		if err != nil {
			return a, []app.Problem{{Field: "every", Message: "Write a whole number of months."}}
		}
		a.Every = n
	}
	return a, nil
}

// accountStep notes that a step of the review was done, or was not.
func (s *Server) accountStep(w http.ResponseWriter, r *http.Request) error {
	v, err := fieldsOf(r)
	if err != nil {
		return err
	}
	id := r.PathValue("id")
	if err := s.app.Accounts().Mark(r.Context(), id, v.Get("step"), v.Get("done") == "yes"); err != nil {
		return err
	}
	return redirect(w, r, "/accounts/"+id+"#review")
}
