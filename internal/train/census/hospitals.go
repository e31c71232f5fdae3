package main

import (
	"fmt"
	"slices"
	"strings"

	"bedside/census"
	"bedside/internal/train/source"
	"bedside/text"
)

const hospitalsFile = "reference/statistics/us-hospital-cost-reports/hospital_data.csv"

// daysOfYear brings reports of shorter periods to a year; nursery care and swing beds are not in the days.
const daysOfYear = 365

// hospitals adds the hospitals of the cost reports with a share of their state's births.
func (c *compiler) hospitals() error {
	s, err := readSheet(c.shared, hospitalsFile)
	if err != nil {
		return err
	}
	called, err := c.hospitalByNames(s)
	if err != nil {
		return err
	}
	births, err := c.stateBirths()
	if err != nil {
		return err
	}
	states, err := c.stateNames()
	if err != nil {
		return err
	}
	born := map[census.Area]int{}
	for name, n := range births {
		born[states[name]] = n
	}
	list := make([]census.Hospital, len(s.rows))
	weights := map[census.Area]int{} // of the hospitals of a state
	for i, row := range s.rows {
		list[i] = c.hospital(s, row)
		weights[c.hospitalState(s, row)] += birthWeight(list[i])
	}
	for i, row := range s.rows {
		state := c.hospitalState(s, row)
		list[i].Births.Likely = rescaled(birthWeight(list[i]), weights[state], born[state]*birthsMore/birthsLess)
		keys := append(hospitalNames(s.text(row, "hospital_name")), called[i]...)
		slices.Sort(keys)
		c.Hospital(list[i], slices.Compact(keys))
	}
	return nil
}

// Births are shared out among the hospitals that have any: about seven tenths by their weights. Which these are is not reported, but where somebody
// tells of a birth there are births.
const (
	birthsMore = 10
	birthsLess = 7
)

// birthWeight grows with the bed-days of a hospital to the power of two thirds: a hospital of thirty times the days has about ten times the births, as
// much of what fills large hospitals is other people's illness. Children's hospitals have no births.
func birthWeight(h census.Hospital) int {
	if h.Kind == census.Childrens {
		return 0
	}
	square := h.BedDays * h.BedDays
	root := 0
	for step := 1 << 20; step > 0; step >>= 1 {
		if next := root + step; next*next*next <= square {
			root = next
		}
	}
	return root
}

// hospitalByNames reads what hospitals are called besides, by the row of their report.
func (c *compiler) hospitalByNames(s *sheet) (map[int][]census.Key, error) {
	lines, err := readTable(c.own, "hospitals.tsv", 3)
	if err != nil {
		return nil, err
	}
	called := map[int][]census.Key{}
	for _, line := range lines {
		found := c.reportsOf(s, line[1], line[2])
		if len(found) != 1 {
			return nil, fmt.Errorf("hospitals.tsv: %d hospitals in %s begin with %q, want one", len(found), line[2], line[1])
		}
		for name := range strings.SplitSeq(line[0], "|") {
			called[found[0]] = append(called[found[0]], key(name))
		}
	}
	return called, nil
}

// reportsOf returns the rows of a state whose names begin so, or the one that is called so exactly.
func (c *compiler) reportsOf(s *sheet, name, state string) (rows []int) {
	for i, row := range s.rows {
		if full := s.text(row, "hospital_name"); s.text(row, "state") == state && strings.HasPrefix(full, name) {
			if full == name {
				return []int{i}
			}
			rows = append(rows, i)
		}
	}
	return rows
}

// usualUse is how many of ten beds are taken where a hospital does not report its days.
const usualUse = 6

func (c *compiler) hospital(s *sheet, row []string) census.Hospital {
	h := census.Hospital{
		Area: c.hospitalArea(s, row), Beds: s.number(row, "subtotal_acute_beds_1400"), LabourBeds: s.number(row, "labor_delivery_beds_3200"),
		Emergencies: s.text(row, "emergency_services") == "TRUE", BedDays: s.number(row, "subtotal_acute_bed_days_1400"),
	}
	switch s.text(row, "hospital_type") {
	case "Critical Access Hospitals":
		h.Kind = census.CriticalAccess
	case "Childrens":
		h.Kind = census.Childrens
	}
	if period := s.number(row, "days_in_period") + 1; period > 1 {
		h.BedDays = rescaled(h.BedDays, period, daysOfYear)
	}
	if h.BedDays == 0 {
		h.BedDays = h.Beds * daysOfYear * usualUse / 10
	}
	return h
}

func (c *compiler) hospitalState(s *sheet, row []string) census.Area {
	if state := c.state[inUS(s.text(row, "state"))]; state != 0 {
		return state
	}
	if country := c.country[s.text(row, "state")]; country != 0 && s.text(row, "state") != "" {
		return country // Puerto Rico, Guam, the Virgin Islands and the Northern Marianas
	}
	return c.country["US"]
}

// hospitalArea returns the town of a hospital, else its county or state.
func (c *compiler) hospitalArea(s *sheet, row []string) census.Area {
	state := s.text(row, "state")
	if town := c.town[placeKey("US", state, s.text(row, "city"))]; town != 0 {
		return town
	}
	if county := c.county[fips(s, row)]; county != 0 {
		return county
	}
	return c.hospitalState(s, row)
}

// legalForms end names and are left out.
var legalForms = source.SetOf(strings.Fields("inc llc corp corporation ltd lp pllc co pa"))

// hospitalNames returns the keys of what a hospital is called: the whole name and the part before a dash, each as it stands and without the
// words that all hospitals have.
func hospitalNames(name string) []census.Key {
	name, _, _ = strings.Cut(name, "(")
	name = strings.TrimSuffix(strings.TrimSpace(name), ", THE")
	base, _, _ := strings.Cut(name, " - ")
	var keys []census.Key
	for _, form := range []string{strings.ReplaceAll(name, " - ", " "), base} {
		words := slices.DeleteFunc(text.Words(source.TitleCase(form)), func(w string) bool { return strings.Trim(w, ".,-&/#") == "" })
		for len(words) > 1 && legalForms[words[len(words)-1]] {
			words = words[:len(words)-1]
		}
		keys = append(keys, census.HospitalKeys(words)...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
