package server

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

func (s *Server) learnRoutes(mux *http.ServeMux) {
	mux.HandleFunc("GET /learn", s.told(s.learn))
	mux.HandleFunc("GET /learn/next", s.told(s.learnNext))
	mux.HandleFunc("POST /learn/keep", s.keeping(s.learnKept))
	s.binRoutes(mux, "/learn/own", "/learn", func() bin { return s.app.NearMisses() })
	mux.HandleFunc("POST /learn/own", s.keeping(s.nearMissesKept))
	mux.HandleFunc("POST /learn/own/restore", s.keeping(s.nearMissesBack))
	mux.HandleFunc("GET /learn/{id}", s.told(s.exercise))
	mux.HandleFunc("POST /learn/{id}", s.told(s.exerciseAnswered))
}

// learnDue counts the exercises that are due again.
func (s *Server) learnDue(ctx context.Context) (int, error) {
	results, err := s.app.Learn().Results(ctx)
	n := 0
	for _, k := range results {
		if k.Noun.Due <= s.app.Now().Format("2006-01-02") {
			n++
		}
	}
	return n, err
}

// learnRoom is the practice by topic, and how far somebody is.
type learnRoom struct {
	Standings  []topicStanding
	Keeps, Can bool // results are kept; they can be
	Due        int
	KeepsOwn   bool // near misses are kept
	Own        int  // that are
}

type topicStanding struct {
	app.Standing
	Label string
}

func (s *Server) learn(w http.ResponseWriter, r *http.Request) error {
	l := s.app.Learn()
	all, err := l.All(r.Context())
	if err != nil {
		return err
	}
	results, err := l.Results(r.Context())
	if err != nil {
		return err
	}
	room := learnRoom{Can: s.app.Store != nil}
	if room.Keeps, err = l.Keeps(r.Context()); err != nil {
		return err
	}
	if room.KeepsOwn, err = s.app.NearMisses().Keeps(r.Context()); err != nil {
		return err
	}
	own, err := s.app.NearMisses().List(r.Context())
	if err != nil {
		return err
	}
	room.Own = len(own)
	for _, t := range l.Standings(all, results) {
		room.Standings = append(room.Standings, topicStanding{t, topicLabel(t.Topic)})
		room.Due += t.Due
	}
	s.show(w, r, http.StatusOK, "learn", page{Title: "Learn", Room: "learn", Body: room})
	return nil
}

// topicLabel is a topic as people read it.
func topicLabel(topic string) string {
	if topic == app.Scenarios {
		return "The nine scenarios of Johns Hopkins"
	}
	if topic == app.Own {
		return "Your own near misses"
	}
	return labelOf([]choice{
		{"patient_privacy", "Patients’ privacy"},
		{"own_privacy", "Your own privacy"},
		{"work_commitments", "On duty"},
		{"colleague", "Colleagues"},
		{"academic_integrity", "Exams and courses"},
		{"proprietary", "Internal matters"},
		{"disclaimer", "Whose view it is"},
		{"disclosure", "Money and ties"},
		{"claims", "Claims"},
		{"advice", "Advice to one person"},
		{"boundaries", "Boundaries with patients"},
		{"copyright", "Others’ work"},
		{"politics", "Candidates"},
		{"credentials", "Titles"},
		{"respect", "Respect"},
	}, topic)
}

// learnNext leads to the next exercise, or back to the room when there is none left for today.
func (s *Server) learnNext(w http.ResponseWriter, r *http.Request) error {
	l := s.app.Learn()
	all, err := l.All(r.Context())
	if err != nil {
		return err
	}
	results, err := l.Results(r.Context())
	if err != nil {
		return err
	}
	topic := r.URL.Query().Get("topic")
	e, ok := l.Next(all, results, topic, r.URL.Query().Get("after"))
	if !ok {
		s.done(w, r, "/learn", notice{Text: "That was all for today. What you had right comes again later."})
		return nil
	}
	return redirect(w, r, exercisePath(e.ID, topic, ""))
}

// exercisePath is where an exercise is, among those of a topic, with what was said of it.
func exercisePath(id, topic, said string) string {
	q := url.Values{}
	if topic != "" {
		q.Set("topic", topic)
	}
	if said != "" {
		q.Set("said", said)
	}
	path := "/learn/" + url.PathEscape(id)
	if len(q) > 0 {
		path += "?" + q.Encode()
	}
	return path
}

// learnKept begins to keep results, or forgets them.
func (s *Server) learnKept(w http.ResponseWriter, r *http.Request) error {
	v, err := fieldsOf(r)
	if err != nil {
		return err
	}
	if v.Get("keep") == "yes" {
		if err := s.app.Learn().StartKeeping(r.Context()); err != nil {
			return err
		}
		s.done(w, r, "/learn", notice{Text: "From now on your answers are kept on this computer, and what is due comes again."})
		return nil
	}
	if v.Get("keep") != "no" {
		return noSuchAnswer()
	}
	if err := s.app.Learn().Forget(r.Context()); err != nil {
		return err
	}
	s.done(w, r, "/learn", notice{Text: "Your answers are destroyed, and none is kept from now on."})
	return nil
}

// nearMissesKept begins to keep drafts that were changed in time, or removes them all with one click and keeps none from then on.
func (s *Server) nearMissesKept(w http.ResponseWriter, r *http.Request) error {
	v, err := fieldsOf(r)
	if err != nil {
		return err
	}
	switch v.Get("keep") {
	case "yes":
		if err := s.app.NearMisses().Start(r.Context()); err != nil {
			return err
		}
		s.done(w, r, "/learn", notice{Text: "From now on a draft that you mend in Write is kept, as it was and as it became."})
		return nil
	case "no":
		if err := s.app.NearMisses().RemoveAll(r.Context()); err != nil {
			return err
		}
		s.done(w, r, "/learn", notice{Text: "Removed, and none is kept from now on. They are destroyed in a day.", Undo: "/learn/own/restore"})
		return nil
	default:
		return noSuchAnswer()
	}
}

func (s *Server) nearMissesBack(w http.ResponseWriter, r *http.Request) error {
	if err := s.app.NearMisses().RestoreAll(r.Context()); err != nil {
		return err
	}
	s.done(w, r, "/learn", notice{Text: "They are back, and kept as before."})
	return nil
}

// exercisePage is one draft to practise on, and the answer once something was said.
type exercisePage struct {
	ID, Topic, Label string
	Own              string // id of the near miss that it is, where it is the person's own
	Twin             string
	Text             string
	About            []known // what is known beside the words
	Said, SaidLabel  string
	Verdict          string
	Right, Same      bool
	View             *render.View // nil before the answer
	Copy             [][]render.ViewRun
	Others           []render.ViewText
	Choices          []choice
}

// known is one thing that is known of a draft.
type known struct{ Name, Text string }

// sayings are what one can do with a draft.
func sayings() []choice {
	return []choice{{"ok", "Nothing to say"}, {"advise", "A thought"}, {"revise", "Change it first"}, {"block", "Do not publish"}}
}

// severityOf is the severity of a saying.
func severityOf(said string) (bedside.Severity, bool) {
	for v := bedside.OK; v <= bedside.Block; v++ {
		if v.String() == said {
			return v, true
		}
	}
	return bedside.OK, false
}

func (s *Server) exercise(w http.ResponseWriter, r *http.Request) error {
	e, err := s.app.Learn().Exercise(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	q := r.URL.Query()
	body := exercisePage{ID: e.ID, Own: e.OwnID(), Topic: q.Get("topic"), Label: topicLabel(e.Topic), Text: e.Draft.Text, About: aboutDraft(&e.Draft), Choices: sayings()}
	if said, ok := severityOf(q.Get("said")); ok {
		if err := s.answer(&body, &e, said); err != nil {
			return err
		}
	}
	s.show(w, r, http.StatusOK, "exercise", page{Title: "Practice", Room: "learn", Body: &body})
	return nil
}

// answer adds what the check says, beside what somebody would have done.
func (s *Server) answer(body *exercisePage, e *app.Exercise, said bedside.Severity) error {
	result, err := s.app.Learn().Answer(e)
	if err != nil {
		return err
	}
	view := render.ViewOf(render.Answer{Draft: e.Draft, Result: result}, false)
	body.View, body.Twin = &view, e.Twin
	for _, t := range view.Texts {
		if t.Label == "" {
			body.Copy = t.Lines
		} else {
			body.Others = append(body.Others, t)
		}
	}
	body.Said, body.SaidLabel = said.String(), labelOf(sayings(), said.String())
	body.Verdict = labelOf(sayings(), result.Verdict.String())
	body.Right, body.Same = app.Right(said, result.Verdict), said == result.Verdict
	return nil
}

// exerciseAnswered notes an answer where that was asked for, and shows what the check says.
func (s *Server) exerciseAnswered(w http.ResponseWriter, r *http.Request) error {
	v, err := fieldsOf(r)
	if err != nil {
		return err
	}
	e, err := s.app.Learn().Exercise(r.Context(), r.PathValue("id"))
	if err != nil {
		return err
	}
	said, ok := severityOf(v.Get("said"))
	if !ok {
		return bedside.Errorf(bedside.CodeInvalid, "choose one of the four answers")
	}
	if err := s.app.Learn().Keep(r.Context(), &e, app.Right(said, e.Label)); err != nil {
		return err
	}
	return redirect(w, r, exercisePath(e.ID, v.Get("topic"), said.String()))
}

// platformName is a platform's name as people write it.
func platformName(id string) string {
	for _, p := range platforms() {
		if p.Value == id {
			return p.Label
		}
	}
	return id
}

// aboutDraft tells what is known of a draft beside its words.
func aboutDraft(d *bedside.Draft) []known {
	var out []known
	tell := func(label string, values ...string) {
		var said []string
		for _, v := range values {
			if v != "" {
				said = append(said, v)
			}
		}
		if len(said) > 0 {
			out = append(out, known{label, strings.Join(said, ", ")})
		}
	}
	words := strings.NewReplacer("_", " ")
	tell("Written by", words.Replace(d.Author.Role), d.Author.Institution)
	if d.PostedBy == "other" {
		tell("Posted by", "somebody else")
	}
	tell("It is", words.Replace(d.Kind), strings.TrimPrefix(words.Replace(d.Action), "publish"))
	tell("Where", platformName(d.Account.Platform), words.Replace(d.Account.Persona), words.Replace(d.Account.Audience))
	tell("Bio", d.Account.Bio)
	tell("To or about", words.Replace(d.Context.Relationship))
	tell("It answers", d.Context.ReplyTo.Text)
	tell("Note", d.Context.Note)
	for _, m := range d.Media {
		tell("Picture", m.Alt, m.Caption, strings.Join(m.Declared, ", "))
	}
	for _, i := range d.Context.Interests {
		tell("Ties", i.Prose, i.Party, i.Kind)
	}
	for _, c := range d.Context.Consents {
		tell("Consent", c.Prose, c.Form, c.Scope)
	}
	return out
}
