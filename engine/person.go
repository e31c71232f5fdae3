package engine

import (
	"slices"

	"bedside"
	"bedside/reid"
	"bedside/subject"
)

// subjectFact is the fact that rules know a subject by.
func subjectFact(s bedside.Subject) bedside.FactKind {
	switch s {
	case bedside.SubjectPatient:
		return bedside.FactSubjectPatient
	case bedside.SubjectFormerPatient:
		return bedside.FactSubjectFormerPatient
	case bedside.SubjectPatientFamily:
		return bedside.FactSubjectPatientFamily
	case bedside.SubjectUnsure:
		return bedside.FactSubjectUnsure
	case bedside.SubjectSelf:
		return bedside.FactSubjectSelf
	case bedside.SubjectFamily:
		return bedside.FactSubjectOwnFamily
	case bedside.SubjectColleague:
		return bedside.FactSubjectColleague
	case bedside.SubjectPublicFigure:
		return bedside.FactSubjectPublicFigure
	case bedside.SubjectReader:
		return bedside.FactSubjectYou
	default:
		return bedside.FactSubjectOther
	}
}

// protected holds for people whose details a clinician may not give away.
func protected(s bedside.Subject) bool {
	return s == bedside.SubjectPatient || s == bedside.SubjectFormerPatient || s == bedside.SubjectPatientFamily || s == bedside.SubjectUnsure
}

// persons lists by person the facts that are told of them, as places in what was read.
type persons struct{ at, facts []int32 }

// list fills in who has what.
func (p *persons) list(told *subject.Reading) {
	n := len(told.People) + 2
	p.at = slices.Grow(p.at[:0], n)[:n]
	clear(p.at)
	for i := range told.Facts {
		if who := told.Facts[i].Person; who >= 0 {
			p.at[who+2]++
		}
	}
	for i := 2; i < len(p.at); i++ {
		p.at[i] += p.at[i-1]
	}
	n = int(p.at[n-1])
	p.facts = slices.Grow(p.facts[:0], n)[:n]
	for i := range told.Facts {
		if who := told.Facts[i].Person; who >= 0 {
			p.facts[p.at[who+1]] = int32(i)
			p.at[who+1]++
		}
	}
}

func (p *persons) of(who int) []int32 { return p.facts[p.at[who]:p.at[who+1]] }

// recognise adds to each person who they are and who could recognise them.
func (r *reading) recognise() {
	r.costs = slices.Grow(r.costs, len(r.told.People))[:len(r.told.People)]
	clear(r.costs)
	for i, p := range r.told.People {
		r.derive(i, subjectFact(p.Subject))
		if p.Record {
			r.derive(i, bedside.FactOnRecord)
		}
		if !protected(p.Subject) {
			continue
		}
		r.one = r.one[:0]
		for _, k := range r.of.of(i) {
			r.one = append(r.one, r.told.Facts[k])
		}
		found := reid.Recognise(r.one, r.agesOf(r.one))
		r.costs[i] = found.Costliest
		if p.Greeted && r.private {
			found.Levels = bedside.SetOf(bedside.FactAddressed, bedside.FactRecognisableSelf)
		}
		for k := range found.Levels.Kinds() {
			r.derive(i, k)
		}
	}
}

func (r *reading) derive(person int, k bedside.FactKind) {
	r.derived = append(r.derived, bedside.Fact{Kind: k, Sentence: -1, Person: person})
}
