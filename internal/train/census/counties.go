package main

import (
	"fmt"
	"slices"
	"strings"

	"bedside/census"
)

const countiesFile = "reference/statistics/us-county-population/2018_county_census_age_sex.csv"

// fiveYears are the columns of the bands of ages, youngest first.
var fiveYears = strings.Fields(`est2018_0to4 est2018_5to9 est2018_10to14 est2018_15to19 est2018_20to24 est2018_25to29 est2018_30to34 est2018_35to39 est2018_40to44
	est2018_45to49 est2018_50to54 est2018_55to59 est2018_60to64 est2018_65to69 est2018_70to74 est2018_75to79 est2018_80to84 est2018_85plus`)

// counties adds the counties of the US. Their people of 2018 are brought to the state's of 2022, so that counties together are their state.
func (c *compiler) counties() error {
	s, err := readSheet(c.shared, countiesFile)
	if err != nil {
		return err
	}
	slices.SortFunc(s.rows, func(a, b []string) int { return strings.Compare(fips(s, a), fips(s, b)) })
	states, err := c.stateNames()
	if err != nil {
		return err
	}
	before := map[census.Area]int{}
	for _, row := range s.rows {
		before[states[stateName(s, row)]] += s.number(row, "est2018_all")
	}
	shares := map[census.Area]*share{}
	for _, row := range s.rows {
		state := states[stateName(s, row)]
		if state == 0 {
			return fmt.Errorf("county %s lies in no state", fips(s, row))
		}
		if shares[state] == nil {
			shares[state] = &share{before: before[state], now: c.people[state]}
		}
		c.addCounty(s, row, state, shares[state].next(s.number(row, "est2018_all")))
	}
	return c.otherCounties()
}

// otherCounties adds those of other countries, whose ages are not known.
func (c *compiler) otherCounties() error {
	rows, err := readTable(c.own, "counties.tsv", 4)
	if err != nil {
		return err
	}
	for _, row := range rows {
		holder := c.country[row[0]]
		if row[1] != "-" {
			holder = c.state[row[0]+" "+row[1]]
		}
		if holder == 0 {
			return fmt.Errorf("counties.tsv: %s lies nowhere: %s %s", row[2], row[0], row[1])
		}
		name, _, _ := strings.Cut(row[2], "|")
		people := wholeNumber(row[3]) * thousand
		a := c.County(holder, name, people, make([]int, len(fiveYears)))
		c.people[a] = people
		c.call(a, row[2])
	}
	return nil
}

func (c *compiler) addCounty(s *sheet, row []string, state census.Area, people int) {
	name, _, _ := strings.Cut(s.text(row, "geo_display"), ",")
	inBand := make([]int, len(fiveYears))
	for i, column := range fiveYears {
		inBand[i] = s.number(row, column)
	}
	a := c.County(state, name, people, inBand)
	c.county[fips(s, row)], c.people[a] = a, people
	c.town[placeKey("US", c.codeOf[state], name)] = a // for by-names; a town of the same name takes its place
	c.Named(key(name), a, false)
	if base, isCounty := strings.CutSuffix(name, " County"); isCounty {
		c.Named(key(base+" Co"), a, false)
	}
}

func fips(s *sheet, row []string) string {
	code := s.text(row, "statecountyfips")
	return strings.Repeat("0", max(0, 5-len(code))) + code
}

func stateName(s *sheet, row []string) string {
	_, state, _ := strings.Cut(s.text(row, "geo_display"), ", ")
	return state
}

// stateNames returns the states of the US by name.
func (c *compiler) stateNames() (map[string]census.Area, error) {
	s, err := readSheet(c.shared, statesFile)
	if err != nil {
		return nil, err
	}
	states := map[string]census.Area{}
	for _, row := range s.rows {
		states[s.text(row, "state_name")] = c.state[inUS(s.text(row, "state"))]
	}
	return states, nil
}

// share rescales the parts of a whole one after the other, so that together they are exactly the new whole.
type share struct{ before, now, sum, given int }

func (s *share) next(n int) int {
	s.sum += n
	part := rescaled(s.sum, s.before, s.now) - s.given
	s.given += part
	return part
}
