package engine_test

import (
	"maps"
	"slices"
	"testing"

	"bedside"
)

// unsure is a draft about somebody of whom the words do not say whether they are a patient.
const unsure = "Tom Alvarez has leukaemia and I cried at work."

func TestQuestionWhoItIs(t *testing.T) {
	t.Parallel()
	const id = "subject.unsure@p1"
	r := check(t, bedside.Draft{Text: unsure})
	i := slices.IndexFunc(r.Questions, func(q bedside.Question) bool { return q.ID == id })
	if i < 0 {
		t.Fatalf("it is not asked: %+v", r.Questions)
	}
	if q := r.Questions[i]; q.Fact != "subject.unsure" || q.Person != "p1" || len(q.Evidence) == 0 || q.Evidence[0].Text != "Tom Alvarez" {
		t.Errorf("got %+v", q)
	}
	tests := []struct {
		answer, subject string
		want            bedside.Severity // at least for patients, at most for others
	}{
		{"patient", "patient", bedside.Block},
		{"former_patient", "former_patient", bedside.Block},
		{"self", "", bedside.OK},
		{"family", "family", bedside.OK},
		{"public_figure", "public_figure", bedside.OK},
		{"other", "other", bedside.OK},
	}
	for _, tt := range tests {
		t.Run(tt.answer, func(t *testing.T) {
			t.Parallel()
			r := check(t, bedside.Draft{Text: unsure, Context: bedside.Context{Answers: map[string]string{id: tt.answer}}})
			if r.Verdict != tt.want {
				t.Errorf("verdict %s, want %s: %v", r.Verdict, tt.want, r.Findings)
			}
			if slices.ContainsFunc(r.Questions, func(q bedside.Question) bool { return q.ID == id }) {
				t.Error("it is asked again")
			}
			if got := subjectsOf(r)["p1"]; got != tt.subject {
				t.Errorf("p1 is %q, want %q", got, tt.subject)
			}
		})
	}
}

func subjectsOf(r *bedside.Result) map[string]string {
	out := map[string]string{}
	for _, p := range r.People {
		out[p.ID] = p.Subject
	}
	return out
}

func TestQuestionWhoAsks(t *testing.T) {
	t.Parallel()
	request := bedside.Draft{Kind: "contact_request", Action: "accept"}
	if r := check(t, request); len(r.Questions) != 1 || r.Questions[0].ID != "relationship.unknown" || r.Questions[0].Person != "" {
		t.Fatalf("questions %+v", r.Questions)
	}
	for answer, want := range map[string]bedside.Severity{
		"patient": bedside.Block, "former_patient": bedside.Revise, "family": bedside.Revise, "colleague": bedside.OK, "friend": bedside.OK,
	} {
		t.Run(answer, func(t *testing.T) {
			t.Parallel()
			d := request
			d.Context.Answers = map[string]string{"relationship.unknown": answer}
			if r := check(t, d); r.Verdict != want || len(r.Questions) != 0 {
				t.Errorf("verdict %s, want %s; questions %+v", r.Verdict, want, r.Questions)
			}
			d.Context.Answers = nil
			d.Context.Relationship = answer
			if answer == "family" {
				d.Context.Relationship = "family of a patient"
			}
			if r := check(t, d); r.Verdict != want {
				t.Errorf("said in the draft: verdict %s, want %s", r.Verdict, want)
			}
		})
	}
}

// TestNoAnswer: what answers no question of the pack, or not with one of its options, changes nothing.
func TestNoAnswer(t *testing.T) {
	t.Parallel()
	want := check(t, bedside.Draft{Text: unsure})
	for name, answers := range map[string]map[string]string{
		"no such question": {"subject.nobody@p1": "self"},
		"no such person":   {"subject.unsure@p9": "self"},
		"no person":        {"subject.unsure@": "self"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			before := maps.Clone(answers)
			got := check(t, bedside.Draft{Text: unsure, Context: bedside.Context{Answers: answers}})
			if got.Verdict != want.Verdict || len(got.Findings) != len(want.Findings) || len(got.Questions) != len(want.Questions) {
				t.Errorf("verdict %s with %d questions, want %s with %d", got.Verdict, len(got.Questions), want.Verdict, len(want.Questions))
			}
			if !maps.Equal(answers, before) {
				t.Error("the answers were changed")
			}
		})
	}
}
