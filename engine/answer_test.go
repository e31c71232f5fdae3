package engine_test

import (
	"maps"
	"slices"
	"strings"
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

// guessed is a draft of which only the learned reader speaks: no words, but a way of telling.
func guessed(t *testing.T) bedside.Draft {
	t.Helper()
	for _, d := range drafts(t) {
		r := check(t, d)
		if len(r.Findings) == 1 && r.Findings[0].Rule == "privacy.between-the-lines" && slices.ContainsFunc(r.Questions, func(q bedside.Question) bool { return q.ID == "told_story.sure" }) {
			return d
		}
	}
	t.Fatal("no draft of the corpus is one that only the reader speaks of")
	return bedside.Draft{}
}

// TestQuestionOfWhatTheReaderGuesses: the author knows what the reader can only guess, and is believed.
func TestQuestionOfWhatTheReaderGuesses(t *testing.T) {
	t.Parallel()
	d := guessed(t)
	for answer, want := range map[string]bedside.Severity{
		"patient": bedside.Revise, "general": bedside.OK, "not_real": bedside.OK, "own": bedside.OK, "public": bedside.OK,
	} {
		d := d
		d.Context.Answers = map[string]string{"told_story.sure": answer}
		r := check(t, d)
		if r.Verdict != want {
			t.Errorf("%s: verdict %s, want %s: %v", answer, r.Verdict, want, r.Findings)
		}
		if slices.ContainsFunc(r.Questions, func(q bedside.Question) bool { return q.ID == "told_story.sure" }) {
			t.Errorf("%s: it is asked again", answer)
		}
	}
}

// TestAnswerNeverClearsAnIdentifier: whatever the author says of the story, a name in it stays what it is.
func TestAnswerNeverClearsAnIdentifier(t *testing.T) {
	t.Parallel()
	d := bedside.Draft{Text: "My patient Doreen Achterberg in bed 12 died of her overdose this morning."}
	want := check(t, d).Verdict
	d.Context.Answers = map[string]string{"told_story.sure": "general"}
	if got := check(t, d).Verdict; got < want || want < bedside.Revise {
		t.Errorf("verdict %s after the answer, %s before", got, want)
	}
}

// TestAsksSeldom: a question is for where the reader alone speaks. Ordinary posts are hardly ever asked about, and of what is told of
// patients no more than a third.
func TestAsksSeldom(t *testing.T) {
	t.Parallel()
	asked, all := 0, 0
	for _, d := range drafts(t) {
		all++
		r := check(t, d)
		for _, q := range r.Questions {
			if h, ok := bedside.ParseHead(strings.TrimSuffix(q.ID, ".sure")); ok {
				asked++
				if !slices.ContainsFunc(r.Findings, func(f bedside.Finding) bool {
					return f.Topic == h.Topic() && strings.HasSuffix(f.Rule, ".between-the-lines")
				}) {
					t.Errorf("%s is asked where the reader does not speak alone", q.ID)
				}
			}
		}
	}
	if asked == 0 || 3*asked > all {
		t.Errorf("%d questions on %d drafts", asked, all)
	}
}
