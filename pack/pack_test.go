package pack_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"bedside"
	"bedside/pack"
	"bedside/packs"
)

// small is a valid pack with one of each thing.
func small() *pack.File {
	return &pack.File{
		ID: "small", Version: "1",
		Bodies: []pack.Body{{
			ID: "body", Source: "A Body", Title: "Norms",
			Clauses: []pack.Clause{{ID: "b.1", Cite: "1", Text: "Keep confidence."}, {ID: "b.2", Cite: "2", Text: "Be kind."}},
		}},
		Law: []pack.Law{
			{ID: "law.firm", Cite: "1 CFR 2", Text: "A fact.", Status: "verified"},
			{ID: "law.shaky", Cite: "3 CFR 4", Text: "Perhaps.", Status: "unverified"},
		},
		Rules: []pack.Rule{{
			ID: "privacy.name", Topic: "patient_privacy", Clauses: []string{"b.1"}, Each: "person", Starts: []string{"subject.patient"},
			Evidence: []string{"name", "sensitive.*"}, Raise: []string{"sensitive.mental"}, Lower: []string{"consent.bound"},
			Also: map[string][]string{"b.2": {"death"}},
			Grades: []pack.Grade{{
				When:     pack.When{All: []pack.Item{{Fact: "subject.patient"}, {When: &pack.When{Any: []pack.Item{{Fact: "name"}, {Fact: "sentence:handle"}}}}}, None: []pack.Item{{Fact: "consent.bound"}}},
				Severity: bedside.Block, Message: "A name", Why: "It is one.", Remedy: "Leave it out.", Edit: "generalise",
			}},
		}},
		Questions: []pack.Question{{
			ID: "subject.unsure", Each: "person", Starts: []string{"subject.unsure"}, When: pack.When{All: []pack.Item{{Fact: "subject.unsure"}}},
			Prompt: "Who?", Options: []pack.Option{{Value: "patient", Label: "A patient", Sets: []string{"subject.patient"}}, {Value: "self", Label: "Me", Clears: []string{"subject.unsure"}}},
			Evidence: []string{"name"},
		}},
	}
}

func load(t *testing.T, f *pack.File) (*pack.Pack, error) {
	t.Helper()
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return pack.Load(b)
}

func TestLoad(t *testing.T) {
	t.Parallel()
	p, err := load(t, small())
	if err != nil {
		t.Fatal(err)
	}
	if c, ok := p.Clause("b.1"); !ok || c != (bedside.Clause{ID: "b.1", Source: "A Body, 1", Text: "Keep confidence."}) {
		t.Errorf("clause b.1: %+v", c)
	}
	if c, ok := p.Clause("law.firm"); !ok || c != (bedside.Clause{ID: "law.firm", Source: "1 CFR 2", Text: "A fact."}) {
		t.Errorf("law.firm: %+v", c)
	}
	if _, ok := p.Clause("b.3"); ok {
		t.Error("there is a clause b.3")
	}
	if info := p.Info(); info.ID != "small" || info.Version != "1" || len(info.SHA256) != 64 || info.Disabled == nil || len(info.Disabled) != 0 {
		t.Errorf("info %+v", info)
	}
	if p.Disables("privacy.name") {
		t.Error("it disables a rule")
	}
}

func TestDefaultLoads(t *testing.T) {
	t.Parallel()
	if _, err := pack.Load(packs.Default()); err != nil {
		t.Error(err)
	}
}

func TestDisabled(t *testing.T) {
	t.Parallel()
	f := small()
	f.Disabled = []string{"privacy.name"}
	p, err := load(t, f)
	if err != nil {
		t.Fatal(err)
	}
	if info := p.Info(); !p.Disables("privacy.name") || len(info.Disabled) != 1 {
		t.Errorf("info %+v", info)
	}
}

// TestFingerprint: a changed pack has another one, the same pack the same.
func TestFingerprint(t *testing.T) {
	t.Parallel()
	a, errA := load(t, small())
	b, errB := load(t, small())
	f := small()
	f.Bodies[0].Clauses[0].Text = "Keep confidences."
	c, errC := load(t, f)
	if err := errors.Join(errA, errB, errC); err != nil {
		t.Fatal(err)
	}
	if a.SHA256 != b.SHA256 || a.SHA256 == c.SHA256 {
		t.Errorf("%s, %s, %s", a.SHA256, b.SHA256, c.SHA256)
	}
}

func TestLoadRefuses(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]string{
		"nothing": "", "no object": "[]", "no JSON": "{", "an unknown key": `{"id":"x","rulez":[]}`, "a severity that is none": `{"rules":[{"grades":[{"severity":"fatal"}]}]}`,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := pack.Load([]byte(s))
			if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid || be.Message != "load pack: not a compiled pack" {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestLoadRefusesWhatFollows(t *testing.T) {
	t.Parallel()
	_, err := pack.Load([]byte(`{"id":"x"} {}`))
	if be, ok := errors.AsType[*bedside.Error](err); !ok || be.Code != bedside.CodeInvalid {
		t.Errorf("got %v", err)
	}
}

func TestMatchFacts(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name string
		want int // how many, 0 for an error
	}{
		{"name", 1},
		{"sensitive.*", 3},
		{"recognisable.*", 4},
		{"nam", 0},
		{"nope.*", 0},
		{"", 0},
	}
	for _, tt := range tests {
		if got, err := pack.MatchFacts(tt.name); len(got) != tt.want || (err != nil) != (tt.want == 0) {
			t.Errorf("MatchFacts(%q) = %v, %v; want %d", tt.name, got, err, tt.want)
		}
	}
	for _, k := range mustMatch(t, "sensitive.*") {
		if !strings.HasPrefix(k.String(), "sensitive.") {
			t.Errorf("sensitive.* matches %s", k)
		}
	}
}

func mustMatch(t *testing.T, name string) []bedside.FactKind {
	t.Helper()
	kinds, err := pack.MatchFacts(name)
	if err != nil {
		t.Fatal(err)
	}
	return kinds
}

func TestSplitScope(t *testing.T) {
	t.Parallel()
	tests := []struct{ item, scope, fact string }{
		{"name", "", "name"},
		{"sentence:name", "sentence", "name"},
		{"part:claims.cure", "part", "claims.cure"},
		{"draft:name", "draft", "name"},
		{"paragraph:name", "", "paragraph:name"},
		{":name", "", ":name"},
	}
	for _, tt := range tests {
		if scope, fact := pack.SplitScope(tt.item); scope != tt.scope || fact != tt.fact {
			t.Errorf("SplitScope(%q) = %q, %q", tt.item, scope, fact)
		}
	}
}

func TestItemJSON(t *testing.T) {
	t.Parallel()
	const src = `{"all":["name",{"any":["date",{"none":["death"]}]}]}`
	var w pack.When
	if err := json.Unmarshal([]byte(src), &w); err != nil {
		t.Fatal(err)
	}
	if w.All[0].Fact != "name" || w.All[1].When.Any[1].When.None[0].Fact != "death" {
		t.Errorf("got %+v", w)
	}
	if b, err := json.Marshal(w); err != nil || string(b) != src {
		t.Errorf("got %s, %v", b, err)
	}
}
