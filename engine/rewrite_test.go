package engine_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"bedside"
	"bedside/pack"
	"bedside/packs"
	"bedside/tables"
)

// TestRewrite: the least change that may be published.
func TestRewrite(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, draft string
		keeps, goes []string
		none        bool
	}{
		{
			"a name, a bed and a day",
			`{"text":"Mrs Alvarez in bed 12 coded twice last night. Hug your people. Drink water."}`,
			[]string{"coded twice", "Hug your people. Drink water."},
			[]string{"Alvarez", "12", "last night"},
			false,
		},
		{
			"a product that is praised", `{"text":"Loving my Zenflow mat, it saved my back. Use code NURSE10 at checkout!"}`,
			[]string{"Ad: ", "Loving my Zenflow mat"},
			nil, false,
		},
		{
			"advice and nothing else", `{"kind":"reply","text":"Stop your warfarin and take 400 mg ibuprofen.","context":{"reply_to":{"text":"my knee hurts"}}}`,
			[]string{"ask your own doctor"},
			[]string{"warfarin", "400"},
			false,
		},
		{"an act, not words", `{"kind":"contact_request","action":"accept","context":{"relationship":"patient"}}`, nil, nil, true},
		{
			"an answer that has more than advice",
			`{"kind":"reply","text":"Oh no, that sounds miserable. We had the same week here. Stop your warfarin tonight.","context":{"reply_to":{"text":"my knee hurts"}}}`,
			[]string{"Oh no, that sounds miserable. We had the same week here. Please ask your own doctor"},
			[]string{"warfarin"},
			false,
		},
		{
			"a word of contempt", `{"text":"Every coffin dodger on this ward wants the window open."}`,
			[]string{"Every patient on this ward wants the window open."},
			[]string{"dodger"},
			false,
		},
		{
			"a claim to be the best", `{"text":"Proud of the team. We have the shortest waiting time of any hospital in Ulster."}`,
			[]string{"Proud of the team. We have a short waiting time."},
			nil, false,
		},
		{
			"a title that is still to come", `{"kind":"bio","text":"Dr Nkosana | skin talk | class of 2028 | tea drinker","author":{"role":"medical_student"}}`,
			[]string{"Nkosana | skin talk | class of 2028"},
			[]string{"Dr"},
			false,
		},
		{
			"a threat and a complaint", `{"text":"The rota changed again without a word, and I had promised my girls the beach. I will break the fingers of whoever did it. I know where you park."}`,
			[]string{"I had promised my girls the beach."},
			[]string{"park"},
			false,
		},
		{"a picture", `{"text":"So proud of her.","media":[{"alt":"Our patient","declared":["face","patient"]}]}`, nil, nil, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := check(t, decode(t, tt.draft))
			if r.Verdict < bedside.Revise || (r.Rewrite == nil) != tt.none {
				t.Fatalf("verdict %s, rewrite %v", r.Verdict, r.Rewrite)
			}
			for _, s := range tt.keeps {
				if !strings.Contains(r.Rewrite.Text, s) {
					t.Errorf("%q is not in %q", s, r.Rewrite.Text)
				}
			}
			for _, s := range tt.goes {
				if strings.Contains(r.Rewrite.Text, s) {
					t.Errorf("%q is still in %q", s, r.Rewrite.Text)
				}
			}
		})
	}
}

// TestRewriteAddsNothing: every word of a rewrite stands in the draft or in a fixed wording, and its form is whole.
func TestRewriteAddsNothing(t *testing.T) {
	t.Parallel()
	fixed := fixedWords(t)
	seen := 0
	for _, d := range drafts(t) {
		r := check(t, d)
		if r.Rewrite == nil {
			continue
		}
		seen++
		known := slices.Concat(fixed, wordsIn(d.Text))
		for _, w := range wordsIn(r.Rewrite.Text) {
			if !slices.Contains(known, w) {
				t.Errorf("a rewrite of a draft of %d bytes says %q, which nobody said", len(d.Text), w)
			}
		}
		checkForm(t, d.Text, r.Rewrite.Text)
		d.Text = r.Rewrite.Text
		if again := check(t, d); again.Rewrite != nil {
			t.Errorf("a rewrite of %d bytes is rewritten again", len(d.Text))
		}
	}
	if seen < 10 {
		t.Errorf("only %d drafts have a rewrite", seen)
	}
}

// checkForm: nothing hangs loose that did not before.
func checkForm(t *testing.T, before, after string) {
	t.Helper()
	for _, loose := range []string{"  ", " ,", " .", "()", "( ", ",,", ",.", ";.", " a a ", " the the ", " and and "} {
		if strings.Contains(after, loose) && !strings.Contains(before, loose) {
			t.Errorf("%q in a rewrite of %d bytes", loose, len(after))
		}
	}
	if strings.TrimSpace(after) != after && strings.TrimSpace(before) == before {
		t.Errorf("space at an end of a rewrite of %d bytes", len(after))
	}
}

// fixedWords are the words that edits may bring: of the pack, of the tables, and for people.
func fixedWords(t *testing.T) []string {
	t.Helper()
	p, err := pack.Load(packs.Default())
	if err != nil {
		t.Fatal(err)
	}
	out := wordsIn("someone's the person a patient's an colleague good low high few quick short")
	for _, r := range p.Rules {
		for _, g := range r.Grades {
			out = append(out, wordsIn(g.Insert)...)
		}
	}
	for name, b := range tables.Files() {
		if !strings.HasSuffix(name, ".txt") {
			continue
		}
		for line := range strings.Lines(string(b)) {
			if _, wording, ok := strings.Cut(line, "=>"); ok {
				out = append(out, wordsIn(wording)...)
			}
		}
	}
	return out
}

func wordsIn(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
