package main

import (
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
	list := make([]census.Hospital, len(s.rows))
	days := map[census.Area]int{} // in hospitals that may have births, by state
	for i, row := range s.rows {
		list[i] = c.hospital(s, row)
		if list[i].Kind != census.Childrens {
			days[c.hospitalState(s, row)] += list[i].BedDays
		}
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
	for i, row := range s.rows {
		h := list[i]
		if state := c.hospitalState(s, row); h.Kind != census.Childrens {
			h.Births.Likely = rescaled(h.BedDays, days[state], born[state]*birthsMore/birthsLess)
		}
		c.Hospital(h, hospitalNames(s.text(row, "hospital_name")))
	}
	return nil
}

// Births are shared out by bed-days among the hospitals that have any: about four fifths of all bed-days. Which these are is not reported, but where
// somebody tells of a birth there are births.
const (
	birthsMore = 5
	birthsLess = 4
)

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
