package main

import "bedside/census"

// over85 spreads people of 85 and more over single years, in parts of a thousand: an assumption after the shares of 85 to 89, 90 to 94, 95 to 99 and 100
// and more in the US census of 2020 (about 64, 27, 7 and 1 in a hundred), falling evenly within each. It is the same for both sexes and everywhere.
var over85 = [...]int{165, 145, 127, 110, 95, 80, 66, 54, 43, 33, 24, 18, 12, 9, 6, 4, 3, 2, 1, 1, 1, 1, 0, 0, 0, 0}

const openAge = 85

// ages adds the people of the US and of each state by sex and year of age, in 2022.
func (c *compiler) ages() error {
	s, err := readSheet(c.shared, agesFile)
	if err != nil {
		return err
	}
	states, err := c.stateNames()
	if err != nil {
		return err
	}
	var order []census.Area
	type sexes [2][census.Oldest + 1]int
	people := map[census.Area]*sexes{}
	for _, row := range s.rows {
		a := states[s.text(row, "NAME")]
		if s.text(row, "NAME") == unitedStates {
			a = c.country["US"]
		}
		sex, age := s.number(row, "SEX"), s.number(row, "AGE")
		if a == 0 || sex == 0 || s.text(row, "AGE") == allAges {
			continue
		}
		if people[a] == nil {
			people[a] = &sexes{}
			order = append(order, a)
		}
		people[a][sex-1][age] = s.number(row, peopleOf2022)
	}
	for _, a := range order {
		for sex := range people[a] {
			spread(people[a][sex][openAge:])
		}
		c.Ages(a, people[a][0], people[a][1])
	}
	return nil
}

// spread gives the people of the first, open age to it and the ages above it.
func spread(people []int) {
	all := 0
	for _, n := range over85 {
		all += n
	}
	s := share{before: all, now: people[0]}
	for i := range people {
		people[i] = s.next(over85[i])
	}
}
