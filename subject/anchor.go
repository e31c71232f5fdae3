package subject

import "bedside"

// anchorKind says what kind of word introduces a person.
type anchorKind uint8

const (
	anchorNone anchorKind = iota
	anchorPatient
	anchorSomeone
	anchorKin
	anchorOwnKin
	anchorFriend
	anchorColleague
	anchorPublic
	anchorAnimal
	anchorSelf
	anchorYou
	anchorName
	anchorAge
)

// anchorOf tells which mentions introduce people.
func anchorOf(k bedside.FactKind) anchorKind {
	switch k {
	case bedside.FactPersonPatient:
		return anchorPatient
	case bedside.FactRespectContempt, bedside.FactPersonSomeone, bedside.FactPersonChild, bedside.FactOccupation, bedside.FactUniqueRole:
		return anchorSomeone
	case bedside.FactPersonKin:
		return anchorKin
	case bedside.FactPersonOwnKin:
		return anchorOwnKin
	case bedside.FactPersonFriend:
		return anchorFriend
	case bedside.FactPersonColleague, bedside.FactPersonAuthor, bedside.FactPersonStudent:
		return anchorColleague
	case bedside.FactPersonPublic:
		return anchorPublic
	case bedside.FactPersonAnimal:
		return anchorAnimal
	case bedside.FactPersonSelf:
		return anchorSelf
	case bedside.FactPersonYou:
		return anchorYou
	case bedside.FactName:
		return anchorName
	case bedside.FactAge, bedside.FactAgeOver89:
		return anchorAge
	default:
		return anchorNone
	}
}

// third holds for people other than the author and the reader.
func (a anchorKind) third() bool { return a != anchorNone && a != anchorSelf && a != anchorYou }

// open holds for people whom the word alone does not place.
func (a anchorKind) open() bool {
	return a == anchorSomeone || a == anchorAge || a == anchorName || a == anchorPatient || a == anchorKin
}

// settled is the subject that a word alone decides.
func (a anchorKind) settled() bedside.Subject {
	switch a {
	case anchorOwnKin:
		return bedside.SubjectFamily
	case anchorFriend:
		return bedside.SubjectFriend
	case anchorColleague:
		return bedside.SubjectColleague
	case anchorPublic:
		return bedside.SubjectPublicFigure
	case anchorAnimal:
		return bedside.SubjectAnimal
	case anchorSelf:
		return bedside.SubjectSelf
	case anchorYou:
		return bedside.SubjectReader
	default:
		return ""
	}
}

// maxPeople bounds the people of one passage, so that the work stays linear in its length. A crowd is nobody in particular.
const maxPeople = 48

// introduce gives an anchor to a person: one that was spoken of before, or a new one.
func (r *reader) introduce(m *bedside.Mention, sentence int, placed []place) int {
	kind := anchorOf(m.Kind)
	if m.Kind == bedside.FactRoom {
		kind = anchorPatient
	}
	p := person{
		anchor: kind, subject: kind.settled(), child: m.Kind == bedside.FactPersonChild,
		form: r.word(m.Last - 1), first: sentence, last: sentence, relative: kind == anchorKin,
	}
	if w := r.word(m.First); kind == anchorKin && (w == "a" || w == "an" || w == "another") {
		p.anchor, p.relative = anchorSomeone, false // "we lost a mum": nobody's in particular
	}
	if kind == anchorName && r.isColleagueName(m) {
		p.anchor, p.subject = anchorColleague, bedside.SubjectColleague
	}
	if i := r.sameAs(&p, m, placed); i >= 0 {
		r.people[i].last = sentence
		r.people[i].child = r.people[i].child || p.child
		if p.anchor == anchorPatient && r.people[i].anchor.open() {
			r.people[i].anchor = anchorPatient
		}
		return i
	}
	if len(r.people) == maxPeople {
		return max(r.current, 0)
	}
	p.generic = r.isGeneric(m)
	p.retold = r.inRetweet(m)
	p.short = kind == anchorAge && r.isShorthand(m)
	p.own = kind == anchorAge && r.before(m.First) == "my" && r.isYoung(m) && !r.clinicalAt(m.Last)
	r.people = append(r.people, p)
	return len(r.people) - 1
}
