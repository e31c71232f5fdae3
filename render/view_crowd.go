package render

import (
	"slices"
	"unicode/utf16"

	"bedside"
)

// ViewCrowd is how many people fit what is told of one person, and what each detail costs.
type ViewCrowd struct {
	Gauge
	Figure, Range string // "about 3", "people; between 1 and 8"
	Costs         []ViewCost
	After         *Gauge // where the offered wording stands; nil where that cannot be said
}

// ViewCost is a detail with the people who would fit without it. From and To are its place in the draft's own text, as browsers count
// it; both are 0 for words that stand elsewhere, which Where names.
type ViewCost struct {
	Text, Where, Figure string
	Length              int // of its bar, in thousandths of the longest
	From, To            int
}

// mostCosts is how many details a page lists.
const mostCosts = 7

// viewCrowds are the crowds of a result, the smallest first.
func viewCrowds(d bedside.Draft, r *bedside.Result) (out []ViewCrowd) {
	people := slices.Clone(r.People)
	people = slices.DeleteFunc(people, func(p bedside.Person) bool { return p.Crowd == nil })
	slices.SortStableFunc(people, func(a, b bedside.Person) int { return a.Crowd.Likely - b.Crowd.Likely })
	for _, p := range people {
		c := *p.Crowd
		v := ViewCrowd{Gauge: gaugeOf(c), Figure: "about " + grouped(c.Likely), Range: plural(c.Likely, "person", "people")}
		if c.Low != c.High {
			v.Range += "; between " + grouped(c.Low) + " and " + grouped(c.High)
		}
		v.Costs = viewCosts(d, p)
		out = append(out, v)
	}
	return out
}

// viewCosts are the details without which more people would fit.
func viewCosts(d bedside.Draft, p bedside.Person) (out []ViewCost) {
	longest := 0
	for _, c := range p.Costs {
		if c.Without.Likely <= p.Crowd.Likely || len(out) == mostCosts {
			continue
		}
		longest = max(longest, ruled(c.Without.Likely))
		v := ViewCost{Text: c.Evidence.Text, Figure: "about " + grouped(c.Without.Likely), Length: 1000 * ruled(c.Without.Likely) / max(longest, 1)}
		if c.Evidence.Part == bedside.PartText {
			v.From, v.To = units(d.Text[:c.Evidence.Start]), units(d.Text[:c.Evidence.End])
		} else {
			v.Where = partLabel(d, c.Evidence)
		}
		out = append(out, v)
	}
	return out
}

// units is the length of a text as browsers count it, in UTF-16.
func units(s string) (n int) {
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// Compare adds to a view what a check of the offered wording found: where its crowd stands. Of several people nobody can say who of
// them is who there.
func (v *View) Compare(after *bedside.Result) {
	var crowds []bedside.Crowd
	for _, p := range after.People {
		if p.Crowd != nil {
			crowds = append(crowds, *p.Crowd)
		}
	}
	if len(v.Crowds) == 1 && len(crowds) == 1 && crowds[0].Likely > 0 {
		g := gaugeOf(crowds[0])
		v.Crowds[0].After = &g
	}
}
