package subject

import (
	"strings"

	"bedside"
	"bedside/text"
)

// Shown says how a passage stands in a picture.
type Shown uint8

// The ways in which words stand in a picture.
const (
	NotShown    Shown = iota // in no picture: the author's words
	ShownPage                // the picture is of words that tell something: a page, a screenshot, a slide
	ShownThings              // on things that happen to be in view: signs, labels, badges, screens
)

// decideShown settles who is meant by words in a picture, where no sentence says it: whoever stands on a label, a list or a record
// is a patient, unless their title or a word before them says that they work there; on anything else a name is anybody's.
func (r *reader) decideShown() {
	if r.passage.Shown == NotShown {
		return
	}
	record := r.isRecord()
	for i := range r.people {
		switch p := &r.people[i]; {
		case !p.anchor.open():
		case r.worksThere(i):
			p.subject = bedside.SubjectColleague
		case record || r.inBed(p):
			p.subject, p.record = bedside.SubjectPatient, true
		case r.passage.Shown == ShownPage:
		case p.anchor == anchorPatient:
			p.subject = bedside.SubjectGroup // "Patients and visitors"
		default:
			p.subject = bedside.SubjectOther
		}
	}
	if record {
		r.gather()
	}
	r.onlySeen()
}

// isRecord holds for the words of a label, a wristband, a list or a chart.
func (r *reader) isRecord() bool {
	if r.anywhere.Has(bedside.FactRecordNumber) || r.anywhere.Has(bedside.FactNationalNumber) {
		return true
	}
	if !r.anywhere.Has(bedside.FactName) && !r.anywhere.Has(bedside.FactAge) && !r.anywhere.Has(bedside.FactDate) {
		return false
	}
	seen := map[string]bool{}
	for i := range r.passage.Doc.Tokens {
		switch w := r.passage.Doc.Tokens[i].Form; w {
		case "dob", "d.o.b", "d.o.b.", "mrn":
			return true
		case "hosp", "nhs", "allergies", "nka", "nkda", "nbm", "npo", "sex", "gender", "accession", "diet", "admitted", "admission", "adm", "diagnosis", "dx", "wristband", "specimen", "collected":
			seen[w] = true
		case "name", "patient", "pt", "consultant", "ward", "bed", "age", "room", "admitting", "attending":
			if r.word(i+1) == ":" { // "Ward: 7"
				seen[w] = true
			}
		}
	}
	return len(seen) >= 2
}

// bedWords are what only somebody who lies there has; a sign on a door has a room and no more.
var bedWords = bedside.SetOf( //nolint:gochecknoglobals // a read-only set
	bedside.FactAge, bedside.FactAgeOver89, bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactDrug,
	bedside.FactSensitiveMental, bedside.FactSensitiveSexual, bedside.FactSensitiveSubstance, bedside.FactDeath)

// inBed holds for somebody who stands beside a bed on a board or a door: with what they have, or with the name of a guest of the house.
func (r *reader) inBed(p *person) bool {
	if !p.cues.Has(bedside.FactRoom) && !r.besideRoom(p) {
		return false
	}
	return p.cues.HasAny(&bedWords) || p.nearby.HasAny(&bedWords) ||
		p.anchor == anchorName && (p.signs.has(signTitled) || r.namesBed() && r.sets[p.first].Has(bedside.FactRoom))
}

// besideRoom holds where a bed or a room stands in a row of theirs, or in the one before.
func (r *reader) besideRoom(p *person) bool {
	for n := max(0, p.first-1); n <= p.last; n++ {
		if r.sets[n].Has(bedside.FactRoom) {
			return true
		}
	}
	return false
}

// worksThere holds for a name behind a word for those who work there: "Consultant: J Smith", "Seen by A. Okoro RN".
func (r *reader) worksThere(person int) bool {
	for i := range r.details {
		m := &r.passage.Mentions[r.details[i].mention]
		if r.details[i].person != person || m.Kind != bedside.FactName {
			continue
		}
		for t := m.First - 1; t >= 0 && t >= m.First-staffReach && r.passage.Doc.Tokens[t].Kind != text.Newline; t-- {
			if isStaffWord(r.word(t)) {
				return true
			}
		}
		return isStaffWord(r.word(m.First)) || isStaffWord(r.word(m.Last)) || r.word(m.Last) == "," && isStaffWord(r.word(m.Last+1))
	}
	return false
}

// staffReach is how many tokens before a name a word for those who work there may stand.
const staffReach = 4

func isStaffWord(w string) bool {
	switch w {
	case "dr", "prof", "doctor", "professor", "consultant", "nurse", "sister", "matron", "midwife", "rn", "md", "frcs", "mrcp", "phd", "gp", "pcp", "physician", "surgeon", "attending", "provider",
		"registrar", "resident", "fellow", "sho", "hca", "pharmacist", "radiographer", "radiologist", "sonographer", "physio", "physiotherapist", "therapist", "technologist", "operator",
		"by", "referrer", "requester", "clinician", "staff", "lecturer", "author", "speaker", "presenter", "student":
		return true
	}
	return false
}

// gather gives what a record says of nobody in particular to its one patient. A record that names nobody is somebody's nevertheless.
func (r *reader) gather() {
	only, patients := -1, 0
	for i := range r.people {
		if r.people[i].record {
			only = i
			patients++
		}
	}
	if patients == 0 && len(r.people) < maxPeople {
		only, patients = len(r.people), 1
		r.people = append(r.people, person{anchor: anchorPatient, subject: bedside.SubjectPatient, implied: true, record: true})
	}
	if patients != 1 {
		return
	}
	for i := range r.details {
		d := &r.details[i]
		if class := r.passage.Mentions[d.mention].Kind.Info().Class; d.person < 0 && class != bedside.Concept {
			d.person = only
		}
	}
}

// onlySeen leaves aside what words in a picture do not say of themselves: "x-ray" on a slide shows no x-ray, and whoever photographs a
// poster does not make its claims.
func (r *reader) onlySeen() {
	things := r.passage.Shown == ShownThings
	if things {
		r.clauses = r.clauses[:0]
	}
	for i := range r.details {
		d := &r.details[i]
		if k := r.passage.Mentions[d.mention].Kind; d.stance == bedside.Asserted && (describes(k) || things && !isSeen(k)) {
			d.stance = bedside.Quoted
		}
	}
}

// describes holds for facts that a description of a picture tells of it; the same words inside a picture tell nothing of it.
func describes(k bedside.FactKind) bool {
	switch k {
	case bedside.FactPrivacyPicture, bedside.FactPrivacyImage, bedside.FactPrivacyScreen, bedside.FactOwnDocument, bedside.FactOwnLogo, bedside.FactOwnDrunk,
		bedside.FactOwnExposed, bedside.FactCopyrightLogo, bedside.FactCopyrightWork:
		return true
	}
	return false
}

// isSeen holds for what is there when it can be read, whoever wrote it.
func isSeen(k bedside.FactKind) bool {
	info := k.Info()
	if info.Class != bedside.Concept {
		return true
	}
	topic, _, _ := strings.Cut(info.Name, ".")
	switch topic {
	case "person", "sensitive", "education", "academic", "proprietary":
		return true
	}
	return k == bedside.FactCareSetting
}
