package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// Flats, suites and post boxes: the parts of an address that have a number of their own.

// unitsBehind is the cell behind the flats and suites that follow an address at a cell.
func (s *scan) unitsBehind(l line, end int32) int32 {
	for range 2 {
		k := end
		if !s.in(l, k, setFlat) {
			return end
		}
		if w := s.form(l, k+1); w == "no" || w == "number" {
			k++
		}
		if k+1 >= l.end || countDigits(s.form(l, k+1)) == 0 && len(s.form(l, k+1)) > 2 {
			return end
		}
		end = s.afterNumber(k + 1)
	}
	return end
}

// unit reads "Apt. 864", "flat 3B", "house no 14", and the line of an address before it.
func (s *scan) unit(i int32) bool {
	k := i - 1
	if k >= 0 && s.token(k).Kind == text.Word && len(s.formAt(k)) == 1 && s.apart(k, i) == "" {
		k-- // Apt B4
	}
	named := false
	if w := s.formAt(k); w == "no" || w == "number" || w == "num" {
		k, named = k-1, true
	}
	if k < 0 || s.token(k).Sentence != s.token(i).Sentence || !s.isUnitNumber(k, i, named) {
		return false
	}
	s.address(s.unitAddress(k), s.afterNumber(i))
	return true
}

// isUnitNumber tells a flat's number from a floor that is flat, a ward's unit and a room's number.
func (s *scan) isUnitNumber(k, i int32, named bool) bool {
	form := s.token(i).Form
	if strings.ContainsAny(form, ".,:") || len(form) > 5 || strings.ContainsAny(s.apart(k, k+1), ",;!?") {
		return false
	}
	lettered := s.afterNumber(i) > i+1
	switch {
	case s.formAt(k) == "apt", s.formAt(k) == "apartment", s.formAt(k) == "ste":
		return true
	case s.formAt(k) == "suite":
		return len(form) >= 3
	case s.formAt(k) == "flat":
		return named || lettered || strings.HasPrefix(s.apart(i, i+1), ",") || s.livesIn(k)
	case s.formAt(k) == "unit", s.formAt(k) == "bldg", s.formAt(k) == "building":
		return len(form) >= 3 && s.formAt(i+1) == "box" || s.token(k).Flags&text.Capital != 0 && k > 0 && s.token(k-1).Kind == text.Number
	case s.inAt(k, setUnitWord):
		return named && !isYear(form)
	case s.formAt(k) == "h":
		return named
	}
	return false
}

// livesIn holds where the word before a flat says that somebody is or goes there.
func (s *scan) livesIn(k int32) bool {
	if s.inAt(k-1, setBeforeUnit) {
		return !s.inAt(k+2, setTimeWord)
	}
	return false
}

// unitAddress is where the address begins whose flat or suite is at u: a name of capitalised words between two numbers, or
// before one, on the same line or on the one before.
func (s *scan) unitAddress(u int32) int32 {
	k := u - 1
	if k < 1 || s.token(k).Kind != text.Number || !s.houseNumber(k) || strings.Trim(s.apart(k, u), " ,\n?") != "" {
		return u
	}
	first := u
	for n := 0; n < 5 && k > 0; n++ {
		if s.token(k-1).Sentence != s.token(u-1).Sentence || strings.ContainsAny(s.apart(k-1, k), ",;:!?()") {
			break
		}
		k--
		t := s.token(k)
		switch {
		case t.Kind == text.Number && s.houseNumber(k) && n > 0:
			return k
		case s.inAt(k, setFlat) || t.Form == "no" || t.Form == "plot":
			return u
		case t.Flags&text.Capital != 0:
			first = k
		case !s.inAt(k, setStreetParticle):
			return first
		}
	}
	return first
}

// box reads "PO Box 412", "P.O. Box 186", "Postfach 12", "PSC 1437, Box 3833", "Private Bag X12".
func (s *scan) box(i int32) bool {
	k := i - 1
	if k >= 0 && s.formAt(k) == "x" && s.apart(k, i) == "" {
		k--
	}
	if k < 0 || s.token(k).Sentence != s.token(i).Sentence || countDigits(s.token(i).Form) != len(s.token(i).Form) {
		return false
	}
	first := k
	switch {
	case s.formAt(k) == "box", s.formAt(k) == "bag":
		switch before := s.formAt(k - 1); {
		case before == "po", before == "private", before == "locked", before == "postal", before == "pmb":
			first = k - 1
		case before == "o" && s.formAt(k-2) == "p":
			first = k - 2
		case k > 0 && s.token(k-1).Kind == text.Number && s.token(k).Flags&text.Capital != 0:
			first = max(k-2, 0)
		default:
			return false
		}
	case s.inAt(k, setBoxWord):
	default:
		return false
	}
	if s.token(first).Sentence != s.token(i).Sentence {
		first = k
	}
	s.address(first, i+1)
	return true
}

func (s *scan) address(first, end int32) { s.foundAcross(bedside.FactAddress, first, end) }
