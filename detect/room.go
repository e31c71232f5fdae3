package detect

import (
	"strings"

	"bedside"
	"bedside/text"
)

// scanRooms finds rooms, beds and bays with their number, and wards that go by one ("4 West", "ward 12", "5B").
func scanRooms(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; i++ {
			switch w := s.form(l, i); w {
			case "room", "rm", "bed", "bay", "cubicle", "cot", "trolley", "stretcher", "isolette", "incubator", "bedspace", "pod", "gurney", "suite":
				s.room(l, i, bedside.FactRoom)
			case "ward", "floor", "unit", "theatre":
				s.room(l, i, bedside.FactWard)
			case "north", "south", "east", "west":
				if n := s.number(l, i-1); n >= 1 && n <= 20 && s.token(i-1).Kind == text.Number {
					s.found(bedside.FactWard, i-1, i+1)
				}
			}
		}
	}
}

// room reads the number behind a word such as bed: 4, 4B, B4, twelve, #12.
func (s *scan) room(l line, i int32, fact bedside.FactKind) {
	switch s.form(l, i-1) {
	case "call", "conference", "meeting", "lecture", "locker", "hotel", "class", "seminar", "class's", "dressing", "escape":
		return
	}
	if s.postOperative(l, i) {
		return
	}
	k := i + 1
	if w := s.form(l, k); w == "number" || w == "no" || w == "#" {
		k++
	}
	if n := s.number(l, k); n >= 0 {
		if !s.isCount(l, i, k) {
			end := k + 1
			if s.glued(l, end) && len(s.form(l, end)) == 1 {
				end++
			}
			s.found(fact, i, end)
		}
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

// isCount tells "bed 4" from "one room 12 people" and "unit 2 of the course".
func (s *scan) isCount(l line, i, k int32) bool {
	if s.form(l, i) == "unit" || s.form(l, i) == "suite" || s.form(l, i) == "pod" {
		return s.form(l, k+1) == "of"
	}
	next := s.form(l, k+1)
	return next == "people" || next == "of" || next == "times" || next == "hours" || next == "am" || next == "pm" || next == "minutes" ||
		strings.HasSuffix(next, "hour") || next == "years"
}
