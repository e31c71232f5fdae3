package engine

import (
	"maps"
	"slices"
	"strings"

	"bedside"
	"bedside/pack"
)

// answer records what the author asserted: each answered question sets and clears facts of its person or of the draft.
// An answer to a question that is not in the pack, or a value that it does not offer, changes nothing, and the result says so.
func (e *Engine) answer(r *reading, answers map[string]string) {
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		fact, person, _ := strings.Cut(id, "@")
		option := e.option(fact, answers[id])
		if option == nil {
			r.unused = true
			continue
		}
		if person == "" {
			r.answerDraft(option)
			continue
		}
		for i := range r.told.People {
			if bedside.PersonID(i) == person {
				r.answerPerson(i, option)
			}
		}
	}
}

// overrule lets the author's answers move what the reader found between the lines: they know what it can only guess.
func (e *Engine) overrule(r *reading, answers map[string]string) {
	for _, id := range slices.Sorted(maps.Keys(answers)) {
		option := e.option(id, answers[id])
		if option == nil {
			continue
		}
		for _, k := range learned(option.Clears) {
			r.levels.Remove(k)
		}
		r.levels.Add(learned(option.Sets)...)
	}
}

// learned are the facts of the reader's among some names.
func learned(names []string) []bedside.FactKind {
	var out []bedside.FactKind
	for _, name := range names {
		k, ok := bedside.ParseFact(name)
		if _, _, reader := bedside.LearnedOf(k); ok && reader {
			out = append(out, k)
		}
	}
	return out
}

func (e *Engine) option(question, value string) *pack.Option {
	for i := range e.pack.Questions {
		if q := &e.pack.Questions[i]; q.ID == question {
			for k := range q.Options {
				if q.Options[k].Value == value {
					return &q.Options[k]
				}
			}
		}
	}
	return nil
}

func (r *reading) answerDraft(o *pack.Option) {
	cleared := func(f bedside.Fact) bool { return slices.Contains(o.Clears, f.Kind.String()) }
	r.context, r.looked = slices.DeleteFunc(r.context, cleared), slices.DeleteFunc(r.looked, cleared)
	for _, name := range o.Sets {
		k, ok := bedside.ParseFact(name)
		if _, _, reader := bedside.LearnedOf(k); ok && !reader {
			r.context = append(r.context, bedside.Fact{Kind: k, Sentence: -1, Person: -1})
		}
	}
}

func (r *reading) answerPerson(person int, o *pack.Option) {
	for _, name := range o.Sets {
		k, _ := bedside.ParseFact(name)
		if s, ok := subjectOf(k); ok {
			r.told.People[person].Subject = s
			continue
		}
		r.derive(person, k)
	}
}

// subjectOf is the subject that a fact stands for: subjectFact backwards.
func subjectOf(k bedside.FactKind) (bedside.Subject, bool) {
	for _, s := range []bedside.Subject{
		bedside.SubjectPatient, bedside.SubjectFormerPatient, bedside.SubjectPatientFamily, bedside.SubjectUnsure, bedside.SubjectSelf,
		bedside.SubjectFamily, bedside.SubjectColleague, bedside.SubjectPublicFigure, bedside.SubjectReader, bedside.SubjectOther,
	} {
		if subjectFact(s) == k {
			return s, true
		}
	}
	return "", false
}
