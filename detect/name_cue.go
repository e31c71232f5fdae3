package detect

import "bedside/text"

// cued reads a name behind words that lead to one: "named Kofi", "her name is Zed", "Name: Tom Alvarez", "my pt Jane", "his wife Anna".
func (s *scan) cued(l line, i int32) int32 {
	if end := s.agedName(l, i); end > 0 {
		return end
	}
	if i == l.first {
		return 0
	}
	before := s.form(l, i-1)
	switch {
	case s.announced(l, i):
		if s.nameWord(l, i) || s.introduced(l, i) {
			return s.furtherNames(l, i+1)
		}
	case s.mark(i-1) == ":":
		if s.labelledName(l, i, before) {
			return s.furtherNames(l, i+1)
		}
	case s.in(l, i-1, setGreeting) && s.runsOn(i) && (i-1 == l.first || before == "rip"):
		if s.nameWord(l, i) && s.capital(l, i) && !s.is(l, i, traitPattern) && !s.notPerson(l, i, i+1) {
			return s.furtherNames(l, i+1)
		}
	case (before == "my" || before == "our") && s.is(l, i, traitGiven) && s.plainlyNamed(l, i):
		return s.furtherNames(l, i+1) // "my Ruby": a capital makes a name of an everyday word
	case s.joinedTitle(i) && s.in(l, i-1, setPatientWord):
		return s.patientName(l, i)
	case s.runsOn(i) && s.in(l, i-1, setKinWord):
		if s.plainlyNamed(l, i) {
			return s.furtherNames(l, i+1)
		}
	}
	return 0
}

// agedName reads a family name in front of an age and a sex, as on a ward's list: "Johnstone 41M".
func (s *scan) agedName(l line, i int32) int32 {
	if !s.capital(l, i) || len(s.form(l, i)) < 3 || s.is(l, i, traitCommon|traitPattern) && !s.is(l, i, traitSurname) || s.token(i).Flags&text.Upper != 0 {
		return 0
	}
	if i == l.first && !s.is(l, i, traitSurname) {
		return 0 // "Our 34F"
	}
	age := i + 1
	if age+1 >= l.end || s.token(age).Kind != text.Number || !s.glued(l, age+1) {
		return 0
	}
	if n := s.number(l, age); n < 0 || n > 110 {
		return 0
	}
	switch s.form(l, age+1) {
	case "m", "f", "yo", "yom", "yof", "y":
		return age
	}
	return 0
}

// announced holds behind "named", "called", "my name is", "they call her", "goes by".
func (s *scan) announced(l line, i int32) bool {
	before, further := s.form(l, i-1), s.form(l, i-2)
	switch before {
	case "named", "called", "name's", "nicknamed", "christened", "aka":
		return true
	case "is", "was", "'s":
		return further == "name" || further == "surname"
	case "me", "him", "her", "them", "us", "it":
		return further == "named" || further == "call" || further == "calls" || further == "called" || further == "calling" || further == "naming"
	case "by":
		return further == "goes" || further == "went" || further == "go"
	}
	return false
}

// introduced holds for a word in small letters that can only be a name: "my name is mieszko", "we named her grace".
func (s *scan) introduced(l line, i int32) bool {
	if !s.word(l, i) || len(s.form(l, i)) < 3 {
		return false
	}
	switch s.form(l, i-1) {
	case "is", "was", "'s":
		switch s.form(l, i-3) {
		case "my", "her", "his", "their":
			return s.is(l, i, traitGiven) || !s.is(l, i, traitCommon|traitPattern)
		}
	case "him", "her":
		return s.form(l, i-2) == "named" && s.is(l, i, traitGiven)
	}
	return false
}

// nameWord holds for a word that may be a name where one is announced.
func (s *scan) nameWord(l line, i int32) bool {
	if !s.word(l, i) || len(s.form(l, i)) < 2 {
		return false
	}
	known, common := s.is(l, i, traitGiven|traitSurname), s.is(l, i, traitCommon)
	if s.capital(l, i) {
		return known || !common
	}
	return s.is(l, i, traitGiven) && !common
}

func (s *scan) word(l line, i int32) bool {
	return i >= l.first && i < l.end && s.token(i).Kind == text.Word
}

// labelledName holds for a name behind a label such as "Name:" or "Attending:".
func (s *scan) labelledName(l line, i int32, label string) bool {
	if s.cells[i].token != s.cells[i-1].token+2 || !s.capital(l, i) {
		return false
	}
	if label == "name" || label == "names" || label == "surname" {
		return s.nameWord(l, i) && !s.is(l, i, traitPattern)
	}
	return s.isPersonLabel(l, i-1) && s.plainlyNamed(l, i)
}

// isPersonLabel holds for words in front of a colon behind which the writer puts a name.
func (s *scan) isPersonLabel(l line, i int32) bool {
	return s.in(l, i, setPersonLabel) || s.in(l, i, setPatientWord) || s.in(l, i, setKinWord)
}

// plainlyNamed holds for a capital that is a name of the tables and, by its place and case, no other word.
func (s *scan) plainlyNamed(l line, i int32) bool {
	if !s.capital(l, i) || s.allCaps(l, i) && !s.is(l, i, traitGiven) || !s.is(l, i, traitGiven|traitSurname) || len(s.form(l, i)) < 2 {
		return false
	}
	return !s.notPerson(l, i, i+1) && (!s.is(l, i, traitPattern) || s.is(l, i, traitGiven))
}

// patientName reads what stands behind a word for a patient: a known name, in small letters too, or initials.
func (s *scan) patientName(l line, i int32) int32 {
	switch {
	case s.plainlyNamed(l, i):
		return s.furtherNames(l, i+1)
	case s.is(l, i, traitGiven) && !s.capital(l, i) && !s.is(l, i, traitGivenPlain|traitCommon):
		return s.nameEnd(l, i+1)
	case s.letter(l, i) && s.mark(i) == "." && s.letter(l, i+1) && s.runsOn(i+1):
		return i + 2 // "pt J.M."
	case s.initials(l, i):
		return i + 1
	}
	return 0
}

// initials holds for two capitals that are no abbreviation: "pt JM", not "pt BP" nor "pt AB 120".
func (s *scan) initials(l line, i int32) bool {
	t := s.token(i)
	if t.Flags&text.Upper == 0 || len(t.Form) != 2 || s.is(l, i, traitPattern|traitCommon) || s.in(l, i, setAbbreviation) || s.allCaps(l, i) {
		return false
	}
	return i+1 >= l.end || s.token(i+1).Kind != text.Number
}

// furtherNames takes the rest of a name behind its first word: particles, and capitals that are no everyday words.
func (s *scan) furtherNames(l line, i int32) int32 {
	end := i
	for n := 0; n < 3 && i < l.end && s.runsOn(i); n++ {
		switch {
		case s.capital(l, i) && !s.in(l, i, setPlaceWord) && (s.initial(l, i) || s.is(l, i, traitGiven|traitSurname) || !s.is(l, i, traitCommon|traitPattern)):
			end = i + 1
		case !s.in(l, i, setParticle):
			return end
		}
		i++
	}
	return end
}
