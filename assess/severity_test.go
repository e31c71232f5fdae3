package assess_test

import (
	"testing"

	"bedside"
	"bedside/pack"
)

func TestGradesInOrder(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{
		severity: bedside.Block, when: `{"all":["drug","age"]}`,
		more: []pack.Grade{gradeOf(t, bedside.Advise, `{"all":["drug"]}`), gradeOf(t, bedside.Revise, `{"all":["age"]}`)},
	})
	for facts, want := range map[string]string{
		"drug:0 age:0": "respect.test block", "drug:0": "respect.test advise", "age:0": "respect.test revise", "sex:0": "",
	} {
		if got := judge(t, p, "kind.post "+facts); got != want {
			t.Errorf("%q: got %q, want %q", facts, got, want)
		}
	}
}

func TestRaiseAndLower(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, facts string
		grade, want bedside.Severity
	}{
		{"neither", "", bedside.Revise, bedside.Revise},
		{"raised", "sensitive.mental:0", bedside.Advise, bedside.Revise},
		{"raised once by two", "sensitive.mental:0 sensitive.substance:0", bedside.Advise, bedside.Revise},
		{"nothing above block", "sensitive.mental:0", bedside.Block, bedside.Block},
		{"lowered", "consent.bound", bedside.Block, bedside.Revise},
		{"nothing below advise", "consent.bound", bedside.Advise, bedside.Advise},
		{"both", "sensitive.mental:0 consent.bound", bedside.Revise, bedside.Revise},
		{"denied", "!sensitive.mental:0", bedside.Advise, bedside.Advise},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := compileRules(t, rule{severity: tt.grade, raise: "sensitive.mental sensitive.substance", lower: "consent.bound"})
			if got, want := judge(t, p, "kind.post "+tt.facts), "respect.test "+tt.want.String(); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

// TestRaiseOfUnit: only what is told of the person raises what is found of them.
func TestRaiseOfUnit(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{each: "person", starts: "name", severity: bedside.Revise, raise: "sensitive.mental"})
	if got, want := judge(t, p, "name@1:0 name@2:1 sensitive.mental@2:1"), "respect.test@p2 block; respect.test@p1 revise"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCaps(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, topic string
		grade, want bedside.Severity
	}{
		{"capped", "colleague", bedside.Block, bedside.Revise},
		{"below", "colleague", bedside.Advise, bedside.Advise},
		{"raised into it", "colleague", bedside.Revise, bedside.Revise},
		{"another topic", "respect", bedside.Block, bedside.Block},
		{"never privacy", "patient_privacy", bedside.Block, bedside.Block},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := fileOf(t, rule{topic: tt.topic, severity: tt.grade, raise: "respect.insult"})
			f.Caps = map[string]bedside.Severity{"colleague": bedside.Revise, "patient_privacy": bedside.Advise}
			facts := "kind.post"
			if tt.grade == bedside.Revise {
				facts += " respect.insult:0"
			}
			if got, want := judge(t, compile(t, f), facts), "respect.test "+tt.want.String(); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestAlso(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{each: "person", starts: "name", also: map[string][]string{"b.3": {"death", "minor"}, "b.2": {"audience.restricted"}}})
	for facts, want := range map[string]string{
		"name@1:0":                               "b.1",
		"name@1:0 death@1:0":                     "b.1 b.3",
		"name@1:0 audience.restricted death@2:4": "b.1 b.2 b.3",
		"name@1:0 !death@1:0":                    "b.1",
	} {
		got := ""
		for i, c := range p.Judge(caseOf(t, facts)).Findings[0].Clauses {
			if i > 0 {
				got += " "
			}
			got += c.ID
		}
		if got != want {
			t.Errorf("%q cites %q, want %q", facts, got, want)
		}
	}
}

func TestDisabledRules(t *testing.T) {
	t.Parallel()
	f := fileOf(t, rule{id: "respect.a"}, rule{id: "respect.b"})
	f.Disabled = []string{"respect.a"}
	if got, want := judge(t, compile(t, f), "kind.post"), "respect.b advise"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
