package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanAddresses finds street addresses by their numbers, post boxes, and roads by name or number.
func scanAddresses(s *scan) {
	before := len(s.raw)
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if s.token(i).Kind == text.Number {
				s.addressAt(l, i)
			}
			if s.form(l, i) == "corner" {
				s.corner(l, i)
			}
			s.road(l, i)
		}
	}
	for k := before; k < len(s.raw); k++ {
		if s.raw[k].fact == bedside.FactAddress {
			s.postcodeBehind(s.raw[k].end, s.raw[max(before, k-2):min(len(s.raw), k+5)])
		}
	}
}

// addressAt tries the ways in which a number is part of an address.
func (s *scan) addressAt(l line, i int32) {
	if s.unit(i) || s.box(i) || !s.houseNumber(i) {
		return
	}
	if s.street(l, i) || s.lowerStreet(l, i) || s.streetBefore(l, i) || s.leadingStreet(l, i) {
		return
	}
	s.statedAddress(l, i)
}

// houseNumber: up to five digits; "3/12" is unit 3 at number 12.
func (s *scan) houseNumber(i int32) bool {
	form := s.token(i).Form
	n := countDigits(form)
	if form == "0" {
		return false
	}
	return n == len(form) && n <= 5 || n <= 5 && n == len(form)-1 && strings.IndexByte(form, '/') > 0
}

// afterNumber is the cell behind a house number and the letter that belongs to it: 221B.
func (s *scan) afterNumber(i int32) int32 {
	if k := i + 1; k < int32(len(s.cells)) && s.apart(i, k) == "" && len(s.formAt(k)) == 1 && s.token(k).Kind == text.Word {
		return k + 1
	}
	return i + 1
}

// street reads "14 Elm Street", "221B Baker St", "2111 Walters Corner Suite 892".
func (s *scan) street(l line, i int32) bool {
	k := s.afterNumber(i)
	if k >= l.end || strings.Trim(s.apart(k-1, k), " ") != "" || s.apart(k-1, k) == "" {
		return false
	}
	if s.capital(l, k) && endsStreet(s.form(l, k)) {
		s.address(s.numberRange(i), s.unitsBehind(l, k+1))
		return true
	}
	capitals := 0
	for n := 0; n < 5 && k < l.end; n, k = n+1, k+1 {
		if n > 0 && strings.ContainsAny(s.apart(k-1, k), ",;:!?()\n") {
			return false
		}
		if capitals > 0 && s.endsStreetName(l, i, k) {
			s.address(s.numberRange(i), s.unitsBehind(l, k+1))
			return true
		}
		switch {
		case s.capital(l, k) && s.form(l, k) != "i":
			capitals++
		case s.token(k).Kind == text.Number && s.apart(k-1, k) == "", s.token(k).Kind != text.Number && !isOrdinalEnd(s.form(l, k)):
			return false
		}
		if s.form(l, k) == "th" || s.form(l, k) == "st" || s.form(l, k) == "nd" || s.form(l, k) == "rd" {
			capitals++ // "350 5th Ave"
		}
	}
	return false
}

func isOrdinalEnd(w string) bool { return w == "th" || w == "st" || w == "nd" || w == "rd" }

// numberRange is the first cell of "12-14".
func (s *scan) numberRange(i int32) int32 {
	if i > 0 && s.token(i-1).Kind == text.Number && s.signBetween(i-1, i) == '-' && s.houseNumber(i-1) {
		return i - 1
	}
	return i
}

// endsStreetName reports whether the name of a street whose number is at i ends at k.
func (s *scan) endsStreetName(l line, i, k int32) bool {
	w := s.form(l, k)
	capital := s.capital(l, k)
	switch {
	case isOrdinalEnd(w) && s.glued(l, k):
		return false
	case (w == "dr" || w == "st") && capital && s.capital(l, k+1) && s.apart(k, k+1) != ", " && !s.in(l, k+1, setFlat):
		return false // a doctor, a saint
	case s.in(l, k, setStreet) && (capital || s.in(l, k, setLowerStreet)):
		return true
	}
	number := s.token(i).Form
	unit := s.in(l, k+1, setFlat)
	return s.isRareStreet(w) && capital && (unit || len(number) >= 3 && !isYear(number) && !s.capital(l, k+1))
}

// lowerStreet reads "lives at 22 larch close", "to 5 elm road".
func (s *scan) lowerStreet(l line, i int32) bool {
	if s.form(l, i-1) != "" && !s.in(l, i-1, setLeadsAddress) {
		return false
	}
	k := s.afterNumber(i)
	for n := 0; n < 2; n, k = n+1, k+1 {
		w := s.form(l, k)
		if w == "" || s.token(k).Kind != text.Word || s.apart(k-1, k) != " " || s.in(l, k, setFunctionWord) {
			return false
		}
		next := s.form(l, k+1)
		if s.apart(k, k+1) == " " && (s.in(l, k+1, setLowerStreet) || (next == "st" || next == "close" || next == "drive" || next == "court" || next == "way" || next == "place") && (!s.is(l, k, traitCommon) || s.in(l, k+2, setFlat))) {
			s.address(i, s.unitsBehind(l, k+2))
			return true
		}
	}
	return false
}

// leadingStreet reads "12 rue de la Paix", "4 Via delle Coste 41".
func (s *scan) leadingStreet(l line, i int32) bool {
	k := s.afterNumber(i)
	if !s.in(l, k, setLeadsStreet) || s.form(l, k) == "os" || s.form(l, k) == "route" || s.form(l, k) == "via" && !s.capital(l, k) {
		return false
	}
	end := s.streetName(l, k+1)
	if end == k+1 {
		return false
	}
	if s.form(l, end) != "" && s.token(end).Kind == text.Number && s.houseNumber(end) {
		end++
	}
	s.address(i, s.unitsBehind(l, end))
	return true
}

// streetName is the cell behind the particles and capitalised words from k on; k if no capitalised word is among them.
func (s *scan) streetName(l line, k int32) int32 {
	end := k
	for n := int32(0); n < 5 && k+n < l.end; n++ {
		switch {
		case strings.ContainsAny(s.apart(k+n-1, k+n), ",;:!?()\n"):
			return end
		case s.capital(l, k+n):
			end = k + n + 1
		case !s.in(l, k+n, setStreetParticle):
			return end
		}
	}
	return end
}

// streetBefore reads streets whose number stands behind them: "Hauptstraße 12", "Rue Dielhère 130", "6750 Koskikatu 25".
func (s *scan) streetBefore(l line, i int32) bool {
	if i == l.first || strings.Trim(s.apart(i-1, i), " \u00a0") != "" || s.apart(i-1, i) == "" && !s.glued(l, i) {
		return false
	}
	first := int32(-1)
	if w := s.form(l, i-1); endsStreet(w) && (s.capital(l, i-1) || len(w) >= 10) {
		first = i - 1
	}
	for k := i - 1; k >= l.first && k >= i-5; k-- {
		w := s.form(l, k)
		if s.in(l, k, setLeadsStreet) && k < i-1 && (s.capital(l, k) || w == "ul") && s.streetName(l, k+1) == i && (w != "via" || k > l.first) {
			first = k
			break
		}
		if !s.capital(l, k) && !s.in(l, k, setStreetParticle) {
			break
		}
	}
	if first < 0 {
		return false
	}
	if first > l.first && s.token(first-1).Kind == text.Number && s.houseNumber(first-1) && s.apart(first-1, first) == " " {
		first--
	}
	s.address(first, s.unitsBehind(l, s.afterNumber(i)))
	return true
}

// statedAddress reads any capitalised name beside a number where the words say that somebody lives there: "lives at Tylova
// 285", "address: 5366 Pivovarská".
func (s *scan) statedAddress(l line, i int32) {
	first, end := i, i+1
	for first > l.first && i-first < 5 && (s.capital(l, first-1) || s.in(l, first-1, setStreetParticle) && s.capital(l, first-2)) && strings.Trim(s.apart(first-1, first), " .") == "" {
		first--
	}
	if first == i {
		k := s.afterNumber(i)
		if strings.Trim(s.apart(k-1, k), " ") != "" {
			return
		}
		if end = s.streetName(l, k); end == k {
			return
		}
	}
	if first > l.first && s.token(first-1).Kind == text.Number && s.houseNumber(first-1) {
		first--
	}
	if s.saysAddress(l, first) {
		s.address(first, s.unitsBehind(l, end))
	}
}

// saysAddress holds behind "lives at", "address is", "home address:".
func (s *scan) saysAddress(l line, i int32) bool {
	switch s.form(l, i-1) {
	case "address":
		return true
	case "is":
		return s.form(l, i-2) == "address"
	case "at":
		if s.in(l, i-2, setLivesAt) {
			return true
		}
	}
	return false
}

// corner reads "the corner of High Street and Kirk Wynd".
func (s *scan) corner(l line, i int32) {
	if s.form(l, i+1) != "of" {
		return
	}
	capitals, both, end := 0, false, i+2
	for k := i + 2; k < l.end && k < i+12; k++ {
		switch w := s.form(l, k); {
		case strings.ContainsAny(s.apart(k-1, k), ",;:!?()\n"):
			k = l.end
		case s.capital(l, k):
			capitals, end = capitals+1, k+1
		case w == "and" || w == "&":
			both = both || capitals > 0
		case s.token(k).Kind != text.Number && !s.in(l, k, setStreetParticle) && !isOrdinalEnd(w) && !s.in(l, k, setLowerStreet):
			k = l.end
		}
	}
	if both && capitals > 1 {
		s.address(i, end)
	}
}

// road reads streets without a number, "on Main St", and numbered roads, "Route 9".
func (s *scan) road(l line, i int32) {
	switch w := s.form(l, i); {
	case w == "route" || w == "highway" || w == "hwy" || w == "interstate" || w == "junction" || w == "exit":
		if n := s.number(l, i+1); n > 0 && s.token(i+1).Kind == text.Number {
			s.found(bedside.FactPlace, i, i+2)
		}
	case s.in(l, i, setRoad) && s.capital(l, i) && s.capital(l, i-1) && s.in(l, i-2, setRoadPreposition):
		s.found(bedside.FactPlace, i-1, i+1)
	}
}
