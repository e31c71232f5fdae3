package subject_test

import (
	"testing"

	"bedside"
	"bedside/subject"
)

func TestStances(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, text string
		kind       bedside.FactKind
		want       bedside.Stance
	}{
		{"asserted", "My patient died.", bedside.FactDeath, bedside.Asserted},
		{"denied", "My patient did not die, nobody died.", bedside.FactPersonPatient, bedside.Asserted},
		{"not", "This is not a real patient.", bedside.FactPersonPatient, bedside.Negated},
		{"never", "I never had cancer.", bedside.FactCondition, bedside.Negated},
		{"not is far", "I do not think that this old man has cancer.", bedside.FactCondition, bedside.Asserted},
		{"not before a comma", "Not today, cancer.", bedside.FactCondition, bedside.Asserted},
		{"what no not takes back", "He is not 34yo.", bedside.FactAge, bedside.Asserted},
		{"supposed", "Imagine a patient with gout.", bedside.FactCondition, bedside.Hypothetical},
		{"before the supposition", "A man with gout: imagine.", bedside.FactCondition, bedside.Asserted},
		{"if in the middle", "My patient with gout asked if he may fly.", bedside.FactCondition, bedside.Asserted},
		{"an identifier supposed", "Imagine Mrs Alvarez with gout.", bedside.FactName, bedside.Asserted},
		{"quoted to condemn", "Calling people \"gomers\" is cruel.", bedside.FactRespectContempt, bedside.Quoted},
		{"quoted to amuse", "He is such a \"gomer\" lol", bedside.FactRespectContempt, bedside.Asserted},
		{"quoted detail", "Calling her \"the 34yo\" is cruel.", bedside.FactAge, bedside.Asserted},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			seen := false
			for _, f := range subject.Read(passages(t, tt.text), clinician).Facts {
				if f.Kind != tt.kind {
					continue
				}
				seen = true
				if f.Stance != tt.want {
					t.Errorf("%s\nstance of %s is %d, want %d", tt.text, f.Kind, f.Stance, tt.want)
				}
			}
			if !seen {
				t.Errorf("%s\nno %s", tt.text, tt.kind)
			}
		})
	}
}
