package census

// Billion is everybody, as a share.
const Billion = 1_000_000_000

// Cohort is a class of ages that names are counted by: names come and go.
type Cohort uint8

// The cohorts: everybody, and those of under 20, 20 to 39, 40 to 59, 60 and more.
const (
	AllAges Cohort = iota
	Under20
	Under40
	Under60
	Over60
	cohorts
)

// Given returns how many of a billion people of a sex and cohort in the US bear a given name (folded), with Any the share of everybody. It is
// false for names that fewer than about 5 in a million have.
func (t *Table) Given(name string, sex Sex, cohort Cohort) (share int, ok bool) {
	i, end := t.givenNames.rows(keyStart.add(name))
	if i >= end || cohort >= cohorts || sex > Female {
		return 0, false
	}
	of := func(s uint32) int { return int(t.givenShares.at((2*i+s)*uint32(cohorts)+uint32(cohort))) * perUnit }
	switch sex {
	case Male:
		return of(0), true
	case Female:
		return of(1), true
	default:
		return (of(0) + of(1)) / 2, true
	}
}

// perUnit is what one of ten million is of a billion: names are stored so.
const perUnit = 100

// Surname returns how many of a billion people in the US bear a family name (folded). It is false for names of fewer than 1,000 people, which
// is 3,400 of a billion.
func (t *Table) Surname(name string) (share int, ok bool) {
	i, end := t.surnames.rows(keyStart.add(name))
	if i >= end {
		return 0, false
	}
	return int(t.surnameShares.at(i)) * perUnit, true
}
