package calendar

// byMonth reads a month with a day, a year or both, or alone.
func (r *reader) byMonth() []Interval {
	at := -1
	for i, w := range r.words {
		if Month(w) > 0 {
			at = i
			break
		}
	}
	if at < 0 {
		return r.bySeason()
	}
	month := Month(r.words[at])
	day, year := r.around(at)
	switch {
	case day > 0 && year > 0:
		return r.one(year, month, day)
	case day > 0:
		return r.lastAndSoon(month, day)
	case year > 0:
		return []Interval{monthOf(year, month)}
	}
	whole := func(y int) (Interval, bool) { return monthOf(y, month), true }
	if r.word(at-1) == "last" {
		if i := monthOf(r.year, month); i.Last < r.at {
			return []Interval{i}
		}
		return []Interval{monthOf(r.year-1, month)}
	}
	return r.everyYear(whole)
}

// around looks for a day and a year beside a month.
func (r *reader) around(month int) (day, year int) {
	for i := range r.words {
		n := r.number(i)
		switch {
		case i == month:
		case Ordinal(r.words[i]) > 0:
			if n = Ordinal(r.words[i]); i > 0 && r.words[i-1] == "twenty" && n < 10 {
				n += 20
			} else if i > 0 && r.words[i-1] == "thirty" && n == 1 {
				n = 31
			}
			day = n
		case n >= 1850 && n <= 2100:
			year = n
		case len(r.words[i]) == 2 && n >= 0 && i > month && (day > 0 || i > 0 && r.apart[i]):
			year = r.full(n)
		case n >= 1 && n <= 31 && day == 0:
			day = n
		}
	}
	return day, year
}

// bySeason reads a season with its year. Winters end in the next one, and the south has its summers at other times.
func (r *reader) bySeason() []Interval {
	for i, w := range r.words {
		if !Season(w) {
			continue
		}
		for k := i + 1; k < len(r.words); k++ {
			if y := r.full(r.number(k)); r.number(k) >= 0 && y >= 1850 && y <= 2100 {
				return []Interval{{dayOf(y, 1, 1), dayOf(y+1, 3, 1) - 1}}
			}
		}
	}
	return nil
}

// byQuarter reads "Q3 2023".
func (r *reader) byQuarter() []Interval {
	q := r.number(1)
	if r.word(0) != "q" || q < 1 || q > 4 || r.number(2) < 0 {
		return nil
	}
	y := r.full(r.number(2))
	return []Interval{{dayOf(y, 3*q-2, 1), dayOf(y, 3*q+1, 1) - 1}}
}

// byYear reads a bare year.
func (r *reader) byYear() []Interval {
	for i := range r.words {
		if n := r.number(i); len(r.words[i]) == 4 && n >= 1000 && n <= 2100 {
			return []Interval{yearOf(n)}
		}
	}
	return nil
}

// byWeekday reads a day of the week: counted back behind "last" and before "ago", else the last one or the next.
func (r *reader) byWeekday() []Interval {
	for i, w := range r.words {
		if n := Weekday(w); n > 0 {
			last := r.at - Day((r.at.weekday()-n+6)%7) - 1 // strictly before
			switch {
			case r.word(i-1) == "last" || r.word(i-1) == "past":
				return []Interval{on(last)}
			case last == r.at-7:
				last = r.at // today, or in a week
			}
			r.guessed = true
			return []Interval{on(last), on(last + 7)}
		}
		if len(w) < 4 || w[len(w)-1] != 's' {
			continue
		}
		if n := Weekday(w[:len(w)-1]); n > 0 && r.number(i-1) > 0 && r.number(i-1) < 60 {
			last := r.at - Day((r.at.weekday()-n+6)%7) - 1
			return []Interval{on(last - Day(7*(r.number(i-1)-1)))}
		}
	}
	return nil
}

// byDayAlone reads "on the 14th": the last one and the next.
func (r *reader) byDayAlone() []Interval {
	for i := range r.words {
		n := r.number(i)
		if !Suffix(r.word(i + 1)) {
			if n = Ordinal(r.words[i]); n > 0 && r.word(i-1) == "twenty" && n < 10 {
				n += 20
			} else if n > 0 && r.word(i-1) == "thirty" {
				n += 30
			}
		}
		if n >= 1 && n <= 31 {
			return r.everyMonth(n)
		}
	}
	return nil
}

// everyMonth is the last such day of a month, and the next one if the last is not the day itself.
func (r *reader) everyMonth(day int) []Interval {
	var out []Interval
	r.guessed = true
	_, month, _ := r.at.Date()
	for m := month - 2; m <= month+2; m++ {
		first := dayOf(r.year, m, 1)
		d := first + Day(day) - 1
		switch y, in, _ := first.Date(); {
		case !exists(y, in, day):
		case d <= r.at:
			out = []Interval{on(d)}
		case len(out) == 1 && out[0].Last == r.at:
			return out
		default:
			return append(out, on(d))
		}
	}
	return out
}
