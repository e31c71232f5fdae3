package pack

import (
	"slices"
	"strings"

	"bedside"
)

// validate checks names and limits: everything that a rule's author could get wrong and the compiler cannot see.
func (p *Pack) validate() error {
	seen := map[string]bool{}
	for i := range p.Rules {
		r := &p.Rules[i]
		if seen[r.ID] {
			return bedside.Errorf(bedside.CodeInvalid, "rule %s: the id is used twice", r.ID)
		}
		seen[r.ID] = true
		if err := p.validateRule(r); err != nil {
			return err
		}
	}
	for i := range p.Questions {
		if err := p.validateQuestion(&p.Questions[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *Pack) validateRule(r *Rule) error {
	fail := func(format string, args ...any) error {
		return bedside.Errorf(bedside.CodeInvalid, "rule "+r.ID+": "+format, args...)
	}
	switch {
	case !slices.Contains(bedside.Topics(), r.Topic):
		return fail("unknown topic %q", r.Topic)
	case !slices.Contains(Units(), r.Each):
		return fail("each must be one of %s", strings.Join(Units(), ", "))
	case len(r.Clauses) == 0:
		return fail("it cites no clause")
	case len(r.Starts) == 0:
		return fail("starts names no fact")
	case len(r.Grades) == 0:
		return fail("it has no grade")
	}
	for _, id := range r.cited() {
		if _, ok := p.clauses[id]; !ok {
			return fail("unknown clause %q", id)
		}
	}
	for _, f := range slices.Concat(r.Starts, r.Raise, r.Lower) {
		if err := validFact(f); err != nil {
			return fail("%v", err)
		}
	}
	for _, f := range r.Lower {
		if identifies(f) {
			return fail("%s stands under lower: adding an identifier may never lower a severity", f)
		}
	}
	if err := r.Band.validate(); err != nil {
		return fail("%v", err)
	}
	for _, f := range r.Evidence {
		_, fact := SplitScope(f)
		if _, err := MatchFacts(fact); err != nil {
			return fail("%v", err)
		}
	}
	for i := range r.Grades {
		if err := p.validateGrade(r, &r.Grades[i]); err != nil {
			return fail("grade %d: %v", i+1, err)
		}
	}
	return nil
}

func (b *Band) validate() error {
	switch {
	case b == nil:
		return nil
	case !slices.Contains(bedside.Heads(), b.Head):
		return bedside.Errorf(bedside.CodeInvalid, "band: unknown head %q", b.Head)
	case b.Lowest == bedside.Block && b.Highest == bedside.OK:
		return bedside.Errorf(bedside.CodeInvalid, "band: it neither sinks nor rises")
	}
	return nil
}

func (r *Rule) cited() []string {
	ids := slices.Clone(r.Clauses)
	for id := range r.Also {
		ids = append(ids, id)
	}
	return ids
}

func (p *Pack) validateGrade(r *Rule, g *Grade) error {
	switch {
	case g.Severity == bedside.OK:
		return bedside.Errorf(bedside.CodeInvalid, "severity is advise, revise or block")
	case g.Message == "" || g.Why == "" || g.Remedy == "":
		return bedside.Errorf(bedside.CodeInvalid, "message, why and remedy are needed")
	case !slices.Contains(Edits(), g.Edit):
		return bedside.Errorf(bedside.CodeInvalid, "unknown edit %q", g.Edit)
	case g.Severity == bedside.Block && p.restsOnUnverifiedLaw(r):
		return bedside.Errorf(bedside.CodeInvalid, "it blocks and rests on an unverified fact of law")
	}
	return validWhen(&g.When)
}

// restsOnUnverifiedLaw reports whether a rule cites nothing but unverified facts of law.
func (p *Pack) restsOnUnverifiedLaw(r *Rule) bool {
	unverified := 0
	for _, l := range p.Law {
		if l.Status == "unverified" && slices.Contains(r.Clauses, l.ID) {
			unverified++
		}
	}
	return unverified > 0 && unverified == len(r.Clauses)
}

func (p *Pack) validateQuestion(q *Question) error {
	fail := func(format string, args ...any) error {
		return bedside.Errorf(bedside.CodeInvalid, "question "+q.ID+": "+format, args...)
	}
	if q.Each != "person" && q.Each != "draft" {
		return fail("each must be person or draft")
	}
	if q.Prompt == "" || len(q.Options) < 2 {
		return fail("a prompt and at least two options are needed")
	}
	for _, o := range q.Options {
		for _, f := range slices.Concat(o.Sets, o.Clears) {
			if _, ok := bedside.ParseFact(f); !ok {
				return fail("unknown fact %q", f)
			}
		}
	}
	for _, f := range q.Starts {
		if err := validFact(f); err != nil {
			return fail("%v", err)
		}
	}
	return validWhen(&q.When)
}

// validWhen checks the facts of a condition. An identifier under none would let an added identifier lower a severity.
func validWhen(w *When) error {
	for _, it := range slices.Concat(w.All, w.Any, w.None) {
		if it.When != nil {
			if err := validWhen(it.When); err != nil {
				return err
			}
			continue
		}
		if err := validFact(it.Fact); err != nil {
			return err
		}
	}
	for _, it := range w.None {
		if fact := identifier(it); fact != "" {
			return bedside.Errorf(bedside.CodeInvalid, "%s stands under none: adding an identifier may never lower a severity", fact)
		}
	}
	return nil
}

// identifier finds an identifier in an item, however deep.
func identifier(it Item) string {
	if it.When == nil {
		if identifies(it.Fact) {
			return it.Fact
		}
		return ""
	}
	for _, inner := range slices.Concat(it.When.All, it.When.Any) {
		if fact := identifier(inner); fact != "" {
			return fact
		}
	}
	return ""
}

func identifies(fact string) bool {
	_, name := SplitScope(fact)
	k, _ := bedside.ParseFact(name)
	return k.Info().Class == bedside.Identifier || k == bedside.FactIdentified || strings.HasPrefix(name, "recognisable.") || shows(k)
}

// shows holds for what can be seen of somebody in a picture.
func shows(k bedside.FactKind) bool {
	switch k {
	case bedside.FactMediaFace, bedside.FactMediaFaces, bedside.FactMediaFacePerhaps, bedside.FactMediaWords, bedside.FactMediaNamed, bedside.FactMediaRecord,
		bedside.FactMediaWard, bedside.FactMediaCode, bedside.FactMediaPlace, bedside.FactMediaDICOM:
		return true
	}
	return false
}

func validFact(name string) error {
	_, fact := SplitScope(name)
	if _, ok := bedside.ParseFact(fact); !ok {
		return bedside.Errorf(bedside.CodeInvalid, "unknown fact %q", name)
	}
	return nil
}

// SplitScope parts "sentence:drug" into its scope and fact. A bare fact has the scope "".
func SplitScope(item string) (scope, fact string) {
	before, after, ok := strings.Cut(item, ":")
	if !ok {
		return "", item
	}
	if before != "sentence" && before != "part" && before != "draft" {
		return "", item // an unknown scope makes an unknown fact
	}
	return before, after
}

// MatchFacts resolves a fact or a prefix such as "claims.*".
func MatchFacts(name string) ([]bedside.FactKind, error) {
	prefix, wild := strings.CutSuffix(name, "*")
	var out []bedside.FactKind
	for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
		if k.String() == name || wild && strings.HasPrefix(k.String(), prefix) {
			out = append(out, k)
		}
	}
	if len(out) == 0 {
		return nil, bedside.Errorf(bedside.CodeInvalid, "unknown fact %q", name)
	}
	return out, nil
}
