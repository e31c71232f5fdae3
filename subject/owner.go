package subject

import (
	"bedside"
	"bedside/text"
)

// scenic holds for facts of the scene: when and where. They belong to every patient who is in it.
func scenic(k bedside.FactKind) bool {
	switch k {
	case bedside.FactDate, bedside.FactYear, bedside.FactRecent, bedside.FactPast, bedside.FactPlace, bedside.FactInstitution, bedside.FactWard,
		bedside.FactSite, bedside.FactRoom, bedside.FactAddress, bedside.FactPostcode:
		return true
	}
	return false
}

// owner decides whose a mention is; -1 for nobody's, and for the scene's.
func (r *reader) owner(i, number int, placed []place) int {
	m := &r.passage.Mentions[i]
	if scenic(m.Kind) {
		return -1
	}
	if a := anchorOf(m.Kind); a != anchorNone {
		return placedAt(m, placed)
	}
	if m.Kind.Info().Class == bedside.Concept && !attaches(m.Kind) {
		return -1
	}
	if p := r.selfOwner(m, placed); p >= 0 {
		return p
	}
	before, after := -1, -1
	for _, pl := range placed {
		if !r.people[pl.person].anchor.third() {
			continue
		}
		if pl.first <= m.First {
			before = pl.person
		} else if after < 0 {
			after = pl.person
		}
	}
	switch {
	case before >= 0 && !r.isBystander(before, after):
		return before
	case after >= 0 && (r.current < 0 || !r.people[after].relative):
		return after
	case before >= 0:
		return before
	}
	return r.carried(number, placed)
}

// isBystander holds for a colleague who stands before a detail while somebody whom the detail fits comes after.
func (r *reader) isBystander(before, after int) bool {
	return r.people[before].anchor == anchorColleague && after >= 0 && r.people[after].anchor.open()
}

// carried gives a detail to the person spoken of last, unless the sentence is the author's own.
func (r *reader) carried(number int, placed []place) int {
	if r.current < 0 || number-r.people[r.current].last > 4 {
		return -1
	}
	return r.current
}

// attaches holds for concepts that are told of a person.
func attaches(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCareAct, bedside.FactCareCame, bedside.FactSensitiveSubstance, bedside.FactSensitiveMental, bedside.FactSensitiveSexual,
		bedside.FactRespectContempt, bedside.FactRespectMockery, bedside.FactRespectTrait, bedside.FactRespectInsult,
		bedside.FactPrivacyPicture, bedside.FactPrivacyImage, bedside.FactPrivacyScreen, bedside.FactEducationRecord,
		bedside.FactPrivacyConsentSaid, bedside.FactPrivacyConsentWritten, bedside.FactColleagueCriticism, bedside.FactColleagueShame:
		return true
	}
	return false
}

func placedAt(m *bedside.Mention, placed []place) int {
	for _, pl := range placed {
		if m.First >= pl.first && m.First < pl.last || pl.first >= m.First && pl.first < m.Last {
			return pl.person
		}
	}
	return -1
}

// selfOwner finds details of the author: "my migraine", "I had a seizure", "I've been diagnosed with".
func (r *reader) selfOwner(m *bedside.Mention, placed []place) int {
	if m.Kind.Info().Class != bedside.Quasi {
		return -1
	}
	self := -1
	for _, pl := range placed {
		if r.people[pl.person].anchor == anchorSelf {
			self = pl.person
		}
	}
	if self < 0 {
		return -1
	}
	for i := m.First - 1; i >= 0 && i >= m.First-7; i-- {
		tok := &r.passage.Doc.Tokens[i]
		if int(tok.Sentence) != r.sentenceOf(m) {
			break
		}
		switch {
		case tok.Form == "my" && m.First-i <= 3:
			return self
		case (tok.Form == "i" || tok.Form == "ive" || tok.Form == "im") && r.suffers(i+1, m.Last):
			return self
		case tok.Kind == text.Word && r.startsPerson(i, placed):
			return -1
		}
	}
	return -1
}

func (r *reader) startsPerson(token int, placed []place) bool {
	for _, pl := range placed {
		if token >= pl.first && token < pl.last && r.people[pl.person].anchor.third() {
			return true
		}
	}
	return false
}

// suffers holds where the words between "I" and a detail make it the author's own.
func (r *reader) suffers(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.word(i) {
		case "have", "had", "'ve", "'m", "am", "was", "got", "getting", "been", "diagnosed", "caught", "broke", "tore", "survived", "beat", "live", "living", "struggle", "struggled", "suffer", "suffered", "needed", "need", "underwent":
			return !r.withPatient(i, to)
		case "saw", "see", "seen", "treated", "admitted", "diagnose", "met":
			return false
		}
	}
	return false
}

// withPatient holds for "I had a patient with …", "I have a 34yo with …".
func (r *reader) withPatient(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.word(i) {
		case "patient", "patients", "pt", "pts", "case", "lady", "guy", "man", "woman", "kid", "yo", "client":
			return true
		}
	}
	return false
}
