package eval

import (
	"math/rand/v2"
	"slices"
)

// draws is how often the drafts are drawn anew.
const draws = 2000

// pair is one group of twins under the baseline and now, summed.
type pair struct{ before, now Count }

// drop compares a metric on the same drafts. It fell when, drawing groups of twins anew, 97.5 % of the draws fall.
func drop(m metric, pairs []pair) (before, now Rate, fell bool) {
	b, n := sumPairs(pairs)
	before, now = m.rate(b), m.rate(n)
	if !m.worse(before, now) {
		return before, now, false
	}
	random := rand.New(rand.NewPCG(1, 2)) // the same draws every time
	changes := make([]float64, draws)
	drawn := make([]pair, len(pairs))
	for i := range changes {
		for j := range drawn {
			drawn[j] = pairs[random.IntN(len(pairs))]
		}
		b, n := sumPairs(drawn)
		changes[i] = m.rate(n).Value - m.rate(b).Value
		if m.info().lower {
			changes[i] = -changes[i]
		}
	}
	slices.Sort(changes)
	return before, now, changes[draws*975/1000] < 0
}

func (m metric) worse(before, now Rate) bool {
	if m.info().lower {
		return now.Value > before.Value
	}
	return now.Value < before.Value
}

func sumPairs(pairs []pair) (before, now Count) {
	for _, p := range pairs {
		before.add(p.before)
		now.add(p.now)
	}
	return before, now
}

// Fell reports whether a share of the same cases became worse beyond what drawing the cases anew explains. lower says that less is
// better.
func Fell(before, now []Count, lower bool) bool {
	m := side
	if lower {
		m = letThrough
	}
	pairs := make([]pair, len(now))
	for i := range now {
		pairs[i] = pair{before[i], now[i]}
	}
	if len(pairs) == 0 {
		return false
	}
	_, _, fell := drop(m, pairs)
	return fell
}
