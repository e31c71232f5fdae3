package render_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"bedside"
	"bedside/render"
)

func FuzzText(f *testing.F) {
	f.Add("Mrs Alvarez in 12\r\ncoded 👩🏽‍⚕️ 山田さん \x1b[2J", 0, 11, 3, 40, 60)
	f.Add("a\n\n\nb\t\u202ec", 1, 2, -1, 900, 24)
	f.Add("", 0, 0, 0, 0, 0)
	f.Add(strings.Repeat("lang ", 300), 700, 800, 10, 20, 33)
	f.Fuzz(func(t *testing.T, text string, start, end, start2, end2, width int) {
		if !utf8.ValidString(text) || width > 500 || len(text) > 5000 {
			t.Skip()
		}
		d, r := twoFindings(text, start, end, start2, end2)
		var b bytes.Buffer
		if err := render.Text(&b, d, r, render.TextOptions{Width: width}); err != nil {
			t.Fatal(err)
		}
		if width <= 0 {
			width = 80
		}
		readable(t, b.String(), max(24, width))
		b.Reset()
		if err := render.HTML(&b, []render.Answer{{Name: text, Draft: d, Result: r}}); err != nil {
			t.Fatal(err)
		}
		b.Reset()
		if err := render.SARIF(&b, "v", []render.Answer{{Name: text, Plain: true, Draft: d, Result: r}}); err != nil {
			t.Fatal(err)
		}
	})
}

func twoFindings(text string, start, end, start2, end2 int) (bedside.Draft, *bedside.Result) {
	evidence := func(from, to int) []bedside.Evidence {
		return []bedside.Evidence{{Part: bedside.PartText, Start: from, End: to, Text: text}}
	}
	return bedside.Draft{Text: text}, &bedside.Result{
		Verdict: bedside.Block,
		Findings: []bedside.Finding{
			{Severity: bedside.Block, Message: text, Evidence: evidence(start, end)},
			{Severity: bedside.Advise, Why: text, Evidence: evidence(start2, end2)},
		},
		Questions: []bedside.Question{{ID: text, Prompt: text, Evidence: evidence(start, end)}},
		Rewrite:   &bedside.Rewrite{Text: text},
	}
}

// readable asks that nothing steers the terminal and that no line is too long, but for one unbreakable character.
func readable(t *testing.T, page string, width int) {
	t.Helper()
	if !utf8.ValidString(page) {
		t.Error("not UTF-8")
	}
	for line := range strings.Lines(page) {
		line = strings.TrimSuffix(line, "\n")
		if strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("a control character is left in %q", line)
		}
		if n := render.Columns(line); n > width {
			t.Errorf("%d columns in a page of %d: %q", n, width, line)
		}
	}
}

func TestTextMarksNothingThatIsNotThere(t *testing.T) {
	t.Parallel()
	d, r := twoFindings("Mrs Alvarez", 0, 3, 500, 900)
	r.Findings[1].Evidence = append(r.Findings[1].Evidence, bedside.Evidence{Part: bedside.PartTimeline, Index: -1, End: 4})
	var b bytes.Buffer
	if err := render.Text(&b, d, r, render.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if want := "  Mrs Alvarez\n  1══\n"; !strings.Contains(b.String(), want) {
		t.Errorf("got\n%s\nwant in it\n%s", &b, want)
	}
}

func TestNoFormatEverReassures(t *testing.T) {
	t.Parallel()
	d, r := bedside.Draft{Text: "a"}, &bedside.Result{Complete: true}
	var b bytes.Buffer
	for _, err := range []error{
		render.Text(&b, d, r, render.TextOptions{Verbose: true}), render.HTML(&b, []render.Answer{{Draft: d, Result: r}}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	page := strings.ReplaceAll(strings.ToLower(b.String()), "'unsafe-inline'", "")
	for _, word := range []string{"safe", "clean", "approved", "de-identified", "anonymous", "compliant", "✓", "✔", "✅", "risk", "violation", "%</p>"} {
		if strings.Contains(page, word) {
			t.Errorf("the page says %q", word)
		}
	}
}
