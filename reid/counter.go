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
		measured = measured || !c.told[i].Span.Empty() && v.measured() && !v.onlySex()
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

// crowd counts with the details left out that stand in some words; with an empty span, none is. ok is false when no place is left.
func (c *counter) crowd(without bedside.Span) (crowd bedside.Crowd, ok bool) {
	v := c.view(without)
	best, homes, cares := Count{maxCount, maxCount, maxCount}, false, false
	for i := 0; i < len(c.bases); {
		k := i
		for k < len(c.bases) && c.bases[k].detail == c.bases[i].detail {
			k++
		}
		if d := &c.told[c.bases[i].detail]; d.Span.Empty() || d.Span != without {
			best = least(best, v.anyOf(c.bases[i:k]))
			homes = homes || !d.Span.Empty() && !c.bases[i].place.Care
			cares = cares || c.bases[i].place.Care
		}
		i = k
	}
	if homes && cares { // who comes from there to be looked after here is less than either
		best.Low /= 4
	}
	return v.dressed(best), best.High < maxCount
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
func (v *view) dressed(others Count) bedside.Crowd {
	for range min(v.stories, 2) {
		others.Low /= 10
	}
	if v.alone {
		others = Count{High: min(others.High, 2*thousandths)}
	}
	out := bedside.Crowd{
		Low:    1 + rounded(narrower(others.Low)/thousandths, false),
		Likely: 1 + rounded((others.Likely+thousandths/2)/thousandths, false),
		High:   1 + rounded(wider(others.High)/thousandths, true),
	}
	out.Likely = max(out.Likely, out.Low)
	out.High = max(out.High, out.Likely)
	return out
}
