package engine

import (
	"time"

	"bedside"
	"bedside/assess"
	"bedside/read"
	"bedside/reid"
	"bedside/subject"
	"bedside/text"
)

// reading is everything that is known of a draft before it is judged.
type reading struct {
	doc      *text.Document // of the text itself
	passages []subject.Passage
	told     subject.Reading // who it speaks of and what it says
	context  []bedside.Fact  // of the draft as a whole
	derived  []bedside.Fact  // of its people
	facts    []bedside.Fact  // all of these, in this order, then what the reader found between the lines
	anchor   *anchor         // nil without a time of the draft
	ages     map[bedside.Span]reid.Age
	costs    []bedside.Span // by person: the detail that gives most away
	parts    []assess.PartRange
	mentions []bedside.Mention
	unused   bool // an answer fits no question of the pack
}

// read runs the stages up to judgement.
func (e *Engine) read(d *bedside.Draft, asOf time.Time) *reading {
	r := e.firstTier(d, asOf)
	if e.reader != nil {
		r.facts = e.reader.Read(r.facts, e.seen(d, r))
	}
	return r
}

// firstTier finds what lists, scanners and grammar can find.
func (e *Engine) firstTier(d *bedside.Draft, asOf time.Time) *reading {
	r := &reading{anchor: anchorOf(d)}
	e.addPassage(r, bedside.PartText, 0, d.Text)
	r.doc = r.passages[0].Doc
	for i := range d.Media {
		e.addPassage(r, bedside.PartAlt, i, d.Media[i].Alt)
		e.addPassage(r, bedside.PartCaption, i, d.Media[i].Caption)
	}
	r.told = subject.Read(r.passages, subject.Author{Clinical: clinical(d)})
	r.context = e.contextFacts(d, r, asOf)
	e.answer(r, d.Context.Answers)
	r.recognise()
	r.facts = make([]bedside.Fact, 0, len(r.told.Facts)+len(r.context)+len(r.derived)+read.Usual)
	r.facts = append(append(append(r.facts, r.told.Facts...), r.context...), r.derived...)
	return r
}

// addPassage parses a part and finds its mentions. The text itself is a passage even when it is empty.
func (e *Engine) addPassage(r *reading, part bedside.PartKind, index int, s string) {
	if s == "" && part != bedside.PartText {
		return
	}
	doc := e.parser.Parse(s)
	first := 0
	if n := len(r.parts); n > 0 {
		first = r.parts[n-1].End
	}
	mentions := r.anchored(doc, e.detector.Detect(doc, part, index, len(r.passages)))
	r.mentions = append(r.mentions, mentions...)
	r.passages = append(r.passages, subject.Passage{Part: part, Index: index, Doc: doc, Mentions: mentions, FirstSentence: first})
	r.parts = append(r.parts, assess.PartRange{Part: part, Index: index, First: first, End: first + len(doc.Sentences)})
}

// judged gathers the facts for the rules.
func (r *reading) judged() *assess.Case {
	return &assess.Case{Facts: r.facts, People: len(r.told.People), Parts: r.parts}
}

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

// recognise adds to each person who they are and who could recognise them.
func (r *reading) recognise() {
	byPerson := make([][]bedside.Fact, len(r.told.People))
	for _, f := range r.told.Facts {
		if f.Person >= 0 && protected(r.told.People[f.Person].Subject) {
			byPerson[f.Person] = append(byPerson[f.Person], f)
		}
	}
	r.costs = make([]bedside.Span, len(r.told.People))
	for i, p := range r.told.People {
		r.derive(i, subjectFact(p.Subject))
		if !protected(p.Subject) {
			continue
		}
		found := reid.Recognise(byPerson[i], r.agesOf(byPerson[i]))
		r.costs[i] = found.Costliest
		for k := bedside.FactKind(1); int(k) < bedside.FactCount; k++ {
			if found.Levels.Has(k) {
				r.derive(i, k)
			}
		}
	}
}

func (r *reading) derive(person int, k bedside.FactKind) {
	r.derived = append(r.derived, bedside.Fact{Kind: k, Sentence: -1, Person: person})
}
