package main

import (
	"fmt"
	"path/filepath"

	"bedside"
	"bedside/internal/packfile"
)

type guidelinesTest struct {
	Dir  string `arg:"" optional:"" name:"DIR" complete:"folder" help:"A folder with a pack or an institution’s overlay; otherwise the guidelines inside Bedside."`
	Rule string `placeholder:"ID" complete:"rule" help:"Only the examples of this rule."`
	pageFlags
}

// Help gives examples.
func (guidelinesTest) Help() string {
	return `Every rule has examples of what it must flag and what it must allow. Each is checked as a draft would be.

Examples:

    bedside guidelines test
    bedside guidelines test our-policy
    bedside guidelines test --rule privacy.patient-name

Exit status: 0 every example passed, 1 one failed, 2 a pack or an example cannot be read.`
}

// tested is the answer as JSON. Passed examples are only counted.
type tested struct {
	Passed   int             `json:"passed"`
	Failed   int             `json:"failed"`
	Errors   int             `json:"errors"`
	Outcomes []testedExample `json:"outcomes"`
}

type testedExample struct {
	Rule   string          `json:"rule"`
	File   string          `json:"file"`
	Line   int             `json:"line"`
	Status packfile.Status `json:"status"`
	Reason string          `json:"reason"`
}

// Run runs the examples and counts.
func (c *guidelinesTest) Run(a *app) error {
	src, err := readSource(c.Dir)
	if err != nil {
		return err
	}
	examples, err := c.chosen(src)
	if err != nil {
		return err
	}
	check, err := c.checker(a)
	if err != nil {
		return err
	}
	t := tested{Outcomes: []testedExample{}}
	for _, o := range packfile.RunExamples(examples, check) {
		t.add(o)
	}
	a.outcome.found = t.Failed > 0
	a.outcome.wrong = t.Errors > 0
	return c.answer(a, t, t.write)
}

func (c *guidelinesTest) chosen(src *packfile.Source) ([]packfile.Example, error) {
	if c.Rule == "" {
		return src.Examples, nil
	}
	var out []packfile.Example
	for _, e := range src.Examples {
		if e.Rule == c.Rule {
			out = append(out, e)
		}
	}
	if len(out) == 0 {
		return nil, unknownID(src, c.Rule)
	}
	return out, nil
}

// checker opens the engine with the folder's pack. Drafts without a time are checked as of now.
func (c *guidelinesTest) checker(a *app) (func(bedside.Draft) (*bedside.Result, error), error) {
	var names []string
	if c.Dir != "" {
		dir, err := filepath.Abs(c.Dir) // a folder named like a body is still a folder
		if err != nil {
			return nil, err
		}
		names = []string{dir}
	}
	engine, err := a.open(names)
	if err != nil {
		return nil, err
	}
	now := a.now()
	return func(d bedside.Draft) (*bedside.Result, error) {
		if !d.Time.IsZero() {
			return engine.Check(d, d.Time.Time)
		}
		return engine.Check(d, now)
	}, nil
}

func (t *tested) add(o packfile.Outcome) {
	switch o.Status {
	case packfile.Pass:
		t.Passed++
		return
	case packfile.Fail:
		t.Failed++
	case packfile.Error:
		t.Errors++
	}
	e := o.Example
	t.Outcomes = append(t.Outcomes, testedExample{e.Rule, e.File, e.Line, o.Status, o.Reason})
}

func (t *tested) write(p *prose) {
	for _, o := range t.Outcomes {
		p.hang(string(o.Status)+" ", 5, o.Reason)
	}
	p.heading(fmt.Sprintf("%d examples: %d passed, %d failed, %d could not be tried",
		t.Passed+t.Failed+t.Errors, t.Passed, t.Failed, t.Errors))
}
