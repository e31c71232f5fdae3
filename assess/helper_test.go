package assess_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bedside"
	"bedside/assess"
	"bedside/pack"
)

// rule is a rule in few words. Its when is JSON; more grades follow the first.
type rule struct {
	id, topic, each  string // topic: respect, each: draft, where nothing is said
	starts, evidence string // parted by spaces; starts: whatever the draft has, where nothing is said
	when             string
	severity         bedside.Severity // advise where nothing is said
	raise, lower     string
	band             *pack.Band
	also             map[string][]string
	more             []pack.Grade
}

func (r rule) pack(t *testing.T) pack.Rule {
	t.Helper()
	or := func(s, other string) string {
		if s == "" {
			return other
		}
		return s
	}
	return pack.Rule{
		ID: or(r.id, "respect.test"), Topic: or(r.topic, "respect"), Each: or(r.each, "draft"), Clauses: []string{"b.1"},
		Starts: strings.Fields(or(r.starts, "kind.post")), Evidence: strings.Fields(r.evidence),
		Grades: append([]pack.Grade{gradeOf(t, max(r.severity, bedside.Advise), r.when)}, r.more...),
		Raise:  strings.Fields(r.raise), Lower: strings.Fields(r.lower), Band: r.band, Also: r.also,
	}
}

func gradeOf(t *testing.T, s bedside.Severity, when string) pack.Grade {
	t.Helper()
	g := pack.Grade{Severity: s, Message: "says " + s.String(), Why: "w", Remedy: "r", Edit: "leave_out", Insert: "i"}
	if when == "" {
		return g
	}
	if err := json.Unmarshal([]byte(when), &g.When); err != nil {
		t.Fatal(err)
	}
	return g
}

// fileOf is a pack of rules with two clauses to cite.
func fileOf(t *testing.T, rules ...rule) *pack.File {
	t.Helper()
	f := &pack.File{ID: "test", Bodies: []pack.Body{{ID: "b", Source: "Body", Clauses: []pack.Clause{{ID: "b.1", Cite: "1"}, {ID: "b.2", Cite: "2"}, {ID: "b.3", Cite: "3"}}}}}
	for _, r := range rules {
		f.Rules = append(f.Rules, r.pack(t))
	}
	return f
}

func compile(t *testing.T, f *pack.File) *assess.Program {
	t.Helper()
	b, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	p, err := pack.Load(b)
	if err != nil {
		t.Fatal(err)
	}
	program, err := assess.Compile(p)
	if err != nil {
		t.Fatal(err)
	}
	return program
}

func compileRules(t *testing.T, rules ...rule) *assess.Program {
	t.Helper()
	return compile(t, fileOf(t, rules...))
}

// wordOf is where the fact with a number stands in its sentence.
func wordOf(sentence, number int) (start, end int) {
	return 1000*sentence + 10*number, 1000*sentence + 10*number + 5
}

// caseOf reads facts, parted by spaces: "name@1:0" is told of the first person in sentence 0, "drug:0" of nobody, "name@1" of the
// person as a whole, "kind.post" of the draft; "!name@1:0" is denied. Sentences 0 to 4 are the text, 5 to 9 an alternative text.
func caseOf(t *testing.T, specs string) *assess.Case {
	t.Helper()
	c := &assess.Case{Parts: []assess.PartRange{
		{Part: bedside.PartText, First: 0, End: 5}, {Part: bedside.PartAlt, First: 5, End: 10},
	}}
	for i, spec := range strings.Fields(specs) {
		f := bedside.Fact{Person: -1, Sentence: -1}
		if rest, ok := strings.CutPrefix(spec, "!"); ok {
			spec, f.Stance = rest, bedside.Negated
		}
		spec, sentence, placed := strings.Cut(spec, ":")
		name, person, told := strings.Cut(spec, "@")
		if told {
			f.Person = number(t, person) - 1
			c.People = max(c.People, f.Person+1)
		}
		if placed {
			f.Sentence = number(t, sentence)
			f.Span.Start, f.Span.End = wordOf(f.Sentence, i)
			f.Span.Part = bedside.PartText
			if f.Sentence >= 5 {
				f.Span.Part = bedside.PartAlt
			}
		}
		kind, ok := bedside.ParseFact(name)
		if !ok {
			t.Fatalf("no fact %q", name)
		}
		f.Kind = kind
		if _, _, learned := bedside.LearnedOf(kind); learned && !placed && !told && f.Stance == bedside.Asserted {
			c.Known.Add(kind)
			continue
		}
		c.Facts = append(c.Facts, f)
	}
	c.Point = func(k bedside.FactKind) []bedside.Fact {
		return slices.DeleteFunc(slices.Clone(c.Facts), func(f bedside.Fact) bool { return f.Kind != k || f.Span.Empty() || f.Person >= 0 })
	}
	return c
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// show prints findings as "id severity [words]", parted by semicolons. Words are those of the case's facts.
func show(c *assess.Case, findings []assess.Finding) string {
	var out []string
	for _, f := range findings {
		line := f.ID + " " + f.Severity.String()
		if words := shown(c, f.Evidence); len(words) > 0 {
			line += " [" + strings.Join(words, " ") + "]"
		}
		out = append(out, line)
	}
	return strings.Join(out, "; ")
}

func shown(c *assess.Case, evidence []bedside.Evidence) []string {
	var out []string
	for _, e := range evidence {
		name := fmt.Sprintf("%d-%d", e.Start, e.End)
		for _, f := range c.Facts {
			if f.Span.Part == e.Part && f.Span.Start == e.Start && f.Span.End == e.End {
				name = f.Kind.String()
				break
			}
		}
		out = append(out, name)
	}
	return out
}

func judge(t *testing.T, p *assess.Program, facts string) string {
	t.Helper()
	c := caseOf(t, facts)
	return show(c, p.Judge(c).Findings)
}
