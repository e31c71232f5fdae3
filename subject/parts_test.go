package subject_test

import (
	"testing"

	"bedside"
	"bedside/subject"
)

// TestParts: each part of a draft has people of its own, numbered through; sentences are numbered through the draft.
func TestParts(t *testing.T) {
	t.Parallel()
	r := subject.Read(passages(t, "Long day. My patient has gout.", "A man with TB on our ward today.", "Sunset."), clinician)
	for _, want := range []struct {
		kind     bedside.FactKind
		part     bedside.PartKind
		sentence int
		passage  int
	}{
		{bedside.FactPersonPatient, bedside.PartText, 1, 0}, {bedside.FactPersonSomeone, bedside.PartAlt, 2, 1},
	} {
		found := false
		for _, f := range r.Facts {
			if f.Kind == want.kind && f.Span.Part == want.part {
				found = true
				if f.Sentence != want.sentence || r.People[f.Person].Passage != want.passage {
					t.Errorf("%s: sentence %d of passage %d, want %d of %d", f.Kind, f.Sentence, r.People[f.Person].Passage, want.sentence, want.passage)
				}
			}
		}
		if !found {
			t.Errorf("no %s in the %s", want.kind, want.part)
		}
	}
}

// TestPicturesWithFamily: who is told of the author's family in words is shown in the pictures too.
func TestPicturesWithFamily(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text, alt string
		want            bedside.Subject
	}{
		{"family", "My daughter starts school today.", "A girl with a plaster cast.", bedside.SubjectFamily},
		{"patient by that word", "My daughter starts school today.", "A patient with a plaster cast on our ward.", bedside.SubjectPatient},
		{"patient in the text", "My patient has gout and my daughter starts school.", "A girl with a fracture on our ward today.", bedside.SubjectPatient},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			people := subject.Read(passages(t, tt.text, tt.alt), clinician).People
			if got := people[len(people)-1].Subject; got != tt.want {
				t.Errorf("in the picture is %s, want %s", got, tt.want)
			}
		})
	}
}

func TestNothing(t *testing.T) {
	t.Parallel()
	for _, parts := range [][]string{nil, {""}, {"", ""}, {"…"}} {
		if r := subject.Read(passages(t, parts...), clinician); len(r.People) != 0 || len(r.Facts) != 0 {
			t.Errorf("%q: %+v", parts, r)
		}
	}
}
