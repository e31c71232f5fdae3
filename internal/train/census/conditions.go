package main

import (
	"fmt"
	"strconv"
	"strings"

	"bedside/census"
	"bedside/text"
)

// conditions adds the rates of conditions.tsv. Lines of the same names belong together.
func (c *compiler) conditions() error {
	rows, err := readTable(c.own, "conditions.tsv", 7)
	if err != nil {
		return err
	}
	var order []string
	rates := map[string][]census.Rate{}
	for _, row := range rows {
		rate, err := rateOf(row)
		if err != nil {
			return fmt.Errorf("conditions.tsv: %.30q: %w", row[0], err)
		}
		if rates[row[0]] == nil {
			order = append(order, row[0])
		}
		rates[row[0]] = append(rates[row[0]], rate)
	}
	named := map[census.Key]string{}
	for _, names := range order {
		var keys []census.Key
		for _, name := range spellings(names) {
			if n := len(text.Words(name)); n > census.LongestCondition {
				return fmt.Errorf("conditions.tsv: %q has %d words, more than %d words are not looked at", name, n, census.LongestCondition)
			}
			k := key(name)
			if other, ok := named[k]; ok && other != names {
				return fmt.Errorf("conditions.tsv: %q stands in two lines: %.30q and %.30q", name, other, names)
			} else if !ok {
				named[k] = names
				keys = append(keys, k)
			}
		}
		c.Condition(keys, rates[names])
	}
	return nil
}

// spellings returns names, and those that Americans spell otherwise once more.
func spellings(names string) []string {
	american := strings.NewReplacer("haem", "hem", "aemi", "emi", "oedema", "edema", "oesoph", "esoph", "oestr", "estr", "tumour", "tumor", "labour", "labor", "diarrhoea", "diarrhea",
		"paed", "ped", "anaes", "anes", "caesar", "cesar", "foet", "fet", "coeliac", "celiac", "gynaec", "gynec", "phaeo", "pheo", "paralys", "paralyz", "ischaem", "ischem", "toxaem", "toxem",
		"neurone", "neuron", "fibre", "fiber", "praevia", "previa", "centre", "center", "necrotis", "necrotiz")
	list := strings.Split(names, "|")
	for _, name := range list {
		if other := american.Replace(name); other != name {
			list = append(list, other)
		}
	}
	return list
}

// rateOf reads a line: names, measure, sex, ages, low and high of 100,000, source.
func rateOf(row []string) (r census.Rate, err error) {
	switch row[1] {
	case "having":
		r.Measure = census.Having
	case "yearly":
		r.Measure = census.Yearly
	case "births":
		r.Measure = census.OfBirths
	default:
		return r, fmt.Errorf("unknown measure %q", row[1])
	}
	switch row[2] {
	case "any":
	case "male":
		r.Sex = census.Male
	case "female":
		r.Sex = census.Female
	default:
		return r, fmt.Errorf("unknown sex %q", row[2])
	}
	first, last, found := strings.Cut(row[3], "-")
	r.First, r.Last = wholeNumber(first), wholeNumber(last)
	if !found || r.Last < r.First || r.Last > census.Oldest {
		return r, fmt.Errorf("ages %q", row[3])
	}
	if r.Low, err = ofBillion(row[4]); err != nil {
		return r, err
	}
	if r.High, err = ofBillion(row[5]); err != nil {
		return r, err
	}
	if r.Low <= 0 || r.High < r.Low || r.High > census.Billion || row[6] == "" {
		return r, fmt.Errorf("low %q, high %q, source %q", row[4], row[5], row[6])
	}
	return r, nil
}

// ofBillion turns a rate of 100,000, with up to four decimals, into one of a billion.
func ofBillion(s string) (int, error) {
	units, decimals, _ := strings.Cut(s, ".")
	const places = 4
	if len(decimals) > places {
		return 0, fmt.Errorf("rate %q has more than %d decimals", s, places)
	}
	return strconv.Atoi(units + decimals + strings.Repeat("0", places-len(decimals)))
}
