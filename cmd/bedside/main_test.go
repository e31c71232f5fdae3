package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"bedside"
	"bedside/engine"
	"bedside/internal/needs"
	"bedside/link"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"bedside": func() {
			a := &app{
				env: os.Getenv, stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, open: openFake,
				now: fixedNow, recognisers: fakeRecognisers, guess: guess{memory: 64, work: 4},
			}
			os.Exit(a.run(os.Args[1:]))
		},
	})
}

func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       os.Getenv("UPDATE_SCRIPTS") != "",
		Condition:           condition,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_CONFIG_HOME", e.WorkDir+"/config")
			e.Setenv("XDG_DATA_HOME", e.WorkDir+"/data")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("NO_COLOR", "")
			return writePictures(e.WorkDir)
		},
	})
}

// condition knows "has:PROGRAM": whether a program is there that a test asks. In CI it must be.
func condition(name string) (bool, error) {
	program, ok := strings.CutPrefix(name, "has:")
	if !ok {
		return false, fmt.Errorf("unknown condition %q", name)
	}
	has := needs.HasProgram(program)
	if !has && needs.InCI() {
		return false, fmt.Errorf("%s is not installed: run scripts/programs", program)
	}
	return has, nil
}

func fixedNow() time.Time { return time.Date(2026, 3, 4, 15, 4, 5, 0, time.UTC) }

// emptyProfile keeps a test away from the profile of whoever runs it.
func emptyProfile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "profile.json")
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// fake stands in for the engine. It knows a few words:
//
//	Mrs Alvarez   a name: block, and a wording without it
//	Larkfield     a place: revise, and no wording
//	today         a time: advise
//	patient       a question, unless it is answered
//	PANIC, FAULT  what they say
type fake struct{}

func openFake(packs []string) (checker, error) {
	if len(packs) > 0 && packs[0] == "unknown" {
		return nil, hint(bedside.Errorf(bedside.CodeNotFound, "--pack: there is no such pack"), "Known are ama, amsa.")
	}
	return fake{}, nil
}

// CheckWith takes the earlier posts for some of the draft's own.
func (f fake) CheckWith(d bedside.Draft, asOf time.Time, t *engine.Timeline) (*bedside.Result, error) {
	d.Context.Timeline = make([]bedside.TimelinePost, t.Len())
	return f.Check(d, asOf)
}

// Record is of a post that tells nothing.
func (fake) Record(bedside.Draft) (engine.Record, error) { return engine.Record{}, nil }

func (fake) Check(d bedside.Draft, asOf time.Time) (*bedside.Result, error) {
	r := &bedside.Result{
		Schema: bedside.Schema, ID: d.ID, Complete: len(d.Media) == 0, AsOf: bedside.Time{Time: asOf}, Version: "test",
		NotChecked: []bedside.NotChecked{{Code: "consent", Message: "Whether anybody agreed to be written about."}},
		Mentions:   []bedside.MentionOut{{Type: "role", Class: bedside.Concept, Start: len(d.Context.Timeline), End: len(d.Author.Role)}},
	}
	if strings.Contains(d.Text, "PANIC") {
		panic(d.Text)
	}
	if strings.Contains(d.Text, "FAULT") {
		return nil, &os.PathError{Op: "open", Path: d.Text, Err: os.ErrInvalid}
	}
	fakeFinding(d, r, "Mrs Alvarez", bedside.Block, "A patient is named")
	fakeFinding(d, r, "Larkfield", bedside.Revise, "A place is given")
	fakeFinding(d, r, "today", bedside.Advise, "The day is given")
	fakeSights(d, r)
	if strings.Contains(d.Text, "Mrs Alvarez") {
		r.Rewrite = &bedside.Rewrite{Text: strings.ReplaceAll(d.Text, "Mrs Alvarez", "a patient")}
	}
	if strings.Contains(d.Text, "patient") && d.Context.Answers["subject.patient"] == "" {
		r.Questions = []bedside.Question{{ID: "subject.patient", Fact: "subject.patient", Prompt: "Did you look after them?", Options: []string{"yes", "no"}}}
	}
	return r, nil
}

func (f fake) CheckAndRecord(d bedside.Draft, asOf time.Time) (*bedside.Result, link.Record, error) {
	r, err := f.Check(d, asOf)
	return r, link.Record{}, err
}

func (fake) NewTimeline() *link.Timeline { return link.NewTimeline(nil) }

func (fake) Together(link.Cluster) (bedside.Finding, bool) { return bedside.Finding{}, false }

func fakeFinding(d bedside.Draft, r *bedside.Result, word string, s bedside.Severity, message string) {
	at := strings.Index(d.Text, word)
	if at < 0 {
		return
	}
	r.Verdict = max(r.Verdict, s)
	r.Findings = append(r.Findings, bedside.Finding{
		ID: "f" + s.String(), Rule: "privacy." + s.String(), Topic: "patient_privacy", Severity: s, Message: message,
		Why: "A reader could tell who this is.", Remedy: bedside.Remedy{Text: "Leave it out."},
		Clauses:  []bedside.Clause{{ID: "jh.bp3", Source: "Johns Hopkins, practical suggestion 3"}},
		Evidence: []bedside.Evidence{{Part: bedside.PartText, Start: at, End: at + len(word), Text: word}},
	})
}
