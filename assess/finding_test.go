package assess_test

import (
	"slices"
	"strings"
	"testing"

	"bedside"
	"bedside/pack"
)

// TestIDs: a finding's id names its rule and its person, and stays whatever else is found.
func TestIDs(t *testing.T) {
	t.Parallel()
	about, other := rule{id: "respect.a", each: "person", starts: "name"}, rule{id: "respect.b", each: "sentence", starts: "name"}
	const facts = "name@1:0 name@2:1 drug:3"
	want := []string{"respect.a@p1", "respect.a@p2", "respect.b"}
	for _, rules := range [][]rule{{about, other}, {other, about}, {about, other, {id: "respect.c", starts: "drug"}}} {
		var got []string
		for _, f := range compileRules(t, rules...).Judge(caseOf(t, facts)).Findings {
			if f.Rule != "respect.c" {
				got = append(got, f.ID)
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// TestFindingIsDressed: what a finding carries from its rule and grade.
func TestFindingIsDressed(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{each: "person", starts: "name", evidence: "name", severity: bedside.Revise})
	f := p.Judge(caseOf(t, "sex@1:0 name@2:0")).Findings[0]
	if f.Rule != "respect.test" || f.Topic != "respect" || f.Message != "says revise" || f.Why != "w" || f.Remedy.Text != "r" || f.Edit != "leave_out" || f.Insert != "i" {
		t.Errorf("got %+v", f)
	}
	if f.Person != 1 || !slices.Equal(f.People, []string{"p2"}) || f.Remedy.Edits != nil {
		t.Errorf("person %d, people %v, edits %v", f.Person, f.People, f.Remedy.Edits)
	}
}

// TestOrder: the graver first, then the earlier in the text, then by the rule's id; what shows no words comes last.
func TestOrder(t *testing.T) {
	t.Parallel()
	p := compileRules(
		t,
		rule{id: "respect.d", starts: "kind.post"},
		rule{id: "respect.c", starts: "drug", evidence: "drug"},
		rule{id: "respect.b", starts: "sex", evidence: "sex"},
		rule{id: "respect.a", starts: "drug", evidence: "drug"},
		rule{id: "respect.z", starts: "death", evidence: "death", severity: bedside.Block},
	)
	want := "respect.z block [death]; respect.b advise [sex]; respect.a advise [drug]; respect.c advise [drug]; respect.d advise"
	for _, facts := range []string{"kind.post sex:0 drug:1 death:4", "death:4 drug:1 sex:0 kind.post"} {
		if got := judge(t, p, facts); got != want {
			t.Errorf("%q\n got %s\nwant %s", facts, got, want)
		}
	}
}

func TestQuestions(t *testing.T) {
	t.Parallel()
	options := []pack.Option{{Value: "yes", Label: "Yes"}, {Value: "no", Label: "No"}}
	when := gradeOf(t, bedside.Advise, `{"all":["subject.unsure",{"any":["name"]}]}`).When
	f := fileOf(t)
	f.Questions = []pack.Question{
		{ID: "subject.unsure", Each: "person", Starts: []string{"subject.unsure"}, When: when, Prompt: "Who?", Options: options, Evidence: []string{"name"}},
		{ID: "relationship.unknown", Each: "draft", Starts: []string{"relationship.unknown"}, Prompt: "What?", Options: options},
	}
	p := compile(t, f)
	tests := []struct{ name, facts, want string }{
		{"one person", "subject.unsure@1 name@1:0", "subject.unsure@p1 subject.unsure p1 [name]"},
		{"the second person", "name@1:0 subject.unsure@2 name@2:1", "subject.unsure@p2 subject.unsure p2 [name]"},
		{"not without a name", "subject.unsure@1 age@1:0", ""},
		{"nobody unsure", "name@1:0", ""},
		{"of the draft", "relationship.unknown", "relationship.unknown relationship.unknown  []"},
		{"both", "relationship.unknown subject.unsure@1 name@1:0", "subject.unsure@p1 subject.unsure p1 [name]; relationship.unknown relationship.unknown  []"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			c := caseOf(t, tt.facts)
			var got []string
			for _, q := range p.Judge(c).Questions {
				got = append(got, q.ID+" "+q.Fact+" "+q.Person+" ["+strings.Join(shown(c, q.Evidence), " ")+"]")
				if !slices.Equal(q.Options, []string{"yes", "no"}) || q.Prompt == "" {
					t.Errorf("%+v", q)
				}
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("got %q, want %q", strings.Join(got, "; "), tt.want)
			}
		})
	}
}

func TestNothingToJudge(t *testing.T) {
	t.Parallel()
	p := compileRules(t, rule{}, rule{id: "respect.b", each: "person", starts: "name"})
	if got := judge(t, p, ""); got != "" {
		t.Errorf("got %q", got)
	}
}
