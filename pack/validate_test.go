package pack_test

import (
	"errors"
	"testing"

	"bedside"
	"bedside/pack"
)

// TestValidate spoils a valid pack in one way at a time.
func TestValidate(t *testing.T) {
	t.Parallel()
	rule := func(f *pack.File) *pack.Rule { return &f.Rules[0] }
	grade := func(f *pack.File) *pack.Grade { return &f.Rules[0].Grades[0] }
	question := func(f *pack.File) *pack.Question { return &f.Questions[0] }
	tests := []struct {
		name  string
		spoil func(*pack.File)
		want  string
	}{
		{"id twice", func(f *pack.File) { f.Rules = append(f.Rules, f.Rules[0]) }, "rule privacy.name: the id is used twice"},
		{"topic", func(f *pack.File) { rule(f).Topic = "privacy" }, `rule privacy.name: unknown topic "privacy"`},
		{"each", func(f *pack.File) { rule(f).Each = "paragraph" }, "rule privacy.name: each must be one of person, sentence, part, draft"},
		{"no clause", func(f *pack.File) { rule(f).Clauses = nil }, "rule privacy.name: it cites no clause"},
		{"no start", func(f *pack.File) { rule(f).Starts = nil }, "rule privacy.name: starts names no fact"},
		{"no grade", func(f *pack.File) { rule(f).Grades = nil }, "rule privacy.name: it has no grade"},
		{"unknown clause", func(f *pack.File) { rule(f).Clauses = []string{"b.9"} }, `rule privacy.name: unknown clause "b.9"`},
		{"unknown further clause", func(f *pack.File) { rule(f).Also = map[string][]string{"b.9": {"death"}} }, `rule privacy.name: unknown clause "b.9"`},
		{"unknown start", func(f *pack.File) { rule(f).Starts = []string{"nam"} }, `rule privacy.name: unknown fact "nam"`},
		{"unknown raise", func(f *pack.File) { rule(f).Raise = []string{"nam"} }, `rule privacy.name: unknown fact "nam"`},
		{"unknown lower", func(f *pack.File) { rule(f).Lower = []string{"nam"} }, `rule privacy.name: unknown fact "nam"`},
		{"unknown head", func(f *pack.File) { rule(f).Band = &pack.Band{Head: "tone", Highest: bedside.Revise} }, `rule privacy.name: band: unknown head "tone"`},
		{"no head", func(f *pack.File) { rule(f).Band = &pack.Band{} }, `rule privacy.name: band: unknown head ""`},
		{"band that moves nothing", func(f *pack.File) { rule(f).Band = &pack.Band{Head: "contempt", Lowest: bedside.Block} }, "rule privacy.name: band: it neither sinks nor rises"},
		{"unknown evidence", func(f *pack.File) { rule(f).Evidence = []string{"nope.*"} }, `rule privacy.name: unknown fact "nope.*"`},
		{"severity ok", func(f *pack.File) { grade(f).Severity = bedside.OK }, "rule privacy.name: grade 1: severity is advise, revise or block"},
		{"no message", func(f *pack.File) { grade(f).Message = "" }, "rule privacy.name: grade 1: message, why and remedy are needed"},
		{"no why", func(f *pack.File) { grade(f).Why = "" }, "rule privacy.name: grade 1: message, why and remedy are needed"},
		{"no remedy", func(f *pack.File) { grade(f).Remedy = "" }, "rule privacy.name: grade 1: message, why and remedy are needed"},
		{"unknown edit", func(f *pack.File) { grade(f).Edit = "mask" }, `rule privacy.name: grade 1: unknown edit "mask"`},
		{"blocks by unverified law", func(f *pack.File) { rule(f).Clauses = []string{"law.shaky"} }, "rule privacy.name: grade 1: it blocks and rests on an unverified fact of law"},
		{"unknown in all", func(f *pack.File) { grade(f).When.All[0].Fact = "nam" }, `rule privacy.name: grade 1: unknown fact "nam"`},
		{"unknown inside", func(f *pack.File) { grade(f).When.All[1].When.Any[1].Fact = "nam" }, `rule privacy.name: grade 1: unknown fact "nam"`},
		{"unknown scope", func(f *pack.File) { grade(f).When.All[0].Fact = "page:name" }, `rule privacy.name: grade 1: unknown fact "page:name"`},
		{"no fact", func(f *pack.File) { grade(f).When.All[0].Fact = "" }, `rule privacy.name: grade 1: unknown fact ""`},
		{
			"identifier under none", func(f *pack.File) { grade(f).When.None[0].Fact = "name" },
			"rule privacy.name: grade 1: name stands under none: adding an identifier may never lower a severity",
		},
		{
			"identifier under none, with a scope", func(f *pack.File) { grade(f).When.None[0].Fact = "draft:room" },
			"rule privacy.name: grade 1: draft:room stands under none: adding an identifier may never lower a severity",
		},
		{
			"level under none", func(f *pack.File) { grade(f).When.None[0].Fact = "recognisable.self" },
			"rule privacy.name: grade 1: recognisable.self stands under none: adding an identifier may never lower a severity",
		},
		{
			"identified under none, inside", func(f *pack.File) {
				grade(f).When.All[1].When.None = []pack.Item{{Fact: "identified"}}
			},
			"rule privacy.name: grade 1: identified stands under none: adding an identifier may never lower a severity",
		},
		{"question of a sentence", func(f *pack.File) { question(f).Each = "sentence" }, "question subject.unsure: each must be person or draft"},
		{"no prompt", func(f *pack.File) { question(f).Prompt = "" }, "question subject.unsure: a prompt and at least two options are needed"},
		{"one option", func(f *pack.File) { question(f).Options = question(f).Options[:1] }, "question subject.unsure: a prompt and at least two options are needed"},
		{"option sets", func(f *pack.File) { question(f).Options[0].Sets = []string{"nam"} }, `question subject.unsure: unknown fact "nam"`},
		{"option clears", func(f *pack.File) { question(f).Options[1].Clears = []string{"nam"} }, `question subject.unsure: unknown fact "nam"`},
		{"question starts", func(f *pack.File) { question(f).Starts = []string{"nam"} }, `question subject.unsure: unknown fact "nam"`},
		{"question when", func(f *pack.File) { question(f).When.All[0].Fact = "nam" }, `unknown fact "nam"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := small()
			tt.spoil(f)
			_, err := load(t, f)
			if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid || be.Message != tt.want {
				t.Errorf("got  %v\nwant %s", err, tt.want)
			}
		})
	}
}

// TestUnverifiedLaw: it may be cited beside a norm, and alone where nothing is blocked.
func TestUnverifiedLaw(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name     string
		clauses  []string
		severity bedside.Severity
		ok       bool
	}{
		{"blocks, alone", []string{"law.shaky"}, bedside.Block, false},
		{"blocks, beside a norm", []string{"law.shaky", "b.1"}, bedside.Block, true},
		{"blocks, beside verified law", []string{"law.shaky", "law.firm"}, bedside.Block, true},
		{"revises, alone", []string{"law.shaky"}, bedside.Revise, true},
		{"blocks by verified law", []string{"law.firm"}, bedside.Block, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := small()
			f.Rules[0].Clauses, f.Rules[0].Grades[0].Severity = tt.clauses, tt.severity
			if _, err := load(t, f); (err == nil) != tt.ok {
				t.Errorf("got %v", err)
			}
		})
	}
}
