package detect

import "bedside/text"

// titled reads "Mrs Alvarez", "mr. o'brien", "Dr Jane Okafor", "Mrs. K".
func (s *scan) titled(l line, i int32) int32 {
	w := s.form(l, i)
	k := i + 1
	if k >= l.end || s.token(k).Kind != text.Word || len(s.form(l, k)) == 0 || !s.joinedTitle(k) {
		return 0
	}
	capital := s.capital(l, k)
	if !capital && (s.is(l, k, traitCommon) || !s.is(l, k, traitSurname) || needsName(w)) {
		return 0
	}
	if isTitle(s.form(l, k)) && !s.is(l, k, traitGiven|traitSurname) {
		return 0 // "Sir Dr", "Prof Dr": the second one begins the name
	}
	if needsName(w) && !s.knownName(l, k) {
		return 0
	}
	return s.furtherNames(l, k+1)
}

// joinedTitle reports whether a cell follows a title, which may be abbreviated.
func (s *scan) joinedTitle(i int32) bool {
	before, here := s.cells[i-1].token, s.cells[i].token
	return here == before+1 || here == before+2 && s.doc.Tokens[before+1].Form == "."
}

// needsName holds for titles that are also ordinary words or ranks: only a known name follows.
func needsName(w string) bool {
	switch w {
	case "miss", "sister", "nurse", "uncle", "aunty", "auntie", "aunt", "baby", "master", "brother", "matron", "little", "sir", "chief", "madam", "captain",
		"lady", "lord", "judge", "don", "dona", "doña", "mama", "papa", "mummy", "oga", "bro", "sis", "coach", "sergeant", "officer", "tia", "tio", "abu", "umm":
		return true
	}
	return false
}

func (s *scan) knownName(l line, i int32) bool {
	return s.capital(l, i) && (s.is(l, i, traitGiven) || s.is(l, i, traitSurname) && !s.is(l, i, traitCommon))
}

func isTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "mx", "dr", "prof", "professor", "sr", "sra", "srta", "señora", "senora", "señor", "senor", "alhaji", "alhaja", "mallam", "hajia", "mme", "mlle", "monsieur",
		"madame", "herr", "frau", "signor", "signora", "shri", "smt", "kumari", "pandit", "ustaz", "ustadh", "sheikh", "shaikh", "ogbeni", "datuk", "encik", "puan",
		"ma'am", "doctor", "imam", "rabbi", "pastor", "rev", "reverend", "fr", "lil", "engr", "barrister", "councillor", "cllr":
		return true
	}
	return needsName(w)
}
