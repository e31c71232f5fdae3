package detect

import (
	"bedside"
	"bedside/detect/tagger"
	"bedside/text"
)

// scanPlaces finds towns and cities: of the table, behind a preposition in any case, else with a capital and no everyday
// meaning; of the gazetteer and by the look of the name, behind a preposition and with a capital.
func scanPlaces(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; {
			end := s.place(l, i)
			if end > 0 {
				s.raw = append(s.raw, found{fact: bedside.FactPlace, first: i, end: end, crowd: s.people(l, i, end)})
			}
			i = max(i+1, end)
		}
	}
}

// place returns the end of the place that begins at a cell, or 0.
func (s *scan) place(l line, i int32) int32 {
	if s.token(i).Kind != text.Word {
		return 0
	}
	end := s.tablePlace(l, i)
	if end > 0 && s.isRegion(l, i, end) {
		return 0
	}
	if s.capital(l, i) && s.isLed(l, i) {
		end = max(end, s.ledPlace(l, i, end))
	}
	if end > 0 && s.isOtherThing(l, i, end) {
		return 0
	}
	return end
}

// people is how many live in the largest place of a name at least, as far as the tables know.
func (s *scan) people(l line, i, end int32) int32 {
	if after, p := s.longest(s.d.places, l, i); after == end && p.size > 0 {
		return int32(p.size)
	}
	if after, c := s.town(l, i); after == end {
		return [...]int32{1_000, 15_000, 100_000, 0}[c]
	}
	return 0
}

// tablePlace looks a place up in the table of places with a state.
func (s *scan) tablePlace(l line, i int32) int32 {
	end, p := s.longest(s.d.places, l, i)
	if end == 0 {
		return 0
	}
	plain := p.general == plainName
	led := s.in(l, i-1, setLocative)
	switch {
	case s.capital(l, i) && (led || s.inRegion(l, end) || !plain && (i != l.first || end-i > 1)):
		return end
	case led && !plain && p.size >= 20000:
		return end
	case s.capital(l, i) && s.isFrom(l, end) && (i > l.first || !plain):
		return end
	}
	return 0
}

// isRegion holds for the name of a state or country that a small town has too: "in Iowa", unless a state follows.
func (s *scan) isRegion(l line, i, end int32) bool {
	after, c := s.town(l, i)
	return after >= end && c == classRegion && !s.inRegion(l, end)
}

// ledPlace reads a place behind a preposition: of the gazetteer, "North" and a name, or a name that looks like a town's.
func (s *scan) ledPlace(l line, i, known int32) int32 {
	end, class := s.town(l, i)
	if end > 0 && class == classRegion {
		return 0
	}
	home := s.isHome(l, i)
	if end > 0 && (end-i > 1 || s.ownsName(l, i) || s.inRegion(l, end) || s.form(l, i-1) == "in" && (home || class >= classTown && !s.is(l, i, traitCommon))) {
		return end
	}
	if known > 0 {
		return 0
	}
	if home && s.ownsName(l, i) && s.cells[i].id == 0 {
		return i + 1
	}
	if end := s.taggedPlace(l, i); end > 0 {
		return end
	}
	if s.in(l, i, setCompass) && s.capital(l, i+1) && s.joined(l, i+1) && !s.is(l, i+1, traitCommon) {
		if _, c := s.town(l, i+1); c != classRegion {
			return i + 2
		}
	}
	if looksLikeTown(s.form(l, i)) && s.cells[i].id == 0 && len(s.doc.Text[s.token(i).Start:s.token(i).End]) >= 6 {
		return i + 1
	}
	return 0
}

// taggedPlace returns the end of what the tagger takes for a place, where no word of it is an everyday one, or 0.
func (s *scan) taggedPlace(l line, i int32) int32 {
	t := s.tagOver(i)
	if t.kind != tagger.BeginPlace || t.first != i || t.end > l.end || s.in(l, i, setChain) {
		return 0
	}
	if w := s.form(l, i-1); w != "in" && w != "near" && w != "outside" {
		return 0
	}
	for k := i; k < t.end; k++ {
		if !s.capital(l, k) || s.is(l, k, traitCommon) || s.token(k).Flags&text.Upper != 0 {
			return 0
		}
	}
	if after, c := s.town(l, i); after > 0 && c == classRegion {
		return 0
	}
	return t.end
}

// isHome reports whether words for where somebody lives lead to a place: "lives in", "grew up in", "born and raised in".
func (s *scan) isHome(l line, i int32) bool {
	if w := s.form(l, i-1); w != "in" && w != "from" && w != "near" && w != "outside" {
		return false
	}
	switch w := s.form(l, i-2); {
	case s.in(l, i-2, setHomeWord):
		return !s.capital(l, i+1) || !s.joined(l, i+1)
	case w == "up":
		return s.form(l, i-3) == "grew" || s.form(l, i-3) == "growing" || s.form(l, i-3) == "brought"
	}
	return false
}

// ownsName holds for a word that is no everyday word and nobody's name, so that it may be a place by itself.
func (s *scan) ownsName(l line, i int32) bool {
	return !s.is(l, i, traitCommon|traitGiven|traitSurname) && len(s.form(l, i)) > 3 && (s.token(i).Flags&text.Upper == 0 || len(s.form(l, i)) > 5)
}

// isLed reports whether a preposition of place stands before a cell.
func (s *scan) isLed(l line, i int32) bool { return s.in(l, i-1, setLocative) }

// inRegion reports whether a state or country follows: "Hope, Arkansas", "Paris TX".
func (s *scan) inRegion(l line, i int32) bool {
	if i >= l.end || s.token(i).Kind != text.Word {
		return false
	}
	end, c := s.town(l, i)
	if end == 0 || c != classRegion {
		return false
	}
	t := s.token(i)
	return t.Flags&text.Upper != 0 && t.End-t.Start <= 4 || t.End-t.Start > 3
}

// isFrom holds where people of the place are spoken of: "a Reading man".
func (s *scan) isFrom(l line, i int32) bool {
	return s.in(l, i, setWhoIsFrom)
}
