package detect

import (
	"bedside"
	"bedside/detect/tagger"
	"bedside/text"
)

// scanNames finds people's names: behind a title, a label or a word that announces one, given name and surname together, given
// names that are no everyday word, and what the tagger takes for a name. What a name is worth is for package subject to say.
func scanNames(s *scan) {
	for _, l := range s.lines {
		for i := l.first; i < l.end; {
			end := s.name(l, i)
			if end == 0 {
				i++
				continue
			}
			s.found(bedside.FactName, i, end)
			i = end
		}
	}
	s.taggedNames()
}

// taggedNames adds what the tagger found, except what other words show to be no person.
func (s *scan) taggedNames() {
	k := 0
	for _, t := range s.tags {
		for s.lines[k].end <= t.first {
			k++
		}
		if t.kind == tagger.BeginPerson {
			s.taggedPeople(s.lines[k], t.first, t.end)
		}
	}
}

// taggedPeople adds the people of a tag: one, or more where it holds an "and". A title in front belongs to the name.
func (s *scan) taggedPeople(l line, i, end int32) {
	for k := i; k <= end; k++ {
		and := k < end && (s.form(l, k) == "and" || s.form(l, k) == "&")
		if k < end && !and && (k == i || s.mark(k-1) != "&") {
			continue
		}
		if k > i && !s.notPerson(l, i, k) {
			if i > l.first && s.isTitle(l, i-1) && s.joinedTitle(i) {
				i--
			}
			s.found(bedside.FactName, i, k)
		}
		if i = k; and {
			i++
		}
	}
}

// name returns the end of the name that begins at a cell, or 0.
func (s *scan) name(l line, i int32) int32 {
	if s.token(i).Kind != text.Word {
		return 0
	}
	if s.isTitle(l, i) {
		return s.titled(l, i)
	}
	if end := s.cued(l, i); end > 0 {
		return end
	}
	end := s.givenName(l, i)
	if end == 0 {
		end = s.familyFirst(l, i)
	}
	if end > 0 && s.notPerson(l, i, end) {
		return 0
	}
	return end
}

// givenName reads a name that begins with a given name of the tables, or with an unknown one before a surname.
func (s *scan) givenName(l line, i int32) int32 {
	if !s.is(l, i, traitGiven) && s.unknownGiven(l, i) {
		return s.nameEnd(l, i+2)
	}
	if !s.is(l, i, traitGiven) || !s.capital(l, i) {
		return 0
	}
	plain := s.is(l, i, traitGivenPlain)
	if end := s.nicknamed(l, i); end > 0 {
		return end
	}
	if s.capital(l, i+1) && s.runsOn(i+1) && !s.allCaps(l, i) && (s.is(l, i+1, traitSurname) || s.initial(l, i+1) || s.unknownFamily(l, i+1)) {
		return s.furtherNames(l, i+1)
	}
	if !plain && i != l.first && !s.allCaps(l, i) && !s.isPlace(l, i) {
		return i + 1
	}
	if !plain && i == l.first && s.beginsWithName(l, i) {
		return i + 1
	}
	return 0
}

// unknownGiven holds for two capitals of which the second is a surname and the first no word at all: "Walt Feeney".
func (s *scan) unknownGiven(l line, i int32) bool {
	return s.capital(l, i) && s.capital(l, i+1) && !s.glued(l, i+1) && s.is(l, i+1, traitSurname) && !s.is(l, i+1, traitSurnamePlain|traitCommon) &&
		!s.is(l, i, traitCommon|traitPattern) && !s.allCaps(l, i) && s.doc.Text[s.token(i).End:s.token(i+1).Start] == " "
}

// unknownFamily holds for a capital behind a given name that is no word of ours: "Virginia Dratchev".
func (s *scan) unknownFamily(l line, i int32) bool {
	return len(s.form(l, i)) > 2 && !s.is(l, i, traitCommon|traitPattern) && s.token(i).Flags&text.Upper == 0 && !s.in(l, i, setPlaceWord)
}

// familyFirst reads "Alvarez, Tomas" where nothing but a number, a bracket or the end of the line follows: a list of names has more.
func (s *scan) familyFirst(l line, i int32) int32 {
	if !s.is(l, i, traitSurname) || !s.capital(l, i) || s.mark(i) != "," || s.cells[min(i+1, l.end-1)].token != s.cells[i].token+2 {
		return 0
	}
	if !s.capital(l, i+1) || !s.is(l, i+1, traitGiven) || s.is(l, i, traitGiven) && !s.is(l, i, traitSurnamePlain) && s.mark(i-1) == "," {
		return 0
	}
	end := i + 2
	if s.initial(l, end) && s.runsOn(end) {
		end++
	}
	if i > l.first && s.mark(i-1) != ":" {
		return 0
	}
	if end == l.end || s.token(end).Kind == text.Number || s.mark(end-1) == "(" || s.mark(end-1) == ";" || s.form(l, end) == "dob" || s.form(l, end) == "mrn" {
		return end
	}
	return 0
}

// nameEnd takes further capitals that are names or initials: "Mrs Alvarez-Ruiz", "Jane B. Okafor".
func (s *scan) nameEnd(l line, i int32) int32 {
	for n := 0; n < 2 && s.capital(l, i) && s.runsOn(i); n++ {
		if !s.is(l, i, traitGiven|traitSurname) && !s.initial(l, i) && !s.glued(l, i) {
			break
		}
		i++
	}
	return i
}

// runsOn reports whether a cell follows the one before with nothing between but a space, a hyphen or the full stop of an initial.
func (s *scan) runsOn(i int32) bool {
	if i == 0 || int(i) >= len(s.cells) {
		return false
	}
	before, here := s.cells[i-1].token, s.cells[i].token
	return here == before+1 || here == before+2 && len(s.doc.Tokens[before].Form) <= 2 && s.doc.Tokens[before+1].Form == "."
}

// mark is the punctuation mark behind a cell, or "".
func (s *scan) mark(i int32) string {
	if i < 0 || int(i) >= len(s.cells) {
		return ""
	}
	if t := int(s.cells[i].token) + 1; t < len(s.doc.Tokens) && s.doc.Tokens[t].Kind == text.Punct {
		return s.doc.Tokens[t].Form
	}
	return ""
}

func (s *scan) initial(l line, i int32) bool {
	return s.letter(l, i) && s.form(l, i) != "i" && s.form(l, i) != "a"
}

// letter holds for a single capital letter.
func (s *scan) letter(l line, i int32) bool { return s.capital(l, i) && len(s.form(l, i)) == 1 }

func (s *scan) allCaps(l line, i int32) bool {
	return s.token(i).Flags&text.Upper != 0 && i+1 < l.end && s.token(i+1).Flags&text.Upper != 0
}

func (s *scan) isPlace(l line, i int32) bool {
	end, _ := s.longest(s.d.places, l, i)
	return end > 0 && s.in(l, i-1, setLocative)
}

// beginsWithName holds where a sentence begins with a name: a verb or a possessive follows.
func (s *scan) beginsWithName(l line, i int32) bool {
	return s.in(l, i+1, setBehindName)
}
