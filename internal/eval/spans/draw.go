package spans

import (
	"math/rand/v2"
	"slices"

	"bedside/internal/eval"
)

// draws is how often the texts are drawn anew for an interval.
const draws = 1000

// fBeta is the mean of precision and recall that weighs recall beta times.
func fBeta(beta float64, right, finds, found, gold int) float64 {
	if right == 0 || found == 0 {
		return 0
	}
	p, r := float64(right)/float64(finds), float64(found)/float64(gold)
	return (1 + beta*beta) * p * r / (beta*beta*p + r)
}

// fRate is F over texts, with the 95 % interval of drawing the texts anew. The same tallies give the same interval.
func fRate(beta float64, tallies []tally) eval.Rate {
	sum := func(pick func(i int) int) float64 {
		var right, finds, found, gold int
		for i := range tallies {
			t := &tallies[pick(i)]
			right, finds, found, gold = right+t.right, finds+t.finds, found+t.found, gold+t.gold
		}
		return fBeta(beta, right, finds, found, gold)
	}
	rate := eval.Rate{Value: sum(func(i int) int { return i })}
	random := rand.New(rand.NewPCG(1, 2)) // the same draws every time
	drawn := make([]float64, draws)
	for i := range drawn {
		drawn[i] = sum(func(int) int { return random.IntN(len(tallies)) })
	}
	slices.Sort(drawn)
	rate.Low, rate.High = drawn[draws*25/1000], drawn[draws*975/1000]
	return rate
}
