package assess_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"bedside"
	"bedside/assess"
	"bedside/pack"
	"bedside/packs"
)

var defaultPack = sync.OnceValue(func() *pack.Pack {
	p, err := pack.Load(packs.Default())
	if err != nil {
		panic(err)
	}
	return p
})

func defaultProgram(t *testing.T) *assess.Program {
	t.Helper()
	program, err := assess.Compile(defaultPack())
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// TestAnIdentifierNeverLowers adds an asserted identifier to random cases under the default pack: no finding goes, and none
// becomes milder. What the reader found between the lines may give way to a rule that says as much of the same topic.
func TestAnIdentifierNeverLowers(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(3, 5))
	p := defaultProgram(t)
	for range 4000 {
		c := randomCase(random)
		before := p.Judge(c).Findings
		added := randomFact(random, identifiers())
		more := *c
		more.Facts = append(slices.Clone(c.Facts), added)
		judged := p.Judge(&more).Findings
		after, topics := severities(judged), topicSeverities(judged)
		for _, f := range before {
			if strings.HasSuffix(f.ID, ".between-the-lines") && topics[f.Topic] >= f.Severity {
				continue
			}
			if after[f.ID] < f.Severity {
				t.Fatalf("%s on %v says %s; with %s of person %d in sentence %d added it says %s",
					f.ID, describe(c.Facts), f.Severity, added.Kind, added.Person, added.Sentence, after[f.ID])
			}
		}
	}
}

// TestASightNeverLowers adds something seen in a picture to random cases under the default pack: no finding goes or becomes milder.
func TestASightNeverLowers(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(7, 11))
	p := defaultProgram(t)
	for range 8000 {
		c := randomCase(random)
		more := *c
		sights := sights()
		added := bedside.Fact{Kind: sights[random.IntN(len(sights))], Sentence: -1, Person: -1}
		more.Facts = append(slices.Clone(c.Facts), added)
		judged := p.Judge(&more).Findings
		after, topics := severities(judged), topicSeverities(judged)
		for _, f := range p.Judge(c).Findings {
			if strings.HasSuffix(f.ID, ".between-the-lines") && topics[f.Topic] >= f.Severity {
				continue
			}
			if after[f.ID] < f.Severity {
				t.Fatalf("%s on %v says %s; with %s added it says %s", f.ID, describe(c.Facts), f.Severity, added.Kind, after[f.ID])
			}
		}
	}
}

// sights are what may be seen in a picture.
var sights = sync.OnceValue(func() []bedside.FactKind {
	return kindsOf(func(k bedside.FactKind) bool {
		return k >= bedside.FactMediaFaces && k <= bedside.FactMediaDICOM || k == bedside.FactMediaFace
	})
})

// TestOrderOfFacts: the order in which facts come in changes nothing but the order of what is alike.
func TestOrderOfFacts(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(13, 17))
	p := defaultProgram(t)
	for range 1000 {
		c := randomCase(random)
		before := show(c, p.Judge(c).Findings)
		shuffled := *c
		shuffled.Facts = slices.Clone(c.Facts)
		random.Shuffle(len(shuffled.Facts), func(i, j int) { shuffled.Facts[i], shuffled.Facts[j] = shuffled.Facts[j], shuffled.Facts[i] })
		if after := show(c, p.Judge(&shuffled).Findings); after != before {
			t.Fatalf("got %s\nthen %s", before, after)
		}
	}
}

func topicSeverities(findings []assess.Finding) map[string]bedside.Severity {
	out := map[string]bedside.Severity{}
	for _, f := range findings {
		out[f.Topic] = max(out[f.Topic], f.Severity)
	}
	return out
}

func severities(findings []assess.Finding) map[string]bedside.Severity {
	out := map[string]bedside.Severity{}
	for _, f := range findings {
		out[f.ID] = max(out[f.ID], f.Severity)
	}
	return out
}

// randomCase draws facts about two people in six sentences of two parts: some that one rule of the pack asks for, and some of any kind.
func randomCase(random *rand.Rand) *assess.Case {
	c := &assess.Case{People: 2, Parts: []assess.PartRange{{Part: bedside.PartText, First: 0, End: 4}, {Part: bedside.PartCaption, First: 4, End: 6}}}
	rules := defaultPack().Rules
	asked := askedFor(&rules[random.IntN(len(rules))])
	for range random.IntN(8) {
		c.Facts = append(c.Facts, randomFact(random, asked))
	}
	for range random.IntN(6) {
		c.Facts = append(c.Facts, randomFact(random, everyKind()))
	}
	for i := range c.People {
		subjects := []bedside.FactKind{bedside.FactSubjectPatient, bedside.FactSubjectUnsure, bedside.FactSubjectColleague, bedside.FactSubjectOther}
		c.Facts = append(c.Facts, bedside.Fact{Kind: subjects[random.IntN(len(subjects))], Person: i, Sentence: -1})
	}
	return c
}

// askedFor lists the facts that a rule looks at.
func askedFor(r *pack.Rule) []bedside.FactKind {
	names := slices.Concat(r.Starts, r.Raise, r.Lower)
	for i := range r.Grades {
		names = append(names, namesOf(&r.Grades[i].When)...)
	}
	var out []bedside.FactKind
	for _, n := range names {
		_, fact := pack.SplitScope(n)
		if k, ok := bedside.ParseFact(fact); ok {
			out = append(out, k)
		}
	}
	return out
}

func namesOf(w *pack.When) []string {
	var out []string
	for _, it := range slices.Concat(w.All, w.Any, w.None) {
		if it.When != nil {
			out = append(out, namesOf(it.When)...)
		} else {
			out = append(out, it.Fact)
		}
	}
	return out
}

// randomFact draws a fact of some kinds. What is derived has no words; of the rest each stands at a place of its own.
func randomFact(random *rand.Rand, kinds []bedside.FactKind) bedside.Fact {
	f := bedside.Fact{Kind: kinds[random.IntN(len(kinds))], Person: random.IntN(3) - 1, Sentence: random.IntN(6)}
	if f.Kind.Info().Class == bedside.Derived {
		f.Sentence = -1
		return f
	}
	f.Span.Part = bedside.PartText
	if f.Sentence >= 4 {
		f.Span.Part = bedside.PartCaption
	}
	f.Span.Start = 1000*f.Sentence + 10*random.IntN(90)
	f.Span.End = f.Span.Start + 8
	return f
}

var identifiers = sync.OnceValue(func() []bedside.FactKind {
	return kindsOf(func(k bedside.FactKind) bool { return k.Info().Class == bedside.Identifier })
})

var everyKind = sync.OnceValue(func() []bedside.FactKind {
	return kindsOf(func(bedside.FactKind) bool { return true })
})

func kindsOf(ok func(bedside.FactKind) bool) []bedside.FactKind {
	var out []bedside.FactKind
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		if ok(k) {
			out = append(out, k)
		}
	}
	return out
}

func describe(facts []bedside.Fact) []string {
	var out []string
	for _, f := range facts {
		out = append(out, f.Kind.String())
	}
	return out
}
