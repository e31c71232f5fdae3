package server

import (
	"context"
	"net/http"
	"net/url"

	"bedside/internal/app"
)

func (s *Server) consentsRoutes(mux *http.ServeMux) {
	s.binRoutes(mux, "/consents", "/consents", func() bin { return s.app.Consents() })
	mux.HandleFunc("GET /consents", s.keeping(s.consents))
	keep := kept(s, recordForm[app.Consent]{
		"/consents", consentOf, func() recordShelf[app.Consent] { return s.app.Consents() }, s.showConsent, "Kept on this computer.",
	})
	mux.HandleFunc("POST /consents", keep)
	mux.HandleFunc("GET /consents/new", s.keeping(s.consentNew))
	mux.HandleFunc("GET /consents/{id}", s.keeping(s.consent))
	mux.HandleFunc("POST /consents/{id}", keep)
	mux.HandleFunc("POST /consents/{id}/withdraw", s.keeping(s.consentWithdrawn))
	mux.HandleFunc("POST /consents/{id}/picture", s.keeping(s.consentPicture))
	mux.HandleFunc("GET /consents/{id}/picture", s.keeping(s.consentPictureShown))
	mux.HandleFunc("GET /consents/{id}/form", s.keeping(s.consentForm))
}

// consentsDue counts the consents that somebody should look at.
func (s *Server) consentsDue(ctx context.Context) (int, error) {
	if s.app.Store == nil {
		return 0, nil
	}
	return s.app.Consents().Due(ctx)
}

// consentsRoom is the list of consents by what they are worth today.
type consentsRoom struct {
	Groups []consentGroup
}

type consentGroup struct {
	Title string
	Rows  []app.Kept[app.Consent]
}

// consents lists what is on file.
func (s *Server) consents(w http.ResponseWriter, r *http.Request) error {
	kept, err := s.app.Consents().List(r.Context())
	if err != nil {
		return err
	}
	var room consentsRoom
	for _, g := range []struct{ state, title string }{
		{app.ConsentSigned, "Signed"},
		{app.ConsentDraft, "Not signed yet"},
		{app.ConsentExpired, "Expired"},
		{app.ConsentWithdrawn, "Withdrawn"},
		{app.Removed, "Removed, destroyed a day after"},
	} {
		group := consentGroup{Title: g.title}
		for _, k := range kept {
			if k.State == g.state {
				group.Rows = append(group.Rows, k)
			}
		}
		if len(group.Rows) > 0 {
			room.Groups = append(room.Groups, group)
		}
	}
	s.show(w, r, http.StatusOK, "consents", page{Title: "Consents", Room: "consents", Body: room})
	return nil
}

// consentPage is one consent: its form, what it lacks and what can be done with it.
type consentPage struct {
	Kept     app.Kept[app.Consent]
	Sections []section
	Problems []app.Problem
	Law      app.Law
}

func (s *Server) consentNew(w http.ResponseWriter, r *http.Request) error {
	fresh := app.Consent{Law: s.app.Consents().Law(), Revocation: true, Conditions: true, Redisclosure: true}
	return s.showConsent(w, r, http.StatusOK, anew(fresh), nil)
}

func (s *Server) consent(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Consents().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	return s.showConsent(w, r, http.StatusOK, k, nil)
}

func (s *Server) showConsent(w http.ResponseWriter, r *http.Request, status int, k app.Kept[app.Consent], problems []app.Problem) error {
	body := consentPage{Kept: k, Sections: marked(consentSections(&k.Noun), problems), Problems: problems, Law: app.LawOf(k.Noun.Law)}
	title := "A consent"
	if k.Version == 0 {
		title = "A new consent"
	}
	s.show(w, r, status, "consent", page{Title: title, Room: "consents", Body: &body})
	return nil
}

func (s *Server) consentWithdrawn(w http.ResponseWriter, r *http.Request) error {
	id := r.PathValue("id")
	if err := s.app.Consents().Withdraw(r.Context(), id); err != nil {
		return err
	}
	s.done(w, r, "/consents/"+id, notice{Text: "Withdrawn today. Checks count it no longer. Take down what was published under it."})
	return nil
}

// consentForm is the form to sign, on a page of its own that prints.
func (s *Server) consentForm(w http.ResponseWriter, r *http.Request) error {
	k, err := s.app.Consents().Find(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	s.show(w, r, http.StatusOK, "consent-form", page{Title: "A form to sign", Room: "consents", Body: &consentPage{Kept: k, Law: app.LawOf(k.Noun.Law)}})
	return nil
}

// consentOf reads a consent from its form.
func consentOf(v url.Values) (app.Consent, []app.Problem) {
	yes := func(name string) bool { return v.Get(name) == "yes" }
	return app.Consent{
		Law: v.Get("law"), Person: v.Get("person"), Information: v.Get("information"), Discloser: v.Get("discloser"), Recipients: v.Get("recipients"),
		Purpose: v.Get("purpose"), Expires: v.Get("expires"), ExpiresWith: v.Get("expires_with"), EventOn: v.Get("event_on"),
		Signer: v.Get("signer"), Authority: v.Get("authority"), Signed: v.Get("signed"), Withdrawn: v.Get("withdrawn"),
		Revocation: yes("revocation"), Conditions: yes("conditions"), Redisclosure: yes("redisclosure"), Copy: yes("copy"), Wording: v.Get("wording"),
	}, nil
}
