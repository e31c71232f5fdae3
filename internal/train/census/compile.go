package main

import (
	"fmt"
	"io/fs"
	"strings"

	"bedside/census"
	"bedside/text"
)

// inputs are the folders that the table is made from.
type inputs struct {
	shared fs.FS // public data
	places fs.FS // places_extra.txt
	own    fs.FS // the lists beside this program
}

// compiler carries what one part of the table needs of another.
type compiler struct {
	inputs
	*census.Builder

	country map[string]census.Area // by code
	state   map[string]census.Area // by country and code: "US MD"
	county  map[string]census.Area // by FIPS code
	people  map[census.Area]int
	codeOf  map[census.Area]string // of states
	town    map[string]census.Area // the largest of a name in a state: "US MD baltimore"
}

// compile makes the table.
func compile(in inputs) ([]byte, error) {
	c := &compiler{
		inputs: in, Builder: census.NewBuilder(sources),
		country: map[string]census.Area{}, state: map[string]census.Area{}, county: map[string]census.Area{},
		people: map[census.Area]int{}, codeOf: map[census.Area]string{}, town: map[string]census.Area{},
	}
	for _, part := range []struct {
		name string
		add  func() error
	}{
		{"countries and states", c.regions},
		{"counties", c.counties},
		{"postcodes", c.postcodes},
		{"towns", c.towns},
		{"ages", c.ages},
		{"hospitals", c.hospitals},
		{"names", c.names},
		{"conditions", c.conditions},
	} {
		if err := part.add(); err != nil {
			return nil, fmt.Errorf("compile %s: %w", part.name, err)
		}
	}
	return c.Bytes()
}

// key is the key of a name as people write it.
func key(name string) census.Key { return census.KeyOf(text.Words(name)) }

// call gives an area its names: "Ontario|Ont||ON", those behind the two bars only behind the name of a place.
func (c *compiler) call(a census.Area, names string) {
	free, behind, _ := strings.Cut(names, "||")
	for name := range strings.SplitSeq(free, "|") {
		c.Named(key(name), a, false)
	}
	for name := range strings.SplitSeq(behind, "|") {
		if name != "" {
			c.Named(key(name), a, true)
		}
	}
}
