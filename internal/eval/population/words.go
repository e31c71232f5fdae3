package population

import "strings"

// age tells the age, or part of it, and the sex, or nothing of them.
func (t *teller) age() {
	p, r := t.p, t.r
	years := p.years()
	man := p.sex == 0
	adult := years >= 18
	var lady string
	switch {
	case adult && man:
		lady = one(r, "man", "gentleman")
	case adult:
		lady = one(r, "woman", "lady")
	case man:
		lady = "boy"
	default:
		lady = "girl"
	}
	x := r.Float64()
	sexed := x < 0.85
	switch x := r.Float64(); {
	case years < 2:
		t.young(sexed)
	case x < 0.45:
		t.exact(years, sexed, lady)
	case x < 0.75 && years >= 20 && years < 90:
		t.decade(years/10*10, sexed, lady)
	case x < 0.82 && years < 90 && years >= 2:
		t.born(sexed, lady)
	case sexed && adult:
		t.q.first, t.q.sex = 18*365, int8(p.sex)
		t.who = "a " + lady
	default:
		t.who = "a patient"
	}
}

func (t *teller) sexed(yes bool) {
	if yes {
		t.q.sex = int8(t.p.sex)
	}
}

func (t *teller) exact(years int, sexed bool, lady string) {
	t.q.first, t.q.last = birthday(years), birthday(years+1)-1
	t.sexed(sexed)
	n, letter := number(years), "F"
	if t.p.sex == 0 {
		letter = "M"
	}
	switch {
	case sexed && years >= 18 && t.r.Float64() < 0.25:
		t.who = one(t.r, "a "+n+letter, "a "+n+" "+letter, "a "+n+"yo "+letter)
	case sexed:
		t.who = one(t.r, "a "+n+"yo "+lady, "a "+n+"-year-old "+lady, "a "+n+" year old "+lady)
	default:
		t.who = one(t.r, "a "+n+"yo patient", "a "+n+"-year-old")
	}
}

func (t *teller) decade(tens int, sexed bool, lady string) {
	t.q.first, t.q.last = birthday(tens), birthday(tens+10)-1
	t.sexed(sexed)
	their := "their "
	if sexed {
		their = map[bool]string{true: "his ", false: "her "}[t.p.sex == 0]
	} else {
		lady = "patient"
	}
	words := map[int]string{20: "twenties", 30: "thirties", 40: "forties", 50: "fifties", 60: "sixties", 70: "seventies", 80: "eighties"}
	t.who = "a " + lady + " in " + their + one(t.r, number(tens)+"s", words[tens])
}

// born tells the date of birth.
func (t *teller) born(sexed bool, lady string) {
	t.q.first, t.q.last = t.p.days, t.p.days
	t.sexed(sexed)
	if !sexed || t.p.years() < 18 {
		lady = "patient"
		t.q.sex = -1
	}
	t.who = "a " + lady + ", DOB " + posted().AddDate(0, 0, -int(t.p.days)).Format("1/2/2006") + ","
}

// young tells the age of a child of less than two.
func (t *teller) young(sexed bool) {
	d := int(t.p.days)
	child := "baby"
	t.sexed(sexed)
	if sexed {
		child = map[bool]string{true: "boy", false: "girl"}[t.p.sex == 0]
	}
	switch {
	case d < 14:
		t.q.first, t.q.last = int32(d), int32(d)
		t.who = "a " + number(d) + "-day-old " + child
	case d < 84:
		t.q.first, t.q.last = int32(d/7*7), int32(d/7*7+6)
		t.who = "a " + number(d/7) + "-week-old " + child
	default:
		m := int(float64(d) / 30.44)
		t.q.first, t.q.last = int32(float64(m)*30.44)+1, int32(float64(m+1)*30.44)
		t.who = "a " + number(m) + "-month-old " + child
	}
	if t.p.twin && t.r.Float64() < 0.7 {
		t.q.twin = true
		t.adds = append(t.adds, "who is a twin")
	}
}

// newborn tells of a child on the day of its birth.
func (t *teller) newborn() {
	t.who = "a baby"
	if t.r.Float64() < 0.7 {
		t.q.sex = int8(t.p.sex)
		t.who = map[bool]string{true: "a baby boy", false: "a baby girl"}[t.p.sex == 0]
	}
	if t.p.twin && t.r.Float64() < 0.8 {
		t.q.twin = true
		t.who += ", one of twins,"
	}
}

// birthday is the first day of a year of age.
func birthday(years int) int32 { return int32(float64(years)*yearDays + 0.999) }

// home tells where somebody lives, that often.
func (t *teller) home(often float64) {
	if t.r.Float64() > often {
		return
	}
	switch x := t.r.Float64(); {
	case x < 0.6 && t.p.town > 0:
		t.q.town = int(t.p.town)
		t.adds = append(t.adds, one(t.r, "from ", "who lives in ")+t.s.towns[t.p.town].name)
	case x < 0.8 && t.p.zip > 0:
		t.q.zip = int(t.p.zip)
		t.adds = append(t.adds, "from zip "+t.s.zips[t.p.zip].name)
	case strings.HasSuffix(t.s.counties[t.p.county].name, "County"):
		t.q.county = int(t.p.county)
		t.adds = append(t.adds, "from "+t.s.counties[t.p.county].name)
	}
}

func (t *teller) work(often float64) {
	if t.p.job == 0 || t.r.Float64() > often {
		return
	}
	t.q.job = t.p.job
	job := jobs[t.p.job].name
	a := "a "
	if strings.ContainsRune("aeiou", rune(job[0])) {
		a = "an "
	}
	t.adds = append(t.adds, one(t.r, "who is "+a+job, "who works as "+a+job))
}

// lasting tells a condition that somebody has.
func (t *teller) lasting(often float64) {
	if t.p.ill == 0 || t.r.Float64() > often {
		return
	}
	for i := range conditions {
		if t.p.ill>>i&1 != 0 && t.r.Float64() < 0.7 {
			t.q.ill |= 1 << i
			t.adds = append(t.adds, "with "+one(t.r, conditions[i].name, conditions[i].other))
			return
		}
	}
}

func (t *teller) name(often float64) {
	if t.p.given == 0 || t.r.Float64() > often {
		return
	}
	name := capital(t.s.names.given[t.p.given])
	t.q.given = t.p.given
	if t.p.surname > 0 && t.r.Float64() < 0.5 {
		t.q.surname = t.p.surname
		name += " " + capital(t.s.names.surnames[t.p.surname])
	}
	if t.q.sex >= 0 {
		t.rest = append(t.rest, map[int8]string{0: "His", 1: "Her"}[t.q.sex]+" name is "+name+".")
		return
	}
	t.rest = append(t.rest, "My patient's name is "+name+".")
}
