package engine_test

import (
	"slices"
	"strings"
	"testing"

	"bedside"
)

// TestNotChecked: an answer says what it is silent about, and whether something of this very draft was left out.
func TestNotChecked(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, draft, want string
		complete          bool
	}{
		{"plain", `{"text":"Long day."}`, "timeline truth", true},
		{"somebody is told of", `{"text":"My patient has gout."}`, "crowd timeline truth", true},
		{"a file", `{"text":"a","media":[{"path":"a.jpg","alt":"a cup"}]}`, "media timeline truth", false},
		{"a described picture", `{"text":"a","media":[{"alt":"a cup"}]}`, "timeline truth", true},
		{"a picture of which nothing is said", `{"text":"a","media":[{}]}`, "media timeline truth", false},
		{"British English", `{"text":"a","lang":"en-GB"}`, "timeline truth", true},
		{"another language", `{"text":"a","lang":"fr"}`, "language timeline truth", false},
		{"an answer to no question", `{"text":"a","context":{"answers":{"subject.unsur@p1":"self"}}}`, "answer timeline truth", false},
		{"an answer that is not offered", `{"text":"a","context":{"answers":{"subject.unsure@p1":"maybe"}}}`, "answer timeline truth", false},
		{"an answer about somebody", `{"text":"a","context":{"answers":{"subject.unsure@p1":"self"}}}`, "timeline truth", true},
		{"a timeline", `{"text":"a","context":{"timeline":[{"text":"b","time":"2026-06-01"}]}}`, "truth", true},
		{"a timeline without times", `{"text":"a","context":{"timeline":[{"text":"b"}]}}`, "timeline truth", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := check(t, decode(t, tt.draft))
			var got []string
			for _, n := range r.NotChecked {
				got = append(got, n.Code)
				if n.Message == "" {
					t.Errorf("%s has no message", n.Code)
				}
			}
			if strings.Join(got, " ") != tt.want || r.Complete != tt.complete {
				t.Errorf("got %s, complete %v; want %s, %v", strings.Join(got, " "), r.Complete, tt.want, tt.complete)
			}
		})
	}
}

// TestPeople: those whose details could be somebody's concern are listed, with what is told of them and who could know them.
func TestPeople(t *testing.T) {
	t.Parallel()
	r := check(t, bedside.Draft{Text: "I have a cold. Mrs Alvarez in bed 12 coded twice last night. You should rest."})
	if len(r.People) != 1 {
		t.Fatalf("people %+v", r.People)
	}
	p := r.People[0]
	if p.Subject != "patient" || p.Costliest != "Mrs Alvarez" || p.Crowd != nil || !slices.Contains(p.Facts, "name") || !slices.Contains(p.RecognisableBy, "stranger") {
		t.Errorf("got %+v", p)
	}
	for _, f := range r.Findings {
		if len(f.People) > 0 && !slices.Equal(f.People, []string{p.ID}) {
			t.Errorf("%s is about %v, the patient is %s", f.ID, f.People, p.ID)
		}
	}
	if !slices.ContainsFunc(r.Mentions, func(m bedside.MentionOut) bool { return m.Type == "name" && m.Person == p.ID }) {
		t.Errorf("no mention of a name is %s's", p.ID)
	}
}

// TestMended: a draft that points at somebody is offered in words that do not.
func TestMended(t *testing.T) {
	t.Parallel()
	r := check(t, bedside.Draft{Text: "Mrs Alvarez in bed 12 coded twice last night. Hug your people. Drink water."})
	if r.Verdict != bedside.Block || r.Rewrite == nil {
		t.Fatalf("verdict %s, rewrite %v", r.Verdict, r.Rewrite)
	}
	for _, words := range []string{"Alvarez", "12", "last night"} {
		if strings.Contains(r.Rewrite.Text, words) {
			t.Errorf("%q still stands in %q", words, r.Rewrite.Text)
		}
	}
	if !strings.HasSuffix(r.Rewrite.Text, "Hug your people. Drink water.") {
		t.Errorf("what was harmless is gone: %q", r.Rewrite.Text)
	}
}

// TestNothingToMend: an ordinary post is answered with silence.
func TestNothingToMend(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "Long shift, good coffee.", "My dog has arthritis.", "Happy birthday to my mum!"} {
		if r := check(t, bedside.Draft{Text: s}); r.Verdict != bedside.OK || len(r.Findings) != 0 || r.Rewrite != nil {
			t.Errorf("%q: %s, %v", s, r.Verdict, r.Findings)
		}
	}
}
