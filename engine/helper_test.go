package engine_test

import (
	"bytes"
	"encoding/json"
	"sync"
	"testing"
	"time"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

var compiled = sync.OnceValues(func() (*engine.Engine, error) {
	return engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: packs.Default(), Reader: tables.Reader(), Version: "test"})
})

// checker is one engine for all tests: with the default pack and the tables that everybody uses.
func checker(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := compiled()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// now is when everything is checked.
var now = time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)

func check(t *testing.T, d bedside.Draft) *bedside.Result {
	t.Helper()
	r, err := checker(t).Check(d, now)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// decode reads a draft from JSON.
func decode(tb testing.TB, s string) bedside.Draft {
	tb.Helper()
	d, err := bedside.DecodeDraft([]byte(s))
	if err != nil {
		tb.Fatalf("%s: %v", s, err)
	}
	return d
}

// encode is a result as it is stored.
func encode(t *testing.T, r *bedside.Result) []byte {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// drafts are posts of every kind: some written for these tests, and some 200 of the development corpus. They are read once and
// not to be changed.
func drafts(tb testing.TB) []bedside.Draft {
	tb.Helper()
	readCorpus.Do(func() {
		ordinary, others := corpus(tb)
		all := append(ordinary, others...)
		step := max(1, len(all)/200)
		for i := 0; i < len(all); i += step {
			someOfCorpus = append(someOfCorpus, all[i])
		}
	})
	return append(written(), someOfCorpus...)
}

var (
	readCorpus   sync.Once
	someOfCorpus []bedside.Draft
)

// written are drafts that meet every stage.
func written() []bedside.Draft {
	texts := []string{
		"", " ", "😀", "Long shift, good coffee.", "Mrs Alvarez in bed 12 coded twice last night.",
		"Saw a 34-year-old teacher with Loeys-Dietz at our 200-bed hospital this morning. I cried in the car park. Be kind.",
		"Tom Alvarez has leukaemia and I cried at work.", "@ana take 400 mg ibuprofen and stop your warfarin",
		"RT @jo: my patient in bed 4 has TB\n\nThis is not okay.", "“Gomer” is a word we must stop using. Zoe\u0308 said so 👩🏽\u200d⚕️.",
		"#MrsAlvarez #Room12 p4tient cаme in f a t t y\u200b", "MRN 0034512, SSN 123-45-6789, +44 20 7946 0958, jane@x.org, 14 Elm Street",
		"A 70yo man with gout came to clinic today. Another patient, a 20yo woman, had lupus. Their mother cried.",
	}
	var out []bedside.Draft
	for _, s := range texts {
		out = append(out, bedside.Draft{ID: "w", Text: s})
	}
	return append(
		out,
		bedside.Draft{Kind: "contact_request", Action: "accept"},
		bedside.Draft{Text: "So proud.", Media: []bedside.Media{{Path: "a.jpg", Alt: "Our 3-day-old patient in room 4", Declared: []string{"face", "patient"}}, {Caption: "Mrs Alvarez"}}},
		bedside.Draft{
			Kind: "review_reply", Text: "We are sorry that your colonoscopy hurt, Mr Tan.", Account: bedside.Account{Persona: "professional", Bio: "Dr. Views my own."},
			Context: bedside.Context{ReplyTo: bedside.ReplyTo{Text: "My knee hurts, what shall I take?", Relationship: "patient"}, Interests: []bedside.Interest{{Party: "Colonoscopy Ltd"}}},
		},
	)
}

func sameBytes(t *testing.T, d bedside.Draft, got, want []byte) {
	t.Helper()
	if !bytes.Equal(got, want) {
		t.Errorf("a draft of %d bytes is answered in two ways:\n%s\n%s", len(d.Text), want, got)
	}
}
