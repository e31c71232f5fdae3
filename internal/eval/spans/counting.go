package spans

import (
	"slices"
	"strings"
	"unicode"

	"bedside"
)

// Counting says what counts on a set: which of its types are asked for, and which finds of ours are answers to it.
//
// Bedside's identifiers are the kinds of Safe Harbor and their Canadian and UK like. Countries, nationalities, titles and
// names of companies are none of these: they leave a crowd of thousands. Nor are years, and ages under 90. What a set marks
// beyond that is left aside: missing it is no miss and finding it no false alarm.
type Counting struct {
	Set string
	// Aside reports whether a gold span counts neither way.
	Aside func(kind, words string) bool
	// Also are kinds of mentions that answer this set beside the class of identifiers.
	Also []string
	// Clock also takes a mention of recent time that shows a time of day: sets that mark dates mark these with them.
	Clock bool
	// Names takes names only.
	Names bool
	Note  string // what is asked for, in words
}

// Countings is the table: which mention types count for which set.
func Countings() []Counting {
	countries := countryNames()
	ours := func(kind, words string) bool { return notOurs(countries, kind, words) }
	const oursOnly = "all but titles, companies, nationalities, countries, lone years and ages under 90"
	const everything = "everything that the set marks; ages, years, origins and countries are answers too"
	const people = "people by name; handles count neither way"
	return []Counting{
		{Set: OwnSet, Aside: nothingAside, Note: "identifiers of every kind"},
		{Set: asqSet, Aside: nothingAside, Note: "everything that the set marks"},
		{Set: handoffsSet, Aside: oneOf("PEDIATRIC_AGE"), Clock: true, Note: "all but ages; a time of day is an answer too"},
		{Set: presidioV2Set, Aside: ours, Note: oursOnly},
		{Set: presidioLargeSet, Aside: ours, Note: oursOnly},
		// All that the anchor counts. Our own ages, years and origins answer it; we look for no titles and no companies.
		{Set: presidioV2Set + allTypes, Aside: nothingAside, Also: widerKinds(), Clock: true, Note: everything},
		{Set: presidioLargeSet + allTypes, Aside: nothingAside, Also: widerKinds(), Clock: true, Note: everything},
		{Set: spiaSet, Aside: nothingAside, Note: "names, numbers of identity, licence, passport and telephone, e-mail addresses, where they stand in the text word for word"},
		{Set: wnutSet, Aside: notPerson, Names: true, Note: people},
		{Set: btcSet, Aside: notPerson, Names: true, Note: people},
	}
}

// Country is the type of a find that names a country. Bedside makes none; its peers do.
const Country = "country"

// allTypes marks a set of which every type counts.
const allTypes = ", all types"

func countingOf(set string) Counting {
	for _, c := range Countings() {
		if c.Set == set {
			return c
		}
	}
	return Counting{Set: set, Aside: nothingAside} // one that is handed in
}

func nothingAside(string, string) bool { return false }

func oneOf(kinds ...string) func(string, string) bool {
	return func(kind, _ string) bool { return slices.Contains(kinds, kind) }
}

func notPerson(kind, _ string) bool { return kind != person }

// widerKinds are mentions below the class of identifiers that the generator of the Presidio sets counts.
func widerKinds() []string {
	return []string{bedside.FactAge.String(), bedside.FactYear.String(), bedside.FactEthnicity.String(), Country}
}

// notOurs reports whether a span of the Presidio sets is no identifier of ours.
func notOurs(countries map[string]bool, kind, words string) bool {
	switch kind {
	case "TITLE", "PREFIX", "NRP", "ORGANIZATION":
		return true
	case "AGE":
		return !Over89(words)
	case "DATE_TIME":
		return YearAlone(words)
	case "GPE", "LOCATION":
		return countries[strings.ToLower(words)]
	default:
		return false
	}
}

// Over89 reports whether an age is told by a number of 90 or more.
func Over89(words string) bool {
	digits := strings.IndexFunc(words, unicode.IsDigit)
	if digits < 0 {
		return false
	}
	n := 0
	for _, r := range words[digits:] {
		if !unicode.IsDigit(r) || n > 200 {
			break
		}
		n = 10*n + int(r-'0')
	}
	return n >= 90
}

// YearAlone reports whether words are a year and nothing else.
func YearAlone(words string) bool {
	return len(words) == 4 && strings.Trim(words, "0123456789") == ""
}

// takes reports whether a mention answers the set.
func (c Counting) takes(m bedside.MentionOut, words string) bool {
	switch {
	case c.Names:
		return m.Type == bedside.FactName.String()
	case m.Class == bedside.Identifier:
		return true
	case m.Type == bedside.FactRecent.String():
		return c.Clock && timeOfDay(words)
	default:
		return slices.Contains(c.Also, m.Type)
	}
}

// timeOfDay reports whether words show one: digits with a colon, or with am or pm behind them.
func timeOfDay(words string) bool {
	if !strings.ContainsFunc(words, unicode.IsDigit) {
		return false
	}
	end := strings.ToLower(strings.TrimRight(words, "."))
	return strings.Contains(words, ":") || strings.HasSuffix(end, "am") || strings.HasSuffix(end, "pm")
}
