package subject

import "bedside"

// evidence is a group of facts that speaks for (above zero) or against a person being in the author's care: by how much when it is
// told of them, when it stands in a sentence they appear in, and when it is only somewhere in the passage. The nearest counts, once.
// The points were fitted to labelled people (corpus/people, writers with even numbers) and rounded.
type evidence struct {
	kinds                bedside.FactSet
	told, near, anywhere int
}

// evidenceOfCare is what is weighed. A clinician's working words speak for care; exams, politics, wares and home against it.
var evidenceOfCare = [...]evidence{ //nolint:gochecknoglobals // a read-only table
	{bedside.SetOf(bedside.FactCareAct, bedside.FactCareCame), 3, 3, 4},
	{clinicalDetails, 4, 3, 3},
	{bedside.SetOf(bedside.FactRoom), 5, 3, 0},
	{bedside.SetOf(bedside.FactWard, bedside.FactSite), 3, 3, 1},
	{bedside.SetOf(bedside.FactAge), 3, 0, 3},
	{bedside.SetOf(bedside.FactAgeOver89), 4, 2, 4},
	{bedside.SetOf(bedside.FactSpeech), 1, 3, 1},
	{bedside.SetOf(bedside.FactPersonKin, bedside.FactRelation), 2, 4, 0},
	{bedside.SetOf(bedside.FactRecent, bedside.FactDate), 3, 3, 1},
	{bedside.SetOf(bedside.FactPast), 4, 4, 4},
	{bedside.SetOf(bedside.FactPrivacyConsentSaid, bedside.FactPrivacyConsentWritten), 4, 1, 1},
	{bedside.SetOf(bedside.FactRespectContempt), 3, 2, 0},
	{bedside.SetOf(bedside.FactWorkDuty, bedside.FactWorkBedside, bedside.FactWorkOff), 2, 2, 0},
	{bedside.SetOf(bedside.FactPersonPatient), 3, 0, 0},
	{bedside.SetOf(bedside.FactDrug), -4, -1, -3}, // drugs stand in advice; of a patient more is told
	{bedside.SetOf(bedside.FactDeath), 2, 0, 1},

	{bedside.SetOf(bedside.FactAcademicExam, bedside.FactAcademicRecall, bedside.FactAcademicMaterial, bedside.FactAcademicShare, bedside.FactAcademicOwn), -3, -3, -1},
	{bedside.SetOf(bedside.FactPoliticsEndorse, bedside.FactPoliticsCandidate), -9, -9, -4},
	{bedside.SetOf(bedside.FactDisclaimerPresent, bedside.FactDisclaimerAffiliation, bedside.FactDisclaimerOfficial, bedside.FactDisclaimerGroup, bedside.FactDisclaimerRules), -5, -5, -5},
	{bedside.SetOf(bedside.FactCopyrightWork, bedside.FactCopyrightPaywall, bedside.FactCopyrightLogo, bedside.FactCopyrightPermission), -2, -2, -6},
	{bedside.SetOf(bedside.FactCredentialsTitle, bedside.FactCredentialsClaim, bedside.FactCredentialsTrainee, bedside.FactCredentialsBorrowed), -4, -4, -3},
	{bedside.SetOf(bedside.FactDisclosurePraise, bedside.FactDisclosureProduct, bedside.FactDisclosureCode, bedside.FactDisclosureGift, bedside.FactDisclosurePaid, bedside.FactDisclosureShares, bedside.FactDisclosureClear), -1, -1, -1},
	{bedside.SetOf(bedside.FactProprietaryInternal, bedside.FactProprietaryUnannounced, bedside.FactProprietaryAnnounced, bedside.FactProprietarySecurity, bedside.FactProprietaryPlan), -3, -3, 0},
	{bedside.SetOf(bedside.FactClaimsCure, bedside.FactClaimsGuarantee, bedside.FactClaimsSuperlative, bedside.FactClaimsOutcome, bedside.FactClaimsStatistic, bedside.FactClaimsFalsehood, bedside.FactClaimsDanger, bedside.FactClaimsSource), -1, -1, -1},
	{bedside.SetOf(bedside.FactPersonOwnKin), -6, -6, -4},
	{bedside.SetOf(bedside.FactPersonFriend), -2, -2, -4},
	{bedside.SetOf(bedside.FactPersonPublic), -6, -3, -1},
	{bedside.SetOf(bedside.FactPersonAnimal), -5, -5, -1},
	{bedside.SetOf(bedside.FactPersonFiction), 0, 0, -6},
	{bedside.SetOf(bedside.FactPersonManikin), -7, -7, -9},
	{bedside.SetOf(bedside.FactPersonHistory, bedside.FactPersonAuthor), -4, -4, -1},
	{bedside.SetOf(bedside.FactPersonGroup), -2, -2, -2},
	{bedside.SetOf(bedside.FactPersonColleague, bedside.FactPersonStudent), -3, -1, -3},
	{bedside.SetOf(bedside.FactPersonYou), 0, -2, 0},
	{bedside.SetOf(bedside.FactRespectCondemn), 0, 0, -4},
	{bedside.SetOf(bedside.FactCareGeneral), 0, 0, -3},
	{bedside.SetOf(bedside.FactCareHypothetical), -1, -1, -2},
	{bedside.SetOf(bedside.FactCareLesson), -3, -3, 0},
	{bedside.SetOf(bedside.FactOwnHome, bedside.FactOwnWhereabouts, bedside.FactOwnDrunk, bedside.FactOwnExposed, bedside.FactOwnDocument), -1, -1, -3},
}

// frameFacts set frames, and count no longer when a frame has ended.
var frameFacts = bedside.SetOf(bedside.FactPersonManikin, bedside.FactPersonFiction, bedside.FactPersonHistory) //nolint:gochecknoglobals // a read-only set

// signPoints weigh the words around somebody.
var signPoints = [...]struct { //nolint:gochecknoglobals // a read-only table
	sign   sign
	points int
}{
	{signAddressed, 10}, {signTitled, 7}, {signInitial, 3}, {signTellsMe, 3}, {signHuman, 3}, {signMet, 2}, {signPlaced, 1}, {signVerb, 1}, {signIndefinite, -2}, {signDefinite, -1},
}

// startPoints is where the weighing starts: most people in a post are nobody's patient.
const startPoints = 0

// taughtPoints is what a teacher of the author's must have above to be the author's patient now.
const taughtPoints = 6

// homePoints and manyPoints are what speaks for care strongly enough that words of home, or of every day, say nothing against it.
const (
	homePoints = 7
	manyPoints = 6
)

// bystanderPoints is how much more must speak for somebody else.
const bystanderPoints = 5

// doubtPoints is what a name needs so that somebody is asked about it.
const doubtPoints = -1

// layPoints is what everybody has of whom somebody outside health care tells; from lostPoints down, nothing but their word for it
// makes somebody a patient.
const (
	layPoints  = -3
	lostPoints = -4
)

// weighPassage notes what every person of the passage is weighed with.
func (r *reader) weighPassage() {
	r.manner = r.mannerPoints()
	r.weighed = r.weighed[:0]
	for i := range evidenceOfCare {
		if r.anywhere.HasAny(&evidenceOfCare[i].kinds) {
			r.weighed = append(r.weighed, uint8(i))
		}
	}
}

// points weighs what speaks for an open person being in the author's care. Above zero, more speaks for it than against it.
func (r *reader) points(p *person) int {
	if !p.scored {
		p.scored, p.score = true, r.score(p)
	}
	return p.score
}

func (r *reader) score(p *person) int {
	if !r.author.Clinical && !r.author.Staff {
		return layPoints
	}
	n := startPoints + r.manner + p.kindPoints()
	for _, s := range signPoints {
		if p.signs.has(s.sign) {
			n += s.points
		}
	}
	real := len(r.frames) > 0 && r.framed(p.first) == ""
	for _, i := range r.weighed {
		e := &evidenceOfCare[i]
		switch {
		case real && e.kinds.HasAny(&frameFacts): // "then a real patient"
		case p.cues.HasAny(&e.kinds):
			n += e.told
		case p.nearby.HasAny(&e.kinds):
			n += e.near
		case e.anywhere < 0 || r.cues.HasAny(&e.kinds):
			n += e.anywhere
		}
	}
	if n >= 0 && r.idle(p, n) {
		return -1
	}
	return n
}

// kindPoints weigh the kind of word that introduces somebody: names and ages are everybody's, "34F" is how clinicians write.
func (p *person) kindPoints() int {
	n := 0
	switch {
	case p.anchor == anchorName:
		n = -4
	case p.anchor == anchorAge:
		n = -3
	case p.child:
		n = -2
	}
	if p.short {
		n += 4
	}
	return n
}

// idlePoints is what must speak for care where nothing shows that the author is at work: a man who helps with a flat tyre is a man in the street.
// namedPoints is the same for a name with a title; a bare name is anybody's.
const (
	idlePoints  = 5
	namedPoints = 10
)

// idle holds where nothing shows that the author is at work: then a name is anybody's, and others need much to be patients.
func (r *reader) idle(p *person, points int) bool {
	if r.cues.HasAny(&workFacts) || r.namesBed() || r.author.Answers && p.signs.has(signAddressed) {
		return false
	}
	if p.anchor == anchorName {
		return !p.signs.has(signTitled) || points < namedPoints
	}
	return points < idlePoints && p.signs&(signPlaced|signMet|signMine) == 0 && !p.short && !r.cues.Has(bedside.FactFinding) && !r.cues.Has(bedside.FactDrug)
}

// workFacts show that the author is at work.
var workFacts = bedside.SetOf( //nolint:gochecknoglobals // a read-only set
	bedside.FactCareAct, bedside.FactCareCame, bedside.FactCareSetting, bedside.FactWard, bedside.FactPersonPatient, bedside.FactPersonPatients,
	bedside.FactPrivacyConfirmsCare, bedside.FactBoundariesPrivateContact, bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure,
	bedside.FactRecordNumber)

// mannerPoints weigh how the passage is told: a story goes on about somebody, and a team says "we".
func (r *reader) mannerPoints() int {
	n := 3
	switch r.pronouns {
	case 0:
		n = -3
	case 1:
		n = -1
	}
	if r.we {
		n++
	}
	if r.author.Staff {
		n += 2
	}
	return n
}
