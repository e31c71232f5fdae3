package engine

import (
	"sort"

	"bedside"
	"bedside/assess"
	"bedside/remedy"
)

// details are the facts told of people in the text, in order of place. What the author says of themselves is theirs.
func (r *reading) details() []remedy.Mark {
	var out []remedy.Mark
	for i := range r.told.Facts {
		f := &r.told.Facts[i]
		if f.Span.Part != bedside.PartText || f.Span.Empty() || f.Stance != bedside.Asserted {
			continue
		}
		if f.Kind == bedside.FactRespectContempt || f.Kind == bedside.FactClaimsSuperlative {
			out = append(out, remedy.Mark{Kind: f.Kind, Start: f.Span.Start, End: f.Span.End})
			continue
		}
		if f.Person < 0 {
			continue
		}
		switch s := r.told.People[f.Person].Subject; s {
		case bedside.SubjectSelf, bedside.SubjectReader, bedside.SubjectGroup, bedside.SubjectPublicFigure, bedside.SubjectAnimal, bedside.SubjectMannequin, bedside.SubjectFictional, bedside.SubjectHistorical:
		default:
			out = append(out, remedy.Mark{Kind: f.Kind, Start: f.Span.Start, End: f.Span.End, General: f.General, Who: calledBy(s)})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return byStart(out[i], out[j]) < 0 })
	return out
}

// calledBy is how a person may be called instead of by name.
func calledBy(s bedside.Subject) string {
	switch s {
	case bedside.SubjectPatient, bedside.SubjectFormerPatient:
		return "a patient"
	case bedside.SubjectColleague:
		return "a colleague"
	default:
		return ""
	}
}

func byStart(a, b remedy.Mark) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// marks are the stretches of the text that a finding's edit works on: everything told of its person, or its evidence.
func (r *reading) marks(f *assess.Finding) []remedy.Mark {
	switch {
	case f.Edit == "generalise" && f.Person < 0 && len(r.pictures) > 0 && aboutPeople(f.Topic):
		return r.pictured(f)
	case f.Edit != "generalise" || f.Person < 0:
		return evidenceMarks(f)
	}
	var out []remedy.Mark
	for _, i := range r.of.of(f.Person) {
		fact := &r.told.Facts[i]
		if fact.Stance == bedside.Asserted && fact.Span.Part == bedside.PartText && !fact.Span.Empty() {
			out = append(out, remedy.Mark{Kind: fact.Kind, Start: fact.Span.Start, End: fact.Span.End, General: fact.General})
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return byStart(out[i], out[j]) < 0 })
	return out
}

func evidenceMarks(f *assess.Finding) []remedy.Mark {
	var out []remedy.Mark
	for _, ev := range f.Evidence {
		if ev.Part == bedside.PartText {
			out = append(out, remedy.Mark{Start: ev.Start, End: ev.End, Title: f.Topic == "credentials", People: aboutPeople(f.Topic)})
		}
	}
	return out
}

// aboutPeople holds for the topics whose findings are about somebody who is told of.
func aboutPeople(topic string) bool {
	switch topic {
	case "patient_privacy", "boundaries", "respect", "colleague":
		return true
	}
	return false
}

// pictured are the details of the text that a finding about several posts shows, whoever they are told of.
func (r *reading) pictured(f *assess.Finding) []remedy.Mark {
	shown := evidenceMarks(f)
	var out []remedy.Mark
	for i := range r.told.Facts {
		fact := &r.told.Facts[i]
		if fact.Stance != bedside.Asserted || fact.Span.Part != bedside.PartText || fact.Kind.Info().Class == bedside.Concept {
			continue
		}
		for _, m := range shown {
			if fact.Span.Start < m.End && m.Start < fact.Span.End {
				out = append(out, remedy.Mark{Kind: fact.Kind, Start: fact.Span.Start, End: fact.Span.End, General: fact.General, People: true})
				break
			}
		}
	}
	if len(out) == 0 {
		return shown
	}
	sort.SliceStable(out, func(i, j int) bool { return byStart(out[i], out[j]) < 0 })
	return out
}
