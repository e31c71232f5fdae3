package detect

import "strings"

// Words that end or begin the names of streets, as postal services list them.

// isRareStreet holds for common nouns that end a street's name too: a longer number must stand before it.
func (s *scan) isRareStreet(w string) bool {
	return s.inWord(strings.TrimSuffix(w, "s"), setRareStreet)
}

// endsStreet holds for names of one word whose end says street in Germanic, Nordic, Finnish and other languages.
func endsStreet(w string) bool {
	for _, end := range [...]string{
		"strasse", "straat", "gasse", "gade", "gata", "gatan", "vej", "vagen", "veien", "vegen", "vegur", "stigen", "katu", "polku", "laan", "plein", "plaats", "gracht", "weg",
		"allee", "platz", "str", "utca", "utcaja", "torget", "terrasse", "bakken",
	} {
		if w == "brigade" || w == "renegade" {
			return false
		}
		if len(w) >= len(end)+3 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}
