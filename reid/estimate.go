package reid

import "bedside"

// Oldest is the last year of age that is counted; it holds everybody above too.
const Oldest = 100

// Pyramid is how many thousandths of a person live somewhere, by sex (men, women) and year of age.
type Pyramid [2][Oldest + 1]int64

// Figures know who lives where. Answers are the same for the same question.
type Figures interface {
	// Pyramid counts the people of an area. ok is false for an area without people; guessed says that only their number is known,
	// not their ages.
	Pyramid(a Area, p *Pyramid) (guessed, ok bool)
	// Meets is how many of a billion people of a home who are seen anywhere are seen at a place of care.
	Meets(home, care Place) Share
}

// Reason says why a crowd cannot be told.
type Reason uint8

// The reasons.
const (
	NotAsked  Reason = iota // nobody estimated it
	Counted                 // nothing is missing
	NoPlace                 // nothing says where the person lives or was seen
	NoFigures               // there is a place, but nobody counted its people here
	OnlyStory               // what is told has no figures: a story, a turn of phrase
	Reasons                 // how many there are
)

// Crowd is how many people fit what is told of one person, themselves included.
type Crowd struct {
	People    *bedside.Crowd // nil with a Reason
	Reason    Reason
	Guessed   bool            // of no place the ages are known, only how many people there are
	Costliest int             // the detail without which the crowd would be largest; -1 when none has words, or there is no crowd
	Without   []bedside.Crowd // by detail: how many would fit without its words, and whatever else they tell; as many as now where that cannot be told
}

// maxDetails bounds how many details of a person are counted: a long tale repeats itself, and the work stays linear.
const maxDetails = 40

// Estimate counts how many people fit some details. More details never make it larger, wider ones never smaller.
func Estimate(f Figures, told []Detail) Crowd {
	c := newCounter(f, told[:min(len(told), maxDetails)])
	if reason := c.reason(); reason != Counted {
		return Crowd{Reason: reason, Costliest: -1}
	}
	return c.estimate()
}

// People is the crowd of Estimate without what each detail costs, for many at once; nil when it cannot be told.
func People(f Figures, told []Detail) *bedside.Crowd {
	c := newCounter(f, told[:min(len(told), maxDetails)])
	if c.reason() != Counted {
		return nil
	}
	whole, _ := c.others(bedside.Span{})
	crowd := dressed(whole)
	return &crowd
}

func (c *counter) estimate() Crowd {
	whole, _ := c.others(bedside.Span{})
	crowd := dressed(whole)
	e := Crowd{People: &crowd, Reason: Counted, Guessed: c.guessed(), Costliest: -1, Without: make([]bedside.Crowd, len(c.told))}
	without := make([]Count, len(c.told))
	for i := range c.told {
		e.Without[i] = crowd
		if c.told[i].Span.Empty() {
			continue
		}
		var ok bool
		if without[i], ok = c.others(c.told[i].Span); !ok {
			continue
		}
		e.Without[i] = dressed(without[i])
		if e.Costliest < 0 || costlier(c.told, without, i, e.Costliest) {
			e.Costliest = i
		}
	}
	return e
}

// costlier reports whether leaving out detail i helps more than leaving out k; what weighs more settles a draw.
func costlier(told []Detail, without []Count, i, k int) bool {
	a, b := without[i], without[k]
	switch {
	case a.Likely != b.Likely:
		return a.Likely > b.Likely
	case a.High != b.High:
		return a.High > b.High
	case a.Low != b.Low:
		return a.Low > b.Low
	}
	return weightOf(told[i].Kind) > weightOf(told[k].Kind)
}

// Above names the details to leave out so that at least threshold people are likely to fit: the costliest first, then what is
// costliest without it, and so on. ok is false when not even leaving out all of them is enough, or nobody can tell.
func Above(f Figures, told []Detail, threshold int) (leave []int, ok bool) {
	rest := make([]int, min(len(told), maxDetails))
	for i := range rest {
		rest[i] = i
	}
	for {
		some := make([]Detail, len(rest))
		for i, k := range rest {
			some[i] = told[k]
		}
		c := newCounter(f, some)
		if len(c.bases) == 0 {
			return leave, false
		}
		e := c.estimate()
		if e.People.Likely >= threshold || e.Costliest < 0 {
			return leave, e.People.Likely >= threshold
		}
		gone, kept := some[e.Costliest].Span, rest[:0]
		for _, k := range rest {
			if told[k].Span.Overlaps(gone) {
				leave = append(leave, k)
			} else {
				kept = append(kept, k)
			}
		}
		rest = kept
	}
}
