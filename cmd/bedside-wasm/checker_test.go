package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/packs"
	"bedside/tables"
)

type answer struct {
	Ready   bool   `json:"ready"`
	Verdict string `json:"verdict"`
	Version string `json:"version"`
	Error   *struct {
		Code    bedside.Code `json:"code"`
		Message string       `json:"message"`
	} `json:"error"`
}

func parse(t *testing.T, line string) answer {
	t.Helper()
	var a answer
	if err := json.Unmarshal([]byte(line), &a); err != nil || strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n") {
		t.Fatalf("an answer of %d bytes is not one line of JSON: %v", len(line), err)
	}
	return a
}

func code(a answer) bedside.Code {
	if a.Error == nil {
		return ""
	}
	return a.Error.Code
}

func loaded(tb testing.TB) *checker {
	tb.Helper()
	c := &checker{}
	if line := c.load(tables.Stored()["tables.bin"], tables.Stored()["tagger.bin"], tables.Stored()["census.bin"], packs.Default(), "7"); line != "{\"ready\":true}\n" {
		tb.Fatal(line)
	}
	return c
}

func TestCheck(t *testing.T) {
	t.Parallel()
	c := loaded(t)
	for _, test := range []struct {
		name, draft, asOf string
		want              bedside.Code
	}{
		{"a draft", `{"text":"Long day. Proud of the team."}`, "2026-07-01T12:00:00Z", ""},
		{"without a time", `{"text":"Long day."}`, "", ""},
		{"no time", `{"text":"Long day."}`, "tomorrow", bedside.CodeInvalid},
		{"no draft", `{"txet":"Long day."}`, "", bedside.CodeInvalid},
		{"too long", `{"text":"` + strings.Repeat("long ", bedside.MaxText/5+1) + `"}`, "", bedside.CodeTooLarge},
	} {
		a := parse(t, c.check([]byte(test.draft), test.asOf))
		if code(a) != test.want {
			t.Errorf("%s: error %q, want %q", test.name, code(a), test.want)
		}
		if test.want == "" && (a.Version != "7" || a.Verdict == "") {
			t.Errorf("%s: verdict %q of version %q", test.name, a.Verdict, a.Version)
		}
	}
}

// TestReader: the reader comes after the engine, and until then a result says that it is missing.
func TestReader(t *testing.T) {
	t.Parallel()
	if got := code(parse(t, (&checker{}).read(tables.Reader()))); got != bedside.CodeUnavailable {
		t.Errorf("a reader without an engine: %q", got)
	}
	c := loaded(t)
	const draft = `{"text":"Long day."}`
	if line := c.check([]byte(draft), ""); !strings.Contains(line, `"code":"reader"`) {
		t.Errorf("the missing reader is not told: %s", line)
	}
	if got := code(parse(t, c.read(tables.Reader()[1:]))); got != bedside.CodeInvalid {
		t.Errorf("cut weights: %q", got)
	}
	if line := c.read(tables.Reader()); line != "{\"ready\":true}\n" {
		t.Fatal(line)
	}
	if line := c.check([]byte(draft), ""); strings.Contains(line, `"code":"reader"`) {
		t.Errorf("the reader is there and told as missing: %s", line)
	}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	c := &checker{}
	if a := parse(t, c.check([]byte(`{"text":"Long day."}`), "")); code(a) != bedside.CodeUnavailable {
		t.Errorf("before loading: error %q", code(a))
	}
	whole, tagger, census := tables.Stored()["tables.bin"], tables.Stored()["tagger.bin"], tables.Stored()["census.bin"]
	for name, tables := range map[string][]byte{"nothing": nil, "half": whole[:len(whole)/2], "more": append(slices.Clip(whole), 0)} {
		if a := parse(t, c.load(tables, tagger, census, packs.Default(), "7")); code(a) != bedside.CodeInvalid {
			t.Errorf("%s of the tables: error %q", name, code(a))
		}
	}
	for name, weights := range map[string][]byte{"nothing": nil, "half": tagger[:len(tagger)/2], "more": append(slices.Clip(tagger), 0)} {
		if a := parse(t, c.load(whole, weights, census, packs.Default(), "7")); code(a) != bedside.CodeInvalid {
			t.Errorf("%s of the tagger: error %q", name, code(a))
		}
	}
	for name, figures := range map[string][]byte{"nothing": nil, "half": census[:len(census)/2], "more": append(slices.Clip(census), 0)} {
		if a := parse(t, c.load(whole, tagger, figures, packs.Default(), "7")); code(a) != bedside.CodeInvalid {
			t.Errorf("%s of the census: error %q", name, code(a))
		}
	}
	if a := parse(t, c.load(whole, tagger, census, packs.Default()[:100], "7")); a.Error == nil {
		t.Error("a broken pack is loaded")
	}
}

// FuzzCheck: whatever a page hands over, the answer is one line of JSON, a result or an error.
func FuzzCheck(f *testing.F) {
	c := loaded(f)
	f.Add([]byte(`{"text":"Mrs Alvarez in 12 coded twice last night.","author":{"role":"medical student"}}`), "")
	f.Add([]byte(`{"kind":"contact_request","action":"accept","context":{"relationship":"patient"}}`), "2026-07-01T12:00:00Z")
	f.Add([]byte(`{"media":[{"alt":"a newborn","declared":["face","patient"]}],"text":"\ud83d"}`), "x")
	f.Fuzz(func(t *testing.T, draft []byte, asOf string) {
		a := parse(t, c.check(draft, asOf))
		if (a.Error == nil) == (a.Verdict == "") {
			t.Error("the answer is neither a result nor an error, or both")
		}
		if code(a) == bedside.CodeInternal {
			t.Error("the check broke off")
		}
	})
}
