package engine_test

import (
	"testing"

	"bedside"
	"bedside/detect"
	"bedside/engine"
	"bedside/packs"
	"bedside/tables"
)

// TestMoreIsNeverLess puts an identifier behind a draft, in a paragraph of its own: the verdict may not become milder.
// It stands there without other words: those may speak for a draft.
func TestMoreIsNeverLess(t *testing.T) {
	t.Parallel()
	for _, more := range []string{"Mrs Alvarez.", "MRN 0034512.", "14 Elm Street, SW1A 1AA.", "+44 20 7946 0958.", "It was bed 4, on Tuesday, at St Mary's Hospital."} {
		t.Run(more, func(t *testing.T) {
			t.Parallel()
			for _, d := range drafts(t) {
				before := check(t, d).Verdict
				d.Text += "\n\n" + more
				if after := check(t, d).Verdict; after < before {
					t.Errorf("a draft of %d bytes is %s, with %q it is %s", len(d.Text), before, more, after)
				}
			}
		})
	}
}

// TestANameBehindIsNeverLess does so with a name and every draft of the development corpus, by the first tier alone, beside another word in its
// place: the name is somebody new, who may not take from others what was told of them.
func TestANameBehindIsNeverLess(t *testing.T) {
	t.Parallel()
	first, err := engine.New(engine.Config{Tables: tables.Files(), Compile: detect.New, Pack: packs.Default(), Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	verdict := func(d bedside.Draft) bedside.Severity {
		r, err := first.Check(d, now)
		if err != nil {
			t.Fatal(err)
		}
		return r.Verdict
	}
	ordinary, others := corpus(t)
	for i, d := range append(ordinary, others...) {
		if d.Text == "" {
			continue
		}
		text, name := d.Text, []string{"Mrs Alvarez.", "Tom."}[i%2]
		d.Text = text + "\n\nGoodbye."
		before := verdict(d)
		if before == bedside.OK {
			continue
		}
		d.Text = text + "\n\n" + name
		if after := verdict(d); after < before {
			t.Errorf("a draft of %d bytes is %s, with %q behind it is %s", len(text), before, name, after)
		}
	}
}
