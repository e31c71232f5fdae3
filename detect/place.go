package detect

import (
	"bedside"
	"bedside/text"
)

// scanPlaces finds towns and cities of the table: behind a preposition in any case, else with a capital and no everyday meaning.
func scanPlaces(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			end, p := s.longest(s.d.places, l, i)
			if end == 0 || s.token(i).Kind != text.Word {
				continue
			}
			led := isLocative(s.form(l, i-1))
			if s.capital(l, i) && (led || p.general != plainName && (i != l.first || end-i > 1)) || led && p.general != plainName && p.size >= 20000 {
				s.found(bedside.FactPlace, i, end)
			}
		}
	}
}

func isLocative(w string) bool {
	switch w {
	case "in", "from", "near", "at", "outside", "around", "to":
		return true
	}
	return false
}
