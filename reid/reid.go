// Package reid says who could recognise a person from what is told of them, and how many people it fits. Who: the person, their
// family, a colleague of the author, a stranger, by how particular, how recent and how well placed the story is. How many: people at a
// place and time, times the share that every further detail leaves, in three figures (docs/adr/0015). It sees facts and figures, never
// words. Start at Recognise and Estimate.
package reid

import "bedside"

// Recognition is who could recognise one person, and from what.
type Recognition struct {
	Levels    bedside.FactSet // recognisable.*, identified, recent_story, placed, minor
	Costliest bedside.Span    // the detail that gives most away; empty when there is none
}

// Age is how long ago a date was, as seen from the draft's own time.
type Age uint8

// The ages of dates. One that is not known counts as recent: people who tell a day mostly tell of the last ones.
const (
	AgeUnknown Age = iota
	AgeFresh       // in the last two weeks, or to come
	AgeElapsed     // more than a year ago
)

// Recognise weighs the asserted facts of one person. ages are those of the facts at the same places; nil where none is known.
func Recognise(facts []bedside.Fact, ages []Age) Recognition {
	t := tally{}
	for i := range facts {
		if f := &facts[i]; f.Stance == bedside.Asserted {
			t.add(f)
			if f.Kind == bedside.FactDate {
				t.date(ages, i)
			}
		}
	}
	return t.recognition()
}

// tally sums up what is told of one person. Repeated kinds count once: saying it twice tells no more.
type tally struct {
	kinds     bedside.FactSet
	weight    int // particularity
	costliest bedside.Span
	most      int
	told      []bedside.Span // stories, speeches and deaths that were counted
	dated     bool           // a date tells of the last days, for all that is known
	fresh     bool           // a date surely does
}

// date notes how long ago a date was. An old one makes nothing recent; it takes nothing away either, for it identifies all the same.
func (t *tally) date(ages []Age, i int) {
	age := AgeUnknown
	if i < len(ages) {
		age = ages[i]
	}
	t.dated = t.dated || age != AgeElapsed
	t.fresh = t.fresh || age == AgeFresh
}

func (t *tally) add(f *bedside.Fact) {
	w := weightOf(f.Kind)
	if t.toldAlready(f) {
		w = 0
	}
	if w > t.most {
		t.most, t.costliest = w, f.Span
	}
	if t.kinds.Has(f.Kind) {
		if repeatable(f.Kind) {
			t.weight += (w + 1) / 2
		}
		return
	}
	t.kinds.Add(f.Kind)
	t.weight += w
}

// maxTold bounds how many stories, speeches and deaths of one person are counted.
const maxTold = 32

// toldAlready holds for a story, a speech or a death in the words of another: "lost a patient today" is one thing told, and
// what somebody said is mostly part of what they did.
func (t *tally) toldAlready(f *bedside.Fact) bool {
	switch f.Kind {
	case bedside.FactStory, bedside.FactSpeech, bedside.FactDeath:
	default:
		return false
	}
	if len(t.told) == maxTold {
		return true // a long tale: more of it tells no more, and the work stays linear
	}
	for _, s := range t.told {
		if s.Overlaps(f.Span) {
			return true
		}
	}
	t.told = append(t.told, f.Span)
	return f.Kind == bedside.FactSpeech && t.kinds.Has(bedside.FactStory)
}

// repeatable holds for kinds of which a second one tells more: two conditions are rarer than one.
func repeatable(k bedside.FactKind) bool {
	return k == bedside.FactCondition || k == bedside.FactProcedure || k == bedside.FactFinding || k == bedside.FactStory
}

// weightOf is how much a kind of detail narrows the circle of people who fit, in steps of roughly four to ten times.
func weightOf(k bedside.FactKind) int {
	switch k {
	case bedside.FactName, bedside.FactHandle, bedside.FactEmail, bedside.FactPhone, bedside.FactAddress, bedside.FactRecordNumber,
		bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactPlate, bedside.FactDeviceNumber, bedside.FactLicenceNumber:
		return 9
	case bedside.FactRareCondition, bedside.FactUniqueRole, bedside.FactRecord:
		return 4
	case bedside.FactAgeOver89, bedside.FactRoom, bedside.FactInstitution, bedside.FactEvent, bedside.FactPostcode:
		return 3
	case bedside.FactAge, bedside.FactOccupation, bedside.FactMultipleBirth, bedside.FactStory, bedside.FactPlace, bedside.FactDate, bedside.FactCondition:
		return 2
	case bedside.FactSex, bedside.FactProcedure, bedside.FactFinding, bedside.FactEthnicity, bedside.FactRelation, bedside.FactDeath,
		bedside.FactSpeech, bedside.FactWard, bedside.FactSite, bedside.FactRecent, bedside.FactSensitiveMental, bedside.FactSensitiveSexual,
		bedside.FactSensitiveSubstance, bedside.FactCareCame:
		return 1
	default:
		return 0
	}
}

// recognition turns the sums into levels. Family and the team know the day and the ward anyway: a recent or placed
// story needs little more for them. A stranger needs an identifier, or something rare with a time or a place.
func (t *tally) recognition() Recognition {
	r := Recognition{Costliest: t.costliest}
	past := t.kinds.Has(bedside.FactPast) && !t.kinds.Has(bedside.FactRecent) && !t.fresh
	recent := !past && (t.kinds.Has(bedside.FactRecent) || t.dated)
	placed := has(&t.kinds, bedside.FactPlace, bedside.FactInstitution, bedside.FactWard, bedside.FactRoom, bedside.FactSite, bedside.FactAddress, bedside.FactPostcode)
	identified := has(&t.kinds, bedside.FactName, bedside.FactEmail, bedside.FactPhone, bedside.FactAddress, bedside.FactRecordNumber,
		bedside.FactNationalNumber, bedside.FactAccountNumber, bedside.FactPlate, bedside.FactDeviceNumber)
	rare := has(&t.kinds, bedside.FactRareCondition, bedside.FactUniqueRole, bedside.FactRecord)
	weight := t.weight
	if past { // the ward and the team of those days have moved on
		weight -= 3
		placed = has(&t.kinds, bedside.FactPlace, bedside.FactInstitution, bedside.FactAddress, bedside.FactPostcode)
	}
	particular := t.particulars()
	if particular >= 1 && weight >= 4 {
		r.Levels.Add(bedside.FactRecognisableSelf)
	}
	if particular >= 2 && weight >= 5 || particular >= 1 && (recent || placed) && weight >= 4 {
		r.Levels.Add(bedside.FactRecognisableFamily)
	}
	if particular >= 2 && (recent || placed) && weight >= 5 || particular >= 1 && recent && placed {
		r.Levels.Add(bedside.FactRecognisableColleague)
	}
	if identified || rare && (recent || placed) && !past || has(&t.kinds, bedside.FactEvent) && (recent || placed || t.kinds.Has(bedside.FactCareCame)) && particular >= 2 && !past ||
		has(&t.kinds, bedside.FactPlace, bedside.FactInstitution, bedside.FactPostcode) && recent && particular >= 2 ||
		has(&t.kinds, bedside.FactRoom) && recent || weight >= 12 {
		r.Levels.Add(bedside.FactRecognisableStranger)
	}
	note(&r.Levels, recent, bedside.FactRecentStory)
	note(&r.Levels, placed, bedside.FactPlaced)
	note(&r.Levels, identified, bedside.FactIdentified)
	note(&r.Levels, t.kinds.Has(bedside.FactPersonChild), bedside.FactMinor)
	return r
}

// particulars counts the kinds of details that are the person's own, not the scene's.
func (t *tally) particulars() int {
	n := 0
	for _, k := range []bedside.FactKind{
		bedside.FactAge, bedside.FactAgeOver89, bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding,
		bedside.FactOccupation, bedside.FactUniqueRole, bedside.FactEthnicity, bedside.FactRelation, bedside.FactMultipleBirth, bedside.FactEvent,
		bedside.FactRecord, bedside.FactDeath, bedside.FactSpeech, bedside.FactStory, bedside.FactName, bedside.FactSensitiveMental,
		bedside.FactSensitiveSexual, bedside.FactSensitiveSubstance, bedside.FactRoom, bedside.FactRecordNumber,
	} {
		if t.kinds.Has(k) {
			n++
		}
	}
	return n
}

func has(s *bedside.FactSet, kinds ...bedside.FactKind) bool {
	want := bedside.SetOf(kinds...)
	return s.HasAny(&want)
}

func note(s *bedside.FactSet, ok bool, k bedside.FactKind) {
	if ok {
		s.Add(k)
	}
}
