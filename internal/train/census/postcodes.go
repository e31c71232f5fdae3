package main

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"bedside/census"
	"bedside/internal/train/source"
)

const (
	zctaFile = "reference/statistics/us-zcta-population/2010-pop-by-zcta.csv"
	zipsFile = "reference/statistics/us-zip-places/US.txt"
)

// zip is a postcode: its place, and its people of 2010 if it is one of the ZCTAs.
type zip struct {
	digits        int
	place         string
	state, county census.Area
	at            point
	people        int
}

// postcodes adds ZCTAs and their three digits. Their people of 2010 are brought to the state's of 2022. Their county is that of GeoNames.
func (c *compiler) postcodes() error {
	zips, err := c.zips()
	if err != nil {
		return err
	}
	s, err := readSheet(c.shared, zctaFile)
	if err != nil {
		return err
	}
	byDigits := map[int]zip{}
	for _, z := range zips {
		byDigits[z.digits] = z
	}
	var list []zip
	for _, row := range s.rows {
		digits := s.number(row, "Zip Code ZCTA")
		z := byDigits[digits]
		z.digits, z.people = digits, s.number(row, "2010 Census Population")
		list = append(list, z)
	}
	slices.SortFunc(list, func(a, b zip) int { return cmp.Compare(a.digits, b.digits) })
	list = merged(list)
	if err := giveStates(list); err != nil {
		return err
	}
	c.rescaleZips(list)
	c.addPostcodes(list)
	return nil
}

// merged adds up what the list says of one postcode in two lines.
func merged(list []zip) []zip {
	var out []zip
	for _, z := range list {
		if n := len(out); n > 0 && out[n-1].digits == z.digits {
			out[n-1].people += z.people
			continue
		}
		out = append(out, z)
	}
	return out
}

// zips reads the place, state and county of every ZIP code.
func (c *compiler) zips() ([]zip, error) {
	lines, err := source.Lines(c.shared, zipsFile)
	if err != nil {
		return nil, err
	}
	prefix := map[string]string{} // of FIPS codes, by state
	if err := c.eachStateCode(func(code, number string) { prefix[code] = number }); err != nil {
		return nil, err
	}
	var zips []zip
	for _, line := range lines {
		f := strings.Split(line, "\t")
		if len(f) < 11 || prefix[f[4]] == "" {
			continue // military post, territories
		}
		zips = append(zips, zip{
			digits: wholeNumber(f[1]), place: f[2], state: c.state[inUS(f[4])], county: c.county[prefix[f[4]]+f[6]], at: pointAt(f[9], f[10]),
		})
	}
	return zips, nil
}

// eachStateCode hands out each state of the US with its number.
func (c *compiler) eachStateCode(see func(code, number string)) error {
	s, err := readSheet(c.shared, statesFile)
	if err != nil {
		return fmt.Errorf("read codes of states: %w", err)
	}
	for _, row := range s.rows {
		if n := s.text(row, "geo_id"); c.state[inUS(s.text(row, "state"))] != 0 {
			see(s.text(row, "state"), n)
		}
	}
	return nil
}

// giveStates gives postcodes that no list places the state of those with the same three digits.
func giveStates(list []zip) error {
	for i := range list {
		if list[i].state != 0 {
			continue
		}
		for _, z := range list {
			if z.digits/100 == list[i].digits/100 && z.state != 0 {
				list[i].state = z.state
				break
			}
		}
		if list[i].state == 0 {
			return fmt.Errorf("no state for postcode %05d: %w", list[i].digits, fs.ErrNotExist)
		}
	}
	return nil
}

func (c *compiler) rescaleZips(list []zip) {
	before := map[census.Area]int{}
	for _, z := range list {
		before[z.state] += z.people
	}
	shares := map[census.Area]*share{}
	for i, z := range list {
		if shares[z.state] == nil {
			shares[z.state] = &share{before: before[z.state], now: c.people[z.state]}
		}
		list[i].people = shares[z.state].next(z.people)
	}
}

// addPostcodes adds the runs of postcodes with the same three digits, each run in the state where most of its people live, then the postcodes.
func (c *compiler) addPostcodes(list []zip) {
	for rest := list; len(rest) > 0; {
		n, people := 0, 0
		in := map[census.Area]int{}
		for n < len(rest) && rest[n].digits/100 == rest[0].digits/100 {
			people += rest[n].people
			in[rest[n].state] += rest[n].people
			n++
		}
		state := rest[0].state
		for _, z := range rest[:n] {
			if in[z.state] > in[state] {
				state = z.state
			}
		}
		c.Postcode3(state, rest[0].digits/100, people)
		rest = rest[n:]
	}
	for _, z := range list {
		c.Postcode(c.holder(z.people, z.county, z.state), z.digits, z.people)
	}
}

// holder returns the first of some areas that is known and has as many people.
func (c *compiler) holder(people int, areas ...census.Area) census.Area {
	for _, a := range areas[:len(areas)-1] {
		if a != 0 && c.people[a] >= people {
			return a
		}
	}
	return areas[len(areas)-1]
}
