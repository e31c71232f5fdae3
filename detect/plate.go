package detect

import (
	"bedside"
	"bedside/text"
)

// plate reads what stands on a number plate, behind a word for one: "plate ABC 1234", "reg KX19 ABC". Without the word a
// plate looks like many a code.
func (s *scan) plate(c code) int32 {
	if c.digits > 5 || c.length > 8 {
		return 0
	}
	first, end := c.first, c.end
	if s.precededByWord(first) && !s.inAt(first-1, setPlateWord) {
		first--
	}
	for n := 0; n < 2 && s.plateGroup(end); n++ {
		end++
	}
	label, sure := s.plateLabel(first)
	if label < 0 {
		return 0
	}
	raw := s.compact(first, end)
	digits := countDigits(raw)
	if len(raw) < 5 || len(raw) > 9 || digits == 0 || !sure && (digits == len(raw) || digits < 2) || isRound(raw) {
		return 0
	}
	s.found(bedside.FactPlate, label, end)
	return end
}

// plateGroup holds for capitals or digits behind a space or a hyphen.
func (s *scan) plateGroup(i int32) bool {
	if i >= int32(len(s.cells)) || s.token(i).Sentence != s.token(i-1).Sentence {
		return false
	}
	gap, t := s.apart(i-1, i), s.token(i)
	return (gap == " " || gap == "-" || gap == "") && len(t.Form) <= 4 && (t.Kind == text.Word && t.Flags&text.Upper != 0 || t.Kind == text.Number && countDigits(t.Form) == len(t.Form))
}

// plateLabel is where the words for a plate before a cell begin, or -1; sure tells whether it can be nothing else.
func (s *scan) plateLabel(i int32) (first int32, sure bool) {
	for k := i - 1; k >= 0 && k >= i-4; k-- {
		if _, open := labelGap(s.apart(k, k+1)); !open || s.token(k).Sentence != s.token(i).Sentence {
			return -1, false
		}
		switch w := s.formAt(k); {
		case s.inAt(k, setPlateGap):
			sure = sure || w == "number" || w == "no"
		case w == "plate", w == "plates", w == "numberplate":
			switch {
			case s.inAt(k-1, setBeforeOtherPlate):
				return -1, false
			case s.formAt(k-1) == "number", s.formAt(k-1) == "license", s.formAt(k-1) == "licence", s.formAt(k-1) == "car", s.formAt(k-1) == "registration":
				return k - 1, true
			}
			return k, sure || w == "plate"
		case w == "reg", w == "rego", w == "registration", w == "tag":
			before := s.formAt(k - 1)
			if _, ok := licenceLabel(before, "", s.membersOf(before)); ok {
				return -1, false
			}
			return k, sure
		default:
			return -1, false
		}
	}
	return -1, false
}
