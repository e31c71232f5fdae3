package worth

import (
	"slices"
	"strings"

	"bedside/reid"
)

// oldest is the greatest age that anybody is told of.
const oldest = 115

// ages reads an age: "34", "in her early 60s", "3-day-old", "18/12", "octogenarian", "pushing 80", "eighty-odd".
func ages(forms []string, over89 bool) reid.Ages {
	if n, ok := decadePerson(forms); ok {
		return reid.Years(n, n+9)
	}
	n, at := firstNumber(forms)
	if n < 0 {
		if over89 {
			return reid.Years(90, oldest)
		}
		return reid.Ages{}
	}
	if days := unitOfAge(forms, at); days > 0 {
		return reid.Ages{First: int32(n * days), Last: int32((n+1)*days - 1)}
	}
	first, last := n, n
	switch {
	case ofDecade(forms, at):
		first, last = decade(forms, n)
	case has(forms, "something", "odd"):
		first, last = n, n+9
	case has(forms, "pushing", "nearly", "almost", "nearing", "approaching"):
		first, last = n-3, n-1
	case has(forms, "turned", "turns", "turning", "birthday"):
		first = n - 1
	}
	return reid.Years(min(max(0, first), oldest), min(max(0, last), oldest))
}

// decade is somebody's sixties, or the early, middle or late part of them.
func decade(forms []string, n int) (first, last int) {
	switch {
	case n < 20:
		return 13, 19
	case has(forms, "early"):
		return n, n + 3
	case has(forms, "mid", "middle"):
		return n + 3, n + 7
	case has(forms, "late"):
		return n + 6, n + 9
	}
	return n, n + 9
}

// unitOfAge is how many days the unit of a young age has; 0 for years.
func unitOfAge(forms []string, at int) int {
	w := forms[at]
	switch {
	case strings.HasSuffix(w, "/12"):
		return 30
	case strings.HasSuffix(w, "/52"):
		return 7
	case strings.HasSuffix(w, "/7"):
		return 1
	case has(forms[:at], "dol", "life"):
		return 1
	}
	for _, f := range forms[at+1:] {
		switch f {
		case "d", "day", "days", "hour", "hours", "hr", "hrs", "hourold", "dayold":
			return 1
		case "w", "wk", "wks", "week", "weeks", "wo":
			return 7
		case "mo", "mos", "month", "months", "mth", "mths":
			return 30
		case "y", "yr", "yrs", "year", "years", "yo", "yof", "yom", "f", "m":
			return 0
		case "weeker", "weekers":
			return 120 // born early, and still small: how old now is not told
		}
	}
	return 0
}

// firstNumber is the value of the first number and where it stands; -1 without one.
func firstNumber(forms []string) (n, at int) {
	for i, w := range forms {
		if n := number(w); n >= 0 {
			return n + added(forms[i+1:], n), i
		}
	}
	return -1, 0
}

// added is what the words behind a number add to it: "thirty" "four", "hundred" "and" "two".
func added(forms []string, n int) int {
	switch {
	case len(forms) == 0:
	case n == 1 && forms[0] == "hundred":
		return 99 + added(forms[1:], 100)
	case n == 100 && forms[0] == "and":
		return added(forms[1:], n)
	case n == 100 || n >= 20 && n%10 == 0:
		if unit := spelled(forms[0]); unit > 0 && (unit < 10 || n == 100 && unit < 16) {
			return unit
		}
	}
	return 0
}

// number is the value of a word in digits (of a fraction the part above, of a decimal what stands before the point) or spelled.
func number(w string) int {
	if i := strings.IndexAny(w, "./"); i > 0 {
		w = w[:i]
	}
	digits := 0
	n := 0
	for digits < len(w) && w[digits] >= '0' && w[digits] <= '9' {
		n = min(n, 1000)*10 + int(w[digits]-'0')
		digits++
	}
	if digits > 0 && n <= 200 {
		switch w[digits:] {
		case "", "s", "yo", "y", "f", "m", "th", "st", "nd", "rd", "yr", "mo", "d", "wk", "w", "yof", "yom":
			return n
		}
	}
	return spelled(w)
}

// spelled is the value of a number in words, with or without the ending of a decade or a birthday; -1 for any other word.
func spelled(w string) int {
	if w == "hundred" || w == "hundredth" {
		return 100
	}
	for n, s := range [...]string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
		"fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
	} {
		if w == s || w == s+"th" {
			return n
		}
	}
	for n, s := range [...]string{"twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet"} {
		if rest, ok := strings.CutPrefix(w, s); ok {
			switch rest {
			case "y", "ies", "ieth":
				return 20 + 10*n
			}
		}
	}
	if w == "teens" {
		return 13
	}
	return -1
}

// ofDecade holds for the number of a decade: "60s", "sixties", "teens".
func ofDecade(forms []string, at int) bool {
	w := forms[at]
	return w == "teens" || strings.HasSuffix(w, "ies") || strings.HasSuffix(w, "0s") || at+1 < len(forms) && forms[at+1] == "s"
}

// decadePerson reads "octogenarian".
func decadePerson(forms []string) (years int, ok bool) {
	for _, w := range forms {
		switch strings.TrimSuffix(w, "s") {
		case "septuagenarian":
			return 70, true
		case "octogenarian":
			return 80, true
		case "nonagenarian":
			return 90, true
		case "centenarian", "supercentenarian":
			return 100, true
		}
	}
	return 0, false
}

func has(forms []string, words ...string) bool {
	return slices.ContainsFunc(forms, func(f string) bool { return slices.Contains(words, f) })
}
