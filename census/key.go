package census

import "strings"

// Key is a hash of the folded words of a name, which is all that the table keeps of most names. Words run together, without marks and
// with "saint", "mount", "fort" and "and" cut short, so that "Saint Mary's", "St. Marys" and "#StMarys" are one name.
type Key uint32

const keyStart Key = 2166136261

// KeyOf returns the key of a name from its folded words (the forms of package text).
func KeyOf(words []string) Key {
	k := keyStart
	for _, w := range words {
		k = k.add(shortened(w))
	}
	return k
}

// add appends the letters and digits of a word, by FNV-1a.
func (k Key) add(word string) Key {
	for i := range len(word) {
		if c := word[i]; spoken(c) {
			k = (k ^ Key(c)) * 16777619
		}
	}
	return k
}

// spoken reports whether a byte is a letter or a digit: what is left of folded words without their marks.
func spoken(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}

// marks reports whether a token says nothing: a comma, a full stop.
func marks(word string) bool {
	for i := range len(word) {
		if spoken(word[i]) {
			return false
		}
	}
	return true
}

func shortened(word string) string {
	switch word {
	case "saint":
		return "st"
	case "sainte":
		return "ste"
	case "mount":
		return "mt"
	case "fort":
		return "ft"
	case "and":
		return ""
	case "centre":
		return "center"
	}
	return strings.ToLower(word)
}
