package detect

import (
	"bedside"
	"bedside/text"
)

// careHome reads back from "care home" and its like over the capitals that name it, in small letters too: "Willow Court care home".
func (s *scan) careHome(l line, i int32) {
	switch s.form(l, i-1) {
	case "care", "nursing", "rest", "retirement", "residential", "aged", "old", "funeral":
	default:
		return
	}
	first := i - 1
	for first > l.first && i-first < 5 && s.capital(l, first-1) && s.joined(l, first) {
		first--
	}
	for first < i-1 && (isOpener(s.form(l, first)) || isGenericName(s.form(l, first))) {
		first++
	}
	if first < i-1 {
		s.found(bedside.FactInstitution, first, i+1)
	}
}

// isEmergency holds for the parts of a hospital that people put behind its name: "Grady ED", "Mulago casualty".
func isEmergency(w string) bool {
	switch w {
	case "ed", "er", "icu", "itu", "nicu", "picu", "casualty", "resus", "theatre", "theatres", "trauma", "wards", "outpatients":
		return true
	}
	return false
}

// emergency reads the one capital before the emergency department: a word that names nothing else.
func (s *scan) emergency(l line, i int32) {
	k := i - 1
	if !s.capital(l, k) || !s.joined(l, i) || s.form(l, i) == "er" && s.token(i).Flags&text.Upper == 0 || s.form(l, i) == "trauma" {
		return
	}
	w := s.form(l, k)
	if s.cells[k].id != 0 && !s.isPlaceName(l, k) || len(w) < 4 || isFieldOfMedicine(w) || s.token(k).Flags&text.Upper != 0 && len(w) > 5 || k == l.first {
		return
	}
	if w := s.form(l, k-1); w == "a" || w == "an" || w == "any" {
		return
	}
	if _, c := s.town(l, k); c != classRegion {
		s.found(bedside.FactInstitution, k, i)
	}
}

// isNickname holds for the words that short names of hospitals consist of: "the Royal", "from County".
func isNickname(w string) bool {
	switch w {
	case "general", "royal", "infirmary", "county", "memorial", "methodist", "presbyterian", "baptist", "mercy", "regional", "western", "northern", "victoria", "radcliffe", "nuffield", "alfred", "mater", "rotunda",
		"coombe", "christie", "marsden", "brompton", "maudsley", "whittington", "jr", "lister", "freeman", "churchill":
		return true
	}
	return false
}

// nickname reads "at the General", "transferred from County": a capital that nothing goes on with.
func (s *scan) nickname(l line, i int32) {
	if !isNickname(s.form(l, i)) || i == l.first || isGoneOnWith(s.form(l, i+1)) || s.capital(l, i+1) && s.joined(l, i+1) || s.form(l, i+1) == "'s" {
		return
	}
	if s.lead(l, i) != leadNone || s.form(l, i-1) == "the" && (isSender(s.form(l, i+1)) || i-2 >= l.first && isSent(s.form(l, i-2))) ||
		isSent(s.form(l, i-1)) && s.form(l, i+1) == "by" {
		s.found(bedside.FactInstitution, i, i+1)
	}
}

// isGoneOnWith holds for nouns that a nickname stands before where it is no hospital's: "the Methodist hall".
func isGoneOnWith(w string) bool {
	switch w {
	case "hall", "church", "chapel", "minister", "school", "council", "court", "fair", "line", "cricket", "road", "street", "show", "park", "team", "side", "family", "wedding", "mile", "mail", "election", "manager":
		return true
	}
	return false
}

// isSender holds for what a hospital does to another.
func isSender(w string) bool {
	switch w {
	case "sent", "sends", "transferred", "refused", "refuses", "referred", "accepted", "rang", "missed", "discharged", "took", "won't", "want", "wants", "admitted", "cancelled":
		return true
	}
	return false
}

// isSent holds for the prepositions behind which "the Royal" is a place.
func isSent(w string) bool {
	switch w {
	case "at", "from", "to", "into":
		return true
	}
	return false
}

// isDayOf holds where a saint's name is a day's, a charity's or a team's: "St Patrick's Day".
func (s *scan) isDayOf(l line, i int32) bool {
	switch s.form(l, i) {
	case "day", "ambulance", "night", "weekend", "parade", "eve", "island", "cross", "fire", "cathedral", "church":
		return true
	}
	return false
}
