package census

// Measure says what a figure of a condition counts.
type Measure uint8

// The measures.
const (
	Having   Measure = iota // how many have it on any day
	Yearly                  // to how many it happens in a year
	OfBirths                // in how many births: of mothers or of children
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
	for size := min(len(words), longestCondition); size > 0; size-- {
		for first := range len(words) - size + 1 {
			if i, end := t.conditionNames.rows(KeyOf(words[first : first+size])); i < end {
				return t.rates(t.conditionRows.at(i))
			}
		}
	}
	return nil
}

// longestCondition is how many words a condition's name has at most.
const longestCondition = 6

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
