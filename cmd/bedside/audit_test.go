package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bedside/internal/audit"
	"bedside/media"
)

// TestAuditProgress: nothing in the first 300 ms, then how many are read, then how long the rest will take.
func TestAuditProgress(t *testing.T) {
	t.Parallel()
	var screen bytes.Buffer
	now := time.Date(2026, 3, 4, 0, 0, 0, 0, time.UTC)
	p := &progress{app: &app{stderr: &screen, now: func() time.Time { return now }}, begun: now, told: now}
	at := func(after time.Duration, stage audit.Stage, done, total int) string {
		screen.Reset()
		now = now.Add(after)
		p.audited(stage, done, total)
		return strings.TrimPrefix(screen.String(), "\r\x1b[K")
	}
	for _, step := range []struct {
		after       time.Duration
		stage       audit.Stage
		done, total int
		want        string
	}{
		{200 * time.Millisecond, audit.Reading, 900, 0, ""},
		{150 * time.Millisecond, audit.Reading, 2000, 0, "2000 read"},
		{100 * time.Millisecond, audit.Checking, 32, 4000, ""},
		{time.Second, audit.Checking, 1000, 4000, "1000 of 4000 checked, about 3s left"},
		{3 * time.Second, audit.Checking, 4000, 4000, "4000 of 4000 checked, about 0s left"},
	} {
		if got := at(step.after, step.stage, step.done, step.total); got != step.want {
			t.Errorf("at %d of %d: got %q, want %q", step.done, step.total, got, step.want)
		}
	}
	if p.end(); !strings.HasSuffix(screen.String(), "\r\x1b[K") {
		t.Error("the line is left on the screen")
	}
}

// TestAuditRepeatsNoPost puts a marker through what can go wrong in an audit, and looks at errors and at the state.
func TestAuditRepeatsNoPost(t *testing.T) {
	t.Parallel()
	dir, profile := t.TempDir(), emptyProfile(t)
	write := func(name, text string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", "PANIC "+marker)
	write("b.txt", "FAULT "+marker)
	write("c.json", `{"text":"`+marker)
	write("d.json", `{"text":"a","`+marker+`":1}`)
	write("e.jsonl", `{"text":"`+marker+`","time":"`+marker+`"}`+"\n"+`{"id":"1","text":"Larkfield, `+marker+`"}`)
	state := filepath.Join(t.TempDir(), "state.json")
	var out, errs bytes.Buffer
	a := &app{env: func(string) string { return "" }, stdin: strings.NewReader(""), stdout: &out, stderr: &errs, now: time.Now, open: openFake}
	a.run([]string{"audit", "--profile", profile, "--state", state, "--no-text", "-v", dir, filepath.Join(dir, "a.txt"), marker})
	b, err := os.ReadFile(state)
	if err != nil {
		t.Fatal(err)
	}
	for name, said := range map[string]string{"the report": out.String(), "an error": errs.String(), "the state": string(b)} {
		if said == "" || strings.Contains(said, "Quillfeather") {
			t.Errorf("%s is empty, or repeats words of a post:\n%s", name, said)
		}
	}
}

// TestFingerprint: words that an institution adds change answers, and so what a state is good for.
func TestFingerprint(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	of := func(packs ...string) string {
		b, err := fingerprint(packs, true, media.Recognisers{})
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	plain, empty := of("ama"), of(folder)
	if err := os.WriteFile(filepath.Join(folder, "words.txt"), []byte("Larkfield"), 0o600); err != nil {
		t.Fatal(err)
	}
	if with := of(folder); plain != empty || with == empty || with != of(folder) {
		t.Error("a folder's words are not told apart")
	}
}
