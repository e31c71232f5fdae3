package render_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"bedside"
	"bedside/render"
)

// auditFormats lists what every golden file shows of its audit. Escapes are written as ␛ so that they can be read.
func auditFormats() []auditFormat {
	text := func(o render.TextOptions) func(*bedside.Audit, *bytes.Buffer) error {
		return func(a *bedside.Audit, b *bytes.Buffer) error { return render.AuditText(b, a, o) }
	}
	html := func(noText bool) func(*bedside.Audit, *bytes.Buffer) error {
		return func(a *bedside.Audit, b *bytes.Buffer) error {
			err := render.AuditHTML(b, a, noText)
			_, body, _ := bytes.Cut(b.Bytes(), []byte("<body class=\"audit\">\n"))
			*b = *bytes.NewBuffer(body)
			return err
		}
	}
	return []auditFormat{
		{"text-60", text(render.TextOptions{Width: 60})},
		{"text-80-colour", text(render.TextOptions{Color: true})},
		{"text-80-no-text-verbose", text(render.TextOptions{NoText: true, Verbose: true})},
		{"json", func(a *bedside.Audit, b *bytes.Buffer) error { return render.AuditJSON(b, a) }},
		{"html", html(false)},
		{"html-no-text", html(true)},
	}
}

type auditFormat struct {
	name  string
	write func(*bedside.Audit, *bytes.Buffer) error
}

func TestAuditGolden(t *testing.T) {
	t.Parallel()
	eachGolden(t, "testdata/audit/*.txtar", 1, func(t *testing.T, inputs []txtar.File) (outputs []txtar.File) {
		t.Helper()
		audit := readAudit(t, inputs[0].Data)
		for _, f := range auditFormats() {
			var b bytes.Buffer
			if err := f.write(audit, &b); err != nil {
				t.Fatal(err)
			}
			outputs = append(outputs, txtar.File{Name: f.name, Data: b.Bytes()})
		}
		return outputs
	})
}

// readAudit decodes an audit, and gives its posts their drafts, which JSON leaves out.
func readAudit(t *testing.T, b []byte) *bedside.Audit {
	t.Helper()
	var a bedside.Audit
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&a); err != nil {
		t.Fatal(err)
	}
	give := func(p *bedside.AuditPost) {
		p.Draft = &bedside.Draft{ID: p.ID, Kind: p.Kind, Text: p.Text, Account: bedside.Account{Platform: p.Platform}}
	}
	for i := range a.CleanUp {
		give(&a.CleanUp[i].Post)
	}
	for i := range a.Clusters {
		for k := range a.Clusters[i].Posts {
			give(&a.Clusters[i].Posts[k].Post)
		}
	}
	return &a
}

// TestAuditWithoutTextHoldsNone puts a marker wherever words of a post may stand.
func TestAuditWithoutTextHoldsNone(t *testing.T) {
	t.Parallel()
	const marker = "Quillfeather"
	post := bedside.AuditPost{ID: "1", Kind: "post", Text: marker, Draft: &bedside.Draft{Text: marker}}
	evidence := []bedside.Evidence{{Part: bedside.PartText, End: len(marker), Text: marker}}
	audit := &bedside.Audit{
		Verdict: bedside.Block,
		Clusters: []bedside.AuditCluster{{
			ID: "c1", Severity: bedside.Block, Posts: []bedside.AuditPiece{{Post: post, Evidence: evidence, Change: true}},
		}},
		CleanUp: []bedside.AuditTask{{
			Post: post, Do: bedside.AuditEdit, Severity: bedside.Block, Rewrite: &bedside.Rewrite{Text: marker}, Same: []bedside.AuditPost{post},
			Findings: []bedside.Finding{{Severity: bedside.Block, Evidence: evidence}}, Questions: []bedside.Question{{Evidence: evidence}},
		}},
	}
	var b bytes.Buffer
	for name, write := range map[string]func() error{
		"text": func() error { return render.AuditText(&b, audit, render.TextOptions{NoText: true, Verbose: true}) },
		"html": func() error { return render.AuditHTML(&b, audit, true) },
		"json": func() error { return render.AuditJSON(&b, render.AuditWithoutText(audit)) },
	} {
		b.Reset()
		if err := write(); err != nil || b.Len() == 0 || strings.Contains(b.String(), marker) {
			t.Errorf("%s repeats words of a post, or failed: %v", name, err)
		}
	}
	if audit.CleanUp[0].Post.Text == "" || audit.Clusters[0].Posts[0].Evidence[0].Text == "" {
		t.Error("the audit itself was changed")
	}
}

// TestAuditJSONHasNoNullLists writes an audit in which every list is absent.
func TestAuditJSONHasNoNullLists(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	audit := &bedside.Audit{
		Archives: make([]bedside.AuditArchive, 1), Years: make([]bedside.AuditYear, 1), CleanUp: make([]bedside.AuditTask, 1),
		Clusters: []bedside.AuditCluster{{Posts: make([]bedside.AuditPiece, 1)}}, Compared: &bedside.AuditChange{},
	}
	if err := render.AuditJSON(&b, audit); err != nil {
		t.Fatal(err)
	}
	for _, found := range regexp.MustCompile(`"(\w+)":null`).FindAllStringSubmatch(b.String(), -1) {
		switch found[1] {
		case "time", "since", "as_of", "crowd", "alone", "so_far", "rewrite":
		default:
			t.Errorf("%s is null", found[1])
		}
	}
}
