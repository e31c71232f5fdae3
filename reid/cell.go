package reid

// cell is one sex and band of ages, seen with what is told.
type cell struct {
	v    *view
	band band
	sex  Sex
	ages Ages
}

// fits are the factors of a cell: of those who live at a place, and of those for whom a place of care is there.
type fits struct{ live, seen factor }

// fit is how many everything fits.
func (c *cell) fit(setting Setting) fits {
	if c.band.days(c.ages, 0, endOfLife) == 0 {
		return fits{}
	}
	known, ill, sick := c.v.known, noIllness(), noIllness()
	for i := range c.v.lasting {
		r := &c.v.lasting[i]
		f := r.of(c.band.first, c.sex)
		if r.illness {
			ill.add(f)
			sick.add(f.sick())
		} else {
			known = known.of(f)
		}
	}
	seen := c.looked(setting, &sick)
	if setting != AnySetting {
		seen = seen.least(c.looked(AnySetting, &sick))
	}
	live := c.share(c.band.days(c.ages, 0, endOfLife)).of(ill.together())
	if c.v.seen || len(c.v.passing) > 0 {
		live = live.least(seen)
	}
	return fits{live.of(known), seen.of(known)}
}

// share is so many days of a year.
func (c *cell) share(days int64) factor {
	n := days * whole / DaysOfYear
	return factor{n, n, n}
}

// looked is how many were looked after in the days that are left open: as many as came at all and have these illnesses, and no more than
// what befell them befalls.
func (c *cell) looked(setting Setting, sick *illnesses) factor {
	n := c.came(setting).least(one).of(sick.together())
	if len(c.v.passing) == 0 {
		return n
	}
	use := factorOf(useOf(setting, c.band.first, c.sex))
	all := *sick
	for i := range c.v.passing {
		all.add(c.v.passing[i].of(c.band.first, c.sex).among(use))
	}
	return n.least(c.befell(use).of(all.together()))
}

// came counts visits. A child's first days are spent in hospital; a birth happens once.
func (c *cell) came(setting Setting) factor {
	use, days := factorOf(useOf(setting, c.band.first, c.sex)), c.band.days(c.ages, 0, endOfLife)
	if c.band.first > 0 || setting == Emergency {
		return c.visits(use, days, setting)
	}
	if setting == Birth {
		return c.visits(use, DaysOfYear, setting)
	}
	young := factorOf(newborn())
	if setting == Intensive {
		young = factor{young.low / intensiveStays, young.likely / intensiveStays, young.high / intensiveStays}
	}
	a, b := c.visits(young, c.band.days(c.ages, 0, newbornDays), setting), c.visits(use, c.band.days(c.ages, newbornDays, DaysOfYear), setting)
	return factor{a.low + b.low, a.likely + b.likely, a.high + b.high}
}

// befell counts the visits that something new may be the cause of. What befalls children in their first year mostly does so at once.
func (c *cell) befell(use factor) factor {
	n := c.visits(use, c.band.days(c.ages, 0, endOfLife), AnySetting)
	if c.band.first == 0 {
		all := c.visits(use, DaysOfYear, AnySetting)
		n.likely, n.high = all.likely, all.high
	}
	return n
}

// visits is how many come at a yearly rate in the days that are left open, being of the told age on so many days of a year.
func (c *cell) visits(use factor, days int64, setting Setting) factor {
	w := c.v.window
	if setting != Emergency && setting != Birth { // a patient may have come in before, and still be there: the mean stay is 4.6 days
		w = Count{w.Low, w.Likely + usualStay, w.High + longStay}
	}
	return c.share(days).of(use.in(w))
}

const (
	usualStay = 2
	longStay  = 7
)
