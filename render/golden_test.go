package render_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"bedside"
	"bedside/render"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// formats lists what every golden file shows of its result. Escapes are written as ␛ so that they can be read.
func formats() []format {
	text := func(o render.TextOptions) func(bedside.Draft, *bedside.Result, *bytes.Buffer) error {
		return func(d bedside.Draft, r *bedside.Result, b *bytes.Buffer) error { return render.Text(b, d, r, o) }
	}
	return []format{
		{"text-60", text(render.TextOptions{Width: 60})},
		{"text-80", text(render.TextOptions{})},
		{"text-100", text(render.TextOptions{Width: 100})},
		{"text-80-colour", text(render.TextOptions{Color: true, Title: "draft.txt"})},
		{"text-80-no-text", text(render.TextOptions{NoText: true})},
		{"text-80-verbose", text(render.TextOptions{Verbose: true})},
		{"json", func(_ bedside.Draft, r *bedside.Result, b *bytes.Buffer) error { return render.JSON(b, r) }},
		{"json-no-text", func(_ bedside.Draft, r *bedside.Result, b *bytes.Buffer) error {
			return render.JSON(b, render.WithoutText(r))
		}},
		{"sarif", func(d bedside.Draft, r *bedside.Result, b *bytes.Buffer) error {
			return render.SARIF(b, "0.1.0", []render.Answer{{Name: "a draft.txt", Plain: true, Draft: d, Result: r}})
		}},
		{"html", func(d bedside.Draft, r *bedside.Result, b *bytes.Buffer) error {
			err := render.HTML(b, []render.Answer{{Name: "a draft.txt", Plain: true, Draft: d, Result: r}})
			_, body, _ := bytes.Cut(b.Bytes(), []byte("<body>"))
			*b = *bytes.NewBuffer(bytes.TrimPrefix(body, []byte("\n")))
			return err
		}},
	}
}

type format struct {
	name  string
	write func(bedside.Draft, *bedside.Result, *bytes.Buffer) error
}

func TestGolden(t *testing.T) {
	t.Parallel()
	eachGolden(t, "testdata/*.txtar", 2, func(t *testing.T, inputs []txtar.File) (outputs []txtar.File) {
		t.Helper()
		draft, result := readCase(t, inputs)
		for _, f := range formats() {
			var b bytes.Buffer
			if err := f.write(draft, result, &b); err != nil {
				t.Fatal(err)
			}
			outputs = append(outputs, txtar.File{Name: f.name, Data: b.Bytes()})
		}
		return outputs
	})
}

// eachGolden compares what is made of the first files of each archive with the others, or rewrites these.
func eachGolden(t *testing.T, pattern string, inputs int, outputs func(*testing.T, []txtar.File) []txtar.File) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			fresh := &txtar.Archive{Comment: archive.Comment, Files: archive.Files[:inputs:inputs]}
			for _, f := range outputs(t, fresh.Files) {
				f.Data = bytes.ReplaceAll(f.Data, []byte("\x1b"), []byte("␛"))
				fresh.Files = append(fresh.Files, f)
			}
			compareGolden(t, file, txtar.Format(fresh), txtar.Format(archive))
		})
	}
}

func compareGolden(t *testing.T, file string, got, want []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s differs (-want +got); run with -update when this is meant:\n%s", file, diff)
	}
}

// readCase reads draft.json and result.json. Evidence may give its words only; the first place where they stand is
// looked up.
func readCase(t *testing.T, inputs []txtar.File) (bedside.Draft, *bedside.Result) {
	t.Helper()
	draft, err := bedside.DecodeDraft(inputs[0].Data)
	if err != nil {
		t.Fatal(err)
	}
	var result bedside.Result
	d := json.NewDecoder(bytes.NewReader(inputs[1].Data))
	d.DisallowUnknownFields()
	if err := d.Decode(&result); err != nil {
		t.Fatal(err)
	}
	for i := range result.Findings {
		for j := range result.Findings[i].Evidence {
			locate(t, draft, &result.Findings[i].Evidence[j])
		}
	}
	for i := range result.Questions {
		for j := range result.Questions[i].Evidence {
			locate(t, draft, &result.Questions[i].Evidence[j])
		}
	}
	return draft, &result
}

func locate(t *testing.T, d bedside.Draft, e *bedside.Evidence) {
	t.Helper()
	if e.End > 0 || e.Text == "" {
		return
	}
	text := map[bedside.PartKind]string{bedside.PartText: d.Text, bedside.PartBio: d.Account.Bio, bedside.PartReplyTo: d.Context.ReplyTo.Text}[e.Part]
	if e.Part == bedside.PartAlt {
		text = d.Media[e.Index].Alt
	}
	if e.Part == bedside.PartTimeline {
		text = d.Context.Timeline[e.Index].Text
	}
	if e.Part == bedside.PartPictureText {
		e.End = len(e.Text)
		return
	}
	at := strings.Index(text, e.Text)
	if at < 0 {
		t.Fatalf("the evidence %q does not stand in the %s", e.Text, e.Part)
	}
	e.Start, e.End = at, at+len(e.Text)
}
