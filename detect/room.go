package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanRooms finds rooms, beds and bays with their number, rooms that go by the number alone ("the lady in 412"), and
// wards that go by one ("4 West", "ward 12", "5B").
func scanRooms(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			switch w := s.form(l, i); {
			case s.in(l, i, setRoomWord):
				s.room(l, i, bedside.FactRoom)
			case w == "ward", w == "floor", w == "unit", w == "theatre":
				s.room(l, i, bedside.FactWard)
			case w == "north", w == "south", w == "east", w == "west":
				if n := s.number(l, i-1); n >= 1 && n <= 20 && s.token(i-1).Kind == text.Number {
					s.found(bedside.FactWard, i-1, i+1)
				}
			case w == "or":
				s.operatingRoom(l, i)
			case w == "in":
				s.roomAlone(l, i)
				s.lettered(l, i)
			case w == "to", w == "into", w == "from", w == "of":
				s.lettered(l, i)
			}
		}
	}
}

// room reads the number behind a word such as bed: 4, 4B, B4, twelve, #12.
func (s *scan) room(l line, i int32, fact bedside.FactKind) {
	if s.in(l, i-1, setBeforeOtherRoom) {
		return
	}
	if s.postOperative(l, i) {
		return
	}
	k := i + 1
	if w := s.form(l, k); w == "number" || w == "no" || w == "num" || w == "#" {
		k++
	}
	if k >= l.end || strings.ContainsAny(s.apart(i, k), ",;!?(") || s.isRinggit(i, k) {
		return
	}
	if n := s.number(l, k); n >= 0 {
		s.roomNumber(l, i, k, fact)
		return
	}
	if len(s.form(l, k)) == 1 && s.capital(l, k) && s.form(l, k) != "i" && s.form(l, k) != "a" {
		end := k + 1
		if s.glued(l, end) && s.number(l, end) >= 0 {
			end++
		}
		s.found(fact, i, end)
	}
}

// roomNumber takes the number at k for the word at i unless it counts something.
func (s *scan) roomNumber(l line, i, k int32, fact bedside.FactKind) {
	if s.form(l, i) == "suite" && len(s.form(l, k)) >= 3 && s.token(k).Kind == text.Number {
		return // an office: scan.unit
	}
	switch s.form(l, i) {
	case "chair", "resus", "triage":
		if s.token(k).Kind != text.Number || s.isCounted(l, k+1) || len(s.form(l, k)) > 2 {
			return
		}
	}
	if s.isCount(l, i, k) {
		return
	}
	end := k + 1
	if s.glued(l, end) && s.apart(k, end) == "" && s.token(end).Kind == text.Word {
		switch w := s.form(l, end); {
		case len(w) == 1:
			end++
		case isOrdinalEnd(w) || w == "am" || w == "pm" || w == "hr" || w == "hrs" || w == "mg" || w == "ml":
			return
		}
	}
	for end < l.end && end < k+3 && s.apart(end-1, end) == "-" && s.token(end).Kind == text.Number && len(s.form(l, end)) <= 3 {
		end++ // 5-05
	}
	if end < l.end && s.apart(end-1, end) == "-" && len(s.form(l, end)) == 1 && s.capital(l, end) {
		end++ // 12-B
	}
	s.found(fact, i, end)
}

// isRinggit tells RM12, a price in Malaysia, from rm 12.
func (s *scan) isRinggit(i, k int32) bool {
	return s.formAt(i) == "rm" && s.token(i).Flags&text.Upper != 0 && (s.apart(i, k) == "" || strings.ContainsAny(s.formAt(k), ".,"))
}

// isCount tells "bed 4" from "one room 12 people" and "unit 2 of the course".
func (s *scan) isCount(l line, i, k int32) bool {
	if s.form(l, i) == "unit" || s.form(l, i) == "suite" || s.form(l, i) == "pod" {
		return s.form(l, k+1) == "of"
	}
	next := s.form(l, k+1)
	return next == "people" || next == "of" || next == "times" || next == "hours" || next == "am" || next == "pm" || next == "minutes" ||
		strings.HasSuffix(next, "hour") || next == "years"
}

// operatingRoom reads "in OR 3": capitals, a small whole number, and no odds ratio.
func (s *scan) operatingRoom(l line, i int32) {
	if s.token(i).Flags&text.Upper == 0 || i+1 >= l.end || s.token(i+1).Kind != text.Number || len(s.form(l, i+1)) > 2 || s.apart(i, i+1) != " " && s.apart(i, i+1) != " #" {
		return
	}
	switch s.form(l, i-1) {
	case "in", "to", "from", "into", "for", "at":
	default:
		return
	}
	if i+2 < l.end && strings.ContainsAny(s.apart(i+1, i+2), "(%") {
		return
	}
	s.found(bedside.FactRoom, i, i+2)
}

// roomAlone reads the room of "the lady in 412", "pt in 12": a number behind "in" behind a word for a patient.
func (s *scan) roomAlone(l line, i int32) {
	k := i + 1
	if k >= l.end || s.token(k).Kind != text.Number || s.apart(i, k) != " " && s.apart(i, k) != " #" || !s.in(l, i-1, setBedside) || s.isAnyone(l, i-2) {
		return
	}
	form := s.form(l, k)
	if len(form) > 4 || countDigits(form) != len(form) || isYear(form) || form == "10" || form == "100" || form == "1000" {
		return
	}
	end := k + 1
	if s.glued(l, end) && s.apart(k, end) == "" {
		if w := s.form(l, end); len(w) != 1 || w == "s" || w == "m" || w == "h" || w == "d" || s.token(end).Kind != text.Word {
			return
		}
		end++
	}
	if end < l.end && (s.token(end).Kind == text.Number || s.isCounted(l, end) || strings.ContainsAny(s.apart(end-1, end), "%$/°")) {
		return
	}
	s.found(bedside.FactRoom, k, end)
}

// lettered reads "transferred to 412B": three digits and the letter of a bed, in capitals.
func (s *scan) lettered(l line, i int32) {
	k := i + 1
	if k+1 >= l.end || s.token(k).Kind != text.Number || len(s.form(l, k)) != 3 || countDigits(s.form(l, k)) != 3 || s.apart(i, k) != " " || s.apart(k, k+1) != "" {
		return
	}
	switch t := s.token(k + 1); t.Form {
	case "a", "b", "w":
		if t.Flags&text.Capital != 0 && t.Kind == text.Word && (k+2 >= l.end || !s.glued(l, k+2)) {
			s.found(bedside.FactRoom, k, k+2)
		}
	}
}

// isAnyone holds for words that make a share or a stranger of who follows: "one woman in 8", "a lady in 31C" of an aeroplane.
func (s *scan) isAnyone(l line, i int32) bool {
	if s.in(l, i, setAnyOne) {
		return true
	}
	return s.number(l, i) >= 0 && s.apart(i, i+1) == " "
}

// isCounted holds for what follows a number that counts: "in 12 hours", "in 3 days".
func (s *scan) isCounted(l line, i int32) bool {
	return s.in(l, i, setCounted) || s.in(l, i, setTimeWord)
}
