package link

import (
	"bedside"
	"bedside/reid"
)

// weighing is how far what is told narrows the circle of those who fit.
type weighing struct {
	self, family, colleague, stranger bool
	points                            int // what strangers could have heard of
}

// weighed puts what is told of a patient beside where and when it was, and says who could recognise them.
func weighed(details []Detail, stays []*Stay, told uint8, timed bool) weighing {
	var facts []bedside.Fact
	hooks := tally{}
	where := setting{}
	for i := range details {
		d := &details[i]
		facts = append(facts, bedside.Fact{Kind: d.Kind, Span: d.Span, Stance: bedside.Asserted})
		hooks.add(d)
		where.add(d)
	}
	for _, s := range stays {
		if !hooks.kinds.Has(s.Kind) {
			facts = append(facts, bedside.Fact{Kind: s.Kind, Span: s.Span, Stance: bedside.Asserted})
		}
		where.add(&s.Detail)
		where.small = where.small || s.Small
	}
	levels := reid.Recognise(facts, nil).Levels
	w := weighing{points: hooks.points + int(told)}
	if w.points > 0 && where.small {
		w.points++
	}
	if where.large() && hooks.best < 3 {
		w.points--
	}
	w.self, w.family, w.colleague = levels.Has(bedside.FactRecognisableSelf), levels.Has(bedside.FactRecognisableFamily), levels.Has(bedside.FactRecognisableColleague)
	w.stranger = where.placed && timed && (hooks.best >= 2 || told > 0) && w.points >= enough
	return w
}

// enough is the points from which on somebody who was not there could find the patient, given the place and the days.
const enough = 3

// setting is how far the place of a story narrows it.
type setting struct {
	placed, small, named bool // a place; where few people are; an institution by name
	people               int32
}

// From how many people on a place is large, and up to how many it is small.
const (
	smallPlace = 20_000
	largePlace = 1_000_000
)

func (w *setting) add(d *Detail) {
	if !places(d.Kind) {
		return
	}
	w.placed = true
	w.named = w.named || d.Kind == bedside.FactInstitution
	w.people = max(w.people, d.Crowd)
	w.small = w.small || d.Crowd > 0 && d.Crowd < smallPlace
}

// large holds for a big city, with nothing in it named.
func (w *setting) large() bool { return !w.named && w.people >= largePlace }

// places holds for what says where in so many words.
func places(k bedside.FactKind) bool {
	return k == bedside.FactInstitution || k == bedside.FactPlace || k == bedside.FactPostcode || k == bedside.FactAddress
}

// tally sums up what people who were not there may have heard of or can look up. Each kind counts once.
type tally struct {
	kinds  bedside.FactSet
	points int
	best   int
}

func (t *tally) add(d *Detail) {
	if t.kinds.Has(d.Kind) {
		return
	}
	t.kinds.Add(d.Kind)
	p := publicPoints(d)
	t.points += p
	t.best = max(t.best, p)
}

// publicPoints is how much a detail helps somebody who was not there. What only those at the bedside know helps little.
func publicPoints(d *Detail) int {
	switch d.Kind {
	case bedside.FactName, bedside.FactHandle, bedside.FactEmail, bedside.FactPhone, bedside.FactAddress, bedside.FactRecordNumber:
		return 4
	case bedside.FactRareCondition, bedside.FactUniqueRole, bedside.FactRecord, bedside.FactEvent:
		return 3
	case bedside.FactMultipleBirth: // few days have one, in most hospitals
		return 3
	case bedside.FactOccupation, bedside.FactAgeOver89:
		return 2
	case bedside.FactAge, bedside.FactCondition, bedside.FactProcedure, bedside.FactEthnicity, bedside.FactDeath, bedside.FactStory:
		return 1
	}
	return 0
}

// names lists who could recognise somebody.
func (w weighing) names() []string {
	out := []string{}
	for _, n := range [...]struct {
		is   bool
		name string
	}{{w.self, "self"}, {w.family, "family"}, {w.colleague, "colleague"}, {w.stranger, "stranger"}} {
		if n.is {
			out = append(out, n.name)
		}
	}
	return out
}

// identifies holds for what points at a person by itself.
func identifies(k bedside.FactKind) bool {
	switch k {
	case bedside.FactName, bedside.FactHandle, bedside.FactEmail, bedside.FactPhone, bedside.FactAddress, bedside.FactRecordNumber,
		bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactPlate, bedside.FactDeviceNumber:
		return true
	}
	return false
}
