package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const marker = "Quillfeather at 3 Lark St"

// TestErrorsNeverRepeatTheDraft puts a marker through every way in which a check can fail.
func TestErrorsNeverRepeatTheDraft(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	profile := emptyProfile(t)
	long := strings.Repeat(marker, 100_000)
	for name, test := range map[string]struct {
		args  []string
		stdin string
	}{
		"typed as a command":     {args: []string{marker}},
		"typed as a file":        {args: []string{"check", marker}},
		"typed behind a flag":    {args: []string{"check", "--fail-on", marker}},
		"typed as a flag":        {args: []string{"check", "--" + marker}},
		"typed as a width":       {args: []string{"check", "--width", marker}},
		"typed as a time":        {args: []string{"check", "--as-of", marker}},
		"typed as a format":      {args: []string{"check", "--format", marker}},
		"typed as a shell":       {args: []string{"completion", marker}},
		"typed behind man":       {args: []string{"man", marker}},
		"invalid UTF-8":          {args: []string{"check", file("a.txt", marker+"\xff")}},
		"too large":              {args: []string{"check", file("b.txt", long)}},
		"too large for JSON":     {args: []string{"check", file("c.json", `{"text":"`+long+long+long+long+`"}`)}},
		"cut off":                {args: []string{"check", file("d.json", `{"text":"`+marker)}},
		"quote inside":           {args: []string{"check", file("e.json", `{"text":"a" `+marker+`" b"}`)}},
		"as a key":               {args: []string{"check", file("f.json", `{"`+marker+`":1}`)}},
		"as a kind":              {args: []string{"check", file("g.json", `{"text":"a","kind":"`+marker+`"}`)}},
		"as a time":              {args: []string{"check", file("h.json", `{"text":"a","time":"`+marker+`"}`)}},
		"as the wrong type":      {args: []string{"check", file("i.json", `{"text":"a","author":"`+marker+`"}`)}},
		"panic":                  {args: []string{"check", file("j.txt", "PANIC "+marker)}},
		"fault":                  {args: []string{"check", file("k.txt", "FAULT "+marker)}},
		"panic as JSON":          {args: []string{"check", "--format=json", file("l.txt", "PANIC "+marker)}},
		"lines":                  {args: []string{"check", "--jsonl"}, stdin: marker + "\n{\"text\":\"PANIC " + marker + "\"}\n{\"text\":\"FAULT " + marker + "\"}\n{\"" + marker + "\":1}\n\n{\"text\":\"" + marker},
		"fix without a wording":  {args: []string{"check", "--fix", file("m.txt", "Larkfield "+marker)}},
		"fix to a bad place":     {args: []string{"check", "--fix", "--out", dir, file("n.txt", "Mrs Alvarez "+marker)}},
		"in the timeline":        {args: []string{"check", "--timeline", file("o.jsonl", `{"text":"`+marker+`"}`), profile}},
		"in a broken profile":    {args: []string{"check", "--profile", file("p.json", `{"name":"`+marker+`","role":3}`), profile}},
		"a line a draft, unsaid": {args: []string{"check", file("q.jsonl", `{"text":"`+marker+`"}`)}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var out, errs bytes.Buffer
			a := &app{
				env: func(string) string { return "" }, stdin: strings.NewReader(test.stdin), stdout: &out, stderr: &errs,
				now: time.Now, open: openFake,
			}
			if status := a.run(withProfile(test.args, profile)); status != 2 && status != 3 {
				t.Errorf("got status %d, want 2 or 3", status)
			}
			if strings.Contains(out.String()+errs.String(), "Quillfeather") {
				t.Errorf("text of the draft is repeated:\n%s%s", &out, &errs)
			}
			if !strings.HasPrefix(errs.String(), "bedside: error: ") {
				t.Errorf("no error was told:\n%s", &errs)
			}
		})
	}
}

// withProfile names a profile where none is named.
func withProfile(args []string, path string) []string {
	if args[0] != "check" || strings.Contains(strings.Join(args, " "), "--profile") {
		return args
	}
	return append([]string{"check", "--profile", path}, args[1:]...)
}
