package render_test

import (
	"bytes"
	"strings"
	"testing"

	"bedside"
	"bedside/render"
)

// sighted is an answer about a picture with a face, a line of words and a code in it.
func sighted() render.Answer {
	face, line, code := [4]int{10, 10, 90, 120}, [4]int{700, 860, 200, 40}, [4]int{480, 480, 60, 60}
	seen := &bedside.Seen{
		Type: "jpeg", Width: 1000, Height: 900,
		Faces: []bedside.SeenFace{{Box: face, Sure: true}},
		Texts: []bedside.SeenText{{Box: line, Text: "MRN 00719284"}},
		Codes: []bedside.SeenCode{{Box: code, Kind: "code128", Text: "00719284"}},
	}
	finding := func(rule string, s bedside.Severity, e ...bedside.Evidence) bedside.Finding {
		return bedside.Finding{ID: rule, Rule: rule, Topic: "patient_privacy", Severity: s, Evidence: e, Message: "M", Why: "W.", Remedy: bedside.Remedy{Text: "R."}}
	}
	return render.Answer{
		Name:  "p.jpg",
		Draft: bedside.Draft{Media: []bedside.Media{{Path: "p.jpg", Seen: seen}}},
		Shown: []render.Shown{{Index: 0, Type: "image/jpeg", Bytes: []byte("picture")}},
		Result: &bedside.Result{Verdict: bedside.Block, Complete: true, Findings: []bedside.Finding{
			finding("privacy.record", bedside.Block,
				bedside.Evidence{Part: bedside.PartPictureText, Start: 0, End: 12, Text: "MRN 00719284", Box: &line},
				bedside.Evidence{Part: bedside.PartMedia, Box: &code}),
			finding("privacy.face", bedside.Revise, bedside.Evidence{Part: bedside.PartMedia, Box: &face}),
		}},
	}
}

// TestBoxesInWords: whoever does not see a picture is told what is where.
func TestBoxesInWords(t *testing.T) {
	t.Parallel()
	a := sighted()
	var text, sarif bytes.Buffer
	if err := render.Text(&text, a.Draft, a.Result, render.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := render.SARIF(&sarif, "test", []render.Answer{a}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A face, upper left", "Words, lower right", "A code, middle", "Words in the picture\n  MRN 00719284"} {
		if !strings.Contains(text.String(), want) {
			t.Errorf("the text lacks %q:\n%s", want, &text)
		}
	}
	if !strings.Contains(sarif.String(), `"A face, upper left"`) || strings.Contains(sarif.String(), "00719284") {
		t.Errorf("SARIF: %s", &sarif)
	}
}

// TestSeveralPictures: it is told in which picture something is.
func TestSeveralPictures(t *testing.T) {
	t.Parallel()
	a := sighted()
	a.Draft.Media = append([]bedside.Media{{Alt: "a"}}, a.Draft.Media...)
	for _, f := range a.Result.Findings {
		for k := range f.Evidence {
			f.Evidence[k].Index = 1
		}
	}
	var b bytes.Buffer
	if err := render.Text(&b, a.Draft, a.Result, render.TextOptions{}); err != nil || !strings.Contains(b.String(), "Picture 2: a face, upper left") {
		t.Errorf("%v:\n%s", err, &b)
	}
}

// TestBoxesOverThePicture: a page shows the picture with lettered boxes in reading order, solid for faces and dashed for the rest; without
// text it shows an empty frame.
func TestBoxesOverThePicture(t *testing.T) {
	t.Parallel()
	a := sighted()
	page := func() string {
		var b bytes.Buffer
		if err := render.HTML(&b, []render.Answer{a}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, want := range []string{
		`<image href="data:image/jpeg;base64,cGljdHVyZQ==" width="1000" height="900"/>`,
		`<g class="revise"><rect class="dark" x="10" y="10" width="90" height="120"/>`,
		`<g class="block dashed"><rect class="dark" x="700" y="860"`,
		`<b>A</b> A face, upper left <span class="severity">2</span>`, `<b>B</b> A code, middle`, `<b>C</b> Words, lower right`,
	} {
		if !strings.Contains(page(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	a.NoText = true
	if p := page(); strings.Contains(p, "base64,") || strings.Contains(p, "00719284") || !strings.Contains(p, `class="frame"`) {
		t.Error("without text the page shows the picture")
	}
}
