package census

// numbered gives the levels their first areas.
func (t *Table) numbered() bool {
	if t.counts.len() != int(Town) {
		return false
	}
	next := Area(1)
	for level := Country; level <= Town; level++ {
		t.starts[level] = next
		n := t.counts.at(uint32(level) - 1)
		if n > mostAreas {
			return false
		}
		next += Area(n)
	}
	t.starts[Town+1] = next
	return true
}

const mostAreas = 1 << 24

func (t *Table) count(level Level) int { return int(t.starts[level+1] - t.starts[level]) }

// sound reports whether all parts have the lengths that others ask for, and lead nowhere outside.
func (t *Table) sound() bool {
	return t.areasSound() && t.namesSound() && t.postcodesSound() && t.agesSound() && t.hospitalsSound() && t.conditionsSound()
}

func (t *Table) areasSound() bool {
	all := int(t.starts[Town+1]) - 1
	named := t.count(Country) + t.count(State)
	if t.people.len() != all || len(t.people)%4 != 0 || t.parents.len() != all-t.count(Country) || len(t.parents)%2 != 0 {
		return false
	}
	if t.births.len() != named || t.birthRates.len() != t.count(Country) || !t.codes.sound(named) || !t.names.sound(named+t.count(County)) {
		return false
	}
	return t.parentsSound()
}

// parentsSound reports whether every area's parent is of a level above it that holds counties and the like.
func (t *Table) parentsSound() bool {
	for level := State; level <= Town; level++ {
		highest := t.starts[min(level, Postcode3)] // states lie in countries, counties in states, all else in counties and above
		for a := t.starts[level]; a < t.starts[level+1]; a++ {
			if p := t.parents.at(uint32(a - t.starts[State])); p == 0 || Area(p) >= highest {
				return false
			}
		}
	}
	return true
}

func (t *Table) namesSound() bool {
	if !t.townNames.sound(t.count(Town)) || !t.otherNames.sound(t.otherAreas.len()) ||
		!t.givenNames.sound(t.givenShares.len()/(2*int(cohorts))) || !t.surnames.sound(t.surnameShares.len()) {
		return false
	}
	for i := range uint32(t.otherAreas.len()) {
		if !t.isArea(t.otherAreas.at(i) &^ shortForm) {
			return false
		}
	}
	return true
}

func (t *Table) isArea(a uint32) bool { return a > 0 && Area(a) < t.starts[Town+1] }

func (t *Table) postcodesSound() bool {
	n := t.count(Postcode3)
	return t.prefixes.len() == n && len(t.postcodeEnds) == t.count(Postcode) && steps(t.postcodeStarts, n, len(t.postcodeEnds))
}

// steps reports whether an array leads through n runs of rows up to the end.
func steps(starts longs, n, end int) bool {
	if starts.len() != n+1 || starts.at(0) != 0 || starts.at(uint32(n)) != uint32(end) {
		return false
	}
	for i := range uint32(n) {
		if starts.at(i) > starts.at(i+1) {
			return false
		}
	}
	return true
}

func (t *Table) agesSound() bool {
	n := t.ageAreas.len()
	if t.ages.len() != n*2*ages || t.bands.len() != t.count(County)*bands {
		return false
	}
	for row := range uint32(n) {
		if a := t.ageAreas.at(row); !t.isArea(a) || !t.aged(row) {
			return false
		}
	}
	return true
}

// aged reports whether anybody lives in an area that has ages of its own.
func (t *Table) aged(row uint32) bool {
	for i := range uint32(2 * ages) {
		if n := t.ages.at(row*2*ages + i); n > 0 {
			return true
		}
	}
	return false
}

func (t *Table) hospitalsSound() bool {
	n := t.hospitalBeds.len()
	if t.hospitalAreas.len() != n || len(t.hospitalTraits) != n || len(t.labourBeds) != n || t.bedDays.len() != n || t.hospitalBirths.len() != n ||
		!t.hospitalNames.sound(t.hospitalRows.len()) {
		return false
	}
	for i := range uint32(n) {
		if !t.isArea(t.hospitalAreas.at(i)) {
			return false
		}
	}
	return below(t.hospitalRows, n)
}

func below(rows shorts, n int) bool {
	for i := range uint32(rows.len()) {
		if rows.at(i) >= uint32(n) {
			return false
		}
	}
	return true
}

func (t *Table) conditionsSound() bool {
	rates := t.rateLow.len()
	conditions := t.rateStarts.len() - 1
	return conditions >= 0 && t.rateHigh.len() == rates && len(t.rateWho) == rates*rateBytes && steps(t.rateStarts, conditions, rates) &&
		t.conditionNames.sound(t.conditionRows.len()) && below(t.conditionRows, conditions)
}
