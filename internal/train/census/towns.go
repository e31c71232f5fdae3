package main

import (
	"fmt"
	"strings"

	"bedside/census"
	"bedside/internal/train/source"
)

const townsFile = "reference/statistics/geonames-cities/cities1000_us_ca_gb.csv"

// place is a town before it is numbered.
type place struct {
	name                 string
	country, state, area string // area is the key of compiler.town
	row                  census.TownRow
}

// towns adds the towns of the world and their by-names. Those of the US lie in the county of the nearest postcode, of the same name if there
// is one in the state; those of other countries in their state where it is listed.
func (c *compiler) towns() error {
	places, err := c.detailedTowns()
	if err != nil {
		return err
	}
	others, err := c.otherTowns()
	if err != nil {
		return err
	}
	places = append(places, others...)
	rows := make([]census.TownRow, len(places))
	for i, p := range places {
		rows[i] = p.row
	}
	areas := c.Towns(rows)
	isTown := map[census.Area]bool{}
	for i, a := range areas {
		c.people[a] = rows[i].People
		k := places[i].area
		if known := c.town[k]; known == 0 || c.people[known] < rows[i].People || !isTown[known] {
			c.town[k] = a
		}
		isTown[a] = true
	}
	c.withoutCity(places, areas)
	return c.byNames()
}

// withoutCity gives "Cebu City" the name Cebu where nothing else in its country is called so.
func (c *compiler) withoutCity(places []place, areas []census.Area) {
	taken := map[string]bool{}
	for _, p := range places {
		taken[p.country+" "+p.name] = true
	}
	for i, p := range places {
		if base, isCity := strings.CutSuffix(p.name, " City"); isCity && p.country != "US" && !taken[p.country+" "+base] && c.people[areas[i]] >= cityPeople {
			c.Named(key(base), areas[i], false)
		}
	}
}

// cityPeople is how many people make a city that is called by half its name.
const cityPeople = 50_000

// detailedTowns reads those of the US, Canada and the UK, which are listed with state and coordinates.
func (c *compiler) detailedTowns() ([]place, error) {
	zips, err := c.zips()
	if err != nil {
		return nil, err
	}
	inState := map[census.Area][]zip{}
	for _, z := range zips {
		inState[z.state] = append(inState[z.state], z)
	}
	s, err := readSheet(c.shared, townsFile)
	if err != nil {
		return nil, err
	}
	divisions, err := c.divisions()
	if err != nil {
		return nil, err
	}
	var places []place
	for _, row := range s.rows {
		people := s.number(row, "population")
		if people == 0 {
			continue
		}
		p := newPlace(s.text(row, "name"), s.text(row, "country"), divisions.code(s.text(row, "country"), s.text(row, "admin1")))
		state, country := c.state[p.country+" "+p.state], c.country[p.country]
		p.row.People, p.row.Parent = people, country
		if state != 0 {
			county := countyOf(p.name, pointAt(s.text(row, "lat"), s.text(row, "lon")), inState[state])
			p.row.Parent = c.holder(people, county, state, country)
		}
		places = append(places, p)
	}
	return places, nil
}

func newPlace(name, country, state string) place {
	name, _, _ = strings.Cut(name, ",") // "Washington, D.C."
	name, _, _ = strings.Cut(name, "(")
	name, _, _ = strings.Cut(name, "/")
	return place{
		name: strings.TrimSpace(name), country: country, state: state, area: placeKey(country, state, name), row: census.TownRow{Name: key(name)},
	}
}

func placeKey(country, state, name string) string {
	return fmt.Sprintf("%s %s %08x", country, state, uint32(key(name)))
}

// countyOf returns the county of the nearest of some postcodes, rather of one whose place has the same name.
func countyOf(name string, at point, zips []zip) census.Area {
	var best zip
	for _, sameName := range []bool{true, false} {
		for _, z := range zips {
			if (!sameName || z.place == name) && z.county != 0 && (best.county == 0 || at.from(z.at) < at.from(best.at)) {
				best = z
			}
		}
		if best.county != 0 {
			break
		}
	}
	return best.county
}

// divisions are the codes of states by country and GeoNames' own code.
type divisions map[string]string

func (c *compiler) divisions() (divisions, error) {
	rows, err := readTable(c.own, "states.tsv", 6)
	if err != nil {
		return nil, err
	}
	d := divisions{}
	for _, row := range rows {
		d[row[0]+" "+row[2]] = row[1]
	}
	return d, nil
}

func (d divisions) code(country, admin string) string {
	if code, ok := d[country+" "+admin]; ok {
		return code
	}
	return admin
}

// otherTowns reads those of all other countries. Their people are rounded: nothing is as exact as their last digits.
func (c *compiler) otherTowns() ([]place, error) {
	cities, err := source.Cities(c.shared)
	if err != nil {
		return nil, err
	}
	divisions, err := c.divisions()
	if err != nil {
		return nil, err
	}
	var places []place
	for _, city := range cities {
		if city.People == 0 || city.Country == "US" || city.Country == "CA" || city.Country == "GB" {
			continue
		}
		country := c.country[city.Country]
		if country == 0 {
			return nil, fmt.Errorf("countries.tsv lacks %q", city.Country)
		}
		p := newPlace(city.Name, city.Country, divisions.code(city.Country, city.Admin))
		p.row.People = rounded(int(city.People))
		p.row.Parent = c.holder(p.row.People, c.state[p.country+" "+p.state], country)
		places = append(places, p)
	}
	return places, nil
}

// rounded keeps two digits of a number.
func rounded(n int) int {
	unit := 1
	for n/unit >= 100 {
		unit *= 10
	}
	return (n + unit/2) / unit * unit
}

// byNames adds what towns are called besides, from lines like "Philly = Philadelphia|US|PA".
func (c *compiler) byNames() error {
	lines, err := source.Lines(c.places, "places_extra.txt")
	if err != nil {
		return err
	}
	more, err := source.Lines(c.own, "towns.tsv")
	if err != nil {
		return err
	}
	for _, line := range append(more, lines...) {
		name, of, isByName := strings.Cut(line, " = ")
		if !isByName {
			continue
		}
		parts := strings.Split(of, "|")
		if len(parts) != 3 {
			return fmt.Errorf("by-names of places: want name|country|state, got %.40q", line)
		}
		if a := c.town[placeKey(parts[1], parts[2], parts[0])]; a != 0 {
			c.Named(key(name), a, false)
		}
	}
	return nil
}
