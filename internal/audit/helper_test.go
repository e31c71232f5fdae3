package audit_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bedside"
	"bedside/internal/archive"
	"bedside/internal/audit"
	"bedside/link"
)

// fake stands in for the engine. Larkfield is a finding to change, Alvarez one to delete, today a thought, maybe a question.
type fake struct {
	rules   string // a version of the rules
	checked func(bedside.Draft)
}

func (f fake) NewTimeline() *link.Timeline { return link.NewTimeline(nil) }

func (f fake) Together(link.Cluster) (bedside.Finding, bool) { return bedside.Finding{}, false }

func (f fake) CheckAndRecord(d bedside.Draft, asOf time.Time) (*bedside.Result, link.Record, error) {
	if f.checked != nil {
		f.checked(d)
	}
	r := &bedside.Result{Verdict: bedside.OK, AsOf: bedside.Time{Time: asOf}, Version: "test", Packs: []bedside.PackInfo{{ID: "p", Version: "1", SHA256: "0" + f.rules}}}
	for _, w := range []struct {
		word     string
		severity bedside.Severity
	}{{"Alvarez", bedside.Block}, {"Larkfield", bedside.Revise}, {"today", bedside.Advise}} {
		if at := strings.Index(d.Text, w.word); at >= 0 {
			r.Verdict = max(r.Verdict, w.severity)
			r.Findings = append(r.Findings, bedside.Finding{
				ID: "privacy." + w.word + "@p1", Rule: "privacy." + w.word, Topic: "patient_privacy", Severity: w.severity, Message: "M", People: []string{"p1"},
				Evidence: []bedside.Evidence{{Part: bedside.PartText, Start: at, End: at + len(w.word), Text: w.word}},
			})
		}
	}
	switch {
	case strings.Contains(d.Text, "PANIC"):
		panic(d.Text)
	case strings.Contains(d.Text, "FAULT"):
		return nil, link.Record{}, fmt.Errorf("about %s", d.Text)
	case strings.Contains(d.Text, "maybe"):
		r.Questions = []bedside.Question{{ID: "q"}}
	case strings.Contains(d.Text, "Larkfield"):
		r.Rewrite = &bedside.Rewrite{Text: strings.ReplaceAll(d.Text, "Larkfield", "a hospital")}
	}
	if len(d.Media) > 0 && d.Media[0].Seen != nil {
		seeFaces(d.Media[0].Seen, r)
	} else if len(d.Media) > 0 {
		r.NotChecked = []bedside.NotChecked{{Code: "media", Message: "the picture"}}
	}
	return r, link.Record{}, nil
}

// source hands out posts.
type source struct {
	posts    []bedside.Draft
	platform string
	err      error
}

func (s source) Read(ctx context.Context, hand func(archive.Item) error) (archive.Report, error) {
	for _, d := range s.posts {
		if err := ctx.Err(); err != nil {
			return archive.Report{}, err
		}
		if err := hand(archive.Item{Draft: d, URL: "https://example.org/" + d.ID}); err != nil {
			return archive.Report{}, err
		}
	}
	return archive.Report{Platform: s.platform, Found: len(s.posts), Read: len(s.posts)}, s.err
}

// posts makes n posts, an hour apart, of which some hold something.
func posts(n int) []bedside.Draft {
	out := make([]bedside.Draft, n)
	begin := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range out {
		d := &out[i]
		d.ID, d.Kind, d.Time.Time = fmt.Sprint("p", i), "post", begin.Add(time.Duration(i)*time.Hour)
		d.Account = bedside.Account{Platform: "x", Handle: "@m"}
		d.Text = fmt.Sprintf("Long shift number %d.", i)
		switch {
		case i%50 == 7:
			d.Text = fmt.Sprintf("Ward %d, Larkfield, in the small hours of %d.", i, i*i)
		case i%90 == 11:
			d.Text = fmt.Sprintf("Case %d: Alvarez.", i)
		case i%70 == 3:
			d.Media = []bedside.Media{{Path: "a.jpg"}}
		}
	}
	return out
}

// from is an archive of posts.
func from(posts ...bedside.Draft) []audit.Archive {
	return []audit.Archive{{Name: "archive", Source: source{posts: posts, platform: "x"}}}
}

// options are those of a test: a clock that stands still, and a salt that is known.
func options(e audit.Engine) audit.Options {
	return audit.Options{
		Engine: e, Now: func() time.Time { return time.Date(2026, 3, 4, 15, 4, 5, 0, time.UTC) },
		Random: strings.NewReader(strings.Repeat("0123456789abcdef", 8)), Workers: 2,
	}
}

func stateFile(t *testing.T) string {
	t.Helper()
	return filepath.Join(t.TempDir(), "state.json")
}

func run(t *testing.T, archives []audit.Archive, o audit.Options) *bedside.Audit {
	t.Helper()
	a, err := audit.Run(t.Context(), archives, o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// asJSON is an audit in a form that can be compared.
func asJSON(t *testing.T, a *bedside.Audit) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	if err := e.Encode(a); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
