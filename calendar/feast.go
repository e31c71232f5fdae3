package calendar

// byFeast reads feast days that the calendar fixes, and those that go with Easter. The others move by the moon or by country.
func (r *reader) byFeast() []Interval {
	for i, w := range r.words {
		if month, day := fixedFeast(w, r.word(i+1)); month > 0 {
			return r.lastAndSoon(month, day)
		}
		if after, ok := easterFeast(w, r.word(i+1)); ok {
			return r.everyYear(func(year int) (Interval, bool) { return on(easter(year) + after), true })
		}
	}
	return nil
}

func fixedFeast(w, next string) (month, day int) {
	switch w {
	case "christmas", "xmas", "chrimbo":
		if next == "eve" {
			return 12, 24
		}
		return 12, 25
	case "boxing", "stephens", "stephen":
		return 12, 26
	case "new":
		return 1, 1
	case "hogmanay":
		return 12, 31
	case "halloween":
		return 10, 31
	case "valentine", "valentines":
		return 2, 14
	case "patrick", "patricks", "paddy", "paddys":
		return 3, 17
	case "bonfire":
		return 11, 5
	case "canada":
		return 7, 1
	case "anzac":
		return 4, 25
	case "juneteenth":
		return 6, 19
	case "epiphany":
		return 1, 6
	}
	return 0, 0
}

// easterFeast is how many days behind Easter Sunday a feast is.
func easterFeast(w, next string) (after Day, ok bool) {
	switch {
	case w == "easter" && next == "monday":
		return 1, true
	case w == "easter" && next == "saturday":
		return -1, true
	case w == "easter", w == "holy" && next == "sunday":
		return 0, true
	case w == "good" && next == "friday":
		return -2, true
	case w == "maundy":
		return -3, true
	case w == "palm" && next == "sunday":
		return -7, true
	case w == "ash":
		return -46, true
	case w == "shrove", w == "pancake", w == "mardi":
		return -47, true
	case w == "pentecost", w == "whit" && next == "sunday":
		return 49, true
	}
	return 0, false
}

// easter is Easter Sunday of the western churches, by the computus of Meeus, Jones and Butcher.
func easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return dayOf(year, n/31, n%31+1)
}
