package calendar

import (
	"strings"

	"bedside/text"
)

// Meaning is what words for a time mean.
type Meaning struct {
	Days    []Interval // at most two, the earlier first; none where no day can be said
	Guessed bool       // the words leave out the year, the month or the week: the nearest was taken
}

// Resolve says which days the words of a mention mean, written on the day at. Words of the past (last, ago, yesterday) never
// mean a later day than at.
func Resolve(words []text.Token, at Day, order Order) Meaning {
	r := reader{at: at, order: order}
	r.year, _, _ = at.Date()
	for i := range words {
		if k := words[i].Kind; k == text.Word || k == text.Number {
			r.words = append(r.words, words[i].Form)
			r.apart = append(r.apart, i == 0 || words[i-1].Kind == text.Punct && words[i-1].Form == "'")
		}
	}
	for _, read := range []func(*reader) []Interval{
		(*reader).inOneNumber, (*reader).inHyphens, (*reader).byMonth, (*reader).byQuarter, (*reader).byFeast, (*reader).byWeekday,
		(*reader).byDayAlone, (*reader).byAgo, (*reader).byWord, (*reader).byYear,
	} {
		if found := read(&r); found != nil {
			return Meaning{r.notLater(found), r.guessed}
		}
	}
	return Meaning{}
}

// notLater keeps words of the past from meaning days to come.
func (r *reader) notLater(found []Interval) []Interval {
	if !r.has("last") && !r.has("past") && !r.has("ago") && !r.has("back") && !r.has("since") {
		return found
	}
	out := found[:0]
	for _, i := range found {
		if i.First <= r.at {
			out = append(out, Interval{i.First, min(i.Last, r.at)})
		}
	}
	return out
}

// reader holds the words of one mention: folded, marks left out.
type reader struct {
	words []string
	apart []bool // by word: an apostrophe stands before it, or it is the first
	at    Day
	year  int // of at
	order Order

	guessed bool
}

func (r *reader) word(i int) string {
	if i < 0 || i >= len(r.words) {
		return ""
	}
	return r.words[i]
}

func (r *reader) has(w string) bool { return r.find(w) >= 0 }

func (r *reader) find(w string) int {
	for i := range r.words {
		if r.words[i] == w {
			return i
		}
	}
	return -1
}

// number is the value of a word in digits, or a small one spelled; -1 for any other.
func (r *reader) number(i int) int { return number(r.word(i)) }

func number(w string) int {
	if w == "" || len(w) > 8 {
		return -1
	}
	n := 0
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return small(w)
		}
		n = n*10 + int(w[i]-'0')
	}
	return n
}

func small(w string) int {
	for n, s := range [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == s {
			return n
		}
	}
	switch w {
	case "a", "an":
		return 1
	case "couple":
		return 2
	}
	return -1
}

// full is a year in two digits with its century: not more than five years ahead.
func (r *reader) full(y int) int {
	switch {
	case y >= 100:
		return y
	case 2000+y <= r.year+5:
		return 2000 + y
	}
	return 1900 + y
}

// inOneNumber reads 12/03/2024, 3.12.24, 2024/03/12, 3/12 and 20240312.
func (r *reader) inOneNumber() []Interval {
	for _, w := range r.words {
		if strings.IndexByte(w, '/') > 0 || strings.Count(w, ".") == 2 {
			if found := r.parts(strings.FieldsFunc(w, func(c rune) bool { return c == '/' || c == '.' })); found != nil {
				return found
			}
		}
		if n := number(w); len(w) == 8 && n > 18500000 && exists(n/10000, n/100%100, n%100) {
			return []Interval{on(dayOf(n/10000, n/100%100, n%100))}
		}
	}
	return nil
}

// inHyphens reads 2024-03-12 and 12-03-24, which are three words.
func (r *reader) inHyphens() []Interval {
	for i := 0; i+2 < len(r.words); i++ {
		if found := r.parts(r.words[i : i+3]); found != nil && r.number(i) >= 0 {
			return found
		}
	}
	return nil
}

// parts reads the numbers of a date: two are a day and a month, or a month and a year.
func (r *reader) parts(p []string) []Interval {
	n := [3]int{-1, -1, -1}
	if len(p) < 2 || len(p) > 3 {
		return nil
	}
	for i := range p {
		if n[i] = number(p[i]); n[i] < 0 {
			return nil
		}
	}
	switch {
	case len(p) == 2 && len(p[1]) == 4 && n[0] >= 1 && n[0] <= 12:
		return []Interval{monthOf(n[1], n[0])}
	case len(p) == 2:
		return r.either(n[0], n[1], r.lastAndSoon)
	case len(p[0]) == 4:
		return r.one(n[0], n[1], n[2])
	}
	return r.either(n[0], n[1], func(month, day int) []Interval { return r.one(r.full(n[2]), month, day) })
}

func (r *reader) one(year, month, day int) []Interval {
	if !exists(year, month, day) {
		return nil
	}
	return []Interval{on(dayOf(year, month, day))}
}

// either reads a day and a month in the order of the author's country; where that is not known, or cannot be, in both.
func (r *reader) either(a, b int, read func(month, day int) []Interval) []Interval {
	dayFirst, monthFirst := read(b, a), read(a, b)
	switch {
	case a == b || dayFirst == nil || r.order == MonthFirst && monthFirst != nil:
		return monthFirst
	case monthFirst == nil || r.order == DayFirst:
		return dayFirst
	}
	r.guessed = true
	both := []Interval{dayFirst[0], monthFirst[0]}
	if both[1].First < both[0].First {
		both[0], both[1] = both[1], both[0]
	}
	return both
}

// soon is how many days ahead a day without a year may still mean the next one.
const soon = 31

// lastAndSoon is the last such day of a year, and the next one if it comes soon.
func (r *reader) lastAndSoon(month, day int) []Interval {
	if !exists(2024, month, day) { // a leap year
		return nil
	}
	return r.everyYear(func(year int) (Interval, bool) {
		return on(dayOf(year, month, day)), exists(year, month, day)
	})
}

// everyYear chooses among the same days of all years: the last that has begun, and the next if it comes soon.
func (r *reader) everyYear(in func(year int) (Interval, bool)) []Interval {
	var out []Interval
	r.guessed = true
	for y := r.year; y > r.year-9; y-- { // 29 February may be eight years back
		if i, ok := in(y); ok && i.First <= r.at {
			out = append(out, i)
			break
		}
	}
	for y := r.year; y <= r.year+1; y++ {
		if i, ok := in(y); ok && i.First > r.at && i.First-r.at <= soon {
			return append(out, i)
		}
	}
	return out
}
