package assess

import (
	"slices"
	"sort"
	"strings"

	"bedside"
	"bedside/pack"
)

// Program is a compiled pack. It is immutable and may be used by many goroutines.
type Program struct {
	pack      *pack.Pack
	rules     []rule
	questions []question
}

type unit uint8

const (
	unitDraft unit = iota
	unitPart
	unitSentence
	unitPerson
)

type rule struct {
	source   *pack.Rule
	each     unit
	starts   bedside.FactSet
	evidence [4]bedside.FactSet // by scope
	pointed  []bedside.FactKind // of the learned reader: the words that it points at are shown too
	raise    bedside.FactSet
	lower    bedside.FactSet
	band     *band
	learned  bool // nothing but the learned reader starts it
	grades   []grade
	clauses  []bedside.Clause
	also     []also
}

type grade struct {
	source *pack.Grade
	when   when
}

type also struct {
	clause bedside.Clause
	facts  bedside.FactSet
}

type question struct {
	source   *pack.Question
	each     unit
	starts   bedside.FactSet
	evidence bedside.FactSet
	when     when
	guess    string // where it is asked of what the reader found: the topic that nothing else may speak of
}

// scope is how far a fact is looked for. The unit itself is scopeUnit.
type scope uint8

const (
	scopeUnit scope = iota
	scopeSentence
	scopePart
	scopeDraft
)

// when is a condition over the four sets of a unit, by scope.
type when struct {
	all, any, none       [4]bedside.FactSet
	hasAny               bool
	allOf, anyOf, noneOf []when
}

// Compile prepares a pack for judging.
func Compile(p *pack.Pack) (*Program, error) {
	prog := &Program{pack: p}
	for i := range p.Rules {
		if p.Disables(p.Rules[i].ID) {
			continue
		}
		r, err := compileRule(p, &p.Rules[i])
		if err != nil {
			return nil, err
		}
		prog.rules = append(prog.rules, r)
	}
	for i := range p.Questions {
		q, err := compileQuestion(&p.Questions[i])
		if err != nil {
			return nil, err
		}
		prog.questions = append(prog.questions, q)
	}
	return prog, nil
}

func compileRule(p *pack.Pack, src *pack.Rule) (rule, error) {
	r := rule{source: src, each: unitOf(src.Each), starts: setOf(src.Starts), raise: setOf(src.Raise), lower: setOf(src.Lower), band: bandOf(src.Band)}
	r.learned = !slices.ContainsFunc(src.Starts, func(name string) bool { return !learned(name) })
	if h, ok := bedside.HeadOf(src.Topic); ok { // the words that the reader points at stand beside the rule's own
		r.pointed = append(r.pointed, bedside.LearnedFact(h, bedside.Likely))
	}
	for _, name := range src.Evidence {
		s, fact := pack.SplitScope(name)
		kinds, err := pack.MatchFacts(fact)
		if err != nil {
			return r, err
		}
		for _, k := range kinds {
			if pointable(k) && !slices.Contains(r.pointed, k) {
				r.pointed = append(r.pointed, k)
			}
		}
		r.evidence[scopeOf(s)].Add(kinds...)
	}
	for _, id := range src.Clauses {
		c, _ := p.Clause(id)
		r.clauses = append(r.clauses, c)
	}
	for _, id := range sortedKeys(src.Also) {
		c, _ := p.Clause(id)
		r.also = append(r.also, also{clause: c, facts: setOf(src.Also[id])})
	}
	for i := range src.Grades {
		r.grades = append(r.grades, grade{source: &src.Grades[i], when: compileWhen(&src.Grades[i].When)})
	}
	return r, nil
}

func compileQuestion(src *pack.Question) (question, error) {
	q := question{source: src, guess: guessOf(src.Starts), each: unitOf(src.Each), starts: setOf(src.Starts), when: compileWhen(&src.When)}
	for _, name := range src.Evidence {
		kinds, err := pack.MatchFacts(name)
		if err != nil {
			return q, err
		}
		q.evidence.Add(kinds...)
	}
	return q, nil
}

func compileWhen(src *pack.When) when {
	w := when{hasAny: len(src.Any) > 0}
	add := func(items []pack.Item, sets *[4]bedside.FactSet, nested *[]when) {
		for _, it := range items {
			if it.When != nil {
				*nested = append(*nested, compileWhen(it.When))
				continue
			}
			s, name := pack.SplitScope(it.Fact)
			kind, _ := bedside.ParseFact(name)
			sets[scopeOf(s)].Add(kind)
		}
	}
	add(src.All, &w.all, &w.allOf)
	add(src.Any, &w.any, &w.anyOf)
	add(src.None, &w.none, &w.noneOf)
	return w
}

// holds tests the condition on the sets of a unit.
func (w *when) holds(sets *[4]bedside.FactSet) bool {
	for s := range sets {
		if !sets[s].HasAll(&w.all[s]) || sets[s].HasAny(&w.none[s]) {
			return false
		}
	}
	for i := range w.allOf {
		if !w.allOf[i].holds(sets) {
			return false
		}
	}
	for i := range w.noneOf {
		if w.noneOf[i].holds(sets) {
			return false
		}
	}
	return !w.hasAny || w.anyHolds(sets)
}

func (w *when) anyHolds(sets *[4]bedside.FactSet) bool {
	for s := range sets {
		if sets[s].HasAny(&w.any[s]) {
			return true
		}
	}
	return slices.ContainsFunc(w.anyOf, func(n when) bool { return n.holds(sets) })
}

func unitOf(name string) unit {
	return unit(slices.Index([]string{"draft", "part", "sentence", "person"}, name))
}

func scopeOf(name string) scope {
	return scope(max(0, slices.Index([]string{"", "sentence", "part", "draft"}, name)))
}

func setOf(names []string) bedside.FactSet {
	var s bedside.FactSet
	for _, n := range names {
		_, name := pack.SplitScope(n)
		k, _ := bedside.ParseFact(name)
		s.Add(k)
	}
	return s
}

func sortedKeys(m map[string][]string) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

// pointable holds for facts whose places the case points at: those of the learned reader, what posts reveal together, and what was seen
// in pictures, wherever the words stand that a rule looks at.
func pointable(k bedside.FactKind) bool {
	_, _, learned := bedside.LearnedOf(k)
	return learned || strings.HasPrefix(k.String(), "together.") || strings.HasPrefix(k.String(), "media.")
}
