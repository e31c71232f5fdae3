package calendar

import "bedside/text"

// Lasting is how many days words say that something goes on for: "six weeks", "a month", "a four week block". 0 where they do not, or
// speak of a time that is past. Days and nights alone say nothing: they are counted one by one ("day 3 of 5").
func Lasting(words []text.Token) (days int) {
	for i := 1; i < len(words); i++ {
		unit, _ := unitOf(words[i].Form)
		if unit < 7 || i+1 < len(words) && past(words[i+1].Form) {
			continue
		}
		switch n := number(words[i-1].Form); {
		case n >= 1 && n <= 60:
			return n * unit
		case words[i-1].Form == "a" || words[i-1].Form == "one":
			return unit
		}
	}
	return 0
}

func past(w string) bool { return w == "ago" || w == "back" || w == "later" || w == "old" }
