package subject

import "bedside"

// implyPatient adds a patient whom no word names: care given to one, and details that are nobody else's.
func (r *reader) implyPatient(number, from, to int, placed []place) {
	set := &r.sets[number]
	came := set.Has(bedside.FactCareCame) && r.anywhere.HasAny(&ownCare)
	if !set.Has(bedside.FactCareAct) && !came && !set.Has(bedside.FactRecordNumber) && !r.caseHeadline(set) && !r.bedHeadline(set) && !r.headlineDeath(number, set) && !r.pronounHeadline(number, set) {
		return
	}
	for _, pl := range placed {
		if a := r.people[pl.person].anchor; a.third() && a != anchorColleague && a != anchorPublic && a != anchorKin {
			return
		}
	}
	if r.current >= 0 && r.speaksOn(number) || len(r.people) >= maxPeople || r.framed(number) != "" {
		return
	}
	for i := from; i < to; i++ {
		if m := &r.passage.Mentions[i]; telling(m.Kind) {
			if r.isTheirs(m, placed) {
				return
			}
			r.people = append(r.people, person{anchor: anchorPatient, first: number, last: number, implied: true})
			r.current = len(r.people) - 1
			return
		}
	}
}

// speaksOn reports whether a sentence goes on about the person spoken of last: somebody open, or one's own by "he" or "she".
func (r *reader) speaksOn(number int) bool {
	a := r.people[r.current].anchor
	return a.open() || (a == anchorOwnKin || a == anchorFriend) && r.hasPronoun(number)
}

// isTheirs reports whether a mention is of somebody who stands right before it: "I was admitted with", "my colleague Jane was diagnosed".
func (r *reader) isTheirs(m *bedside.Mention, placed []place) bool {
	for _, pl := range placed {
		if pl.last > m.First || m.First-pl.last > 4 {
			continue
		}
		only, passive := true, isBeing(r.word(m.First))
		for i := pl.last; i < m.First; i++ {
			w := r.word(i)
			passive = passive || isBeing(w)
			only = only && (isBeing(w) || isAuxiliary(w))
		}
		if only && (passive || m.Kind.Info().Class == bedside.Quasi) {
			return true
		}
	}
	return false
}

func isBeing(w string) bool {
	switch w {
	case "was", "were", "been", "being", "be", "is", "am", "'m", "got", "get":
		return true
	}
	return false
}

func isAuxiliary(w string) bool {
	switch w {
	case "have", "had", "has", "'ve", "'s", "'d", "just", "recently", "also", "finally", "then", "once", "actually", "nearly", "almost", "myself", "on", "our", "ward", "the", "unit":
		return true
	}
	return false
}

// headlineDeath holds for "He died in my arms tonight on the ward": a death in a place of care, of somebody not named before.
func (r *reader) headlineDeath(number int, set *bedside.FactSet) bool {
	places := bedside.SetOf(bedside.FactCareSetting, bedside.FactWard, bedside.FactRoom)
	return r.author.Clinical && set.Has(bedside.FactDeath) && set.HasAny(&places) && r.hasPronoun(number)
}

// pronounHeadline holds for "She found out today that she has cervical cancer": a clinician tells of somebody by "he" or
// "she" alone, with what only care could know and a time or a place of it.
func (r *reader) pronounHeadline(number int, set *bedside.FactSet) bool {
	when := bedside.SetOf(bedside.FactRecent, bedside.FactDate, bedside.FactCareSetting, bedside.FactWard, bedside.FactSite)
	return r.author.Clinical && r.current < 0 && set.HasAny(&clinicalDetails) && r.anywhere.HasAny(&when) && r.hasPronoun(number)
}

// caseHeadline holds for "Septic arthritis in clinic today, BP through the floor": what only one patient has, told by somebody
// who works there, of these days. Teaching, general talk and other people's words are none.
func (r *reader) caseHeadline(set *bedside.FactSet) bool {
	taught := bedside.SetOf(bedside.FactCareLesson, bedside.FactPersonAuthor, bedside.FactPersonPatients, bedside.FactAcademicMaterial,
		bedside.FactAcademicExam, bedside.FactClaimsSource)
	if !r.author.Clinical || set.HasAny(&taught) {
		return false
	}
	places := bedside.SetOf(bedside.FactCareSetting, bedside.FactWard, bedside.FactSite)
	times := bedside.SetOf(bedside.FactRecent, bedside.FactDate, bedside.FactRecord)
	if !r.anywhere.HasAny(&places) || !r.anywhere.HasAny(&times) {
		return false
	}
	if set.Has(bedside.FactRareCondition) || set.Has(bedside.FactMultipleBirth) {
		return true
	}
	if set.Has(bedside.FactCareGeneral) || set.Has(bedside.FactPersonGroup) || set.Has(bedside.FactPersonYou) {
		return false
	}
	n := 0
	for _, k := range []bedside.FactKind{bedside.FactCondition, bedside.FactFinding, bedside.FactProcedure, bedside.FactAge, bedside.FactDeath, bedside.FactEvent} {
		if set.Has(k) {
			n++
		}
	}
	return n >= 2
}

// bedHeadline holds for "bed 3, asystole": a bed with what only its patient has.
func (r *reader) bedHeadline(set *bedside.FactSet) bool {
	told := bedside.SetOf(bedside.FactCondition, bedside.FactFinding, bedside.FactProcedure, bedside.FactDeath, bedside.FactSpeech, bedside.FactStory,
		bedside.FactPersonKin, bedside.FactSensitiveMental, bedside.FactSensitiveSubstance)
	return r.author.Clinical && set.Has(bedside.FactRoom) && set.HasAny(&told)
}

// telling holds for details that say something of one person.
func telling(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactDeath, bedside.FactRoom,
		bedside.FactRecordNumber, bedside.FactMultipleBirth, bedside.FactEvent, bedside.FactCareAct, bedside.FactCareCame,
		bedside.FactDrug, bedside.FactSensitiveSubstance, bedside.FactSensitiveMental, bedside.FactSensitiveSexual:
		return true
	}
	return false
}
