package engine_test

import (
	"strings"
	"testing"

	"bedside"
)

// crowdOf is the smallest crowd that a result gives anybody, and what costs them most.
func crowdOf(r *bedside.Result) (crowd *bedside.Crowd, costliest string) {
	for i := range r.People {
		if c := r.People[i].Crowd; c != nil && (crowd == nil || c.Likely < crowd.Likely) {
			crowd, costliest = c, r.People[i].Costliest
		}
	}
	return crowd, costliest
}

// TestCrowd holds estimates against what the public figures say by hand.
func TestCrowd(t *testing.T) {
	t.Parallel()
	const time, doctor = `"time":"2026-03-12T10:00:00Z"`, `"author":{"role":"resident","jurisdiction":"US-MN"}`
	tests := []struct {
		name, draft string
		least, most int // between which the likely figure lies
		costliest   string
	}{
		// 86,000 people; one in seventy is 34, half of these a woman.
		{"a year of age in a town", `{"text":"My patient is a 34yo woman from Duluth.",` + doctor + `,` + time + `}`, 300, 1_000, "a 34yo woman"},
		{"a decade says less", `{"text":"My patient is a woman in her 30s from Duluth.",` + doctor + `,` + time + `}`, 3_000, 9_000, "Duluth"},
		{"a birth date is nearly a name", `{"text":"Saw a patient, DOB 3/4/1961, female, zip 55805.",` + doctor + `,` + time + `}`, 1, 2, "3/4/1961"},
		{"a pronoun tells the sex", `{"text":"My patient is 34 years old and from Duluth. She was so brave.",` + doctor + `,` + time + `}`, 300, 1_000, "34 years old"},
		{"the hospital of the author", `{"text":"Admitted a man in his 60s yesterday.",` + time + `,"author":{"role":"resident","jurisdiction":"US-MN","institution":"St. Luke's Hospital"}}`, 2, 40, "yesterday"},
		{"only the country", `{"text":"My patient is a 34yo woman with asthma.","author":{"role":"resident","jurisdiction":"US"}}`, 100_000, 300_000, "34yo"},
		{"another country's town", `{"text":"My patient is a 34yo woman from Nairobi.","author":{"role":"resident","jurisdiction":"KE"}}`, 10_000, 60_000, "a 34yo woman"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := check(t, decode(t, tt.draft))
			crowd, costliest := crowdOf(r)
			if crowd == nil || crowd.Likely < tt.least || crowd.Likely > tt.most || crowd.Low > crowd.Likely || crowd.High < crowd.Likely {
				t.Errorf("crowd %+v, want %d to %d", crowd, tt.least, tt.most)
			}
			if costliest != tt.costliest {
				t.Errorf("costliest %q, want %q", costliest, tt.costliest)
			}
		})
	}
}

// TestNoCrowd: where no figure is honest, there is none, and the result says why.
func TestNoCrowd(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, draft, why string }{
		{"no place", `{"text":"My patient is a 34yo woman with asthma.","author":{"role":"resident"}}`, "nothing says where"},
		{"a country without figures", `{"text":"My patient is a 34yo woman with asthma.","author":{"role":"resident","jurisdiction":"ZZ"}}`, "nothing says where"},
		{"only a story", `{"text":"My patient told me she had sold her car to pay for this.","author":{"role":"resident","jurisdiction":"US-MN"}}`, "a story has no figures"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			r := check(t, decode(t, tt.draft))
			if crowd, _ := crowdOf(r); crowd != nil {
				t.Fatalf("crowd %+v", *crowd)
			}
			for _, n := range r.NotChecked {
				if n.Code == "crowd" && strings.Contains(n.Message, tt.why) {
					return
				}
			}
			t.Errorf("not checked: %+v, want a reason with %q", r.NotChecked, tt.why)
		})
	}
}
