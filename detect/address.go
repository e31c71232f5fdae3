package detect

import (
	"bedside"
	"bedside/text"
)

// scanAddresses finds street addresses and postal codes.
func scanAddresses(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			if s.token(i).Kind == text.Number {
				s.address(l, i)
			}
			s.postcode(l, i)
			s.road(l, i)
		}
	}
}

// address reads "14 Elm Street", "221B Baker St".
func (s *scan) address(l line, i int32) {
	if n := s.number(l, i); n < 1 || n > 99999 {
		return
	}
	k := i + 1
	if s.glued(l, k) && len(s.form(l, k)) == 1 {
		k++
	}
	for range 3 {
		if !s.capital(l, k) && s.number(l, k) < 0 {
			return
		}
		k++
		if isStreet(s.form(l, k)) && (s.capital(l, k) || len(s.form(l, k)) > 4) {
			s.found(bedside.FactAddress, i, k+1)
			return
		}
	}
}

// road reads streets without a number, "on Main St", and numbered roads, "Route 9".
func (s *scan) road(l line, i int32) {
	switch w := s.form(l, i); {
	case w == "route" || w == "highway" || w == "hwy" || w == "interstate" || w == "junction" || w == "exit":
		if n := s.number(l, i+1); n > 0 && s.token(i+1).Kind == text.Number {
			s.found(bedside.FactPlace, i, i+2)
		}
	case isStreet(w) && s.capital(l, i) && s.capital(l, i-1) && isRoadPreposition(s.form(l, i-2)):
		s.found(bedside.FactPlace, i-1, i+1)
	}
}

func isRoadPreposition(w string) bool {
	switch w {
	case "on", "off", "at", "near", "from", "by", "along", "down":
		return true
	}
	return false
}

func isStreet(w string) bool {
	switch w {
	case "street", "st", "avenue", "ave", "road", "rd", "lane", "ln", "drive", "boulevard", "blvd", "court", "terrace", "crescent", "close", "gardens", "highway", "hwy", "parkway", "place", "mews":
		return true
	}
	return false
}

// postcode reads British and Canadian codes by their shape and US ZIP codes behind a state or the word.
func (s *scan) postcode(l line, i int32) {
	t := s.token(i)
	if t.Kind == text.Number && len(t.Form) == 5 && (s.form(l, i-1) == "zip" || s.form(l, i-1) == "zipcode") {
		s.found(bedside.FactPostcode, i-1, i+1)
		return
	}
	if t.Kind != text.Word || t.Flags&text.Capital == 0 {
		return
	}
	for end := i + 3; end <= i+6 && end <= l.end; end++ {
		shape := s.shape(i, end)
		if isBritishPostcode(shape) || shape == "A9A 9A9" || shape == "A9A9A9" {
			s.found(bedside.FactPostcode, i, end)
			return
		}
	}
}

// shape writes A for a capital, 9 for a digit, and the space where one stands; small letters spoil it.
func (s *scan) shape(first, end int32) string {
	from, to := s.token(first).Start, s.token(end-1).End
	if to-from > 8 {
		return ""
	}
	out := make([]byte, 0, 8)
	for _, c := range []byte(s.doc.Text[from:to]) {
		switch {
		case c >= 'A' && c <= 'Z':
			out = append(out, 'A')
		case c >= '0' && c <= '9':
			out = append(out, '9')
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

func isBritishPostcode(shape string) bool {
	switch shape {
	case "A9 9AA", "A99 9AA", "AA9 9AA", "AA99 9AA", "A9A 9AA", "AA9A 9AA":
		return true
	}
	return false
}
