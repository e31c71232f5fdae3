package main

import "bedside/census"

// over85 spreads men and women of 85 and more over single years, in parts of a thousand: an assumption after the shares of 85 to 89, 90 to 94, 95 to 99 and 100 and
// more in the US census of 2020 (of a hundred men about 69, 25, 5 and 1; of a hundred women 61, 28, 9 and 2), falling evenly within each. It is the same everywhere.
var over85 = [2][]int{
	{180, 158, 137, 116, 99, 80, 62, 48, 35, 25, 19, 13, 9, 7, 4, 3, 2, 1, 1, 1},
	{152, 136, 122, 109, 96, 83, 69, 55, 43, 32, 29, 21, 16, 12, 9, 6, 4, 3, 2, 1},
}

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
			spread(people[a][sex][openAge:], over85[sex])
		}
		c.Ages(a, people[a][0], people[a][1])
	}
	return nil
}

// spread gives the people of the first, open age to it and the ages above it, by their parts.
func spread(people, parts []int) {
	all := 0
	for _, n := range parts {
		all += n
	}
	s := share{before: all, now: people[0]}
	for i := range people {
		part := 0
		if i < len(parts) {
			part = parts[i]
		}
		people[i] = s.next(part)
	}
}
