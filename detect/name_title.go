package detect

import "bedside/text"

// titled reads "Mrs Alvarez", "mr. o'brien", "Dr Jane Okafor", "Mrs. K".
func (s *scan) titled(l line, i int32) int32 {
	k := i + 1
	if k >= l.end || s.token(k).Kind != text.Word || len(s.form(l, k)) == 0 || !s.joinedTitle(k) {
		return 0
	}
	capital := s.capital(l, k)
	if !capital && (s.is(l, k, traitCommon) || !s.is(l, k, traitSurname) || s.in(l, i, setNeedsName)) {
		return 0
	}
	if s.isTitle(l, k) && !s.is(l, k, traitGiven|traitSurname) {
		return 0 // "Sir Dr", "Prof Dr": the second one begins the name
	}
	if s.in(l, i, setNeedsName) && !s.knownName(l, k) {
		return 0
	}
	return s.furtherNames(l, k+1)
}

// joinedTitle reports whether a cell follows a title, which may be abbreviated.
func (s *scan) joinedTitle(i int32) bool {
	before, here := s.cells[i-1].token, s.cells[i].token
	return here == before+1 || here == before+2 && s.doc.Tokens[before+1].Form == "."
}

func (s *scan) knownName(l line, i int32) bool {
	return s.capital(l, i) && (s.is(l, i, traitGiven) || s.is(l, i, traitSurname) && !s.is(l, i, traitCommon))
}

func (s *scan) isTitle(l line, i int32) bool {
	return s.in(l, i, setTitle) || s.in(l, i, setNeedsName)
}
