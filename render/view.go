package render

import (
	"strconv"
	"strings"
	"time"

	"bedside"
)

// View is one answer as a page shows it, for HTML and for pages that are drawn elsewhere.
type View struct {
	Name, Error              string
	Class, Sentence, Summary string // of the verdict; Class is its name
	Lang                     string
	Texts                    []ViewText // those with marks
	Pictures                 []ViewPicture
	Cards                    []ViewCard
	Crowds                   []ViewCrowd
	Questions                []bedside.Question
	Rewrite                  []Change
	Again                    string // what the check of the rewrite found
	NotChecked               []string
	Packs, AsOf, Version     string
}

// ViewText is one of the draft's texts, line by line, with its marks.
type ViewText struct {
	Label string // what it is, but for the draft's own text
	Lines [][]ViewRun
}

// ViewRun is a stretch of text; one with cards is marked.
type ViewRun struct {
	Text, Class, Number string
	Cards               []int
}

// ViewCard is a finding as a page shows it.
type ViewCard struct {
	Number                               int
	ID, Rule                             string // of the finding
	Mends                                bool   // it has an edit
	Class, Severity, Title, Where, Crowd string
	Why, Remedy                          string
	Gauges                               []Gauge // of the people whom the card is the first to tell of
	Clauses                              []bedside.Clause
}

// ViewOf draws up an answer. named says that it stands among others, under its name.
func ViewOf(a Answer, named bool) View {
	s := View{Lang: a.Draft.Lang}
	if named {
		s.Name = a.Name
	}
	if a.Err != nil {
		s.Error = a.Err.Message
		return s
	}
	r := a.Result
	s.Class, s.Sentence, s.Summary = r.Verdict.String(), Sentence(r.Verdict), Summary(a.Draft, r)
	if a.NoText {
		r = WithoutText(r)
	}
	cards := numbered(r.Findings)
	if !a.NoText {
		for _, text := range parts(a.Draft, cards) {
			s.Texts = append(s.Texts, viewText(text))
		}
	}
	s.Pictures = viewPictures(a, cards)
	s.Cards, s.Crowds, s.Questions = viewCards(a, r, cards), viewCrowds(a.Draft, r), r.Questions
	if r.Rewrite != nil {
		s.Rewrite, s.Again = changes(a.Draft.Text, r.Rewrite.Text), again(r.Rewrite.Verdict)
	}
	for _, n := range r.NotChecked {
		s.NotChecked = append(s.NotChecked, n.Message)
	}
	s.NotChecked = append(s.NotChecked, switchedOff(r.Packs)...)
	s.Packs, s.AsOf, s.Version = packNames(r.Packs), r.AsOf.Format(time.RFC3339), r.Version
	return s
}

func viewText(t part) ViewText {
	out := ViewText{}
	if t.key.Part != bedside.PartText {
		out.Label = t.label
	}
	seen := make(map[int]bool)
	for _, line := range lines(t.text) {
		var row []ViewRun
		for _, r := range runs(line, t.marks) {
			row = append(row, viewRun(r, seen))
		}
		out.Lines = append(out.Lines, row)
	}
	return out
}

// viewRun numbers the first stretch of each finding only.
func viewRun(r run, seen map[int]bool) ViewRun {
	out := ViewRun{Text: r.text(), Cards: r.cards}
	if len(r.cards) == 0 {
		return out
	}
	out.Class = r.severity.String()
	var numbers []string
	for _, c := range r.cards {
		if !seen[c] {
			seen[c] = true
			numbers = append(numbers, strconv.Itoa(c))
		}
	}
	out.Number = strings.Join(numbers, ",")
	return out
}

func viewCards(a Answer, r *bedside.Result, cards []card) (out []ViewCard) {
	told := make(map[string]bool)
	for _, c := range cards {
		f := c.finding
		h := ViewCard{
			Number: c.number, ID: f.ID, Rule: f.Rule, Mends: len(f.Remedy.Edits) > 0, Class: f.Severity.String(), Severity: severityWords(f.Severity), Title: f.Message,
			Where: elsewhere(a.Draft, f, a.NoText), Why: f.Why, Remedy: f.Remedy.Text, Clauses: f.Clauses,
		}
		for _, p := range peopleOf(r, f, told) {
			h.Crowd = crowd(*p.Crowd, p.Costliest)
			h.Gauges = append(h.Gauges, gaugeOf(*p.Crowd))
		}
		out = append(out, h)
	}
	return out
}

// severityWords says a finding's severity to those who do not see its colour.
func severityWords(s bedside.Severity) string {
	switch s {
	case bedside.Block:
		return "Do not publish"
	case bedside.Revise:
		return "To change"
	default:
		return "To consider"
	}
}
