package spans

import "bedside/internal/eval"

// figure is one of the figures that are told of a part.
type figure int

const (
	recall    figure = iota // of the spans asked for, those found
	precision               // of the finds, those asked for
	f1
	f2      // F that weighs finding twice as much as not finding what is not there
	flagged // of the texts that hold nothing, those in which something was found
)

func (f figure) name() string {
	return [...]string{recall: "found", precision: "rightly found", f1: "F1", f2: "F2", flagged: "clean texts flagged"}[f]
}

func (f figure) of(tallies []tally) eval.Rate {
	switch f {
	case f1:
		return fRate(1, tallies)
	case f2:
		return fRate(2, tallies)
	default:
		var sum eval.Count
		for _, t := range tallies {
			c := f.count(t)
			sum.Hits, sum.Of = sum.Hits+c.Hits, sum.Of+c.Of
		}
		return eval.RateOf(sum)
	}
}

func (f figure) count(t tally) eval.Count {
	switch f {
	case recall:
		return eval.Count{Hits: t.found, Of: t.gold}
	case precision:
		return eval.Count{Hits: t.right, Of: t.finds}
	default:
		c := eval.Count{}
		if t.clean {
			c.Of = 1
			c.Hits = min(t.finds, 1)
		}
		return c
	}
}

// figuresOf are the figures that are told of a set by any overlap. SPIA marks only a part of what identifies: what is found
// beside it is not wrong.
func figuresOf(set string) []figure {
	switch set {
	case spiaSet:
		return []figure{recall}
	case asqSet:
		return []figure{recall, flagged, precision}
	default:
		return []figure{recall, precision, f2, flagged}
	}
}
