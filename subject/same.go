package subject

import (
	"slices"

	"bedside"
)

// place is where in a sentence a person stands.
type place struct {
	person      int
	first, last int // tokens
}

// sameAs finds the person that an anchor speaks of again.
func (r *reader) sameAs(p *person, m *bedside.Mention, placed []place) int {
	if p.anchor == anchorSelf || p.anchor == anchorYou {
		return r.find(func(q *person) bool { return q.anchor == p.anchor })
	}
	if !p.anchor.open() {
		return r.find(func(q *person) bool { return q.subject == p.subject && q.form == p.form })
	}
	if p.anchor == anchorKin {
		return -1 // "my patient's wife" is another
	}
	if i := r.apposed(m, placed); i >= 0 {
		return i
	}
	if r.isAnother(m) {
		return -1
	}
	if p.anchor == anchorName {
		return r.find(func(q *person) bool { return q.anchor == anchorName && q.form == p.form })
	}
	if r.current >= 0 && r.isOfPronoun(m) {
		if q := &r.people[r.current]; q.anchor.third() && !q.cues.Has(m.Kind) {
			return r.current // "He was 39", "she's a ship's cook"
		}
	}
	if r.current >= 0 && r.isBare(m) {
		if q := &r.people[r.current]; q.anchor.open() && !q.relative && !q.generic && !q.cues.Has(m.Kind) {
			return r.current // "Stiff person syndrome today. 41 years old, cellist."
		}
	}
	if kindIsWork(m.Kind) {
		return r.find(func(q *person) bool { return q.anchor.open() && q.form == p.form }) // "the cook" is no second name of the patient
	}
	if r.current >= 0 && r.isDefinite(m) {
		if q := &r.people[r.current]; q.anchor.open() && q.child == p.child && !q.relative {
			return r.current
		}
	}
	if r.isDefinite(m) {
		return r.findLast(func(q *person) bool { return q.anchor.open() && q.child == p.child && !q.relative && !q.generic })
	}
	return -1
}

func (r *reader) find(ok func(*person) bool) int {
	for i := range r.people {
		if ok(&r.people[i]) {
			return i
		}
	}
	return -1
}

func (r *reader) findLast(ok func(*person) bool) int {
	for i := len(r.people) - 1; i >= 0; i-- {
		if ok(&r.people[i]) {
			return i
		}
	}
	return -1
}

// apposed finds an open person right beside the anchor: "my patient, a 34yo man", "34yo man", "a man named Tom".
func (r *reader) apposed(m *bedside.Mention, placed []place) int {
	for _, pl := range slices.Backward(placed) {

		near := m.First-pl.last <= 2 && m.First >= pl.last || m.First < pl.last && pl.first < m.Last
		if !near {
			continue
		}
		q := &r.people[pl.person]
		if q.anchor.open() && !r.joins(pl.last, m.First) {
			return pl.person
		}
		if (anchorOf(m.Kind) == anchorAge || anchorOf(m.Kind) == anchorName) && q.anchor.third() {
			return pl.person // "my daughter, 4", "my attending Dr Lee"
		}
	}
	if i := r.predicated(m, placed); i >= 0 {
		return i
	}
	return r.apposedAfterComma(m, placed)
}

// predicated finds whose age is told: "our oldest resident is 106".
func (r *reader) predicated(m *bedside.Mention, placed []place) int {
	if anchorOf(m.Kind) != anchorAge {
		return -1
	}
	for _, w := range []string{r.word(m.First), r.word(m.First - 1)} {
		switch w {
		case "is", "was", "'s", "turned", "turns", "turning":
			for _, p := range slices.Backward(placed) {
				if q := &r.people[p.person]; q.anchor.third() && !q.cues.Has(m.Kind) {
					return p.person
				}
			}
		}
	}
	return -1
}

// apposedAfterComma finds the patient of "our first patient yesterday, a 61-year-old farmer": an indefinite noun behind a comma.
func (r *reader) apposedAfterComma(m *bedside.Mention, placed []place) int {
	at := m.First - 1
	switch r.word(m.First) {
	case "a", "an":
	default:
		if w := r.word(at); w != "a" && w != "an" && m.Kind != bedside.FactAge {
			return -1
		} else if w == "a" || w == "an" {
			at--
		}
	}
	switch r.word(at) {
	case ",", ":", "-", "–", "—", "(":
	default:
		return -1
	}
	for _, p := range slices.Backward(placed) {
		if q := &r.people[p.person]; q.anchor.open() && !q.relative && !q.cues.Has(bedside.FactAge) {
			return p.person
		}
	}
	return -1
}

// joins reports whether "and", "or" or a verb of giving stands between two tokens.
func (r *reader) joins(from, to int) bool {
	for i := from; i < to; i++ {
		switch r.word(i) {
		case "and", "or", "&", "to", "for", "from", "by", "'s", "vs":
			return true
		}
	}
	return false
}

// isAnother holds for "another patient", "a second man", "the next one".
func (r *reader) isAnother(m *bedside.Mention) bool {
	for i := m.First - 1; i < m.Last && i <= m.First+1; i++ {
		switch r.word(i) {
		case "another", "other", "next", "second", "third", "different":
			return true
		}
	}
	return false
}

// isDefinite holds for "the", "this", "that", "my", "our" and for a bare "pt" or "patient".
func (r *reader) isDefinite(m *bedside.Mention) bool {
	for _, w := range []string{r.word(m.First), r.before(m.First)} {
		switch w {
		case "the", "this", "that", "my", "our", "said", "poor", "same":
			return true
		case "a", "an", "one", "some", "every", "another":
			return false
		}
	}
	return anchorOf(m.Kind) == anchorPatient
}

// isOfPronoun holds for an age or an occupation said of "he" or "she".
func (r *reader) isOfPronoun(m *bedside.Mention) bool {
	switch m.Kind {
	case bedside.FactAge, bedside.FactAgeOver89, bedside.FactOccupation:
	default:
		return false
	}
	i := m.First - 1
	if !isBeing(r.word(m.First)) && r.word(m.First) != "'s" {
		if w := r.word(i); w == "a" || w == "an" || w == "only" || w == "just" {
			i--
		}
		if w := r.word(i); !isBeing(w) && w != "'s" {
			return false
		}
		i--
	}
	w := r.word(i)
	return w == "he" || w == "she"
}

// isBare holds for an age or an occupation without an article, at the start of its sentence or behind a comma.
func (r *reader) isBare(m *bedside.Mention) bool {
	switch m.Kind {
	case bedside.FactAge, bedside.FactAgeOver89, bedside.FactOccupation:
	default:
		return false
	}
	if m.First == int(r.passage.Doc.Sentences[r.sentenceOf(m)].First) {
		return true
	}
	switch r.word(m.First - 1) {
	case ",", ";", ":", "(", "-":
		return true
	}
	return false
}

func kindIsWork(k bedside.FactKind) bool {
	return k == bedside.FactOccupation || k == bedside.FactUniqueRole
}
