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
	if kind == anchorKin && r.standsAlone(m) {
		p.anchor, p.relative = anchorSomeone, false
	}
	if kind == anchorName && r.introducesSelf(m) {
		p.anchor, p.subject = anchorSelf, bedside.SubjectSelf
	}
	if kind == anchorName && p.subject == "" && r.isColleagueName(m) {
		p.anchor, p.subject = anchorColleague, bedside.SubjectColleague
	}
	if kind == anchorColleague {
		r.rank(m, placed)
	}
	p.signs = r.signsOf(m, kind)
	if i := r.sameAs(&p, m, placed); i >= 0 {
		r.people[i].signs |= p.signs
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

// standsAlone holds for a parent who is nobody's relative here: "we lost a mum", "the mum in bay 4". Wives and sons are always somebody's.
func (r *reader) standsAlone(m *bedside.Mention) bool {
	switch r.word(m.Last - 1) {
	case "mum", "mom", "mam", "mother", "mama", "momma", "dad", "father", "grandmother", "grandfather", "grandma", "grandpa", "granny", "parent", "widow", "widower":
	default:
		return false
	}
	switch r.word(m.First) {
	case "a", "an", "another":
		return true
	case "the", "our", "this", "that":
		return r.isPlaced(m.Last)
	}
	return false
}

// introducesSelf holds for the author's own name: "it's Gemma off the ward", "I'm Sister Obi", "Bree the student optom here", "call me Nomsa".
func (r *reader) introducesSelf(m *bedside.Mention) bool {
	at := m.First - 1
	for isTitle(r.word(at)) {
		at--
	}
	switch w := r.word(at); w {
	case "im", "ima", "its":
		return true
	case "me":
		return r.word(at-1) == "call"
	case "'m", "am":
		return r.word(at-1) == "i"
	case "is", "'s":
		switch r.word(at - 1) {
		case "it", "this", "name":
			return r.startsDraft(at - 1)
		}
	}
	return r.signsHere(m.Last)
}

// isTitle holds for what stands before a name and is part of it.
func isTitle(w string) bool {
	switch w {
	case "dr", "doctor", "prof", "professor", "nurse", "sister", "sr", "brother", "auntie", "aunty", "uncle", "matron", "mr", "mrs", "ms", "miss", "your", "the":
		return true
	}
	return false
}

// introReach is how far into a text people say who they are.
const introReach = 14

func (r *reader) startsDraft(token int) bool { return token <= introReach }

// signsHere holds where "here" closes a few words behind a name: "Dr Farah here", "Bree the student optom here."
func (r *reader) signsHere(last int) bool {
	for t := last; t < last+4 && t <= introReach+4; t++ {
		switch r.word(t) {
		case "here":
			return true
		case ".", ",", "!", "?", "was", "is", "came", "and", "in", "on":
			return false
		}
	}
	return false
}

// rank makes a colleague of a name that is followed by a rank: "Amrit, med reg", "Ciara (our new SHO)".
func (r *reader) rank(m *bedside.Mention, placed []place) {
	if len(placed) == 0 {
		return
	}
	last := placed[len(placed)-1]
	q := &r.people[last.person]
	if gap := m.First - last.last; q.anchor != anchorName || gap != 1 {
		return
	}
	switch r.word(last.last) {
	case ",", "(", "-":
		q.anchor, q.subject = anchorColleague, bedside.SubjectColleague
	}
}
