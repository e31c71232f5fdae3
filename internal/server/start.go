package server

import (
	"net/http"
	"net/url"
	"slices"
	"strings"

	"bedside"
	"bedside/internal/profile"
	"bedside/render"
)

// startRoom is the first visit: four questions, any of which may stay empty, and a draft that shows what the answers are for.
type startRoom struct {
	Greeting string
	Said     profile.Profile
	Other    string // the role, where it is none of those that are offered
	Accounts []bedside.Account
	Bodies   []body
	Example  startExample
	Problem  string
}

// body is a source of guidelines that can be chosen.
type body struct {
	choice
	Speaks bool
}

// startExample is an invented draft as a check of it reads with the answers.
type startExample struct {
	Copy  [][]render.ViewRun
	Cards []render.ViewCard
}

// later is the cookie of a browser whose person wants to answer another time.
const later = "bedside_later"

// firstVisit reports whether nobody has said yet who writes here, and nobody said that they would do so later.
func (s *Server) firstVisit(r *http.Request) bool {
	if _, found := s.app.Author(); found || s.app.Profile == nil || !framed(r) {
		return false
	}
	return setting(r, later, "yes") == ""
}

// showStart asks the four questions.
func (s *Server) showStart(w http.ResponseWriter, r *http.Request) {
	said, _ := s.app.Author()
	s.startPage(w, r, http.StatusOK, said, "")
}

// startPage draws the questions with what was said.
func (s *Server) startPage(w http.ResponseWriter, r *http.Request, status int, said profile.Profile, problem string) {
	room := startRoom{Greeting: greeting(s.app.Now().Hour()), Said: said, Problem: problem, Example: s.startExample(r)}
	if !slices.ContainsFunc(room.Roles(), func(c choice) bool { return c.Value == said.Role }) {
		room.Other = strings.ReplaceAll(said.Role, "_", " ")
	}
	room.Accounts = append(slices.Clone(said.Accounts), make([]bedside.Account, max(1, 2-len(said.Accounts)))...)
	for i := range s.app.Pack.Bodies {
		b := &s.app.Pack.Bodies[i]
		room.Bodies = append(room.Bodies, body{choice{b.ID, b.Source}, len(said.Guidelines) == 0 || slices.Contains(said.Guidelines, b.ID)})
	}
	s.show(w, r, status, "start", page{Title: "Who you are", Room: "start", Body: room})
}

// greeting fits the hour.
func greeting(hour int) string {
	switch {
	case hour >= 5 && hour < 12:
		return "Good morning."
	case hour >= 12 && hour < 18:
		return "Good afternoon."
	default:
		return "Good evening."
	}
}

// startExample checks an invented draft by an invented student.
func (s *Server) startExample(r *http.Request) (out startExample) {
	d := bedside.Draft{
		Kind: "post", Text: "Proud of our team! St Brannock’s has the best cardiac outcomes in the state. And @leo_runs, stop the tablet if your ankles swell.",
		Author: bedside.Author{Name: "Maya", Role: "medical_student", Institution: "St Brannock’s"}, Account: bedside.Account{Persona: "personal", Audience: "followers"},
	}
	d, result, err := s.app.Check(r.Context(), d)
	if err != nil {
		return out // the questions do without it
	}
	view := render.ViewOf(render.Answer{Draft: d, Result: result}, false)
	for _, t := range view.Texts {
		if t.Label == "" {
			out.Copy = t.Lines
		}
	}
	out.Cards = view.Cards
	return out
}

// keepStart writes the answers, or notes that they come later.
func (s *Server) keepStart(w http.ResponseWriter, r *http.Request) {
	if _, err := fieldsOf(r); err != nil {
		s.fail(w, r, err)
		return
	}
	if r.PostForm.Get("do") == "later" {
		http.SetCookie(w, &http.Cookie{Name: later, Value: "yes", Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, MaxAge: int(settingsLast.Seconds())})
		http.Redirect(w, r, "/", http.StatusSeeOther)
		return
	}
	said := s.saidIn(r.PostForm)
	if err := s.app.Introduce(said); err != nil {
		e := shown(err)
		s.startPage(w, r, statusOf(e.Code), said, sentence(e.Message))
		return
	}
	text := "Kept on this computer. You can change it at any time."
	if len(said.Guidelines) > 0 {
		text += " The choice of guidelines holds from the next start of Bedside."
	}
	s.done(w, r, "/", notice{Text: text})
}

// saidIn reads the answers.
func (s *Server) saidIn(v url.Values) profile.Profile {
	said := profile.Profile{Role: v.Get("role"), Institution: strings.TrimSpace(v.Get("institution")), Specialty: strings.TrimSpace(v.Get("specialty")), Jurisdiction: v.Get("jurisdiction")}
	if other := strings.TrimSpace(v.Get("role_other")); said.Role == "other" || said.Role == "" {
		said.Role = strings.ReplaceAll(strings.ToLower(other), " ", "_")
	}
	handles, platforms, personas := v["handle"], v["platform"], v["persona"]
	for i := range min(len(handles), len(platforms), len(personas)) {
		if handles[i] != "" {
			said.Accounts = append(said.Accounts, bedside.Account{Handle: handles[i], Platform: platforms[i], Persona: personas[i]})
		}
	}
	if chosen := v["body"]; len(chosen) < len(s.app.Pack.Bodies) {
		said.Guidelines = chosen
	}
	return said
}

// Roles are what most who post here are.
func (startRoom) Roles() []choice {
	return []choice{{"medical_student", "Medical student"}, {"resident", "Resident"}, {"physician", "Physician"}, {"nurse", "Nurse"}, {"pharmacist", "Pharmacist"}}
}

// Platforms are where people post.
func (startRoom) Platforms() []platform { return platforms() }

// Personas are the kinds of accounts.
func (startRoom) Personas() []choice { return form{}.Personas() }

// Places are where somebody may work, as the figures of people know them.
func (startRoom) Places() []choice { return places() }
