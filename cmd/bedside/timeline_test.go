package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bedside"
)

// earlierLines are posts out of their order; the second tells where its author is.
const earlierLines = `{"text":"Long day, good coffee.","time":"2026-06-30T10:00:00Z"}
{"text":"Day 3 at Fort Nelson General, only student here.","time":"2026-06-28T10:00:00Z"}

{"text":"Rain again.","time":"2026-06-27T10:00:00Z"}
`

// TestTimeline: a draft is held against posts of a file with the real engine, in every form of answer. The index of evidence is
// the place in the order of time.
func TestTimeline(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	earlier, draft := filepath.Join(dir, "earlier.jsonl"), filepath.Join(dir, "draft.json")
	write(t, earlier, earlierLines)
	write(t, draft, `{"text":"What a lovely morning on labour ward. Twins, and everybody cried.","time":"2026-07-01T15:00:00Z","author":{"role":"medical_student"}}`)
	run := func(args ...string) string {
		var out, errs bytes.Buffer
		args = append([]string{"check", "--timeline", earlier, "--profile", profileFile(t, dir)}, args...)
		if status := Run(append(args, draft), func(string) string { return "" }, strings.NewReader(""), &out, &errs, fixedNow); status != 1 {
			t.Fatalf("status %d: %s", status, &errs)
		}
		return out.String()
	}
	for _, format := range []string{"text", "html"} {
		if out := run("--format", format); !strings.Contains(out, "Fort Nelson General") {
			t.Errorf("%s does not show the earlier post", format)
		}
	}
	var r bedside.Result
	if err := json.Unmarshal([]byte(run("--format", "json")), &r); err != nil {
		t.Fatal(err)
	}
	found := false
	for _, f := range r.Findings {
		for _, e := range f.Evidence {
			if e.Part == bedside.PartTimeline {
				found = e.Index == 1 && e.Text == "Fort Nelson General"
			}
		}
	}
	if !found {
		t.Errorf("the earlier post is no evidence: %+v", r.Findings)
	}
	if out := run("--format", "json", "--no-text"); strings.Contains(out, "Fort Nelson") {
		t.Error("--no-text repeats words of an earlier post")
	}
}

func profileFile(t *testing.T, dir string) string {
	t.Helper()
	name := filepath.Join(dir, "profile.json")
	write(t, name, `{"role":"medical_student"}`)
	return name
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
