package calendar

import "strings"

// byAgo reads a span back from the day: "3 days ago", "a couple of weeks back", "ten years ago".
func (r *reader) byAgo() []Interval {
	end := max(r.find("ago"), r.find("back"))
	if end < 1 {
		return nil
	}
	n := r.number(end - 2)
	switch r.word(end - 2) {
	case "of":
		n = r.number(end - 3)
	case "few", "several", "some":
		return r.few(r.word(end - 1))
	}
	if n < 1 || n > 120 {
		return nil
	}
	return r.back(n, r.word(end-1))
}

// back counts n units back. What is told in weeks is right to three days, in months and years to half of one.
func (r *reader) back(n int, unit string) []Interval {
	days, slack := unitOf(unit)
	switch days {
	case 0:
		return nil
	case hourly:
		return []Interval{{r.at - Day((n+23)/24), r.at}}
	}
	from := r.at - Day(n*days)
	return []Interval{{from - Day(slack), min(from+Day(slack), r.at)}}
}

// few is two to six of a unit.
func (r *reader) few(unit string) []Interval {
	days, _ := unitOf(unit)
	switch days {
	case 0:
		return nil
	case hourly:
		return []Interval{{r.at - 1, r.at}}
	}
	return []Interval{{r.at - Day(6*days), r.at - Day(2*days)}}
}

// hourly marks units that are shorter than a day.
const hourly = -1

func unitOf(w string) (days, slack int) {
	switch strings.TrimSuffix(w, "s") {
	case "second", "sec", "minute", "min", "hour", "hr", "moment":
		return hourly, 0
	case "day", "night", "shift", "morning", "evening":
		return 1, 0
	case "week", "wk", "weekend":
		return 7, 3
	case "fortnight":
		return 14, 3
	case "month", "mth":
		return 30, 15
	case "year", "yr":
		return 365, 183
	case "decade":
		return 3652, 1826
	}
	return 0, 0
}

// byWord reads words for the days around the one on which they are written.
func (r *reader) byWord() []Interval {
	monday := r.at - Day(r.at.weekday()-1)
	for i, w := range r.words {
		next := r.word(i + 1)
		switch w {
		case "today", "tonight", "tonite", "2day", "2nite", "2night", "tday", "now", "am", "pm", "oclock", "todays":
			return []Interval{on(r.at)}
		case "yesterday", "yday", "ystd", "yest", "yesterdays":
			if r.word(i-1) == "before" {
				return []Interval{on(r.at - 2)}
			}
			return []Interval{on(r.at - 1)}
		case "tomorrow", "tmrw", "2moro", "2morrow", "moro", "morrow", "tmr", "tomoz":
			return []Interval{on(r.at + 1)}
		case "overnight":
			return []Interval{{r.at - 1, r.at}}
		case "this", "last":
			if found := r.thisOrLast(w == "last", next, monday); found != nil {
				return found
			}
		}
	}
	return nil
}

// thisOrLast reads "this morning", "last night", "this week", "last weekend", "last month", "last year".
func (r *reader) thisOrLast(last bool, unit string, monday Day) []Interval {
	year, month, _ := r.at.Date()
	back := 0
	if last {
		back = 1
	}
	switch unit {
	case "morning", "afternoon", "evening", "lunchtime", "arvo", "mornin", "morn":
		return []Interval{on(r.at - Day(back))}
	case "night", "nite":
		return []Interval{{r.at - Day(back), r.at}}
	case "week", "wk":
		return []Interval{{monday - Day(7*back), monday - Day(7*back) + 6}}
	case "weekend", "wkend", "wknd":
		monday -= Day(7 * back)
		return []Interval{{monday + 5, monday + 6}}
	case "month":
		return []Interval{monthOf(year, month-back)}
	case "year":
		return []Interval{yearOf(year - back)}
	}
	return nil
}
