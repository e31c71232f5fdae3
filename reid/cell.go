package reid

// count is how many people of one base fit: over all years of age and both sexes, the fewest of what several ages, sexes or settings
// leave.
func (v *view) count(b *base) Count {
	best := Count{maxCount, maxCount, maxCount}
	for _, ages := range v.ages {
		for _, sex := range v.sexes {
			for _, setting := range v.setting {
				best = least(best, v.sum(b, ages, sex, setting))
			}
		}
	}
	if b.guessed && (v.ages[0].Last-v.ages[0].First < Oldest*DaysOfYear/2) {
		best.Low /= 2
		best.High *= 2
	}
	return best
}

func (v *view) sum(b *base, ages Ages, sex Sex, setting Setting) Count {
	var out Count
	first, last := int(ages.First/DaysOfYear), min(int(ages.Last/DaysOfYear), Oldest)
	for half := range b.people {
		s := Male + Sex(half)
		if sex != AnySex && sex != s {
			continue
		}
		for year := min(first, Oldest); year <= last; year++ {
			c := cell{v: v, b: b, n: b.people[half][year], year: year, sex: s, ages: ages}
			n := c.fit(setting)
			out.Low, out.Likely, out.High = out.Low+n.Low, out.Likely+n.Likely, out.High+n.High
		}
	}
	return out
}

// cell is the people of one base, sex and year of age.
type cell struct {
	v    *view
	b    *base
	n    int64
	year int
	sex  Sex
	ages Ages
}

// fit counts those whom everything fits.
func (c *cell) fit(setting Setting) Count {
	if c.days(0, endOfLife) == 0 || c.n == 0 {
		return Count{}
	}
	var known, ill shares
	known = append(known, c.v.shares...)
	for i := range c.v.lasting {
		r := &c.v.lasting[i]
		if share := r.of(c.year, c.sex); r.illness {
			ill = append(ill, share)
		} else {
			known = append(known, share)
		}
	}
	share := known.independent()
	if c.b.place.Care || c.v.seen || len(c.v.passing) > 0 {
		n := least(c.looked(setting, ill), c.looked(AnySetting, ill)).times(share)
		if c.b.place.Care {
			return n
		}
		return least(n, c.live().times(ill.together()).times(share))
	}
	return c.live().times(ill.together()).times(share)
}

func (n Count) times(s Share) Count {
	return Count{times(n.Low, s.Low), times(n.Likely, s.Likely), times(n.High, s.High)}
}

// endOfLife is later than any day of life that is counted.
const endOfLife = (Oldest + 1) * DaysOfYear

// days is how many days of this year of age the told ages hold, between two days of life.
func (c *cell) days(from, to int32) int64 {
	if c.year == Oldest { // which holds everybody above
		return DaysOfYear
	}
	first, last := max(c.ages.First, int32(c.year)*DaysOfYear, from), min(c.ages.Last+1, int32(c.year+1)*DaysOfYear, to)
	return int64(max(0, last-first))
}

// live counts whoever lives there.
func (c *cell) live() Count {
	n, days := c.lot(), c.days(0, endOfLife)
	return Count{muldiv(n.Low, days, DaysOfYear), muldiv(n.Likely, days, DaysOfYear), muldiv(n.High, days, DaysOfYear)}
}

// looked counts who was looked after in the days that are left open: as many as came at all and have these illnesses, and no more than
// what befell them befalls.
func (c *cell) looked(setting Setting, ill shares) Count {
	share := ill.sick().together()
	n := least(c.came(setting), c.lot()).times(share)
	if len(c.v.passing) == 0 {
		return n
	}
	use := useOf(setting, c.year, c.sex)
	for i := range c.v.passing {
		ill = append(ill, c.v.passing[i].of(c.year, c.sex).among(use))
	}
	return least(n, c.befell(use).times(ill.together()))
}

// among is the share of visits that are for what befalls so many in a year.
func (s Share) among(use Share) Share {
	if use.Low == 0 {
		return Share{}
	}
	return Share{min(Everybody, muldiv(s.Low, Everybody, use.Low)), min(Everybody, muldiv(s.Likely, Everybody, use.Likely)), min(Everybody, muldiv(s.High, Everybody, use.High))}
}

// stay is how many days before those that are told a patient may have come in and still be there. The mean stay is 4.6 days.
var stay = Count{0, 2, 7} //nolint:gochecknoglobals // a constant

// came counts visits. A child's first days are spent in hospital; a birth happens once.
func (c *cell) came(setting Setting) Count {
	use, days := useOf(setting, c.year, c.sex), c.days(0, endOfLife)
	if c.year > 0 || setting == Emergency {
		return c.visits(use, days, setting)
	}
	if setting == Birth {
		return c.visits(use, DaysOfYear, setting)
	}
	young := newborn()
	if setting == Intensive {
		young = Share{young.Low / 8, young.Likely / 8, young.High / 8}
	}
	a, b := c.visits(young, c.days(0, newbornDays), setting), c.visits(use, c.days(newbornDays, DaysOfYear), setting)
	return Count{a.Low + b.Low, a.Likely + b.Likely, a.High + b.High}
}

// befell counts the visits that something new may be the cause of. What befalls children in their first year mostly does so at once.
func (c *cell) befell(use Share) Count {
	n := c.visits(use, c.days(0, endOfLife), AnySetting)
	if c.year == 0 {
		n.Likely, n.High = c.visits(use, DaysOfYear, AnySetting).Likely, c.visits(use, DaysOfYear, AnySetting).High
	}
	return n
}

// visits is how many come at a yearly rate in the days that are left open.
func (c *cell) visits(use Share, days int64, setting Setting) Count {
	w := c.v.window
	if setting != Emergency && setting != Birth {
		w = Count{w.Low + stay.Low, w.Likely + stay.Likely, w.High + stay.High}
	}
	lot := c.lot()
	one := func(lot, use, window int64) int64 {
		return muldiv(times(muldiv(lot, days, DaysOfYear), use), window, DaysOfYear)
	}
	return Count{one(lot.Low, use.Low, w.Low), one(lot.Likely, use.Likely, w.Likely), one(lot.High, use.High, w.High)}
}

// lot is how many of this age and sex a place stands for.
func (c *cell) lot() Count {
	p := c.b.place.People
	if p == (Count{}) {
		return Count{c.n, c.n, c.n}
	}
	return Count{c.part(p.Low), c.part(p.Likely), c.part(p.High)}
}

func (c *cell) part(people int64) int64 { return muldiv(c.n, people*thousandths, c.b.total) }
