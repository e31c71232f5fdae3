package subject

import (
	"slices"

	"bedside"
	"bedside/text"
)

// decide settles who each person is, when the whole passage has been read.
func (r *reader) decide() {
	r.adopt()
	r.weighPassage()
	for i := range r.people {
		p := &r.people[i]
		if p.subject == "" {
			p.subject = r.judge(p)
		}
	}
	r.partBystanders()
	for i := range r.people {
		if p := &r.people[i]; p.relative && p.subject == bedside.SubjectUnsure {
			p.subject = r.relativeOf(i)
		}
	}
	r.partFamily()
}

// partFamily gives "the wife" and "mum" to the patient beside whom they stand: they are the author's own only where nobody is cared for.
func (r *reader) partFamily() {
	for i := range r.people {
		if p := &r.people[i]; p.anchor == anchorOwnKin && !p.signs.has(signMine) && r.besidePatient(p) {
			p.subject = bedside.SubjectPatientFamily
		}
	}
}

// besidePatient holds where a patient of whom something is told stands in the same sentence or the one before.
func (r *reader) besidePatient(p *person) bool {
	return slices.ContainsFunc(r.people, func(q person) bool {
		return q.subject == bedside.SubjectPatient && q.cues.HasAny(&patientHas) && p.first >= q.first && p.first <= q.last+1
	})
}

// partBystanders takes back the people who only stand by while somebody else is cared for: "the cook held the flashlight". Nothing
// that a patient has is told of them, and much more speaks for somebody else.
func (r *reader) partBystanders() {
	most := lostPoints
	for i := range r.people {
		if p := &r.people[i]; p.subject == bedside.SubjectPatient && p.cues.HasAny(&patientHas) {
			most = max(most, r.points(p))
		}
	}
	for i := range r.people {
		p := &r.people[i]
		if p.subject == bedside.SubjectPatient && r.standsBy(p) && (p.signs.has(signWork) && most > lostPoints || r.points(p)+bystanderPoints <= most) {
			p.subject = bedside.SubjectOther
		}
	}
}

// standsBy holds for somebody of whom nothing is told that a patient has: "the cook", "a man".
func (r *reader) standsBy(p *person) bool {
	return p.anchor == anchorSomeone && p.signs&(signIndefinite|signDefinite) != 0 && p.signs&(signMine|signPlaced|signMet) == 0 && !p.cues.HasAny(&patientHas)
}

// patientHas is what is told of a patient and of nobody who stands by.
var patientHas = bedside.SetOf( //nolint:gochecknoglobals // a read-only set
	bedside.FactPersonPatient, bedside.FactCareAct, bedside.FactCareCame, bedside.FactAge, bedside.FactAgeOver89, bedside.FactRoom, bedside.FactDeath,
	bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactRecordNumber,
	bedside.FactSensitiveSubstance, bedside.FactSensitiveMental, bedside.FactSensitiveSexual)

// adoptReach is how many sentences before a person a detail of nobody's may stand and still be theirs: "Ten-hour Whipple
// done. The patient is a pastor here."
const adoptReach = 2

// adopt gives clinical details that were nobody's to the person who is introduced soon after. Rooms stay the
// scene's, and belong to everybody in it, unless the person stands in their sentence.
func (r *reader) adopt() {
	for i := range r.details {
		d := &r.details[i]
		k := r.passage.Mentions[d.mention].Kind
		if d.person >= 0 || d.stance != bedside.Asserted || !clinicalDetails.Has(k) && k != bedside.FactDeath && k != bedside.FactFinding {
			continue
		}
		reach := adoptReach
		if scenic(k) {
			reach = 0
		}
		for j := range r.people {
			if p := &r.people[j]; p.anchor.open() && !p.generic && !p.relative && p.first >= d.sentence && p.first <= d.sentence+reach {
				d.person = j
				p.cues.Add(k)
				break
			}
		}
	}
}

// judge weighs what speaks for an open person being somebody's patient.
func (r *reader) judge(p *person) bedside.Subject {
	if r.author.Answered != "" && p.signs.has(signGreeted) {
		return r.author.Answered
	}
	if p.generic {
		return bedside.SubjectGroup
	}
	if p.retold {
		return bedside.SubjectOther
	}
	if r.among && p.anchor != anchorPatient {
		return bedside.SubjectFamily
	}
	if f := r.framed(p.first); f != "" && !r.breaksFrame(p, f) {
		return f
	}
	if r.longAgo && p.nearby.Has(bedside.FactYear) && !r.cues.Has(bedside.FactRecent) {
		return bedside.SubjectHistorical
	}
	if p.anchor != anchorPatient && r.atHome() && r.points(p) < homePoints {
		return bedside.SubjectFamily
	}
	if r.inNews() {
		return bedside.SubjectOther
	}
	if p.anchor == anchorPatient {
		return r.judgePatient(p)
	}
	if p.relative {
		return bedside.SubjectUnsure
	}
	w, points := r.weight(p), r.points(p)
	if p.taught && points <= taughtPoints {
		return bedside.SubjectColleague
	}
	switch {
	case p.own && p.short && (p.cues.Has(bedside.FactCareAct) || p.cues.Has(bedside.FactCareCame)):
		return bedside.SubjectUnsure // "my 34yo coded": perhaps a patient
	case p.own && w >= 5:
		return bedside.SubjectUnsure
	case p.own:
		return bedside.SubjectFamily // "my 5-month-old"
	case points > 0, points == 0 && w >= 2:
		return bedside.SubjectPatient
	case w >= 2 && points > lostPoints && (p.anchor != anchorName || points >= doubtPoints || p.cues.HasAny(&clinicalDetails)):
		return bedside.SubjectUnsure
	default:
		return bedside.SubjectOther
	}
}

// judgePatient tells a patient from patients in general: the word alone, or care that nobody in particular gets, is of many.
func (r *reader) judgePatient(p *person) bedside.Subject {
	if p.cues.Has(bedside.FactRecordNumber) {
		return bedside.SubjectPatient
	}
	points := r.points(p)
	if points < 0 || points < manyPoints && p.nearby.Has(bedside.FactCareGeneral) && !p.nearby.Has(bedside.FactRecent) && !p.nearby.Has(bedside.FactCareCame) {
		return bedside.SubjectGroup
	}
	return bedside.SubjectPatient
}

// breaksFrame holds for people whose care is too real for the frame: "a 34yo came in after her horse kicked her".
func (r *reader) breaksFrame(p *person, f bedside.Subject) bool {
	acted := p.cues.Has(bedside.FactCareAct) || p.cues.Has(bedside.FactCareCame)
	if f == bedside.SubjectAnimal {
		return acted || p.anchor == anchorPatient && !p.child || p.signs.has(signHuman)
	}
	return f != bedside.SubjectMannequin && acted && p.nearby.Has(bedside.FactRecent)
}

// weight counts signs of care: three make a patient, two a question.
func (r *reader) weight(p *person) int {
	w := 0
	acted := p.cues.Has(bedside.FactCareAct) || p.cues.Has(bedside.FactCareCame)
	near := p.nearby.Has(bedside.FactCareAct) || p.nearby.Has(bedside.FactCareCame)
	clinical := p.cues.HasAny(&clinicalDetails)
	if p.anchor == anchorName && !acted && !near && !clinical {
		return 0 // a name alone is anybody's
	}
	if p.anchor == anchorName && !r.anywhere.HasAny(&ownCare) && !r.we && !r.namesBed() {
		return 1 // somebody in the news, perhaps
	}
	if acted {
		w += 3
	}
	if near {
		w += 2
	}
	if clinical {
		w++
		if r.author.Clinical {
			w++
		}
	}
	if p.nearby.Has(bedside.FactRoom) || p.nearby.Has(bedside.FactWard) {
		w++
	}
	if p.nearby.Has(bedside.FactCareSetting) {
		w++
	}
	if r.cues.Has(bedside.FactPersonPatient) || r.cues.Has(bedside.FactCareSetting) {
		w++
	}
	if r.cues.Has(bedside.FactCareAct) || r.cues.Has(bedside.FactCareCame) {
		w++
	}
	if p.cues.Has(bedside.FactRespectContempt) && r.author.Clinical {
		w++
	}
	if p.short && r.author.Clinical {
		w++ // "34F", "5yo" is how clinicians write of patients
		if p.nearby.Has(bedside.FactRecent) || p.nearby.Has(bedside.FactDate) {
			w++
		}
	}
	return w
}

// atHome reports whether the passage speaks of the author's family and gives no sign of care.
func (r *reader) atHome() bool {
	return r.anywhere.Has(bedside.FactPersonOwnKin) && !r.anywhere.HasAny(&signsOfCare)
}

var signsOfCare = bedside.SetOf( //nolint:gochecknoglobals // a read-only set
	bedside.FactCareAct, bedside.FactCareCame, bedside.FactCareSetting, bedside.FactWard, bedside.FactRoom, bedside.FactPersonPatient, bedside.FactRecordNumber)

// inNews reports whether the passage passes on what was reported, and nothing in it says that the author was there.
func (r *reader) inNews() bool {
	if r.anywhere.HasAny(&wasThere) || r.we || r.namesBed() {
		return false
	}
	reshares := !r.anywhere.Has(bedside.FactPersonPatient) && !r.anywhere.Has(bedside.FactWard) && !r.anywhere.Has(bedside.FactWorkDuty)
	return slices.ContainsFunc(r.passage.Doc.Tokens, func(t text.Token) bool { return isNewsWord(t.Form) || reshares && t.Kind == text.Link })
}

func isNewsWord(w string) bool {
	switch w {
	case "breaking", "reports", "reported", "reportedly", "allegedly", "announced", "announces", "announcement", "announcing", "officials", "spokesperson", "spokesman", "authorities",
		"ministry", "minister", "governor", "government", "news", "headline", "headlines", "confirmed", "confirms", "police", "update", "rumors", "rumours", "sources", "statement", "media", "journalists", "article", "quarantine", "senator", "congressman", "premier", "tmz":
		return true
	}
	return false
}

// wasThere are the signs that the author has part in what is told.
var wasThere = bedside.SetOf( //nolint:gochecknoglobals // a read-only set
	bedside.FactPersonSelf, bedside.FactCareSetting, bedside.FactCareAct, bedside.FactCareCame, bedside.FactSite, bedside.FactPrivacyCaseQuiz)

// namesBed reports whether the passage names a bed: rooms are numbered everywhere, beds in hospitals.
func (r *reader) namesBed() bool {
	return r.anywhere.Has(bedside.FactRoom) && slices.ContainsFunc(r.passage.Mentions, func(m bedside.Mention) bool {
		if m.Kind != bedside.FactRoom {
			return false
		}
		switch r.word(m.First) {
		case "bed", "bay", "cot", "cubicle", "trolley", "incubator", "isolette", "gurney", "stretcher":
			return true
		}
		return false
	})
}

// ownCare are the signs that the author was there.
var ownCare = bedside.SetOf( //nolint:gochecknoglobals // a read-only set
	bedside.FactPersonSelf, bedside.FactCareSetting, bedside.FactWard, bedside.FactPersonPatient, bedside.FactSite)

// clinicalDetails are what a clinician knows of somebody by caring for them.
var clinicalDetails = bedside.SetOf( //nolint:gochecknoglobals // a read-only set
	bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactRoom, bedside.FactRecordNumber,
	bedside.FactSensitiveSubstance, bedside.FactSensitiveMental, bedside.FactSensitiveSexual, bedside.FactDrug)

// relativeOf places "his wife", "the parents": they belong with the patient there is, if there is one.
func (r *reader) relativeOf(i int) bedside.Subject {
	for j := range r.people {
		if s := r.people[j].subject; s == bedside.SubjectPatient {
			return bedside.SubjectPatientFamily
		}
	}
	if r.points(&r.people[i]) > 0 && r.cues.HasAny(&workFacts) {
		return bedside.SubjectPatientFamily
	}
	return bedside.SubjectOther
}

// emit writes people and facts of the passage behind those of earlier passages.
func (r *reader) emit(out *Reading) {
	base := len(out.People)
	out.People = slices.Grow(out.People, len(r.people))
	out.Facts = slices.Grow(out.Facts, len(r.details)+len(r.clauses))
	for i := range r.people {
		p := &r.people[i]
		out.People = append(out.People, Person{Subject: p.subject, Passage: r.number, Implied: p.implied, Greeted: p.signs.has(signGreeted) && r.pronouns == 0, Record: p.record})
	}
	r.emitClauses(out, base)
	for _, d := range r.details {
		m := &r.passage.Mentions[d.mention]
		f := bedside.Fact{
			Kind: m.Kind, Span: m.Span, Sentence: r.passage.FirstSentence + d.sentence, Person: -1, Stance: d.stance, General: m.General,
		}
		if d.person >= 0 {
			f.Person = base + d.person
		}
		if f.Person < 0 && scenic(m.Kind) && r.emitScene(out, base, f, d.sentence) {
			continue
		}
		out.Facts = append(out.Facts, f)
	}
}

// sceneReach is how many sentences from a person a word of time or place still belongs to them.
const sceneReach = 4

// sceneWidth is how many people one word of time or place is given to: the nearest.
const sceneWidth = 3

// emitScene gives a fact of the scene to the patients who are in it.
func (r *reader) emitScene(out *Reading, base int, f bedside.Fact, sentence int) bool {
	given := 0
	for reach := 0; reach <= sceneReach && given < sceneWidth; reach++ {
		for i := range r.people {
			p := &r.people[i]
			if given < sceneWidth && careful(p.subject) && distance(p, sentence) == reach {
				f.Person = base + i
				out.Facts = append(out.Facts, f)
				given++
			}
		}
	}
	return given > 0
}

// careful holds for people whose whereabouts matter.
func careful(s bedside.Subject) bool {
	switch s {
	case bedside.SubjectPatient, bedside.SubjectFormerPatient, bedside.SubjectUnsure, bedside.SubjectPatientFamily:
		return true
	}
	return false
}

// distance counts the sentences between one and the stretch in which a person appears.
func distance(p *person, sentence int) int { return max(0, p.first-sentence, sentence-p.last) }
