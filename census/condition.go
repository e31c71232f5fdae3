package census

import "strings"

// Measure says what a figure of a condition counts.
type Measure uint8

// The measures.
const (
	Having   Measure = iota // how many have it on any day
	Yearly                  // to how many it happens in a year
	OfBirths                // in how many births: of mothers where the sex is Female and the ages are theirs, else of children
)

// Rate is how many of a billion people of some ages and a sex have a condition, or how many of a billion births. The truth lies between Low and
// High as far as the sources tell.
type Rate struct {
	Measure     Measure
	First, Last int // years of age, the last included
	Sex         Sex
	Low, High   int
}

// Condition returns the rates of a common condition, event or procedure by the longest run of these folded words that names one:
// "fractured neck of femur" in "an 82 year old's fractured neck of femur". People of ages and sexes that no rate covers hardly ever have it. It
// returns nothing where the words name none in the table.
func (t *Table) Condition(words []string) []Rate {
	words = unmarked(words)
	for size := min(len(words), LongestCondition); size > 0; size-- {
		for first := range len(words) - size + 1 {
			if row, ok := t.conditionRow(words[first : first+size]); ok {
				return t.rates(row)
			}
		}
	}
	return nil
}

// conditionRow finds a name as it stands, or its last word without the s of a plural.
func (t *Table) conditionRow(words []string) (row uint32, ok bool) {
	if i, end := t.conditionNames.rows(KeyOf(words)); i < end {
		return t.conditionRows.at(i), true
	}
	last := len(words) - 1
	one, plural := strings.CutSuffix(words[last], "s")
	if !plural || len(one) < shortestPlural {
		return 0, false
	}
	k := keyStart
	for _, w := range words[:last] {
		k = k.add(shortened(w))
	}
	if i, end := t.conditionNames.rows(k.add(one)); i < end {
		return t.conditionRows.at(i), true
	}
	return 0, false
}

// shortestPlural spares "ms" and "nas" their s.
const shortestPlural = 4

// LongestCondition is how many words a condition's name has at most.
const LongestCondition = 6

func (t *Table) rates(condition uint32) []Rate {
	first, end := t.rateStarts.at(condition), t.rateStarts.at(condition+1)
	rates := make([]Rate, 0, end-first)
	for i := first; i < end; i++ {
		who := t.rateWho[rateBytes*i:]
		rates = append(rates, Rate{
			Measure: Measure(who[0]), Sex: Sex(who[1]), First: int(who[2]), Last: int(who[3]),
			Low: int(t.rateLow.at(i)), High: int(t.rateHigh.at(i)),
		})
	}
	return rates
}

const rateBytes = 4
