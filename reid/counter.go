package reid

import "bedside"

// counter counts one person's crowd, with all details or with some left out.
type counter struct {
	told  []Detail
	bases []base // of the places that are told, each with its people
}

// base is the people of one candidate of a place.
type base struct {
	detail  int // where it is told
	place   *Place
	people  Pyramid
	total   int64
	guessed bool
}

// maxCandidates bounds how many towns of one name are counted.
const maxCandidates = 6

func newCounter(f Figures, told []Detail) *counter {
	c := &counter{told: told}
	for i := range told {
		places := told[i].Value.Places
		for k := range places[:min(len(places), maxCandidates)] {
			b := base{detail: i, place: &places[k]}
			var ok bool
			if b.guessed, ok = f.Pyramid(b.place.Area, &b.people); !ok {
				continue
			}
			for _, half := range b.people {
				for _, n := range half {
					b.total += n
				}
			}
			if b.total > 0 {
				c.bases = append(c.bases, b)
			}
		}
	}
	return c
}

// reason says whether a crowd can be told.
func (c *counter) reason() Reason {
	placed, measured := false, false
	for i := range c.told {
		v := &c.told[i].Value
		placed = placed || len(v.Places) > 0
		measured = measured || !c.told[i].Span.Empty() && v.Told() && !v.onlySex()
	}
	switch {
	case !placed:
		return NoPlace
	case len(c.bases) == 0:
		return NoFigures
	case !measured:
		return OnlyStory
	}
	return Counted
}

// onlySex holds for a detail that halves any crowd and says nothing else: "a lady told me" is not a description.
func (v *Value) onlySex() bool {
	return v.Sex != AnySex && !v.Ages.Told() && len(v.Places) == 0 && len(v.Rates) == 0 && !v.Share.Known()
}

// others counts, in thousandths, how many more people than the person fit, with the details left out that stand in some words; with
// an empty span, none is. ok is false when no place is left.
func (c *counter) others(without bedside.Span) (others Count, ok bool) {
	v := c.view(without)
	best, homes, cares := Count{maxCount, maxCount, maxCount}, false, false
	for i := 0; i < len(c.bases); {
		k := i
		for k < len(c.bases) && c.bases[k].detail == c.bases[i].detail {
			k++
		}
		if d := &c.told[c.bases[i].detail]; d.Span.Empty() || !d.Span.Overlaps(without) {
			best = least(best, v.anyOf(c.bases[i:k]))
			homes = homes || !d.Span.Empty() && !c.bases[i].place.Care
			cares = cares || c.bases[i].place.Care
		}
		i = k
	}
	if homes && cares { // who comes from there to be looked after here is less than either
		best.Low /= 4
	}
	for range min(v.stories, 2) {
		best.Low /= 4
	}
	if v.alone {
		return Count{High: min(best.High, 2*thousandths)}, true
	}
	return best, best.High < maxCount
}

func least(a, b Count) Count {
	return Count{min(a.Low, b.Low), min(a.Likely, b.Likely), min(a.High, b.High)}
}

// anyOf counts the people of a place that may be any of some: the fewest, those of the likeliest, all together.
func (v *view) anyOf(bases []base) Count {
	var out Count
	for i := range bases {
		n := v.count(&bases[i])
		if i == 0 {
			out = n
			continue
		}
		out.Low, out.High = min(out.Low, n.Low), out.High+n.High
	}
	return out
}

// dressed makes a crowd of a number of others: with the person themselves, and what chance does to small numbers.
func dressed(others Count) bedside.Crowd {
	out := bedside.Crowd{
		Low:    rounded(1+narrower(others.Low)/thousandths, false),
		Likely: rounded(1+(others.Likely+thousandths/3)/thousandths, false), // the median of a Poisson count
		High:   rounded(1+wider(others.High)/thousandths, true),
	}
	out.Likely = max(out.Likely, out.Low)
	out.High = max(out.High, out.Likely)
	return out
}

// guessed holds where the ages of no place that was told in words are known.
func (c *counter) guessed() bool {
	for i := range c.bases {
		if !c.bases[i].guessed {
			return false
		}
	}
	return true
}
