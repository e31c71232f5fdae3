package reid

import (
	"slices"

	"bedside"
)

// view is what is told of a person, sorted by what it does to a count.
type view struct {
	ages    []Ages // each of them holds; one that is any age stands for none
	sexes   []Sex
	setting []Setting
	window  Count  // how many days are left open
	seen    bool   // they were looked after, at a time or a setting that is told
	lasting []rows // what is so with people on any day
	passing []rows // what befalls them
	known   factor // what is so with people of any age
	stories int    // details without a figure
	alone   bool
}

// rows are the rates of one detail.
type rows struct {
	rates   []Rate
	factors []factor // of each
	illness bool
}

// The days that are left open when no time is told: what people write about is mostly of the last year.
const (
	openLeast  = 120
	openLikely = 365
	openMost   = 3 * 365
)

func (c *counter) view(without bedside.Span) view {
	v := view{window: Count{openLeast, openLikely, openMost}, known: one}
	for i := range c.told {
		d := &c.told[i]
		if without.Empty() || !d.Span.Overlaps(without) {
			v.add(d, c.factors[i])
		}
	}
	if len(v.ages) == 0 {
		v.ages = append(v.ages, Ages{0, (Oldest+1)*DaysOfYear - 1})
	}
	if len(v.sexes) == 0 {
		v.sexes = append(v.sexes, AnySex)
	}
	if len(v.setting) == 0 {
		v.setting = append(v.setting, AnySetting)
	}
	return v
}

func (v *view) add(d *Detail, factors []factor) {
	x := &d.Value
	if x.Ages.Told() {
		v.ages = addOnce(v.ages, x.Ages)
	}
	if x.Sex != AnySex {
		v.sexes = addOnce(v.sexes, x.Sex)
	}
	if x.Setting != AnySetting {
		v.setting, v.seen = addOnce(v.setting, x.Setting), true
	}
	if n := int64(x.Time.Length); n > 0 {
		v.seen = true
		v.window = least(v.window, Count{n, n, n})
	}
	if len(x.Rates) > 0 {
		v.rates(d, factors)
	}
	if x.Share.Known() {
		v.known = v.known.of(factorOf(x.Share))
	}
	v.alone = v.alone || x.Alone
	if !x.Told() && narrows(d.Kind) {
		v.stories++
	}
}

// narrows holds for what leaves fewer people even where nobody knows how many: all that is told of the person, not of the scene.
func narrows(k bedside.FactKind) bool {
	switch k {
	case bedside.FactRecent, bedside.FactPast, bedside.FactDate, bedside.FactYear, bedside.FactWard, bedside.FactSite, bedside.FactCareCame:
		return false
	}
	return weightOf(k) > 0
}

// rates adds the rates of a detail, once: the same condition told twice is one.
func (v *view) rates(d *Detail, factors []factor) {
	list := &v.lasting
	if d.Value.Rates[0].EveryYear {
		list = &v.passing
	}
	for _, have := range *list {
		if slices.Equal(have.rates, d.Value.Rates) {
			return
		}
	}
	*list = append(*list, rows{d.Value.Rates, factors, ofIllness(d.Kind)})
}

// ofIllness holds for what brings people to clinicians, and comes together.
func ofIllness(k bedside.FactKind) bool {
	switch k {
	case bedside.FactCondition, bedside.FactRareCondition, bedside.FactProcedure, bedside.FactFinding, bedside.FactMultipleBirth, bedside.FactEvent, bedside.FactDeath:
		return true
	}
	return false
}

func addOnce[T comparable](list []T, x T) []T {
	if slices.Contains(list, x) {
		return list
	}
	return append(list, x)
}

// of is the part of people of one age and sex.
func (r *rows) of(year int, sex Sex) factor {
	for i := range r.rates {
		x := &r.rates[i]
		if int(x.First) <= year && year <= int(x.Last) && (x.Sex == AnySex || x.Sex == sex) {
			return r.factors[i]
		}
	}
	return factor{}
}
