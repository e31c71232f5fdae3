package main

import (
	"fmt"
	"strings"
)

const (
	birthsFile    = "reference/statistics/us-births-state/birth_rate_2016_2022.txt"
	agesFile      = "reference/statistics/us-state-age-sex/state_pop_data.csv"
	statesFile    = "reference/statistics/us-state-population/us_census_2018_states.csv"
	peopleOf2022  = "POPEST2022_CIV"
	allAges       = "999"
	unitedStates  = "United States"
	thousand      = 1000
	birthsOfYear  = `"2022"`
	statesColumns = 7
)

// region is a country or state before it is numbered.
type region struct {
	country, code, names string
	people, births, rate int
}

// regions adds countries and states. A country whose states are listed has the people of its states together.
func (c *compiler) regions() error {
	countries, err := readTable(c.own, "countries.tsv", 4)
	if err != nil {
		return err
	}
	states, err := c.readStates()
	if err != nil {
		return err
	}
	inStates, born := map[string]int{}, map[string]int{}
	for _, s := range states {
		inStates[s.country] += s.people
		born[s.country] += s.births
	}
	for _, row := range countries {
		r := region{code: row[0], names: row[1], people: wholeNumber(row[2]) * thousand, rate: wholeNumber(row[3])}
		if n := inStates[r.code]; n > 0 {
			r.people = n
		}
		name, _, _ := strings.Cut(r.names, "|")
		a := c.Country(r.code, name, r.people, born[r.code], r.rate)
		c.country[r.code], c.people[a] = a, r.people
		c.call(a, r.names)
	}
	for _, s := range states {
		country, ok := c.country[s.country]
		if !ok {
			return fmt.Errorf("states: no country %q", s.country)
		}
		name, _, _ := strings.Cut(s.names, "|")
		a := c.State(country, s.code, name, s.people, s.births)
		c.state[s.country+" "+s.code], c.people[a], c.codeOf[a] = a, s.people, s.code
		c.call(a, s.names)
	}
	return nil
}

// readStates reads the states of the US, then those of states.tsv.
func (c *compiler) readStates() ([]region, error) {
	codes, err := readSheet(c.shared, statesFile)
	if err != nil {
		return nil, err
	}
	people, err := c.statePeople()
	if err != nil {
		return nil, err
	}
	births, err := c.stateBirths()
	if err != nil {
		return nil, err
	}
	var list []region
	for _, row := range codes.rows {
		name, code := codes.text(row, "state_name"), codes.text(row, "state")
		if people[name] == 0 {
			continue // Puerto Rico is a country of this table: its people are in no table by age
		}
		list = append(list, region{country: "US", code: code, names: name + moreNames[code] + "||" + code + moreShort[code], people: people[name], births: births[name]})
	}
	others, err := readTable(c.own, "states.tsv", 6)
	if err != nil {
		return nil, err
	}
	for _, row := range others {
		list = append(list, region{country: row[0], code: row[1], names: row[3], people: wholeNumber(row[4]), births: wholeNumber(row[5])})
	}
	return list, nil
}

// moreNames and moreShort are by-names of states, and short forms that are older than the post's.
var (
	moreNames = map[string]string{"DC": "|Washington DC|DC"}
	moreShort = map[string]string{
		"AZ": "|Ariz", "CA": "|Calif|Cali", "CO": "|Colo", "CT": "|Conn", "DE": "|Del", "FL": "|Fla", "IL": "|Ill", "IN": "|Ind", "KS": "|Kan", "KY": "|Ky",
		"MA": "|Mass", "MI": "|Mich", "MN": "|Minn", "MS": "|Miss", "MO": "|Mo", "MT": "|Mont", "NE": "|Neb", "NV": "|Nev", "OK": "|Okla", "OR": "|Ore", "PA": "|Penn|Penna",
		"TN": "|Tenn", "TX": "|Tex", "VA": "|Va", "WA": "|Wash|Washington State", "WI": "|Wis|Wisc", "WY": "|Wyo",
	}
)

// statePeople returns how many lived in each state in 2022, by its name.
func (c *compiler) statePeople() (map[string]int, error) {
	s, err := readSheet(c.shared, agesFile)
	if err != nil {
		return nil, err
	}
	people := map[string]int{}
	for _, row := range s.rows {
		if s.text(row, "SEX") == "0" && s.text(row, "AGE") == allAges && s.text(row, "NAME") != unitedStates {
			people[s.text(row, "NAME")] = s.number(row, peopleOf2022)
		}
	}
	return people, nil
}

// stateBirths returns how many children were born to people of each state in 2022, by its name.
func (c *compiler) stateBirths() (map[string]int, error) {
	rows, err := readTable(c.shared, birthsFile, statesColumns)
	if err != nil {
		return nil, err
	}
	births := map[string]int{}
	for _, row := range rows {
		if row[2] == birthsOfYear {
			births[strings.Trim(row[0], `"`)] = wholeNumber(row[4])
		}
	}
	return births, nil
}

// inUS is the key of a state's code.
func inUS(code string) string { return "US " + code }

// rescaled returns n of a whole that has grown or shrunk.
func rescaled(n, before, now int) int {
	if before == 0 {
		return 0
	}
	return int((int64(n)*int64(now) + int64(before)/2) / int64(before))
}
