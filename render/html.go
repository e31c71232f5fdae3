//go:build !js

package render

import (
	"html/template"
	"io"
	"strconv"
	"strings"
	"time"

	"bedside"
)

// HTML is left out of the browser build: its templates are a tenth of the download, and a page draws answers itself.

// HTML writes answers as one page that needs nothing else: no scripts, no fonts, no network. It prints as a report.
func HTML(w io.Writer, answers []Answer) error {
	page, err := template.New("page").Parse(pageSource)
	if err != nil {
		return err
	}
	view := htmlPage{Style: template.CSS(pageStyle), Title: "Bedside"} //nolint:gosec // our own style
	for _, a := range answers {
		view.Sections = append(view.Sections, htmlSection(a, len(answers) > 1))
	}
	if len(answers) == 1 && answers[0].Result != nil {
		view.Title = Sentence(answers[0].Result.Verdict)
	}
	return page.Execute(w, view)
}

type htmlPage struct {
	Title    string
	Style    template.CSS
	Sections []section
}

// section is one answer as the page shows it.
type section struct {
	Name, Error              string
	Class, Sentence, Summary string
	Lang                     string
	Texts                    []htmlText
	Cards                    []htmlCard
	Questions                []bedside.Question
	Rewrite                  []change
	Again                    string
	NotChecked               []string
	Packs, AsOf, Version     string
}

type htmlText struct {
	Label string
	Lines [][]htmlRun
}

// htmlRun is a stretch of text; one with cards is marked.
type htmlRun struct {
	Text, Class, Number string
	Cards               []int
}

type htmlCard struct {
	Number                               int
	Class, Severity, Title, Where, Crowd string
	Why, Remedy                          string
	Clauses                              []bedside.Clause
}

func htmlSection(a Answer, named bool) section {
	s := section{Lang: a.Draft.Lang}
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
			s.Texts = append(s.Texts, htmlTextOf(text))
		}
	}
	s.Cards, s.Questions = htmlCards(a, r, cards), r.Questions
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

func htmlTextOf(t part) htmlText {
	out := htmlText{}
	if t.key.Part != bedside.PartText {
		out.Label = t.label
	}
	seen := make(map[int]bool)
	for _, line := range lines(t.text) {
		var row []htmlRun
		for _, r := range runs(line, t.marks) {
			row = append(row, htmlRunOf(r, seen))
		}
		out.Lines = append(out.Lines, row)
	}
	return out
}

// htmlRunOf numbers the first stretch of each finding only.
func htmlRunOf(r run, seen map[int]bool) htmlRun {
	out := htmlRun{Text: r.text(), Cards: r.cards}
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

func htmlCards(a Answer, r *bedside.Result, cards []card) (out []htmlCard) {
	told := make(map[string]bool)
	for _, c := range cards {
		f := c.finding
		h := htmlCard{
			Number: c.number, Class: f.Severity.String(), Severity: severityWords(f.Severity), Title: f.Message,
			Where: elsewhere(a.Draft, f, a.NoText), Why: f.Why, Remedy: f.Remedy.Text, Clauses: f.Clauses,
		}
		for _, p := range peopleOf(r, f, told) {
			h.Crowd = crowd(*p.Crowd, p.Costliest)
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
