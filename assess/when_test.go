package assess_test

import "testing"

// TestWhen: a condition of a rule about the whole draft, and facts for which it holds or does not.
func TestWhen(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, when, facts string
		want              bool
	}{
		{"nothing asked", `{}`, "", true},
		{"all, one", `{"all":["drug"]}`, "drug:0", true},
		{"all, not there", `{"all":["drug"]}`, "age:0", false},
		{"all, both", `{"all":["drug","age"]}`, "drug:0 age:4", true},
		{"all, one of two", `{"all":["drug","age"]}`, "drug:0", false},
		{"any, one of two", `{"any":["drug","age"]}`, "age:0", true},
		{"any, none of two", `{"any":["drug","age"]}`, "sex:0", false},
		{"none, not there", `{"none":["drug"]}`, "sex:0", true},
		{"none, there", `{"none":["drug","sex"]}`, "sex:0", false},
		{"all and none", `{"all":["drug"],"none":["sex"]}`, "drug:0 sex:0", false},
		{"all and any", `{"all":["drug"],"any":["sex","age"]}`, "drug:0 age:0", true},
		{"all without any", `{"all":["drug"],"any":["sex","age"]}`, "drug:0", false},
		{"of the draft", `{"all":["drug","role.student"]}`, "drug:0 role.student", true},
		{"any inside all", `{"all":["drug",{"any":["sex","age"]}]}`, "drug:0 age:0", true},
		{"any inside all, missed", `{"all":["drug",{"any":["sex","age"]}]}`, "drug:0", false},
		{"all inside any", `{"any":["drug",{"all":["sex","age"]}]}`, "sex:0 age:0", true},
		{"all inside any, half", `{"any":["drug",{"all":["sex","age"]}]}`, "sex:0", false},
		{"all inside none", `{"none":[{"all":["sex","ward"]}]}`, "sex:0 ward:0", false},
		{"all inside none, half", `{"none":[{"all":["sex","ward"]}]}`, "sex:0", true},
		{"none inside any", `{"any":[{"none":["sex"]}]}`, "sex:0", false},
		{"none inside none", `{"none":[{"none":["sex"]}]}`, "sex:0", true},
		{"three deep", `{"all":[{"any":[{"all":["sex","ward"]},"drug"]}],"none":[{"any":["death"]}]}`, "sex:0 ward:0", true},
		{"three deep, spoiled", `{"all":[{"any":[{"all":["sex","ward"]},"drug"]}],"none":[{"any":["death"]}]}`, "sex:0 ward:0 death:0", false},
		{"only an empty any", `{"any":[{"all":["sex"]}]}`, "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := compileRules(t, rule{when: tt.when})
			if got := judge(t, p, "kind.post "+tt.facts) != ""; got != tt.want {
				t.Errorf("%s on %q: %v", tt.when, tt.facts, got)
			}
		})
	}
}

// TestScopes: where each scope looks, by the unit of the rule. Sentences 0 to 4 are the text, 5 to 9 an alternative text.
func TestScopes(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, each, want, facts string
		holds                   bool
	}{
		{"sentence: its own", "sentence", "age", "drug:0 age:0", true},
		{"sentence: another", "sentence", "age", "drug:0 age:1", false},
		{"sentence: scope sentence", "sentence", "sentence:age", "drug:0 age:1", false},
		{"sentence: scope part", "sentence", "part:age", "drug:0 age:1", true},
		{"sentence: scope part, another part", "sentence", "part:age", "drug:0 age:5", false},
		{"sentence: scope draft", "sentence", "draft:age", "drug:0 age:5", true},
		{"sentence: of the draft", "sentence", "role.student", "drug:0 role.student", true},
		{"part: its own", "part", "age", "drug:0 age:4", true},
		{"part: another", "part", "age", "drug:0 age:5", false},
		{"part: scope draft", "part", "draft:age", "drug:0 age:5", true},
		{"part: of the draft", "part", "role.student", "drug:0 role.student", true},
		{"draft: anywhere", "draft", "age", "drug:0 age:5", true},
		{"person: told of it", "person", "age", "drug@1:0 age@1:3", true},
		{"person: told of another", "person", "age", "drug@1:0 age@2:0", false},
		{"person: told of nobody", "person", "age", "drug@1:0 age:0", false},
		{"person: as a whole", "person", "minor", "drug@1:0 minor@1", true},
		{"person: scope sentence", "person", "sentence:age", "drug@1:0 age:0", true},
		{"person: scope sentence, of another", "person", "sentence:age", "drug@1:0 age@2:0", true},
		{"person: scope sentence, not theirs", "person", "sentence:age", "drug@1:0 age:1", false},
		{"person: scope part", "person", "part:age", "drug@1:0 age:1", true},
		{"person: scope part, another part", "person", "part:age", "drug@1:0 age:5", false},
		{"person: scope draft", "person", "draft:age", "drug@1:0 age:5", true},
		{"person: of the draft", "person", "role.student", "drug@1:0 role.student", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			p := compileRules(t, rule{each: tt.each, starts: "drug", when: `{"all":["drug","` + tt.want + `"]}`})
			if got := judge(t, p, tt.facts) != ""; got != tt.holds {
				t.Errorf("each %s, %s on %q: %v", tt.each, tt.want, tt.facts, got)
			}
			none := compileRules(t, rule{each: tt.each, starts: "drug", when: `{"all":["drug"],"none":["` + tt.want + `"]}`})
			if got := judge(t, none, tt.facts); tt.each != "person" && (got == "") != tt.holds {
				t.Errorf("each %s, none of %s on %q: %v", tt.each, tt.want, tt.facts, got)
			}
		})
	}
}

// TestStarts: a rule is tried only on a unit that holds one of its starting facts.
func TestStarts(t *testing.T) {
	t.Parallel()
	for _, each := range []string{"draft", "part", "sentence", "person"} {
		p := compileRules(t, rule{each: each, starts: "drug sex"})
		for facts, want := range map[string]bool{"drug@1:0": true, "sex@1:0": true, "age@1:0": false, "!drug@1:0": false, "": false} {
			if got := judge(t, p, facts) != ""; got != want {
				t.Errorf("each %s on %q: %v", each, facts, got)
			}
		}
	}
}
