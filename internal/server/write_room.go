package server

import (
	"context"
	"maps"
	"slices"

	"bedside"
	"bedside/internal/app"
	"bedside/render"
)

// writeRoom is the Write room: the fields, and what a check of them found.
type writeRoom struct {
	Form      form
	Accounts  []account          // on file
	View      *render.View       // nil before the first check
	Copy      [][]render.ViewRun // the draft's own text with its marks
	Cards     []card
	Crowd     *render.ViewCrowd // of the person whom the fewest people could be
	Others    int               // people besides, whose crowds are larger
	Softens   bool              // the thoughts can be softened too
	Questions []question
	Given     []given
	Posts     []string // of a thread; nil for a draft that is one post
	Pictures  []picture
	Aside     []picture // the one that was taken away last
	Holds     []held
	Consents  []offeredConsent
	Ties      []app.Disclosure
	Missed    bool     // it is kept as a near miss of the person's own
	Interests []string // whose interests the check knew of
	Keeps     bool     // something can be kept in this session
	Problem   string   // why there is no answer
}

// card is a finding with what can be done about it.
type card struct {
	render.ViewCard
	Key    string // what a reason to keep it is filed under: one that becomes graver is to be thought of anew
	Fix    string // what its button says; empty where there is no edit
	Draft  string // of a reason that is being written
	Reason string // why its author keeps it; empty while they do not
	Keeps  bool   // it may be kept
}

// question is something that only the author can answer.
type question struct {
	ID, Prompt string
	Options    []app.Option
}

// given is an answer that the author has given.
type given struct{ Name, Value, Label string }

func (s *Server) room(ctx context.Context, f form, d bedside.Draft, result *bedside.Result) writeRoom {
	view := render.ViewOf(render.Answer{Draft: d, Result: result}, false)
	room := writeRoom{Form: f, View: &view, Posts: app.Thread(f.Text)}
	offered := s.app.Offered(ctx, d, result)
	if offered != nil {
		view.Compare(offered)
	}
	if room.Softens = app.Softens(offered); result.Rewrite == nil && len(result.Findings) > 1 {
		room.Softens = app.Softens(result)
	}
	if len(view.Crowds) > 0 {
		room.Crowd, room.Others = &view.Crowds[0], len(view.Crowds)-1
	}
	for _, t := range view.Texts {
		if t.Label == "" {
			room.Copy = t.Lines
		}
	}
	for _, i := range d.Context.Interests {
		if i.Party != "" && !slices.Contains(room.Interests, i.Party) {
			room.Interests = append(room.Interests, i.Party)
		}
	}
	for _, c := range view.Cards {
		room.Cards = append(room.Cards, s.card(f, c))
	}
	for _, q := range result.Questions {
		room.Questions = append(room.Questions, question{q.ID, q.Prompt, s.app.Options(q)})
	}
	for _, id := range slices.Sorted(maps.Keys(f.Answers)) {
		room.Given = append(room.Given, given{answerField + id, f.Answers[id], s.app.Label(id, f.Answers[id])})
	}
	return room
}

// card is a finding with what the form says of it.
func (s *Server) card(f form, v render.ViewCard) card {
	c := card{ViewCard: v, Key: v.Class + ":" + v.ID, Keeps: v.Class != bedside.Block.String()}
	c.Draft = f.Reasons[c.Key]
	if c.Keeps {
		c.Reason = f.Kept[c.Key]
	}
	if v.Mends {
		c.Fix = fixLabel(s.app.Way(v.Rule, v.Class))
	}
	return c
}

// fixLabel says what an edit does, by the way it goes.
func fixLabel(way string) string {
	switch way {
	case "generalise":
		return "Make it general"
	case "leave_out", "leave_out_sentence":
		return "Leave it out"
	case "append", "prepend":
		return "Add the line"
	case "reply":
		return "Use the neutral reply"
	default:
		return "Make this change"
	}
}
