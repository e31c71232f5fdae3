package detect

// Distinction is how far a word tells one story from another.
type Distinction uint8

// The distinctions.
const (
	OfEveryPost Distinction = iota // time, work, what everybody's posts are full of
	Everyday                       // common, but not everywhere
	Uncommon
)

// shortestDistinct is the length below which a word tells no story apart.
const shortestDistinct = 3

// Distinct says how far a folded word tells one story from another.
func (d *Detector) Distinct(form string) Distinction {
	id := d.vocabulary.find(form)
	switch {
	case len(form) < shortestDistinct || d.vocabulary.distinct[d.vocabulary.sets[id]].has(setOfEveryPost):
		return OfEveryPost
	case d.vocabulary.traits[id]&traitCommon != 0:
		return Everyday
	}
	return Uncommon
}
