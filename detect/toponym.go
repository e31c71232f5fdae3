package detect

import "strings"

// looksLikeTown holds for words built as names of towns are: "Brianbury", "Llanfair", "Ramnagar". Only words that no list
// knows are asked.
func looksLikeTown(w string) bool {
	for _, end := range [...]string{
		"ville", "burgh", "burg", "bury", "borough", "boro", "chester", "cester", "caster", "haven", "mouth", "minster", "thorpe", "worth", "stead", "combe", "shire", "stad", "stadt", "dorf",
		"hausen", "heim", "furt", "abad", "nagar", "pur", "pura", "palli", "palle", "puram", "pattinam", "gaon", "ganj", "fontein", "kloof", "bridge", "field", "ford", "ham",
		"port", "side", "ton", "town", "wick", "wich", "ley", "dale", "bourne", "holme", "grad", "polis", "vik", "borg", "beek", "hoven", "drecht",
	} {
		if strings.HasSuffix(w, end) && len(w) >= len(end)+3 {
			return true
		}
	}
	for _, start := range [...]string{"bally", "llan", "aber", "inver", "carrick", "kilma", "kilmo", "kilcu", "dun", "auchter", "achadh", "tobar", "umu", "ndu"} {
		if strings.HasPrefix(w, start) && len(w) >= len(start)+4 {
			return true
		}
	}
	return false
}

// isOtherThing holds where the words around make of the name of a place a person, a team, a brand, a score or a study:
// "Paris Hilton", "Leeds United", "Glasgow coma scale", "the Framingham study".
func (s *scan) isOtherThing(l line, i, end int32) bool {
	if s.joined(l, end) && (s.in(l, end, setNamesake) || s.capital(l, end) && s.in(l, end, setTeam)) {
		return true
	}
	if end == i+1 && s.is(l, i, traitGiven) && s.form(l, end) == "'s" && s.form(l, i-1) != "in" {
		return true // "off to Jordan's"
	}
	if s.isLed(l, i) && s.form(l, i-1) != "to" {
		return false
	}
	if s.joined(l, i) && s.capital(l, i-1) && s.is(l, i-1, traitGiven) && !s.is(l, i-1, traitGivenPlain) && s.is(l, i, traitSurname) {
		return true // "David Westwood"
	}
	return end == i+1 && s.is(l, i, traitGiven) && s.joined(l, end) && s.capital(l, end) && s.is(l, end, traitSurname)
}
