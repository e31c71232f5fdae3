package detect

import (
	"bedside"
	"bedside/text"
)

// scanNames finds people's names: behind a title or a word that announces one, given name and surname together,
// and given names that are no everyday word. What a name is worth is for package subject to say.
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
}

// name returns the end of the name that begins at a cell, or 0.
func (s *scan) name(l line, i int32) int32 {
	if s.token(i).Kind != text.Word {
		return 0
	}
	w := s.form(l, i)
	switch {
	case isTitle(w):
		return s.titled(l, i)
	case announces(s.form(l, i-1)) && s.nameWord(l, i):
		return s.nameEnd(l, i+1)
	}
	if !s.is(l, i, traitGiven) && s.unknownGiven(l, i) {
		return s.nameEnd(l, i+2)
	}
	if !s.is(l, i, traitGiven) || !s.capital(l, i) {
		return s.lowerName(l, i)
	}
	plain := s.is(l, i, traitGivenPlain)
	if s.is(l, i+1, traitSurname) && s.capital(l, i+1) && !s.allCaps(l, i) {
		return s.nameEnd(l, i+1)
	}
	if s.initial(l, i+1) {
		return i + 2
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

// titled reads "Mrs Alvarez", "mr. o'brien", "Dr Jane Okafor".
func (s *scan) titled(l line, i int32) int32 {
	w := s.form(l, i)
	k := i + 1
	capital := s.capital(l, k)
	if !capital && (s.is(l, k, traitCommon) || w == "miss" || w == "sister" || w == "nurse" || w == "uncle" || w == "aunty") {
		return 0
	}
	if k >= l.end || s.token(k).Kind != text.Word || len(s.form(l, k)) == 0 {
		return 0
	}
	if !capital && !s.is(l, k, traitSurname) {
		return 0
	}
	if needsName(w) && !s.knownName(l, k) {
		return 0
	}
	return s.nameEnd(l, k+1)
}

// needsName holds for titles that are also ordinary words or ranks: only a known name follows.
func needsName(w string) bool {
	switch w {
	case "miss", "sister", "nurse", "uncle", "aunty", "auntie", "baby", "master", "brother", "matron", "little":
		return true
	}
	return false
}

func (s *scan) knownName(l line, i int32) bool {
	return s.capital(l, i) && (s.is(l, i, traitGiven) || s.is(l, i, traitSurname) && !s.is(l, i, traitCommon))
}

// nameEnd takes further capitals that are names or initials: "Mrs Alvarez-Ruiz", "Jane B. Okafor".
func (s *scan) nameEnd(l line, i int32) int32 {
	for n := 0; n < 2 && s.capital(l, i); n++ {
		if !s.is(l, i, traitGiven|traitSurname) && !s.initial(l, i) && !s.glued(l, i) {
			break
		}
		i++
	}
	return i
}

func (s *scan) initial(l line, i int32) bool {
	return s.capital(l, i) && len(s.form(l, i)) == 1 && s.form(l, i) != "i" && s.form(l, i) != "a"
}

func (s *scan) allCaps(l line, i int32) bool {
	return s.token(i).Flags&text.Upper != 0 && i+1 < l.end && s.token(i+1).Flags&text.Upper != 0
}

func (s *scan) isPlace(l line, i int32) bool {
	end, _ := s.longest(s.d.places, l, i)
	return end > 0 && isLocative(s.form(l, i-1))
}

// beginsWithName holds where a sentence begins with a name: a verb or a possessive follows.
func (s *scan) beginsWithName(l line, i int32) bool {
	switch s.form(l, i+1) {
	case "'s", "is", "was", "has", "had", "and", "came", "died", "said", "told", "asked", "went", "got", "who", "passed", "'ll", "will", "loves", "wanted":
		return true
	}
	return false
}

// lowerName reads a given name and a surname in small letters where a word for a patient stands before them.
func (s *scan) lowerName(l line, i int32) int32 {
	before := s.form(l, i-1)
	if before != "patient" && before != "pt" && before != "baby" && before != "lil" {
		return 0
	}
	if s.is(l, i, traitGiven) && !s.is(l, i, traitGivenPlain|traitCommon) {
		return s.nameEnd(l, i+1)
	}
	return 0
}

// nameWord holds for a capital that may be a name behind "named" or "called".
func (s *scan) nameWord(l line, i int32) bool {
	common := s.is(l, i, traitCommon)
	return s.capital(l, i) && (s.is(l, i, traitGiven|traitSurname) || !common) || s.is(l, i, traitGiven) && !common
}

func announces(w string) bool { return w == "named" || w == "called" || w == "name's" }

func isTitle(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sr", "sra", "señora", "senora", "sir", "madam", "chief", "alhaji", "alhaja", "mallam",
		"sister", "nurse", "uncle", "aunty", "auntie", "baby", "master", "brother", "matron", "ma'am", "doctor", "imam", "rabbi", "pastor", "rev", "fr", "lil":
		return true
	}
	return false
}
