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
	shares  shares // of people of any age
	stories int    // details without a figure
	alone   bool
}

// rows are the rates of one detail.
type rows struct {
	rates   []Rate
	illness bool
}

// The days that are left open when no time is told: what people write about is mostly of the last year.
const (
	openLeast  = 120
	openLikely = 365
	openMost   = 3 * 365
)

func (c *counter) view(without bedside.Span) view {
	v := view{window: Count{openLeast, openLikely, openMost}}
	for i := range c.told {
		d := &c.told[i]
		if without.Empty() || !d.Span.Overlaps(without) {
			v.add(d)
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

func (v *view) add(d *Detail) {
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
		v.rates(d)
	}
	if x.Share.Known() {
		v.shares = append(v.shares, x.Share)
	}
	v.alone = v.alone || x.Alone
	if !x.Told() && weightOf(d.Kind) > 0 {
		v.stories++
	}
}

// rates adds the rates of a detail, once: the same condition told twice is one.
func (v *view) rates(d *Detail) {
	r, list := rows{d.Value.Rates, ofIllness(d.Kind)}, &v.lasting
	if r.rates[0].EveryYear {
		list = &v.passing
	}
	for _, have := range *list {
		if slices.Equal(have.rates, r.rates) {
			return
		}
	}
	*list = append(*list, r)
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

// of is the share of people of one age and sex.
func (r *rows) of(year int, sex Sex) Share {
	for i := range r.rates {
		x := &r.rates[i]
		if int(x.First) <= year && year <= int(x.Last) && (x.Sex == AnySex || x.Sex == sex) {
			return x.Share
		}
	}
	return Share{}
}

// shares are what several details leave of people.
type shares []Share

// independent is the part that all of them leave when none has to do with another.
func (s shares) independent() Share {
	out := all
	for i := range s {
		out = Share{times(out.Low, s[i].Low), times(out.Likely, s[i].Likely), times(out.High, s[i].High)}
	}
	return out
}

// together is the part that illnesses leave. They hang together, as diabetes and kidneys do: it may be that nearly all whom the
// rarest befalls have the others too, so at most the rarest counts in full, and of the others the roots.
func (s shares) together() Share {
	out := s.independent()
	high, rarest := int64(Everybody), int64(Everybody)
	for i := range s {
		high, rarest = times(high, rootShare(s[i].High)), min(rarest, s[i].High)
	}
	out.High = times(high, rootShare(rarest))
	return out
}

// sick are the shares among people who are being looked after: whoever has an illness is so more often.
func (s shares) sick() shares {
	out := make(shares, len(s))
	for i := range s {
		out[i] = Share{s[i].Low, min(Everybody, 2*s[i].Likely), min(Everybody, 5*s[i].High)}
	}
	return out
}

var all = Share{Everybody, Everybody, Everybody} //nolint:gochecknoglobals // a constant
