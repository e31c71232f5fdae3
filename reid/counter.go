package reid

import "bedside"

// counter counts one person's crowd, with all details or with some left out.
type counter struct {
	told    []Detail
	bands   []band
	factors [][]factor // by detail: of each of its rates
	bases   []group    // by the detail that tells a place
	both    []group    // of a home and a place of care together: who lives in one and is seen in the other
}

// group is the candidates of a place: any one of them is meant.
type group struct {
	details [2]int // where it is told: one detail, or two
	bases   []base
}

// base is the people of one candidate.
type base struct {
	place   Place
	people  [2][]int64 // by sex and band, in thousandths
	total   int64
	guessed bool
}

// maxCandidates bounds how many towns of one name are counted, maxGroups how many places and pairs of them.
const (
	maxCandidates = 6
	maxGroups     = 12
)

func newCounter(f Figures, told []Detail) *counter {
	c := &counter{told: told, bands: bandsOf(told), factors: make([][]factor, len(told))}
	for i := range told {
		for k := range told[i].Value.Rates {
			c.factors[i] = append(c.factors[i], factorOf(told[i].Value.Rates[k].Share))
		}
		g := group{details: [2]int{i, i}}
		places := told[i].Value.Places
		for _, p := range places[:min(len(places), maxCandidates)] {
			if b, ok := c.base(f, p); ok {
				g.bases = append(g.bases, b)
			}
		}
		if len(g.bases) > 0 && len(c.bases) < maxGroups {
			c.bases = append(c.bases, g)
		}
	}
	for i := range c.bases {
		for k := range c.bases {
			if home, care := &c.bases[i], &c.bases[k]; !home.bases[0].place.Care && care.bases[0].place.Care && len(c.both) < maxGroups && !told[home.details[0]].Span.Empty() {
				c.both = append(c.both, meeting(f, home, care))
			}
		}
	}
	return c
}

func (c *counter) base(f Figures, p Place) (base, bool) {
	var people Pyramid
	guessed, ok := f.Pyramid(p.Area, &people)
	if !ok {
		return base{}, false
	}
	b := base{place: p, guessed: guessed, people: inBands(&people, c.bands)}
	for _, half := range b.people {
		for _, n := range half {
			b.total += n
		}
	}
	return b, b.total > 0
}

// meeting is whoever lives in one place and is seen in another.
func meeting(f Figures, home, care *group) group {
	g := group{details: [2]int{home.details[0], care.details[0]}}
	for i := range home.bases {
		for k := range care.bases {
			if len(g.bases) == maxCandidates {
				return g
			}
			b := home.bases[i]
			share := f.Meets(b.place, care.bases[k].place)
			b.place = Place{Area: b.place.Area, Care: true, People: b.lot().times(share)}
			g.bases = append(g.bases, b)
		}
	}
	return g
}

// lot is how many people a base stands for.
func (b *base) lot() Count {
	if p := b.place.People; p != (Count{}) {
		return p
	}
	n := b.total / thousandths
	return Count{n, n, n}
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
	options := v.options(c.bands)
	best := Count{maxCount, maxCount, maxCount}
	for _, groups := range [][]group{c.bases, c.both} {
		for i := range groups {
			g := &groups[i]
			if !c.told[g.details[0]].Span.Overlaps(without) && !c.told[g.details[1]].Span.Overlaps(without) {
				best = least(best, v.anyOf(options, g.bases))
			}
		}
	}
	for range min(v.stories, 2) {
		best.Low /= 4
	}
	if v.alone {
		return Count{High: min(best.High, 2*thousandths)}, true
	}
	return best, best.High < maxCount
}

func (n Count) times(s Share) Count {
	return Count{muldiv(n.Low, s.Low, Everybody), muldiv(n.Likely, s.Likely, Everybody), muldiv(n.High, s.High, Everybody)}
}

func least(a, b Count) Count {
	return Count{min(a.Low, b.Low), min(a.Likely, b.Likely), min(a.High, b.High)}
}

// option is one way to read several ages, sexes or settings that are told: its factors by sex and band.
type option [2][]fits

// options are all of them: each must hold.
func (v *view) options(bands []band) []option {
	var out []option
	for _, ages := range v.ages {
		for _, sex := range v.sexes {
			for _, setting := range v.setting {
				var o option
				for half := range o {
					o[half] = make([]fits, len(bands))
					if s := Male + Sex(half); sex == AnySex || sex == s {
						for i := range bands {
							c := cell{v: v, band: bands[i], sex: s, ages: ages}
							o[half][i] = c.fit(setting)
						}
					}
				}
				out = append(out, o)
			}
		}
	}
	return out
}

// anyOf counts the people of a place that may be any of some: the fewest, those of the likeliest, all together.
func (v *view) anyOf(options []option, bases []base) Count {
	var out Count
	for i := range bases {
		n := v.count(options, &bases[i])
		if i == 0 {
			out = n
			continue
		}
		out.Low, out.High = min(out.Low, n.Low), out.High+n.High
	}
	return out
}

// count is how many people of one base fit: the fewest of what the options leave.
func (v *view) count(options []option, b *base) Count {
	best := Count{maxCount, maxCount, maxCount}
	for i := range options {
		best = least(best, b.sum(&options[i]))
	}
	lot, total := b.lot(), max(b.total/thousandths, 1)
	best = Count{muldiv(best.Low, lot.Low, total), muldiv(best.Likely, lot.Likely, total), muldiv(best.High, lot.High, total)}
	if b.guessed && v.ages[0].Last-v.ages[0].First < Oldest*DaysOfYear/2 {
		best.Low /= 2
		best.High *= 2
	}
	return best
}

// sum holds factors against the people of a base. It is exact until the end, so that it does not matter how ages are cut into bands.
func (b *base) sum(o *option) Count {
	var low, likely, high total
	for half, people := range b.people {
		for i, n := range people {
			f := o[half][i].live
			if b.place.Care {
				f = o[half][i].seen
			}
			low.add(n, f.low)
			likely.add(n, f.likely)
			high.add(n, f.high)
		}
	}
	return Count{low.whole(), likely.whole(), high.whole()}
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
		if !c.bases[i].bases[0].guessed {
			return false
		}
	}
	return true
}
