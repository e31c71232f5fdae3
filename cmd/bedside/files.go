package main

import (
	"errors"
	"fmt"

	"bedside"
	"bedside/render"
)

// files checks each FILE and answers in order: text and JSON one by one, SARIF and HTML all in one.
func (s *session) files() error {
	var answers []render.Answer
	for _, name := range s.Files {
		answer := s.answerFor(name)
		if s.Format == "sarif" || s.Format == "html" {
			answers = append(answers, answer)
			continue
		}
		if err := s.write(answer); err != nil {
			return writing(err)
		}
	}
	switch s.Format {
	case "sarif":
		return writing(render.SARIF(s.app.stdout, version, answers))
	case "html":
		return writing(render.HTML(s.app.stdout, answers))
	}
	return nil
}

// answerFor reads and checks one FILE. What goes wrong is told at once, and stays in the answer.
func (s *session) answerFor(name string) render.Answer {
	d, seen, r, err := s.file(name)
	defer seen.close()
	answer := render.Answer{Name: display(name), Plain: name != "-" && !isDraft(name), NoText: s.NoText, Result: r}
	if err != nil {
		s.app.complain(err)
		answer.Draft, answer.Err = d, coded(err)
		return answer
	}
	s.app.outcome.merge(s.judge(r))
	answer.Draft = s.shown(d, r)
	if s.Format == "html" && !s.NoText {
		answer.Shown = seen.shown(r)
	}
	return answer
}

// file reads and checks one FILE. A file that its draft names and nobody can look at is told; the draft is checked without it.
func (s *session) file(name string) (bedside.Draft, *sights, *bedside.Result, error) {
	d, seen, err := s.app.readDraft(name)
	if err != nil {
		return d, seen, nil, err
	}
	for _, problem := range seen.problems {
		s.app.complain(about(name, problem))
	}
	r, err := s.check(d)
	if err != nil {
		return d, seen, nil, about(name, err)
	}
	return d, seen, r, nil
}

// write shows one answer. In JSON an error keeps the place of its answer, so that the others can be told apart.
func (s *session) write(a render.Answer) error {
	switch {
	case s.Format == "text" && a.Err == nil:
		return s.writeText(a)
	case s.Format == "text":
		return nil
	case a.Err != nil:
		return render.JSONError(s.app.stdout, a.Draft.ID, a.Err)
	case s.NoText:
		return render.JSON(s.app.stdout, render.WithoutText(a.Result))
	default:
		return render.JSON(s.app.stdout, a.Result)
	}
}

func (s *session) writeText(a render.Answer) error {
	o := render.TextOptions{
		Width: s.app.pageWidth(s.Width), Color: s.app.colour(s.app.stdout), Verbose: s.Verbose, NoText: s.NoText,
	}
	if len(s.Files) > 1 {
		o.Title = a.Name
	}
	if s.written++; s.written > 1 {
		fmt.Fprintln(s.app.stdout)
	}
	return render.Text(s.app.stdout, a.Draft, a.Result, o)
}

// writing explains that an answer could not be written.
func writing(err error) error {
	if err == nil {
		return nil
	}
	return &bedside.Error{Code: bedside.CodeUnavailable, Message: "the answer cannot be written", Err: errors.Unwrap(err)}
}
